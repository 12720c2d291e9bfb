import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing at the host: being taken for one of its operators. */
export const dockerHostSpoofing: readonly Threat[] = [
  {
    slug: "unauthorized-access-to-docker-host",
    number: 1,
    title: "Unauthorized Access to Docker Host",
    stride: "S",
    origin: "source",
    stated: null,
    description:
      "Somebody poses as a legitimate user or service and gets onto the host, or to the socket that is as good as the host. Weak logins, an SSH service left in a container or a socket open to everybody are ways in. Whoever is on the host with Docker's rights commands every container on it.",
    attackPath: [
      "Find a login: SSH of the host, sshd in a container, a forgotten service on a low port.",
      "Guess, buy or steal a password or key that is accepted there.",
      "Look around for the Docker socket or an account in the docker group.",
      "Give orders to the daemon in the name of the account that was taken.",
    ],
    elements: ["operator", "docker-cli", "cli-to-daemon", "dockerd", "web-container"],
    likelihood: "high",
    impact: "very_high",
    mitigations: [
      { id: "strong-authentication", text: "Let people in by SSH keys and a second factor; switch off passwords and root's login." },
      {
        id: "no-second-door",
        text: "Run no SSH in containers. Use `docker exec`, or the exec of the orchestrator, which goes through the host's own login.",
      },
      { id: "closed-socket", text: "Keep the Docker socket to root and the docker group, and keep that group small." },
      { id: "hardened-host", text: "Harden the host itself and remove services that it does not need." },
    ],
    controls: [
      required(
        "no-ssh-in-containers",
        "no-second-door",
        "An sshd in a container is a login of its own beside the host's, where a guessed password passes for a legitimate user.",
      ),
      required(
        "docker-sock-permissions",
        "closed-socket",
        "A socket that others may write takes any local process for an operator, with no login at all.",
      ),
      required(
        "docker-sock-ownership",
        "closed-socket",
        "Owner and group of the socket are the only proof of identity the local API asks for, so a wrong one lets the wrong accounts pass.",
      ),
      supporting(
        "trusted-users",
        "closed-socket",
        "Each account in the docker group is one more whose stolen login opens the host; the check decides only when the scan was given the trusted names.",
        "high",
      ),
      supporting(
        "host-hardened",
        "hardened-host",
        "Logins by password, or for root, are what a guesser tries first; no tool decides whether they are gone.",
      ),
      supporting(
        "privileged-ports",
        null,
        "A container on a port below 1024 can pose as the host's own SSH and collect what people type there.",
        "low",
      ),
      supporting(
        "non-essential-services",
        "hardened-host",
        "Each needless service that listens is one more login to guess or flaw to enter by.",
        "high",
      ),
      supporting(
        "ucp-ldap",
        "strong-authentication",
        "Logins from the directory follow its lock-out and leaver rules, where local accounts of UCP outlive both.",
      ),
      supporting(
        "ucp-session-limit",
        "strong-authentication",
        "A cap on sessions keeps a stolen password from being used unnoticed beside its owner.",
        "low",
      ),
      supporting(
        "ucp-session-lifetime",
        "strong-authentication",
        "A short session makes a copied token or an unlocked browser useless within minutes.",
      ),
      supporting(
        "ucp-client-bundles",
        "strong-authentication",
        "A key pair for each person ends shared logins to the engine, in which an intruder looks like anybody else.",
      ),
    ],
    references: [attack("T1078"), attack("T1110"), attack("T1133"), matrix("MS-TA9010")],
    uncovered:
      "No check sees how people sign in to the host: whether SSH takes keys only, or asks for a second factor, has to be looked at and attested.",
  },
];
