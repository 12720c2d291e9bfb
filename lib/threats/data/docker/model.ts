import type { ThreatModel } from "../../threat-model";
import { dockerBoundaries, dockerDiagram, dockerElements, dockerFlows } from "./diagram";
import { dockerDenialThreats } from "./threats-d";
import { dockerElevationThreats } from "./threats-e";
import { dockerDisclosureThreats } from "./threats-i";
import { dockerRepudiationThreats } from "./threats-r";
import { dockerSpoofingThreats } from "./threats-s";
import { dockerTamperingThreats } from "./threats-t";

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
    ...dockerSpoofingThreats,
    ...dockerTamperingThreats,
    ...dockerRepudiationThreats,
    ...dockerDisclosureThreats,
    ...dockerDenialThreats,
    ...dockerElevationThreats,
  ],
};
