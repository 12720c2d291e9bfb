import { err, ok, type Result } from "@/lib/shared/result";
import type { StrideLetter } from "@/lib/stride/categories";
import { RESERVED_THREAT_SLUGS } from "../reserved-slugs";
import type { Mitigation, Threat, ThreatModel } from "../threat-model";
import { type EditRefusal, refusal, withChanges } from "./edit-refusal";
import type { EditOf } from "./edit-schema";
import { uniqueSlug } from "./unique-slug";

type Edited = Result<ThreatModel, EditRefusal>;

/** Adds a threat of a person's own. Its slug is made from its title and stays; its number is the next of its letter. */
export function addThreat(model: ThreatModel, { threat: written }: EditOf<"add-threat">): Edited {
  const wrong = unknownElement(model, "threat.elements", written.elements);
  if (wrong !== null) return err(wrong);
  const threat: Threat = {
    slug: uniqueSlug(written.title, new Set([...RESERVED_THREAT_SLUGS, ...model.threats.map(({ slug }) => slug)]), "threat"),
    number: nextNumber(model, written.stride),
    title: written.title,
    stride: written.stride,
    origin: "user",
    description: written.description ?? "",
    attackPath: written.attackPath ?? [],
    elements: [...new Set(written.elements)],
    likelihood: written.likelihood ?? null,
    impact: written.impact ?? null,
    mitigations: [],
    controls: [],
    references: written.references ?? [],
    uncovered: written.uncovered ?? null,
    stated: null,
  };
  return ok({ ...model, threats: [...model.threats, threat] });
}

/** Changes a threat. With another letter it takes that letter's next number; slug and origin stay. */
export function changeThreat(model: ThreatModel, { threat: slug, changes }: EditOf<"change-threat">): Edited {
  const wrong = missingThreat(model, slug) ?? unknownElement(model, "changes.elements", changes.elements);
  if (wrong !== null) return err(wrong);
  return ok(
    withThreat(model, slug, (before) => {
      const changed = withChanges(
        before,
        changes.elements === undefined ? changes : { ...changes, elements: [...new Set(changes.elements)] },
      );
      return changed.stride === before.stride ? changed : { ...changed, number: nextNumber(model, changed.stride) };
    }),
  );
}

/** Takes a threat away. */
export function removeThreat(model: ThreatModel, { threat: slug }: EditOf<"remove-threat">): Edited {
  const wrong = missingThreat(model, slug);
  return wrong === null ? ok({ ...model, threats: model.threats.filter((threat) => threat.slug !== slug) }) : err(wrong);
}

/** Adds a mitigation to a threat, after its others. */
export function addMitigation(model: ThreatModel, { threat: slug, mitigation }: EditOf<"add-mitigation">): Edited {
  const threat = model.threats.find((each) => each.slug === slug);
  const wrong = missingThreat(model, slug);
  if (wrong !== null) return err(wrong);
  if (threat?.mitigations.some(({ id }) => id === mitigation.id)) {
    return err(
      refusal("mitigation.id", "an id that no mitigation of the threat has yet", "The threat has a mitigation with this id already."),
    );
  }
  return ok(withThreat(model, slug, (before) => ({ ...before, mitigations: [...before.mitigations, mitigation] })));
}

/** Changes the words of a mitigation. */
export function changeMitigation(model: ThreatModel, { threat: slug, id, changes }: EditOf<"change-mitigation">): Edited {
  const wrong = missingThreat(model, slug) ?? missingMitigation(model, slug, "id", id);
  if (wrong !== null) return err(wrong);
  const change = (mitigation: Mitigation): Mitigation => (mitigation.id === id ? withChanges(mitigation, changes) : mitigation);
  return ok(withThreat(model, slug, (before) => ({ ...before, mitigations: before.mitigations.map(change) })));
}

/** Takes a mitigation away; controls that showed it then stand for themselves. */
export function removeMitigation(model: ThreatModel, { threat: slug, id }: EditOf<"remove-mitigation">): Edited {
  const wrong = missingThreat(model, slug) ?? missingMitigation(model, slug, "id", id);
  if (wrong !== null) return err(wrong);
  return ok(
    withThreat(model, slug, (before) => ({
      ...before,
      mitigations: before.mitigations.filter((mitigation) => mitigation.id !== id),
      controls: before.controls.map((link) => (link.mitigation === id ? { ...link, mitigation: null } : link)),
    })),
  );
}

/** The model with one threat changed. */
export const withThreat = (model: ThreatModel, slug: string, change: (threat: Threat) => Threat): ThreatModel => ({
  ...model,
  threats: model.threats.map((threat) => (threat.slug === slug ? change(threat) : threat)),
});

/** Refuses a threat that the model does not have. */
export const missingThreat = ({ threats }: ThreatModel, slug: string): EditRefusal | null =>
  threats.some((threat) => threat.slug === slug)
    ? null
    : refusal("threat", "the slug of a threat of this model", `There is no threat “${slug}” in this model.`);

/** Refuses a mitigation that the threat does not have; null and undefined name none. */
export function missingMitigation(
  { threats }: ThreatModel,
  slug: string,
  field: string,
  id: string | null | undefined,
): EditRefusal | null {
  const threat = threats.find((each) => each.slug === slug);
  if (id === null || id === undefined || threat?.mitigations.some((mitigation) => mitigation.id === id)) return null;
  return refusal(field, "the id of a mitigation of the same threat", `The threat has no mitigation “${id}”.`);
}

function unknownElement(model: ThreatModel, field: string, ids: readonly string[] | undefined): EditRefusal | null {
  const known = new Set([...model.elements, ...model.flows, ...model.boundaries].map(({ id }) => id));
  const stranger = ids?.find((id) => !known.has(id));
  if (stranger === undefined) return null;
  return refusal(field, "ids of elements, flows and boundaries", `Nothing on the diagrams has the id “${stranger}”.`);
}

const nextNumber = ({ threats }: ThreatModel, stride: StrideLetter | null): number =>
  1 + Math.max(0, ...threats.filter((threat) => threat.stride === stride).map(({ number }) => number));
