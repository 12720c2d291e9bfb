import { describe, expect, it } from "vitest";
import { canvasParts } from "@/components/threats/diagram-editor/canvas-parts";
import { moveEdits, removeEdits } from "@/components/threats/diagram-editor/move-edits";
import { newBox, newFlow } from "@/components/threats/diagram-editor/new-parts";
import {
  markSaved,
  moveOnto,
  openCopy,
  redo,
  takeStep,
  undo,
  unsavedEdits,
  type WorkingCopy,
} from "@/components/threats/diagram-editor/working-copy";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { SMALL } from "./edit/small-model";

function steps(copy: WorkingCopy, ...taken: readonly (readonly [edit: ModelEdit, merge?: string])[]): WorkingCopy {
  return taken.reduce((before, [edit, merge]) => {
    const step = takeStep(before, [edit], merge ?? null);
    if (!step.ok) throw new Error(step.error.message);
    return step.value;
  }, copy);
}

const rename = (name: string): ModelEdit => ({ op: "change-element", id: "web", changes: { name } });
const place = (x: number): ModelEdit => ({ op: "place", boxes: [{ id: "host", x, y: 0, carry: true }] });
const OPEN = openCopy(3, SMALL);

describe("the working copy", () => {
  it("undoes to the very document before, and does again", () => {
    const two = steps(OPEN, [rename("Shop")], [place(308)]);
    const one = undo(two);
    expect([one.done.length, one.undone.length, one.model.elements[2]?.name]).toEqual([1, 1, "Shop"]);
    expect(undo(one).model).toBe(SMALL);
    expect(undo(undo(one))).toEqual(undo(one));
    expect(redo(one).model).toEqual(two.model);
    expect(redo(two)).toBe(two);
    expect(steps(one, [rename("Other")]).undone).toEqual([]);
  });

  it("takes steps of one key in a row as one, and sends only the last words", () => {
    const typed = steps(OPEN, [rename("S"), "name web"], [rename("Sh"), "name web"], [rename("Shop"), "name web"]);
    expect(typed.done.map(({ summary }) => summary)).toEqual(["Renamed web-frontend to Shop"]);
    expect(unsavedEdits(typed)).toEqual([rename("Shop")]);
    expect(undo(typed).model).toBe(SMALL);
    const moved = steps(typed, [place(308), "move host"], [place(316), "move host"]);
    expect(unsavedEdits(moved)).toEqual([rename("Shop"), place(316)]);
    expect(moved.model.elements[1]?.box.x).toBe(336);
    expect(steps(moved, [rename("Shops"), "name web"]).done.length).toBe(3);
  });

  it("refuses in words and changes nothing", () => {
    const step = takeStep(OPEN, [{ op: "remove-element", id: "nobody" }]);
    expect(step).toMatchObject({ ok: false, error: { message: "There is no element “nobody” in this model." } });
    expect(takeStep(OPEN, [])).toEqual({ ok: true, value: OPEN });
  });

  it("has nothing unsaved once it is saved, and goes onto a version of somebody else's where it fits", () => {
    const drawn = steps(OPEN, [rename("Shop")], [place(308)]);
    expect(markSaved(drawn, 4)).toEqual(openCopy(4, drawn.model));
    const theirs = { ...SMALL, owner: "Somebody" };
    const onto = moveOnto(drawn, 4, theirs);
    expect(onto).toMatchObject({ ok: true, value: { version: 4, base: theirs, model: { ...drawn.model, owner: "Somebody" } } });
    expect(onto.ok && unsavedEdits(onto.value)).toEqual(unsavedEdits(drawn));
    const without = { ...SMALL, elements: SMALL.elements.filter(({ id }) => id !== "web"), flows: [], threats: [] };
    expect(moveOnto(drawn, 4, without).ok).toBe(false);
  });
});

describe("what the canvas asks for", () => {
  it("adds a thing at a free place of the grid, in the boundary it falls into", () => {
    const part = newBox(SMALL, "main", "process", { x: 500, y: 220 });
    expect(part).toMatchObject({
      id: "process-1",
      edits: [{ op: "add-element", element: { box: { x: 432, y: 192, width: 144, height: 56 } } }, { changes: { boundary: "host" } }],
    });
    const copy = takeStep(OPEN, part.edits);
    const second = newBox(copy.ok ? copy.value.model : SMALL, "main", "process", { x: 500, y: 220 });
    expect(second).toMatchObject({ id: "process-2", edits: [{ element: { box: { x: 456, y: 216 } } }, {}] });
  });

  it("connects two elements", () => {
    const { id, edits } = newFlow(SMALL, "main", { element: "operator" }, { element: "web" });
    expect([id, takeStep(OPEN, edits).ok]).toEqual(["flow-1", true]);
  });

  it("moves only what would move, boundaries with what is in them, and names nothing twice when it removes", () => {
    const moved = moveEdits(SMALL, [
      { id: "web", x: 620, y: 100 },
      { id: "host", x: 308, y: 0 },
      { id: "asks", x: 1, y: 1 },
    ]);
    expect(moved).toEqual([place(308)]);
    expect(moveEdits(SMALL, [{ id: "web", x: 620, y: 100 }])).toEqual([]);
    const gone = removeEdits(SMALL, new Set(["operator", "asks", "starts", "edge", "hint"]));
    expect(gone).toEqual([
      { op: "remove-flow", id: "starts" },
      { op: "remove-element", id: "operator" },
      { op: "remove-boundary", id: "edge" },
      { op: "remove-note", id: "hint" },
    ]);
    expect(takeStep(OPEN, gone).ok).toBe(true);
  });
});

it("the canvas draws one diagram, larger boundaries below, each thing named for ears, and a dot for a loose end", () => {
  const { nodes, edges } = canvasParts(SMALL, "main", new Set(["web"]));
  expect(nodes.map(({ id, ariaLabel, selected }) => [id, ariaLabel, selected])).toEqual([
    ["host", "Docker host, trust boundary", false],
    ["containers", "Containers, trust boundary", false],
    ["edge", "Edge, trust boundary", false],
    ["operator", "Operator, actor", false],
    ["dockerd", "dockerd, process, in Docker host", false],
    ["web", "web-frontend, process, in Containers", true],
    ["log", "Audit log, store, in Docker host", false],
    ["hint", "Note: Shared kernel", false],
    ['["in","from"]', undefined, false],
  ]);
  expect(edges.map(({ source, target, ariaLabel }) => [source, target, ariaLabel])).toEqual([
    ["operator", "dockerd", "asks, flow from Operator to dockerd"],
    ["dockerd", "web", "starts, flow from dockerd to web-frontend"],
    ['["in","from"]', "web", "Flow without a name, flow from a loose end to web-frontend"],
  ]);
});
