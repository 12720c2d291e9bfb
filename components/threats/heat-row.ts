import type { StrideLetter } from "@/lib/stride/categories";
import type { HeatCell } from "@/lib/threats/heat";

/** A row of the heatmap: a host or an element. */
export interface HeatRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** After the name: "16 d" for a host whose scans are stale, "process" for an element. */
  readonly remark: { readonly kind: "stale" | "plain"; readonly words: string } | null;
  readonly cells: Readonly<Record<StrideLetter, HeatCell>>;
  /** All letters together. */
  readonly all: HeatCell;
  /** The control that helps most ("4.5", "Content trust"), or another next step ("Upload a scan", without a number). */
  readonly nextFix: { readonly number: string | null; readonly title: string; readonly href: string } | null;
}

export interface HeatProps {
  /** What the heatmap shows: "STRIDE by host". */
  readonly label: string;
  /** Over the names of the rows. */
  readonly rowHeading: "Host" | "Element";
  readonly rows: readonly HeatRow[];
  /** False leaves the column "Next fix" out. */
  readonly nextFix?: boolean;
}
