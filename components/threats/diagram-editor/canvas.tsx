import {
  type Connection,
  ConnectionMode,
  Controls,
  type EdgeChange,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  type OnNodeDrag,
  ReactFlow,
} from "@xyflow/react";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { type CanvasActions, CanvasActionsContext } from "./canvas-actions";
import { BoundaryShape, ElementShape, LooseEndShape, NoteShape } from "./canvas-nodes";
import { canvasParts, type FlowEdge, LOOSE_END, type PartNode } from "./canvas-parts";
import { FlowLine } from "./flow-line";
import { moveEdits } from "./move-edits";
import { GRID } from "./new-parts";
import { tryEdits } from "./working-copy";

const NODE_TYPES: NodeTypes = { element: ElementShape, boundary: BoundaryShape, note: NoteShape, looseEnd: LooseEndShape };
const EDGE_TYPES: EdgeTypes = { flow: FlowLine };

export interface CanvasProps {
  readonly model: ThreatModel;
  readonly diagram: string;
  readonly selected: ReadonlySet<string>;
  /** The id of the element that says how the canvas is used. */
  readonly describedBy: string;
  /** Nodes and flows are told one after the other, so each tells only what it adds and drops. */
  readonly onSelect: (change: (ids: ReadonlySet<string>) => ReadonlySet<string>) => void;
  /** Something was moved, resized or connected on the canvas; `moved` are the things whose place changed. */
  readonly onEdits: (edits: readonly ModelEdit[], moved: readonly string[]) => void;
  readonly onConnect: (from: string, to: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The diagram under the pointer. What it shows is the document, with what the pointer holds where the pointer is. */
export function Canvas({ model, diagram, selected, describedBy, onSelect, onEdits, onConnect, onKeyDown }: CanvasProps) {
  const [held, setHeld] = useState<readonly ModelEdit[]>([]);
  const shown = useMemo(() => {
    const tried = tryEdits(model, held);
    return tried.ok ? tried.value : model;
  }, [model, held]);
  const { nodes, edges } = useMemo(() => canvasParts(shown, diagram, selected), [shown, diagram, selected]);
  const finish = (edits: readonly ModelEdit[], moved: readonly string[]): void => {
    setHeld([]);
    if (edits.length > 0) onEdits(edits, moved);
  };
  const select = (changes: readonly (NodeChange<PartNode> | EdgeChange<FlowEdge>)[]): void => {
    const picks = changes.filter((change) => change.type === "select");
    if (picks.length === 0) return;
    onSelect((before) => {
      const ids = new Set(before);
      for (const { id, selected: isPicked } of picks) {
        if (isPicked) ids.add(id);
        else ids.delete(id);
      }
      return ids;
    });
  };
  const onNodesChange = (changes: NodeChange<PartNode>[]): void => {
    select(changes);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const dragged = changes.flatMap((change) => {
      const node = change.type === "position" && change.dragging === true ? byId.get(change.id) : undefined;
      return node === undefined || change.type !== "position" || change.position === undefined
        ? []
        : [{ ...node, position: change.position }];
    });
    if (dragged.length > 0) setHeld(dragEdits(model, dragged));
  };
  const onDragStop: OnNodeDrag<PartNode> = (_event, _node, dragged) =>
    finish(
      dragEdits(model, dragged),
      dragged.map(({ id }) => id),
    );
  const actions: CanvasActions = {
    resize: (id, { x, y, width, height }, isDone) => {
      const box = { id, x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
      const edits: readonly ModelEdit[] = [{ op: "place", boxes: [box] }];
      if (isDone) finish(edits, [id]);
      else setHeld(edits);
    },
    moveEnd: (id, side, end, isDone) => {
      const edits: readonly ModelEdit[] = [{ op: "connect-flow", id, changes: { [side]: end } }];
      if (isDone) finish(edits, []);
      else setHeld(edits);
    },
  };
  return (
    <CanvasActionsContext value={actions}>
      <ReactFlow<PartNode, FlowEdge>
        className="diagram-editor"
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={select}
        onNodeDragStop={onDragStop}
        onConnect={({ source, target }: Connection) => onConnect(source, target)}
        isValidConnection={({ source, target }) => source !== target}
        onKeyDownCapture={onKeyDown}
        connectionMode={ConnectionMode.Loose}
        snapToGrid
        snapGrid={[GRID, GRID]}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode="Shift"
        edgesReconnectable={false}
        elevateNodesOnSelect={false}
        preventScrolling={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        minZoom={0.2}
        maxZoom={2}
        fitView
        fitViewOptions={{ padding: 0.06, minZoom: 0.55, maxZoom: 1 }}
        aria-label="Diagram editor"
        aria-describedby={describedBy}
        ariaLabelConfig={ARIA}
      >
        <Controls showInteractive={false} position="bottom-left" />
      </ReactFlow>
    </CanvasActionsContext>
  );
}

const ARIA = {
  "node.a11yDescription.default": "Arrow keys move it, Enter goes to its fields, Delete removes it, c connects it.",
  "node.a11yDescription.keyboardDisabled": "Arrow keys move it, Enter goes to its fields, Delete removes it, c connects it.",
  "edge.a11yDescription.default": "Enter goes to its fields, Delete removes it.",
  "controls.ariaLabel": "Size of the picture",
  "controls.zoomIn.ariaLabel": "Larger",
  "controls.zoomOut.ariaLabel": "Smaller",
  "controls.fitView.ariaLabel": "Show all",
};

/** What a drag comes to: things moved, and loose ends taken to another place. */
function dragEdits(model: ThreatModel, dragged: readonly PartNode[]): readonly ModelEdit[] {
  const moved = dragged.flatMap((node) => (node.type === "looseEnd" ? [] : [{ id: node.id, ...rounded(node.position) }]));
  const ends = dragged.flatMap((node): readonly ModelEdit[] => {
    if (node.type !== "looseEnd") return [];
    const corner = rounded(node.position);
    const point = { x: corner.x + LOOSE_END / 2, y: corner.y + LOOSE_END / 2 };
    return [{ op: "connect-flow", id: node.data.flow, changes: { [node.data.side]: { point } } }];
  });
  return [...moveEdits(model, moved), ...ends];
}

const rounded = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: Math.round(x), y: Math.round(y) });
