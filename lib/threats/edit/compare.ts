import type { ThreatModel } from "../threat-model";
import { type Described, describeModel, type Pointing, type Subject } from "./describe-model";

/** One field before and after, in words for people; empty where there was nothing. */
export interface FieldChange {
  /** "Name", "Likelihood". */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface ModelChange {
  readonly change: "added" | "removed" | "changed";
  readonly subject: Subject;
  /** Tells it apart among its kind: an id or slug; of a link or mitigation, the threat's slug, a slash and its own. */
  readonly key: string;
  /** What people call it; after the change where it has one. */
  readonly name: string;
  /** The title of the threat that a link or a mitigation belongs to. */
  readonly of: string | null;
  /** What changed, in the order of a form. Empty where the whole thing was added or removed. */
  readonly fields: readonly FieldChange[];
}

/**
 * What must be done to `from` to have `to`: the model's own facts first, then threats with their mitigations and links, then the
 * diagrams; in each kind what was removed, changed and added. What other formats left in the document is not compared.
 */
export function compareModels(from: ThreatModel, to: ThreatModel): readonly ModelChange[] {
  const [before, after] = [describeModel(from), describeModel(to)];
  return after.flatMap(({ subject, things }, index) => compareKind(subject, before[index]?.things ?? [], things));
}

function compareKind(subject: Subject, before: readonly Described[], after: readonly Described[]): readonly ModelChange[] {
  const [was, is] = [before, after].map((things) => new Map(things.map((thing) => [thing.key, thing])));
  const whole = (change: "added" | "removed", { key, name, of }: Described): ModelChange => ({
    change,
    subject,
    key,
    name,
    of,
    fields: [],
  });
  const removed = before.filter(({ key }) => !is?.has(key)).map((thing) => whole("removed", thing));
  const added = after.filter(({ key }) => !was?.has(key)).map((thing) => whole("added", thing));
  const changed = after.flatMap((thing): readonly ModelChange[] => {
    const fields = compareFields(was?.get(thing.key), thing);
    return fields.length === 0 ? [] : [{ change: "changed", subject, key: thing.key, name: thing.name, of: thing.of, fields }];
  });
  return [...removed, ...changed, ...added];
}

const compareFields = (before: Described | undefined, after: Described): readonly FieldChange[] =>
  before === undefined
    ? []
    : Object.entries(after.fields)
        .map(([field, value]) => ({ field, was: pointing(before.fields[field] ?? ""), is: pointing(value) }))
        .filter(({ was, is }) => was.is !== is.is)
        .map(({ field, was, is }) => ({ field, before: was.words, after: is.words }));

const pointing = (value: string | Pointing): Pointing => (typeof value === "string" ? { is: value, words: value } : value);
