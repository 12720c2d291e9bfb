/** The colour of a line; the name beside it and the table say what it is. */
export type TrendColour = "accent" | "warn" | "note" | "info" | "pass" | "grey";

export interface TrendSeries {
  readonly key: string;
  readonly label: string;
  readonly colour: TrendColour;
}

export interface TrendPoint {
  /** ISO 8601 day or moment, UTC. */
  readonly at: string;
  /** By key of the series; null where nothing was assessed, which breaks the line. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Drawn hollow: a value that rests on a part only. */
  readonly partial?: boolean;
}

/** How the chart names a moment on its axis and in its table: "21 Nov". */
export const trendDay = (at: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(at));
