import fc from "fast-check";
import type { Observation } from "@/lib/catalogue/observation";
import type { HostHistory, Step } from "@/lib/hardening/fold";
import type { ActDeed, ActStep, ScanStep } from "@/lib/hardening/steps";
import { fail, info, manual, pass, scanAt, unassessable } from "./history-builder";

const KEYS = ["ssh", "icc", "logs"] as const;
export const key = fc.constantFrom(...KEYS);
export const time = fc.integer({ min: 1, max: 40 });
const names = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 });

const observation = (of: string): fc.Arbitrary<Observation> =>
  fc.oneof(
    fc.tuple(names, fc.boolean()).map(([items, itemsWhole]) => fail(of, items, { itemsWhole })),
    fc.boolean().map((canOnlyPass) => pass(of, { canOnlyPass })),
    names.map((items) => manual(of, items)),
    fc.constant(info(of)),
    fc.constant(unassessable(of)),
  );

export const observations = fc
  .tuple(...KEYS.map((of) => fc.option(observation(of), { nil: undefined })))
  .map((results) => results.filter((result) => result !== undefined));

export const aScan: fc.Arbitrary<ScanStep> = fc
  .record({
    ranAt: time,
    edition: fc.constantFrom("v1.3.5", "v1.6.1", null),
    tool: fc.constantFrom("docker-bench", "kube-bench"),
    observations,
  })
  .map(({ ranAt, observations: results, ...more }) => scanAt(ranAt, results, more));

const reason = "Because.";
const deed: fc.Arbitrary<ActDeed> = fc.oneof(
  fc.constantFrom<ActDeed>(
    { kind: "start" },
    { kind: "saysFixed" },
    { kind: "assign" },
    { kind: "reopen", reason },
    { kind: "notApplicable", reason },
  ),
  fc
    .record({ items: fc.option(names), until: fc.integer({ min: 1, max: 60 }), acceptanceId: fc.constantFrom("r1", "r2") })
    .map((more): ActDeed => ({ kind: "accept", reason, ...more })),
  fc.constantFrom("r1", "r2").map((acceptanceId): ActDeed => ({ kind: "retireAcceptance", acceptanceId, reason })),
  fc.constantFrom("t", "u").map((attestationId): ActDeed => ({ kind: "retireAttestation", attestationId, reason })),
  fc
    .record({ says: fc.constantFrom("pass" as const, "fail" as const), until: fc.integer({ min: 1, max: 60 }) })
    .map((more): ActDeed => ({ kind: "attest", attestationId: "t", reason, ...more })),
);
const anAct = fc.record({ at: time, key, deed });

/** Every step gets an identity of its own; several may share an instant. */
export const anyHistory: fc.Arbitrary<HostHistory> = fc
  .record({ scans: fc.array(aScan, { maxLength: 8 }), acts: fc.array(anAct, { maxLength: 6 }) })
  .map(({ scans, acts }) => ({
    scans: scans.map((scan, index) => ({ ...scan, scanId: index + 1, digest: `d${index}` })),
    acts: acts.map(({ at, key: of, deed: what }, index): ActStep => ({ ...what, at, key: of, control: of, actId: index + 1 })),
  }));

export const stepsOf = ({ scans, acts }: HostHistory): Step[] => [...scans.map((scan) => ({ scan })), ...acts.map((act) => ({ act }))];
