import { createContext, useContext } from "react";
import type { Box, FlowEnd } from "@/lib/threats/threat-model";

/** What shapes on the canvas can ask for. While a pointer is down nothing is final: `isDone` says that it was let go. */
export interface CanvasActions {
  readonly resize: (id: string, box: Box, isDone: boolean) => void;
  readonly moveEnd: (flow: string, side: "from" | "to", end: FlowEnd, isDone: boolean) => void;
}

export const CanvasActionsContext = createContext<CanvasActions | null>(null);

/** Only inside the canvas. */
export function useCanvasActions(): CanvasActions {
  const actions = useContext(CanvasActionsContext);
  if (actions === null) throw new Error("A shape outside of the canvas.");
  return actions;
}
