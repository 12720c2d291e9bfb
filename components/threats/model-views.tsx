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

/** The address of a view of a model. */
const viewHref = (model: string, view: ModelView): string =>
  view === "heatmap" ? `/threats/coverage?model=${encodeURIComponent(model)}` : `/threats/${encodeURIComponent(model)}?view=${view}`;

/** Board, diagram, table and heatmap of a model, with the one that is on. `model` is its slug. */
export function ModelViews({ model, current }: { readonly model: string; readonly current: ModelView }) {
  const items = VIEWS.map(({ view, label, icon }) => ({ label, icon, href: viewHref(model, view), current: view === current }));
  return <Segmented label="View of the model" items={items} />;
}
