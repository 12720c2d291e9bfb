"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
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
  /** Where something else changed: dashed lines across, at the `at` of points. */
  readonly marks?: readonly string[];
}

/** Steps over time with values on hover and with the arrow keys. */
export function Trend({ points, series, marks = [] }: TrendProps) {
  const data = points.map(({ at, values, partial = false }) => ({ at, ...values, partial }));
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
        {marks.map((at) => (
          <ReferenceLine key={at} x={at} stroke="var(--border-strong)" strokeDasharray="3 3" />
        ))}
        {series.map(({ key, label, colour }) => (
          <Line
            key={key}
            dataKey={key}
            name={label}
            type="stepAfter"
            stroke={STROKE[colour]}
            strokeWidth={2}
            dot={({ index, cx, cy, payload }) => (
              <PointMark key={index} cx={cx} cy={cy} partial={payload.partial} colour={STROKE[colour]} />
            )}
            activeDot={{ r: 4, stroke: "var(--surface)", strokeWidth: 2 }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

interface PointMarkProps {
  readonly cx: number | undefined;
  readonly cy: number | undefined;
  readonly partial: boolean;
  readonly colour: string;
}

/** Only values that rest on a part are marked: hollow, so that they are told apart without colour. */
function PointMark({ cx, cy, partial, colour }: PointMarkProps) {
  if (!partial || cx === undefined || cy === undefined) return null;
  return <circle cx={cx} cy={cy} r={3.5} fill="var(--surface)" stroke={colour} strokeWidth={1.5} />;
}
