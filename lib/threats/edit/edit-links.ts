import { err, ok, type Result } from "@/lib/shared/result";
import type { ControlLink, ThreatModel } from "../threat-model";
import { type EditRefusal, refusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { missingMitigation, missingThreat, withThreat } from "./edit-threats";

type Edited = Result<ThreatModel, EditRefusal>;

/** Whether the catalogue has a control of this slug. */
export type IsKnownControl = (control: string) => boolean;

/** Says that a control bears on a threat. A control is linked to a threat once. */
export function addLink(model: ThreatModel, { threat: slug, link }: EditOf<"add-link">, isKnown: IsKnownControl): Edited {
  const wrong =
    missingThreat(model, slug) ??
    unknownControl(link.control, isKnown) ??
    (linkOf(model, slug, link.control) === undefined ? null : linkedAlready(link.control)) ??
    missingMitigation(model, slug, "link.mitigation", link.mitigation) ??
    requiredButDetects("link.role", link);
  if (wrong !== null) return err(wrong);
  return ok(withThreat(model, slug, (before) => ({ ...before, controls: [...before.controls, link] })));
}

/** Changes how a control bears on a threat. */
export function changeLink(model: ThreatModel, { threat: slug, control, changes }: EditOf<"change-link">): Edited {
  const before = linkOf(model, slug, control);
  const wrong = missingThreat(model, slug) ?? missingMitigation(model, slug, "changes.mitigation", changes.mitigation);
  if (wrong !== null) return err(wrong);
  if (before === undefined) return err(notLinked(control));
  const after = withChanges(before, changes);
  const contradiction = requiredButDetects("changes.role", after);
  if (contradiction !== null) return err(contradiction);
  return ok(
    withThreat(model, slug, (threat) => ({ ...threat, controls: threat.controls.map((link) => (link === before ? after : link)) })),
  );
}

/** Says that a control does not bear on a threat after all. */
export function removeLink(model: ThreatModel, { threat: slug, control }: EditOf<"remove-link">): Edited {
  const wrong = missingThreat(model, slug) ?? (linkOf(model, slug, control) === undefined ? notLinked(control) : null);
  if (wrong !== null) return err(wrong);
  return ok(withThreat(model, slug, (threat) => ({ ...threat, controls: threat.controls.filter((link) => link.control !== control) })));
}

const linkOf = ({ threats }: ThreatModel, slug: string, control: string): ControlLink | undefined =>
  threats.find((threat) => threat.slug === slug)?.controls.find((link) => link.control === control);

const unknownControl = (control: string, isKnown: IsKnownControl): EditRefusal | null =>
  isKnown(control) ? null : refusal("link.control", "the slug of a control of the catalogue", `The catalogue has no control “${control}”.`);

const linkedAlready = (control: string): EditRefusal =>
  refusal("link.control", "a control that is not linked to the threat yet", `“${control}” is linked to this threat already.`);

const notLinked = (control: string): EditRefusal =>
  refusal("control", "a control that is linked to the threat", `“${control}” is not linked to this threat.`);

const requiredButDetects = (field: string, { kind, role }: Pick<ControlLink, "kind" | "role">): EditRefusal | null =>
  role === "required" && kind !== "mitigates"
    ? refusal(
        field,
        "“supporting”, for a control that only detects",
        "Only a control that mitigates can be required; one that detects supports.",
      )
    : null;
