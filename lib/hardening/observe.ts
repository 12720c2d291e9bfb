import type { Observation, ObservedItem } from "@/lib/catalogue/observation";
import { currentVerdict, failsBy, isCovered, sealed, tidy } from "./decisions";
import { type Evidence, type Finding, type Sighting, sameFinding, unseenFinding } from "./finding";
import type { ScanStep } from "./steps";

/** What the fold must know of the catalogue; an argument, so that a refold under a newer catalogue is the same fold. */
export interface CatalogueFacts {
  /** True when the two editions test different things under this control (runc, containerd, dockerd binaries). */
  readonly targetChanged: (control: string, fromEdition: string, toEdition: string) => boolean;
  readonly knownIn: (control: string, edition: string) => boolean;
}

/** Whether a result decides anything. The PASS of a check that can only pass does not. */
export const bearingOf = (observation: Pick<Observation, "outcome" | "canOnlyPass">): "fail" | "pass" | "undecided" => {
  if (observation.outcome === "fail") return "fail";
  return observation.outcome === "pass" && !observation.canOnlyPass ? "pass" : "undecided";
};

/** Why a failing result is no longer, or not yet, a known failure. */
export type FirstFailure = "first" | "regressed" | "scanner_changed";

/**
 * What a fail means for a finding that is not failing. The tool asking something new is no regression of the host:
 * when the edition that passed did not know the control or tested another target, it is open and says so.
 */
export function firstFailureOf(
  finding: Finding | undefined,
  toEdition: string | null,
  lastPass: Sighting | null,
  facts: CatalogueFacts,
): FirstFailure {
  if (finding === undefined) return "first";
  const attested = finding.decisions.attestation?.says;
  if (attested === "fail") return "first";
  if (attested !== "pass" && finding.decided !== "pass") return "first";
  const from = finding.decided === "pass" ? (lastPass?.edition ?? null) : null;
  if (finding.control === null || from === null || toEdition === null || from === toEdition) return "regressed";
  const comparable = facts.knownIn(finding.control, from) && !facts.targetChanged(finding.control, from, toEdition);
  return comparable ? "regressed" : "scanner_changed";
}

