import type { BenchFormat, BenchResult, BenchRun } from "@/lib/bench/report";
import type { Check, Edition } from "./edition";
import { controlOfTitle, EDITIONS } from "./editions";
import { type ComparedResult, compared, endsLike, type InferredEdition, inferEdition, matchingCheck } from "./infer-edition";
import { kubeComponents } from "./kube-components";
import { kubeControlOf } from "./kube-control-of";
import { canOnlyPass, isNotAssessable, type Outcome, outcomeOf } from "./outcome";
import { unmappedKey, unmappedKubeKey } from "./unmapped-key";

/**
 * How a result found its control: by its title; by its number, in an edition the whole run identified, because there was no
 * title; not at all; or not at all because it is one of the tool's own examples, which test nothing.
 */
export type Mapping = "title" | "number" | "unmapped" | "example";

/** A result and what it means. */
export interface ResolvedResult extends BenchResult {
  /** Slug of the control; null for unmapped results and examples. */
  readonly control: string | null;
  /** What findings go by: the slug, or a local one ("unmapped-…") made from the title. */
  readonly key: string;
  readonly mapping: Mapping;
  readonly outcome: Outcome;
  /** An INFO or NOTE that says that the thing to be checked is not there. */
  readonly notAssessable: boolean;
  /** In this edition the check prints nothing but PASS. */
  readonly canOnlyPass: boolean;
  /** The number as printed, else the one the edition gives to the control. */
  readonly number: string | null;
}

/** A run whose results have found their controls. */
export interface ResolvedRun extends Omit<BenchRun, "results"> {
  readonly results: readonly ResolvedResult[];
  readonly format: BenchFormat;
  readonly edition: string | null;
  /** The other editions that fit equally well, newest first; all that fit when `edition` is null. */
  readonly editionCandidates: readonly string[];
  /** The tool came to its own end; a run of selected checks is complete with partial coverage. */
  readonly complete: boolean;
}

const EXAMPLE_KEY = "example-check";

interface Found {
  readonly control: string | null;
  readonly mapping: Mapping;
  /** The check of the run's edition, or of the likeliest where the edition is not known. */
  readonly check: Check | null;
}

const checkOfControl = (editions: readonly Edition[], control: string): Check | null => {
  for (const edition of editions) {
    const check = edition.byControl.get(control);
    if (check !== undefined) return check;
  }
  return null;
};

/** Title first; a number only where there is no title and the whole run vouches for the edition; else nothing is guessed. */
const find = (result: ComparedResult, inferred: InferredEdition): Found => {
  const { edition, candidates, numbersTrusted } = inferred;
  const control = result.untitled ? undefined : controlOfTitle(result.normalTitle);
  if (control === null) return { control: null, mapping: "example", check: null };
  if (control !== undefined) {
    const likely = edition === null ? candidates : [edition];
    const exact = likely.map((candidate) => matchingCheck(candidate, result)).find((check) => check !== null);
    return { control, mapping: "title", check: exact ?? checkOfControl([...likely, ...EDITIONS], control) };
  }
  if (result.untitled && numbersTrusted && edition !== null && result.result.id !== null) {
    const [check, ...others] = edition.byNumber.get(result.result.id) ?? [];
    if (check !== undefined && others.length === 0) {
      if (check.control === null) return { control: null, mapping: "example", check: null };
      return { control: check.control, mapping: "number", check };
    }
  }
  return { control: null, mapping: "unmapped", check: null };
};

const resolveResult = (result: ComparedResult, inferred: InferredEdition, format: BenchFormat): ResolvedResult => {
  const { control, mapping, check } = find(result, inferred);
  const printed = result.result;
  const outcome = outcomeOf(printed.level, format, check);
  const numbered = inferred.edition === null || control === null ? null : checkOfControl([inferred.edition], control);
  return {
    ...printed,
    control,
    key: control ?? (mapping === "example" ? EXAMPLE_KEY : unmappedKey(result)),
    mapping,
    outcome,
    notAssessable: isNotAssessable(printed, outcome, check),
    canOnlyPass: canOnlyPass(check),
    number: printed.id ?? numbered?.id ?? null,
  };
};

/** kube-bench has titles of its own: a Docker control is never read into them. */
const resolveKubeResults = (results: readonly ComparedResult[], inferred: InferredEdition, format: BenchFormat): ResolvedResult[] => {
  const componentOf = kubeComponents(results);
  const controlOf = kubeControlOf(results, inferred);
  return results.map((result) => {
    const outcome = outcomeOf(result.result.level, format, null);
    const control = controlOf(result);
    return {
      ...result.result,
      control,
      key: control ?? unmappedKubeKey(result, componentOf),
      mapping: control === null ? "unmapped" : "title",
      outcome,
      notAssessable: isNotAssessable(result.result, outcome, null),
      canOnlyPass: false,
      number: result.result.id,
    };
  });
};

/** JSON of kube-bench names its benchmark: "cis-1.23", before 2021 "1.6". */
const benchmarkOf = ({ benchmark, headerVersion }: BenchRun, format: BenchFormat): string | null => {
  if (!isKubeBench(format)) return benchmark;
  const name = benchmark ?? headerVersion;
  return name !== null && /^\d/.test(name) ? `cis-${name}` : name;
};

const isKubeBench = (format: BenchFormat): boolean => format === "kube-bench-json" || format === "kube-bench-text";

/**
 * Finds the control of every result of a run, the edition that numbered it, and what each level amounts to.
 *
 * Total: any run gives an answer, an unknown title gives an unmapped result. Runs in time linear in the number of results.
 */
export const resolveRun = (run: BenchRun, format: BenchFormat): ResolvedRun => {
  const results = run.results.map(compared);
  const inferred = inferEdition({ ...run, benchmark: benchmarkOf(run, format) }, format, results);
  const possible = inferred.edition === null ? inferred.candidates : [inferred.edition];
  return {
    ...run,
    format,
    results: isKubeBench(format)
      ? resolveKubeResults(results, inferred, format)
      : results.map((result) => resolveResult(result, inferred, format)),
    edition: inferred.edition?.key ?? null,
    editionCandidates: inferred.candidates.map((edition) => edition.key),
    complete: run.closed || (possible.length > 0 && possible.every((edition) => endsLike(edition, run, results))),
  };
};
