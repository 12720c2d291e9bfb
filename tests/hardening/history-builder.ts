import type { Observation } from "@/lib/catalogue/observation";
import type { Finding } from "@/lib/hardening/finding";
import { applyStep, foldHost, type HostHistory, type Projection, type Step } from "@/lib/hardening/fold";
import { EMPTY_HOST } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import type { ActDeed, ActStep, ScanStep } from "@/lib/hardening/steps";

/** A catalogue in which nothing ever changes its meaning. */
export const STEADY: CatalogueFacts = { targetChanged: () => false, knownIn: () => true };

const result = (key: string, more: Partial<Observation>): Observation => ({
  key,
  control: key,
  number: "5.1",
  title: `Ensure ${key}`,
  level: "WARN",
  outcome: "fail",
  notAssessable: false,
  canOnlyPass: false,
  items: [],
  itemsWhole: true,
  line: 10,
  notes: [],
  ...more,
});

const itemsOf = (names: readonly string[]) => names.map((name) => ({ key: name, name, raw: `* ${name}` }));

export const fail = (key: string, names: readonly string[] = [], more: Partial<Observation> = {}) =>
  result(key, { items: itemsOf(names), ...more });
export const pass = (key: string, more: Partial<Observation> = {}) => result(key, { level: "PASS", outcome: "pass", ...more });
export const emptyPass = (key: string) => pass(key, { canOnlyPass: true });
export const manual = (key: string, names: readonly string[] = []) =>
  result(key, { level: "NOTE", outcome: "manual", items: itemsOf(names) });
export const info = (key: string) => result(key, { level: "INFO", outcome: "info" });
export const unassessable = (key: string) => result(key, { level: "INFO", outcome: "info", notAssessable: true });

/** A scan whose id is its time, so that failures of assertions can be read. */
export const scanAt = (ranAt: number, observations: readonly Observation[], more: Partial<ScanStep> = {}): ScanStep => ({
  scanId: ranAt,
  ranAt,
  digest: `digest-${ranAt}`,
  tool: "docker-bench",
  edition: "v1.6.1",
  observations,
  ...more,
});

export const actAt = (at: number, key: string, deed: ActDeed): ActStep => ({ ...deed, actId: at, at, key, control: key });

/** Steps in the order given, one after the other. */
export function walk(steps: readonly Step[], facts: CatalogueFacts = STEADY): Projection {
  let projection: Projection = { host: EMPTY_HOST, events: [] };
  for (const step of steps) {
    const result = applyStep(projection.host, step, facts);
    projection = { host: result.host, events: [...projection.events, ...result.events] };
  }
  return projection;
}

export function historyOf(steps: readonly Step[]): HostHistory {
  return {
    scans: steps.flatMap((step) => ("scan" in step ? [step.scan] : [])),
    acts: steps.flatMap((step) => ("act" in step ? [step.act] : [])),
  };
}

export const foldSteps = (steps: readonly Step[], now = 0, facts: CatalogueFacts = STEADY): Projection =>
  foldHost(historyOf(steps), facts, now);

export const act = (at: number, key: string, deed: ActDeed): Step => ({ act: actAt(at, key, deed) });
export const scan = (ranAt: number, ...observations: readonly Observation[]): Step => ({ scan: scanAt(ranAt, observations) });

export const accept = (items: readonly string[] | null, until: number, acceptanceId = "risk-1"): ActDeed => ({
  kind: "accept",
  acceptanceId,
  items,
  until,
  reason: "It is behind the firewall.",
});
export const attest = (says: "pass" | "fail", until: number): ActDeed => ({
  kind: "attest",
  attestationId: "attest-1",
  says,
  until,
  reason: "Checked by hand.",
});
export const notApplicable: ActDeed = { kind: "notApplicable", reason: "No registry here." };
export const reopen: ActDeed = { kind: "reopen", reason: "On second thought." };

/** The finding of a projection; a missing one fails the test. */
export function findingIn({ host }: Pick<Projection, "host">, key: string): Finding {
  const finding = host.findings.get(key);
  if (finding === undefined) throw new Error(`No finding ${key}.`);
  return finding;
}

/** A history in lines that can be read. */
export const told = ({ events }: Projection): string[] => events.map(({ at, kind, from, to }) => `${at} ${kind}: ${from} -> ${to}`);
