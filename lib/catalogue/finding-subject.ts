import type { StrideLetter } from "../stride/categories";
import type { Control } from "./control";
import { getControl } from "./controls";
import type { Severity } from "./judgement";

/** The section of findings whose control no catalogue knows. */
export const UNMAPPED_SECTION = "unmapped";

/** What a finding is about, as far as its key tells: the same on every host. */
export interface FindingSubject {
  readonly key: string;
  /** False for a title that no catalogue knows. */
  readonly mapped: boolean;
  readonly number: string | null;
  readonly title: string;
  /** Section of the newest numbering; of a Kubernetes control its component, so that no two families share one. */
  readonly section: string;
  readonly severity: Severity | null;
  /** Primary first; empty when unmapped. */
  readonly stride: readonly StrideLetter[];
}

/** What is known of a title that no catalogue knows: as a scan printed it. */
export interface UnmappedName {
  readonly title: string;
  readonly number: string | null;
}

/** The subject of all findings with that key. */
export function findingSubject(key: string, unmapped: ReadonlyMap<string, UnmappedName>): FindingSubject {
  const control = getControl(key);
  if (control === null) {
    const { title, number } = unmapped.get(key) ?? { title: key, number: null };
    return { key, mapped: false, number, title, section: UNMAPPED_SECTION, severity: null, stride: [] };
  }
  const { number, title, section, judgement } = control;
  const stride = judgement.stride.map(({ letter }) => letter);
  return { key, mapped: true, number, title, section, severity: judgement.severity, stride };
}

/** "5.31", "C.1", "V-235789": what can only be meant as a number. */
const NUMBER = /^(?:[a-z]?\d+|[a-z])(?:\.\d+[a-z]?)+$|^v-\d+$/i;

/** True when the words name it: a number of any edition, whole, or every word somewhere in a title it ever had. */
export function isNamedBy(subject: FindingSubject, q: string): boolean {
  const control = getControl(subject.key);
  if (NUMBER.test(q)) {
    const numbers = control === null ? [subject.number] : control.numbers.map(({ number }) => number);
    return numbers.some((number) => number?.toLowerCase() === q.toLowerCase());
  }
  const text = control === null ? subject.title.toLowerCase() : wordsOf(control);
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const texts = new Map<string, string>();

function wordsOf(control: Control): string {
  const known = texts.get(control.slug);
  if (known !== undefined) return known;
  const text = [control.slug, control.title, ...control.titles].join("\n").toLowerCase();
  texts.set(control.slug, text);
  return text;
}
