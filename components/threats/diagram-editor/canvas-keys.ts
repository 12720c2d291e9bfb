import type { KeyboardEvent } from "react";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { cornerOf, type Moved } from "./move-edits";
import { GRID } from "./new-parts";

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface CanvasKeys {
  readonly model: ThreatModel;
  readonly selected: ReadonlySet<string>;
  readonly move: (moved: readonly Moved[]) => void;
  readonly remove: () => void;
  /** Begins a flow at the element. */
  readonly connect: (from: string) => void;
  /** Goes to the fields of what is selected. */
  readonly enter: () => void;
  readonly leave: () => void;
}

/** The id of the node or flow that has the focus. */
export const partAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest(".react-flow__node, .react-flow__edge")?.getAttribute("data-id") ?? null) : null;

/** What keys do on the canvas, before React Flow takes them for its own. */
export function canvasKeys({ model, selected, move, remove, connect, enter, leave }: CanvasKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const focused = partAt(event.target);
    if (focused === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const ids = selected.has(focused) ? selected : new Set([focused]);
    const arrow = ARROWS[event.key];
    const isElement = model.elements.some(({ id }) => id === focused);
    if (arrow !== undefined) move(nudged(model, ids, arrow, event.shiftKey ? 1 : GRID));
    else if (event.key === "Delete" || event.key === "Backspace") remove();
    else if (event.key === "Enter" || event.key === " ") enter();
    else if (event.key === "Escape") leave();
    else if (event.key === "c" && isElement) connect(focused);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const nudged = (model: ThreatModel, ids: ReadonlySet<string>, [dx, dy]: readonly [number, number], step: number): readonly Moved[] =>
  [...ids].flatMap((id) => {
    const corner = cornerOf(model, id);
    return corner === null ? [] : [{ id, x: corner.x + dx * step, y: corner.y + dy * step }];
  });
