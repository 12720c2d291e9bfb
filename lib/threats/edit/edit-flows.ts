import { err, ok, type Result } from "@/lib/shared/result";
import type { Flow, ThreatModel } from "../threat-model";
import { missing, takenId, wrongEnd } from "./diagram-checks";
import { type EditRefusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { withoutMentions } from "./mentions";

type Edited = Result<ThreatModel, EditRefusal>;

/** Draws a new flow between two ends of its diagram. */
export function addFlow(model: ThreatModel, { flow }: EditOf<"add-flow">): Edited {
  const wrong =
    takenId(model, "flow.id", flow.id) ??
    missing(model.diagrams, "diagram", flow.diagram, "flow.diagram") ??
    wrongEnd(model, "flow.from", flow.from, flow.diagram) ??
    wrongEnd(model, "flow.to", flow.to, flow.diagram);
  return wrong === null ? ok({ ...model, flows: [...model.flows, flow] }) : err(wrong);
}

/** Changes what a flow is called and says of its traffic, or takes its ends elsewhere. */
export function changeFlow(model: ThreatModel, edit: EditOf<"change-flow" | "connect-flow">): Edited {
  const { id, changes } = edit;
  const before = model.flows.find((flow) => flow.id === id);
  const ends = edit.op === "connect-flow" ? edit.changes : {};
  const wrong =
    missing(model.flows, "flow", id) ??
    wrongEnd(model, "changes.from", ends.from, before?.diagram ?? "") ??
    wrongEnd(model, "changes.to", ends.to, before?.diagram ?? "");
  if (wrong !== null) return err(wrong);
  const change = (flow: Flow): Flow => (flow.id === id ? withChanges(flow, changes) : flow);
  return ok({ ...model, flows: model.flows.map(change) });
}

/** Takes a flow away, with what threats say of it. */
export function removeFlow(model: ThreatModel, { id }: EditOf<"remove-flow">): Edited {
  const wrong = missing(model.flows, "flow", id);
  if (wrong !== null) return err(wrong);
  return ok(withoutMentions({ ...model, flows: model.flows.filter((flow) => flow.id !== id) }, new Set([id])));
}
