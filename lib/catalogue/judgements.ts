import { daemonJudgements } from "./data/judgements/daemon";
import { daemonFileJudgements } from "./data/judgements/daemon-files";
import { enterpriseJudgements } from "./data/judgements/enterprise";
import { hostJudgements } from "./data/judgements/host";
import { imageJudgements } from "./data/judgements/images";
import { kubeApiserverJudgements } from "./data/judgements/kube-apiserver";
import { kubeControlPlaneJudgements } from "./data/judgements/kube-control-plane";
import { kubeEtcdJudgements } from "./data/judgements/kube-etcd";
import { kubeFilesJudgements } from "./data/judgements/kube-files";
import { kubeManagedJudgements } from "./data/judgements/kube-managed";
import { kubeNodeJudgements } from "./data/judgements/kube-node";
import { kubeOperationsJudgements } from "./data/judgements/kube-operations";
import { kubePoliciesJudgements } from "./data/judgements/kube-policies";
import { operationsJudgements } from "./data/judgements/operations";
import { runtimeJudgements } from "./data/judgements/runtime";
import { swarmJudgements } from "./data/judgements/swarm";
import type { Judgement } from "./judgement";

/** The judgements as they are written, one table per section of the benchmark or component of Kubernetes. */
export const JUDGEMENT_TABLES: readonly Readonly<Record<string, Judgement>>[] = [
  hostJudgements,
  daemonJudgements,
  daemonFileJudgements,
  imageJudgements,
  runtimeJudgements,
  operationsJudgements,
  swarmJudgements,
  enterpriseJudgements,
  kubeFilesJudgements,
  kubeApiserverJudgements,
  kubeControlPlaneJudgements,
  kubeEtcdJudgements,
  kubeNodeJudgements,
  kubePoliciesJudgements,
  kubeOperationsJudgements,
  kubeManagedJudgements,
];

/** Judgement by control slug. */
export const judgements: ReadonlyMap<string, Judgement> = new Map(JUDGEMENT_TABLES.flatMap((table) => Object.entries(table)));
