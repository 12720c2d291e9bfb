"use client";

import dynamic from "next/dynamic";
import type { TrendPoint, TrendSeries } from "./trend-series";

/** Recharts is 110 kB and draws nothing on the server, so it comes after the page. */
const Trend = dynamic(() => import("./trend").then((module) => module.Trend), { ssr: false });

export interface TrendIslandProps {
  readonly points: readonly TrendPoint[];
  readonly series: readonly TrendSeries[];
}

/** Keeps the height of the chart while it is on its way. */
export function TrendIsland({ points, series }: TrendIslandProps) {
  return (
    <div className="h-56">
      <Trend points={points} series={series} />
    </div>
  );
}
