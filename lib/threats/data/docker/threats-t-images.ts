import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with images and the containers made of them. */
export const dockerImageTampering: readonly Threat[] = [
  {
    slug: "image-and-container-integrity",
    number: 1,
    title: "Image and Container Integrity",
    stride: "T",
    origin: "source",
    stated: null,
    description:
      "An image is altered before it is started, or a container while it runs, and malicious code or corrupted data gets in. This may happen at the publisher, in the registry, on the way, in a build that takes what it is given, or from within by an intruder who may write to the container's own files.",
    attackPath: [
      "Get a foothold in the chain: a base image, a package mirror, the registry, or a flaw in the running service.",
      "Add code to a layer, move a tag, or write tools into the running container.",
      "Gain further rights in the container through a setuid program that the image brings along.",
      "Replace programs and settings, and stay until the container is made anew.",
    ],
    elements: ["registry", "image-pull", "images-volumes", "containerd", "web-container", "database-container"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "signed-images", text: "Accept signed images only, from publishers and bases that are known." },
      { id: "integrity-verification", text: "Verify digests and signatures in builds and at the registry, so that a change is noticed." },
      { id: "unchanging-containers", text: "Run containers with a read-only root file system; keep what changes in volumes." },
      { id: "least-privilege", text: "Drop privileges: a process gains no more rights than it was started with." },
      {
        id: "current-registry",
        text: "Use registries of version 2 only, which name content by its digest; guard the service if the registry is one's own.",
      },
    ],
    controls: [
      required("content-trust", "signed-images", "Without it the client asks for no signature and starts whatever bears the tag."),
      required(
        "container-no-new-privileges",
        "least-privilege",
        "Rights gained later through a setuid program let an intruder alter files that the service's own account cannot write.",
      ),
      required(
        "read-only-rootfs",
        "unchanging-containers",
        "On a writable root file system an intruder can exchange the application itself and leave tools behind.",
      ),
      supporting(
        "legacy-registry-v1",
        "current-registry",
        "Version 1 does not name layers by their content, so an altered one is taken without notice; a default run does not ask.",
        "high",
      ),
      supporting(
        "trusted-base-images",
        "signed-images",
        "Whatever hides in an unknown base is in every image built on it; only people can say which bases are trusted.",
        "high",
      ),
      supporting(
        "verified-packages",
        "integrity-verification",
        "A package taken without a signature check brings the mirror's code into the image.",
      ),
      supporting(
        "signed-artifacts",
        "integrity-verification",
        "A signature that nobody verifies lets a replaced image or binary through like the genuine one.",
      ),
      supporting(
        "copy-not-add",
        "integrity-verification",
        "`ADD` fetches and unpacks from elsewhere with nothing compared, so the remote side decides what lands in the layer.",
      ),
      supporting(
        "ucp-signed-images",
        "signed-images",
        "Enforced in the cluster, it keeps images that no team signed from being scheduled at all.",
      ),
      supporting(
        "daemon-no-new-privileges",
        "least-privilege",
        "As the daemon's default it holds for containers whose start line forgot the option.",
        "high",
      ),
      supporting("container-user", "least-privilege", "A service that runs as root may overwrite its own programs and libraries.", "high"),
      supporting(
        "registry-mirror",
        "integrity-verification",
        "One mirror of one's own is a place where an altered image can be held up before all hosts have it.",
        "low",
      ),
      supporting(
        "docker-registry-service-ownership",
        "current-registry",
        "The unit's owner can start another program in place of the registry and serve prepared images.",
      ),
      supporting(
        "docker-registry-service-permissions",
        "current-registry",
        "Who may write the unit can switch off the registry's TLS and logins.",
      ),
      supporting(
        "docker-registry-env-ownership",
        "current-registry",
        "The owner of its settings can point the registry at a store of prepared images.",
      ),
      supporting(
        "docker-registry-env-permissions",
        "current-registry",
        "If others write its settings, they may allow anonymous pushes and overwrite tags.",
      ),
      supporting(
        "docker-storage-env-ownership",
        "integrity-verification",
        "The owner of the storage options can lay image layers on a device that he controls.",
        "low",
      ),
      supporting(
        "docker-storage-env-permissions",
        "integrity-verification",
        "Others who write the storage options can move layers to where they may be edited.",
        "low",
      ),
      detecting(
        "audit-var-lib-docker",
        "integrity-verification",
        "Digests are not checked again at start, so a record of writes is what shows an edited layer.",
      ),
    ],
    references: [attack("T1525"), attack("T1204.003"), attack("T1612"), matrix("MS-TA9002")],
    uncovered:
      "The check on content trust reads one environment variable of the account that ran the scan. Whether builds and other accounts verify what they pull, no check tells.",
  },
];
