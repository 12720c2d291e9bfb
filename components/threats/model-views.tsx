import { Columns3, Grid3x3, Table2, Workflow } from "lucide-react";
import { Segmented } from "@/components/ui/segmented";

/** Ways to look at one threat model. */
export type ModelView = "board" | "diagram" | "table" | "heatmap";

const VIEWS = [
  { view: "board", label: "Board", icon: Columns3 },
  { view: "diagram", label: "Diagram", icon: Workflow },
  { view: "table", label: "Table", icon: Table2 },
  { view: "heatmap", label: "Heatmap", icon: Grid3x3 },
] as const;

export interface ModelViewsProps {
  readonly current: ModelView;
  readonly hrefOf: (view: ModelView) => string;
}

/** Board, diagram, table and heatmap of a model, with the one that is on. */
export function ModelViews({ current, hrefOf }: ModelViewsProps) {
  return (
    <Segmented
      label="View"
      items={VIEWS.map(({ view, label, icon }) => ({ label, icon, href: hrefOf(view), current: view === current }))}
    />
  );
}
