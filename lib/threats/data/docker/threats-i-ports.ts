import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure through ports that were meant for insiders. */
export const dockerPortDisclosure: readonly Threat[] = [
  {
    slug: "internal-ports-open-to-outsiders",
    number: 5,
    title: "Internal Ports Open to Outsiders",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "A port meant for neighbours or operators is published on all interfaces of the host, the public one too. Docker's rules let it in ahead of the host firewall's, so people believe it closed. Databases, caches and metrics then answer strangers.",
    attackPath: [
      "Scan the host's public address.",
      "Find a database, cache or metrics port that was published on 0.0.0.0.",
      "Connect without a password, or with a default one.",
      "Copy what the service holds.",
    ],
    elements: ["service-users", "service-requests", "web-container", "database-container"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "bound-ports", text: "Publish a port on the one address that needs it, loopback for local use." },
      { id: "needed-ports-only", text: "Publish nothing that only other containers use; they reach each other over their network." },
      { id: "own-stack", text: "Give each container a network of its own, so that what it listens on stays inside." },
    ],
    controls: [
      required(
        "bind-host-interface",
        "bound-ports",
        "A port published on 0.0.0.0 is open on the public interface as well, past the host firewall's input rules.",
      ),
      required(
        "host-network",
        "own-stack",
        "On the host's network everything the container listens on is open, whether or not it was published.",
      ),
      supporting(
        "needed-ports",
        "needed-ports-only",
        "The check names every container with a published port; whether a port is needed only people can say, so its failing decides nothing.",
        "high",
      ),
      supporting(
        "privileged-ports",
        "bound-ports",
        "What answers on a low port is tried first by every scan and trusted most by clients.",
        "low",
      ),
      supporting(
        "iptables",
        "bound-ports",
        "Without Docker's rules containers may be reached where their networks were meant to be closed.",
      ),
      supporting("non-essential-services", "needed-ports-only", "Services of the host that nobody needs are ports that strangers can try."),
    ],
    references: [attack("T1190"), attack("T1133"), matrix("MS-TA9005")],
    uncovered: "A port published on all IPv6 addresses alone is not seen, and whether a published port is needed only people can say.",
  },
];
