"use client";

import dynamic from "next/dynamic";
import type { TrendProps } from "./trend";

/** Recharts is 110 kB and draws nothing on the server, so it comes after the page. */
const Trend = dynamic(() => import("./trend").then((module) => module.Trend), { ssr: false });

/** Keeps the height of the chart while it is on its way. */
export function TrendIsland(props: TrendProps) {
  return (
    <div className="h-56">
      <Trend {...props} />
    </div>
  );
}
