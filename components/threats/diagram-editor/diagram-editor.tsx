"use client";

import "@xyflow/react/dist/base.css";
import "./diagram-editor.css";
import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { type FocusEvent, type KeyboardEvent, type SetStateAction, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Select } from "@/components/ui/input";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { ElementKind } from "@/lib/threats/scales";
import { Canvas } from "./canvas";
import { canvasKeys, partAt } from "./canvas-keys";
import { EditorToolbar } from "./editor-toolbar";
import { type Moved, moveEdits, removeEdits } from "./move-edits";
import { NewFlowForm } from "./new-flow-form";
import { type NewPart, newBox, newFlow, withInside } from "./new-parts";
import { PartPanel } from "./part-panel";
import { SaveProblem } from "./save-problem";
import { useLeaveGuard } from "./use-leave-guard";
import { type StoredModelProps, useWorkingCopy } from "./use-working-copy";

const KEYS_ID = "diagram-editor-keys";
const NOTHING: ReadonlySet<string> = new Set();

/** Draws and changes the diagrams of a threat model, by pointer and by keys. What is drawn stays here until it is saved. */
export const DiagramEditor = (props: StoredModelProps) => (
  <ReactFlowProvider>
    <Editor {...props} />
  </ReactFlowProvider>
);

function Editor(props: StoredModelProps) {
  const work = useWorkingCopy(props);
  const { model } = work.copy;
  const [wanted, setDiagram] = useState("");
  const diagram = (model.diagrams.find(({ id }) => id === wanted) ?? model.diagrams[0])?.id ?? "";
  const [picked, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  const selected = stillThere(picked, model);
  // The element a new flow begins at; "" while nobody said; null while none is made.
  const [flowFrom, setFlowFrom] = useState<string | null>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { screenToFlowPosition } = useReactFlow();
  useLeaveGuard(work.unsaved > 0);

  const select = (ids: SetStateAction<ReadonlySet<string>>): void => {
    setSelected(ids);
    setFlowFrom(null);
  };
  const enterFields = (): void => panel.current?.querySelector<HTMLInputElement>("input, textarea, select")?.focus();
  const focusPart = (id: string | undefined): void => {
    const part = id === undefined ? null : canvas.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    (part ?? canvas.current)?.focus();
  };
  /** Brings in something new and goes to its name, which is written over. */
  const bringIn = ({ id, edits }: NewPart): void => {
    const name = (): void => panel.current?.querySelector<HTMLInputElement>("[name=name]")?.select();
    let isIn = false;
    flushSync(() => {
      isIn = work.take(edits);
      if (isIn) select(new Set([id]));
    });
    if (isIn) name();
  };
  const add = (kind: ElementKind | "boundary"): void => {
    const { left = 0, top = 0, width = 0, height = 0 } = canvas.current?.getBoundingClientRect() ?? {};
    bringIn(newBox(model, diagram, kind, screenToFlowPosition({ x: left + width / 2, y: top + height / 2 })));
  };
  const connect = (from: string, to: string): void => bringIn(newFlow(model, diagram, { element: from }, { element: to }));
  const move = (moved: readonly Moved[]): void => {
    const ids = moved.map(({ id }) => id);
    const edits = moveEdits(model, moved);
    const at = moved.length === 1 && moved[0] ? ` to ${moved[0].x}, ${moved[0].y}` : "";
    if (edits.length === 0) work.say("A flow moves with what it connects.");
    else if (work.take(withInside(model, edits, ids), { merge: `move ${ids.join(" ")}`, saying: null })) work.say(`Moved${at}.`);
  };
  /** Where an act takes away what has the focus, the canvas or the panel gets it. */
  const keepFocus = (act: () => void, heir = canvas): void => {
    flushSync(act);
    if (document.activeElement === document.body) heir.current?.focus();
  };
  const remove = (): void => {
    const edits = removeEdits(model, selected);
    if (edits.length === 0) return;
    if (work.take(edits)) {
      select(NOTHING);
      canvas.current?.focus();
    }
  };
  const change = (edit: ModelEdit, key: string): void => void work.take([edit], { merge: key, saying: null });
  const onKeys = (event: KeyboardEvent): void => {
    const isWriting = event.target instanceof HTMLElement && event.target.matches("input, textarea");
    if (event.key === "Escape" && !event.defaultPrevented && panel.current?.contains(event.target as Node)) {
      setFlowFrom(null);
      focusPart([...selected][0]);
      return;
    }
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "s") work.save();
    // In a field the browser takes back letters, as everywhere.
    else if (key === "z" && !isWriting) keepFocus(event.shiftKey ? work.redo : work.undo);
    else if (key === "y" && !isWriting) keepFocus(work.redo);
    else return;
    event.preventDefault();
  };
  const keys = canvasKeys({
    model,
    selected,
    move,
    remove,
    connect: setFlowFrom,
    enter: enterFields,
    leave: () => select(NOTHING),
  });
  const onFocus = (event: FocusEvent): void => {
    const id = partAt(event.target);
    if (id !== null && !selected.has(id) && event.target.matches(":focus-visible")) select(new Set([id]));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: short cuts for the buttons inside.
    <div className="flex flex-col gap-3" onKeyDown={onKeys}>
      <EditorToolbar
        onAdd={add}
        onAddFlow={() => setFlowFrom(model.elements.find(({ id }) => selected.has(id))?.id ?? "")}
        onUndo={work.undo}
        onRedo={work.redo}
        onSave={work.save}
        onDiscard={work.discard}
        canUndo={work.unsaved > 0}
        canRedo={work.copy.undone.length > 0}
        isUnsaved={work.unsaved > 0}
        isSaving={work.isSaving}
      />
      <SaveProblem problem={work.problem} overtakenBy={work.isOvertaken ? props.version : null} onGoOnto={() => keepFocus(work.goOnto)} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-meta text-fg-muted">
        <p role="status">{work.message}</p>
        <p>{work.unsaved === 0 ? `Version ${work.copy.version}, all saved` : `${counted(work.unsaved)} not saved`}</p>
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it watches which part has the focus. */}
        <div ref={canvas} tabIndex={-1} className="diagram-editor-frame" onFocus={onFocus}>
          <Canvas
            key={diagram}
            model={model}
            diagram={diagram}
            selected={selected}
            describedBy={KEYS_ID}
            onSelect={select}
            onEdits={(edits, moved) => work.take(withInside(model, edits, moved))}
            onConnect={connect}
            onKeyDown={keys}
          />
        </div>
        <div ref={panel} tabIndex={-1} className="diagram-editor-panel flex flex-col gap-4">
          {model.diagrams.length > 1 && (
            <Select
              aria-label="Diagram"
              value={diagram}
              options={model.diagrams.map(({ id, title }) => ({ value: id, label: title || "Without a title" }))}
              onChange={(event) => {
                setDiagram(event.target.value);
                select(NOTHING);
              }}
            />
          )}
          {flowFrom === null ? (
            <PartPanel
              key={[...selected].join(" ")}
              model={model}
              selected={selected}
              onChange={change}
              onConnect={setFlowFrom}
              onRemove={remove}
              onAddThreat={({ element, letter, title }) =>
                keepFocus(() => work.take([{ op: "add-threat", threat: { title, stride: letter, elements: [element] } }]), panel)
              }
            />
          ) : (
            <NewFlowForm
              key={flowFrom}
              model={model}
              diagram={diagram}
              from={flowFrom || null}
              onAdd={connect}
              onCancel={() => {
                setFlowFrom(null);
                focusPart(flowFrom);
              }}
            />
          )}
        </div>
      </div>
      <p id={KEYS_ID} className="text-meta text-fg-muted">
        Keys: Tab goes from thing to thing, arrow keys move by 8 pixels and with Shift by 1, Enter goes to the fields and Escape back, c
        connects, Delete removes, Ctrl or ⌘ with Z takes back and with Shift brings back, with S saves.
      </p>
    </div>
  );
}

/** What is still there of a selection. */
const stillThere = (ids: ReadonlySet<string>, { elements, boundaries, flows, notes }: StoredModelProps["model"]): ReadonlySet<string> => {
  const there = [elements, boundaries, flows, notes].flatMap((parts) => parts.filter(({ id }) => ids.has(id)).map(({ id }) => id));
  return there.length === ids.size ? ids : new Set(there);
};

const counted = (changes: number): string => (changes === 1 ? "1 change" : `${changes} changes`);
