import type { ThreatModel } from "../../threat-model";
import { dockerBoundaries, dockerDiagram, dockerElements } from "./diagram";
import { dockerFlows } from "./flows";
import { dockerDenialThreats } from "./threats-d";
import { dockerDaemonElevation } from "./threats-e-daemon";
import { dockerIsolationElevation } from "./threats-e-isolation";
import { dockerOutdatedElevation } from "./threats-e-outdated";
import { dockerSwarmElevation } from "./threats-e-swarm";
import { dockerContainerDisclosure } from "./threats-i-containers";
import { dockerPortDisclosure } from "./threats-i-ports";
import { dockerSecretDisclosure } from "./threats-i-secrets";
import { dockerRepudiationThreats } from "./threats-r";
import { dockerHostSpoofing } from "./threats-s-host";
import { dockerNetworkSpoofing } from "./threats-s-network";
import { dockerHostTampering } from "./threats-t-host";
import { dockerImageTampering } from "./threats-t-images";

/** The threat model of a Docker host that Bulkhead ships; decided by scans of docker-bench-security. */
export const dockerModel: ThreatModel = {
  slug: "docker",
  title: "Docker host and engine",
  prefix: "D",
  description:
    "A host that runs containers with Docker: the daemon and its API, the images it pulls, the containers it starts, the kernel they all share, and a swarm where there is one. What applications do inside their containers is left to models of their own.",
  owner: "",
  reviewer: "",
  contributors: [],
  evidence: ["docker"],
  diagrams: [dockerDiagram],
  elements: dockerElements,
  boundaries: dockerBoundaries,
  flows: dockerFlows,
  notes: [],
  threats: [
    ...dockerHostSpoofing,
    ...dockerNetworkSpoofing,
    ...dockerImageTampering,
    ...dockerHostTampering,
    ...dockerRepudiationThreats,
    ...dockerContainerDisclosure,
    ...dockerSecretDisclosure,
    ...dockerPortDisclosure,
    ...dockerDenialThreats,
    ...dockerDaemonElevation,
    ...dockerIsolationElevation,
    ...dockerSwarmElevation,
    ...dockerOutdatedElevation,
  ],
};
