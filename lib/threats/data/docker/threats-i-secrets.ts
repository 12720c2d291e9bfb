import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure of secrets: in images, in the environment and in a swarm. */
export const dockerSecretDisclosure: readonly Threat[] = [
  {
    slug: "secrets-left-in-images-and-environment",
    number: 3,
    title: "Secrets Left in Images and Environment",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "Passwords and keys are baked into image layers or handed over as environment variables, where many can read them: everybody who may pull the image, inspect a container or read a debug log. A later layer that deletes the file does not delete the secret.",
    attackPath: [
      "Pull an image, or get read access to the Docker API or its logs.",
      "Look through layers, `docker history` and the environment of containers, stopped ones too.",
      "Pick out tokens and passwords.",
      "Log in with them where the service would.",
    ],
    elements: ["images-volumes", "registry", "image-pull", "dockerd", "logs-audit"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "build-secrets", text: "Give secrets to a build by mounts that leave no layer, and scan images for those that slipped in." },
      { id: "runtime-secrets", text: "Hand secrets to running services as files from a secret store, not as environment variables." },
      { id: "quiet-logs", text: "Do not run the daemon at level debug, which writes requests and their contents to the log." },
      { id: "cleared-leftovers", text: "Remove stopped containers, which keep their environment and files." },
    ],
    controls: [
      supporting(
        "secrets-in-dockerfiles",
        "build-secrets",
        "A secret written in a Dockerfile is in a layer for good; the tool asks people to look and decides nothing.",
        "high",
      ),
      supporting(
        "swarm-secrets",
        "runtime-secrets",
        "Docker's secrets reach a service as files in memory, which `docker service inspect` does not show.",
      ),
      supporting(
        "log-level",
        "quiet-logs",
        "At debug the daemon writes requests, with the environment in them, to a log that more people may read.",
      ),
      supporting(
        "container-sprawl",
        "cleared-leftovers",
        "Each forgotten container hands out its environment to `docker inspect`; the check counts and never passes.",
      ),
      supporting(
        "daemon-json-permissions",
        "quiet-logs",
        "Who may write daemon.json can send the output of all containers to a collector of their own and read along.",
      ),
      supporting(
        "docker-sock-permissions",
        "runtime-secrets",
        "Through an open socket every local user can inspect the environment of all containers.",
      ),
    ],
    references: [attack("T1552"), attack("T1552.007"), matrix("MS-TA9027")],
    uncovered:
      "The tool does not look into images or environments. Whether secrets lie there has to be searched with a secret scanner and attested.",
  },
  {
    slug: "swarm-secrets-and-traffic-exposed",
    number: 4,
    title: "Swarm Secrets and Traffic Exposed",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "A swarm keeps all its secrets in the managers' state, and its services talk across the wires between nodes. Where overlay networks are not encrypted, everybody on the way can read along; where managers are not locked, a stolen disk or backup opens every secret.",
    attackPath: [
      "Get onto the network between two nodes, or get hold of a manager's disk or backup.",
      "Record VXLAN packets, or read the key that lies beside the encrypted state.",
      "Take services' data and all swarm secrets from them.",
    ],
    elements: ["swarm-peers", "swarm-traffic", "dockerd"],
    likelihood: "low",
    impact: "high",
    mitigations: [
      { id: "encrypted-overlays", text: "Create overlay networks with encryption." },
      {
        id: "locked-managers",
        text: "Lock managers, so that a restart asks for a key that is not on the disk, and change that key now and then.",
      },
      { id: "stored-secrets", text: "Keep credentials of services in the swarm's secret store." },
    ],
    controls: [
      required(
        "swarm-overlay-encrypted",
        "encrypted-overlays",
        "An overlay without encryption carries containers' traffic readable across the network between nodes.",
      ),
      required("swarm-autolock", "locked-managers", "Without auto-lock the key of the managers' state lies beside it on the same disk."),
      supporting(
        "swarm-autolock-rotate",
        "locked-managers",
        "A key once copied opens every disk and backup until it is changed; on a locked swarm the tool asks people to look.",
      ),
      supporting("swarm-secrets", "stored-secrets", "Credentials outside the store are shown to everybody who may inspect a service."),
      supporting("ucp-rbac", "stored-secrets", "Teams that are kept apart cannot look into one another's secrets and volumes."),
      supporting(
        "ucp-external-certs",
        null,
        "A known certificate lets administrators notice a server in between before it reads their passwords.",
        "low",
      ),
    ],
    references: [attack("T1552"), attack("T1613")],
    uncovered: "A host without a swarm passes these checks, since it has no swarm secrets and no overlay traffic.",
  },
];
