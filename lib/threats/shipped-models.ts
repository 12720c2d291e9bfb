import { dockerModel } from "./data/docker/model";
import { kubernetesModel } from "./data/kubernetes/model";
import type { ThreatModel } from "./threat-model";

/** The models that come with the program. */
export const SHIPPED_MODELS: readonly ThreatModel[] = [dockerModel, kubernetesModel];
