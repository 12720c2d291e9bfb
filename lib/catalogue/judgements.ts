import { daemonJudgements } from "./data/judgements/daemon";
import { daemonFileJudgements } from "./data/judgements/daemon-files";
import { enterpriseJudgements } from "./data/judgements/enterprise";
import { hostJudgements } from "./data/judgements/host";
import { imageJudgements } from "./data/judgements/images";
import { operationsJudgements } from "./data/judgements/operations";
import { runtimeJudgements } from "./data/judgements/runtime";
import { swarmJudgements } from "./data/judgements/swarm";
import type { Judgement } from "./judgement";

/** The judgements as they are written, one table per section of the benchmark. */
export const JUDGEMENT_TABLES: readonly Readonly<Record<string, Judgement>>[] = [
  hostJudgements,
  daemonJudgements,
  daemonFileJudgements,
  imageJudgements,
  runtimeJudgements,
  operationsJudgements,
  swarmJudgements,
  enterpriseJudgements,
];

/** Judgement by control slug. */
export const judgements: ReadonlyMap<string, Judgement> = new Map(JUDGEMENT_TABLES.flatMap((table) => Object.entries(table)));
