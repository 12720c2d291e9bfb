"use client";

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type TrendColour, type TrendPoint, type TrendSeries, trendDay } from "./trend-series";

const STROKE: Readonly<Record<TrendColour, string>> = {
  accent: "var(--accent)",
  warn: "var(--viz-warn)",
  note: "var(--viz-note)",
  info: "var(--viz-info)",
  pass: "var(--viz-pass)",
  grey: "var(--fg-subtle)",
};

const TICK = { fontSize: 12, fill: "var(--fg-subtle)" } as const;

export interface TrendProps {
  readonly points: readonly TrendPoint[];
  readonly series: readonly TrendSeries[];
}

/** Lines over time with values on hover and with the arrow keys. */
export function Trend({ points, series }: TrendProps) {
  const data = points.map(({ at, values }) => ({ at, ...values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="at" tickFormatter={trendDay} tick={TICK} tickLine={false} axisLine={{ stroke: "var(--border)" }} minTickGap={48} />
        <YAxis allowDecimals={false} width={36} tick={TICK} tickLine={false} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(at) => trendDay(String(at))}
          cursor={{ stroke: "var(--border-strong)" }}
          contentStyle={{
            background: "var(--surface-raised)",
            border: "1px solid var(--border)",
            borderRadius: 8,
            padding: "6px 12px",
            fontSize: 12,
            color: "var(--fg)",
          }}
          itemStyle={{ color: "var(--fg)", padding: 0 }}
        />
        {series.map(({ key, label, colour }) => (
          <Line
            key={key}
            dataKey={key}
            name={label}
            type="linear"
            stroke={STROKE[colour]}
            strokeWidth={2}
            dot={false}
            activeDot={{ r: 4, stroke: "var(--surface)", strokeWidth: 2 }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