/** Each key once, first spelling kept. */
export function uniqueItems(items: readonly ObservedItem[]): readonly ObservedItem[] {
  const seen = new Set<string>();
  return items.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** An item is gone only if the list is whole: else what was known to fail goes on failing. */
export function failingItemsAfter(
  before: readonly ObservedItem[],
  observation: Pick<Observation, "items" | "itemsWhole">,
): readonly ObservedItem[] {
  return uniqueItems(observation.itemsWhole ? observation.items : [...before, ...observation.items]);
}

interface Context {
  readonly scan: Pick<ScanStep, "scanId" | "ranAt" | "edition" | "tool">;
  /** The newest earlier scan that covered the control. */
  readonly last: Sighting | null;
  readonly facts: CatalogueFacts;
}

/**
 * One result met by one finding: the rows pass, fail and manual / info of the table of states. Answers the very same
 * object when nothing changed that is worth a write. A control the scan does not cover is simply not given here.
 */
export function observe(before: Finding | undefined, observation: Observation, context: Context): Finding {
  const { scan } = context;
  const start = before ?? unseenFinding(observation.key, observation.control, scan.ranAt);
  const seen: Finding = {
    ...start,
    control: observation.control,
    tool: scan.tool,
    firstSeenAt: start.evidence === null ? scan.ranAt : start.firstSeenAt,
    evidence: evidenceOf(observation, scan.scanId),
  };
  const after = sealed(STEP[bearingOf(observation)](seen, observation, context, start), before, scan.ranAt);
  return before !== undefined && sameFinding(before, after) ? before : { ...after, lastChangeScanId: scan.scanId };
}

const evidenceOf = ({ line, number, title, level, outcome, notes }: Observation, scanId: number): Evidence => ({
  scanId,
  line,
  number,
  title,
  level,
  outcome,
  notes,
});

type EvidenceStep = (seen: Finding, observation: Observation, context: Context, start: Finding) => Finding;

/** A pass ends work, acceptances and attestations: evidence beats the label. Not applicable stays. */
const passed: EvidenceStep = (seen) => {
  const { decisions } = seen;
  const untouched = decisions.acceptances.length === 0 && decisions.attestation === null && !decisions.outgrown;
  return {
    ...seen,
    verdict: "hardened",
    work: null,
    decisions: untouched ? decisions : tidy({ ...decisions, acceptances: [], attestation: null, outgrown: false }),
    decided: "pass",
    items: [],
    itemsWhole: true,
    regressedAt: null,
    newlyFailing: false,
    scannerChanged: false,
    held: null,
  };
};

const failed: EvidenceStep = (seen, observation, context, start) => {
  const wasFailing = failsBy(start.verdict);
  const turned = wasFailing ? seen : turnedFailing(seen, context);
  return decisionsAfterFail(
    {
      ...turned,
      ...(start.work === "awaiting_verification" ? { ...reopened(start), work: null } : {}),
      decided: "fail",
      items: failingItemsAfter(wasFailing ? start.items : [], observation),
      itemsWhole: observation.itemsWhole,
      neverFailed: false,
      held: null,
    },
    start,
  );
};

/** Open, and not regressed: what a contradicted claim and an outgrown "not applicable" become. */
const reopened = (start: Finding): Pick<Finding, "verdict" | "regressedAt" | "newlyFailing"> => ({
  verdict: "open",
  regressedAt: start.regressedAt,
  newlyFailing: start.newlyFailing,
});

function turnedFailing(seen: Finding, { scan, last, facts }: Context): Finding {
  const lastPass = seen.verdict === "hardened" ? (seen.held ?? last) : seen.lastPassed;
  const why = firstFailureOf(seen, scan.edition, lastPass, facts);
  return {
    ...seen,
    verdict: why === "regressed" ? "regressed" : "open",
    failingSince: failsBy(currentVerdict(seen)) ? seen.failingSince : scan.ranAt,
    regressedAt: why === "regressed" ? scan.ranAt : null,
    lastPassed: lastPass,
    newlyFailing: why === "regressed" && seen.neverFailed,
    scannerChanged: why === "scanner_changed",
  };
}

/** A fail ends an attestation; new items end "not applicable"; an item nobody accepted opens an accepted finding. */
function decisionsAfterFail(next: Finding, start: Finding): Finding {
  const { decisions } = next;
  const known = decisions.notApplicable?.items;
  if (known !== undefined && next.items.some((item) => !known.includes(item.key))) {
    return { ...next, ...reopened(start), decisions: tidy({ ...decisions, notApplicable: null, attestation: null }) };
  }
  const outgrown = !isCovered(next) && (decisions.outgrown || start.state === "accepted");
  if (decisions.attestation === null && outgrown === decisions.outgrown) return next;
  return { ...next, decisions: tidy({ ...decisions, attestation: null, outgrown }) };
}

const undecided: EvidenceStep = (seen, observation, { last }, start) => {
  if (failsBy(start.verdict) || (start.verdict === "hardened" && start.work === "awaiting_verification")) {
    // Undecided proves as little as absent: the old evidence stays, no longer confirmed by the newest scan.
    return { ...start, held: start.held ?? last };
  }
  return {
    ...seen,
    verdict: observation.notAssessable ? "not_assessable" : "needs_review",
    items: uniqueItems(observation.items),
    itemsWhole: observation.itemsWhole,
    lastPassed: start.verdict === "hardened" ? (start.held ?? last) : start.lastPassed,
    held: null,
  };
};

const STEP: Readonly<Record<ReturnType<typeof bearingOf>, EvidenceStep>> = { pass: passed, fail: failed, undecided };
