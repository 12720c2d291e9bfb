import type { StrideLetter } from "../stride/categories";
import type { Control, ControlFamily } from "./control";
import { CONTROLS } from "./controls";
import { findingSubject, isNamedBy, type UnmappedName } from "./finding-subject";
import type { Severity } from "./judgement";

/** What a reader of the catalogue asks for; null asks for everything. */
export interface ControlFilter {
  /** A number of any edition, or words of any title. */
  readonly q: string | null;
  readonly family: ControlFamily | null;
  /** Any of a control's letters. */
  readonly stride: StrideLetter | null;
  readonly severity: Severity | null;
}

export const ALL_CONTROLS: ControlFilter = { q: null, family: null, stride: null, severity: null };

/** Only titles that no catalogue knows need names. */
const NO_NAMES: ReadonlyMap<string, UnmappedName> = new Map();

/** The controls that match, in the order of the catalogue. */
export const matchingControls = ({ q, family, stride, severity }: ControlFilter): readonly Control[] =>
  CONTROLS.filter(
    (control) =>
      (family === null || control.family === family) &&
      (stride === null || control.judgement.stride.some(({ letter }) => letter === stride)) &&
      (severity === null || control.judgement.severity === severity) &&
      (q === null || isNamedBy(findingSubject(control.slug, NO_NAMES), q)),
  );
