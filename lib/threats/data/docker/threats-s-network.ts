import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing on the network: being taken for a registry, or for a client of the daemon. */
export const dockerNetworkSpoofing: readonly Threat[] = [
  {
    slug: "registry-impersonation",
    number: 2,
    title: "Registry Impersonation",
    stride: "S",
    origin: "bulkhead",
    stated: null,
    description:
      "A stranger's machine answers in the name of the registry. The daemon believes it where a registry is listed as insecure, where the trusted authority on disk can be exchanged, or where nobody asks for a publisher's signature. Each image pulled from then on is the stranger's choice.",
    attackPath: [
      "Take a place between host and registry: DNS, a proxy, the local network.",
      "Answer without TLS, or with a certificate from an authority that was slipped into certs.d.",
      "Serve a manifest of one's own under a well-known tag.",
      "Wait until the host pulls the tag and starts it.",
    ],
    elements: ["registry", "image-pull", "dockerd", "daemon-config"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "verified-registries", text: "Speak to registries over verified TLS and the v2 protocol only; list none as insecure." },
      { id: "guarded-authorities", text: "Let nobody but root write the authorities below /etc/docker/certs.d." },
      { id: "publisher-signatures", text: "Ask for the publisher's signature, so that a false registry has nothing acceptable to serve." },
    ],
    controls: [
      required(
        "insecure-registries",
        "verified-registries",
        "For a registry on this list the daemon accepts any certificate or none, so whoever answers is the registry.",
      ),
      required(
        "registry-cert-permissions",
        "guarded-authorities",
        "If others may write the registry's ca.crt, one appended certificate makes their machine the registry.",
      ),
      required(
        "registry-cert-ownership",
        "guarded-authorities",
        "The owner of an authority file can exchange it whatever its mode says, and with it who is believed.",
      ),
      required(
        "content-trust",
        "publisher-signatures",
        "Without the signature check, answering in the registry's name is all it takes to pass off an image.",
        "medium",
      ),
      supporting(
        "legacy-registry-v1",
        "verified-registries",
        "A broken v2 answer used to bring old daemons back to v1, a protocol that is easier to pose in; a default run does not ask.",
      ),
      supporting(
        "etc-docker-dir-permissions",
        "guarded-authorities",
        "Who may write /etc/docker can add a certs.d entry for a registry of theirs.",
        "high",
      ),
      supporting(
        "etc-docker-dir-ownership",
        "guarded-authorities",
        "The owner of /etc/docker can move certs.d away and lay down another.",
        "high",
      ),
      supporting(
        "verified-packages",
        "publisher-signatures",
        "The same trick works on a package mirror during a build, unless packages are checked against a known key.",
      ),
      supporting(
        "signed-artifacts",
        "publisher-signatures",
        "A signature exposes the impostor only if somebody verifies it against a known key.",
      ),
      detecting("audit-etc-docker", "guarded-authorities", "A record of writes below /etc/docker shows who brought in a new authority."),
    ],
    references: [attack("T1036"), attack("T1204.003"), matrix("MS-TA9002")],
    uncovered: null,
  },
  {
    slug: "daemon-api-without-client-certificates",
    number: 3,
    title: "Daemon API Without Client Certificates",
    stride: "S",
    origin: "bulkhead",
    stated: null,
    description:
      "The daemon listens on TCP and takes everybody who connects for an administrator, because no certificate is asked for or because the keys behind the certificates are in other hands. Open daemons are searched for on the internet around the clock and are taken over within hours.",
    attackPath: [
      "Scan for ports 2375 and 2376, or copy a key that is readable on the host.",
      "Connect, or sign a client certificate with an authority that was appended to the trusted ones.",
      "Start a container with the host's root directory mounted.",
      "Write a key or a cron job to the host, and run coin miners in the meantime.",
    ],
    elements: ["docker-cli", "cli-to-daemon", "dockerd", "daemon-config"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      {
        id: "mutual-tls",
        text: "Keep the daemon on its local socket and reach it over SSH; if TCP must be, ask every client for a certificate.",
      },
      { id: "guarded-ca", text: "Let only root own and write the list of trusted authorities." },
      { id: "guarded-key", text: "Keep the daemon's private key to root, mode 400." },
      { id: "known-endpoint", text: "Have the daemon listen in its usual place, with the certificate that clients expect." },
    ],
    controls: [
      required(
        "daemon-tls",
        "mutual-tls",
        "A TCP port without client certificates gives root on the host to whoever reaches it.",
        "medium",
      ),
      required(
        "tls-ca-cert-permissions",
        "guarded-ca",
        "An authority that others can append to the file vouches for clients that nobody admitted.",
      ),
      required(
        "tls-ca-cert-ownership",
        "guarded-ca",
        "The file's owner can name his own authority there and issue himself a client certificate.",
      ),
      required(
        "server-cert-key-permissions",
        "guarded-key",
        "A readable key lets a local user stand between operators and the daemon and be taken for it.",
      ),
      required(
        "server-cert-key-ownership",
        "guarded-key",
        "A key that another account owns is that account's to copy and to use in the daemon's name.",
      ),
      supporting(
        "server-cert-permissions",
        "known-endpoint",
        "A certificate that can be overwritten teaches people to click through warnings, which hides a false daemon.",
        "low",
      ),
      supporting(
        "server-cert-ownership",
        "known-endpoint",
        "The owner of the certificate decides which identity clients are shown.",
        "low",
      ),
      supporting(
        "docker-bind-default",
        "known-endpoint",
        "On another port or socket the usual permissions no longer say who is a client.",
        "high",
      ),
      supporting(
        "ucp-external-certs",
        "known-endpoint",
        "With a certificate that browsers know, people notice a server in between instead of accepting it.",
        "low",
      ),
    ],
    references: [attack("T1133"), attack("T1610"), attack("T1552.007"), matrix("MS-TA9005")],
    uncovered:
      "A daemon that does not listen on TCP gives these checks nothing to test. Current releases also overlook a listener on the daemon's command line, so look at its sockets before marking them as not applicable.",
  },
];
