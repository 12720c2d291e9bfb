import type { Threat } from "../../threat-model";
import { detecting, supporting } from "../links";
import { attack, matrix } from "../references";

/** Elevation of privilege by flaws that a newer version has mended. */
export const dockerOutdatedElevation: readonly Threat[] = [
  {
    slug: "outdated-engine-and-images",
    number: 8,
    title: "Outdated Engine and Images",
    stride: "E",
    origin: "bulkhead",
    stated: null,
    description:
      "Engine, kernel or images are older than published flaws with working exploits. Strangers then get into containers, and from there onto the host, with tools that anybody can download. Images kept on the host age unseen, because a running container looks the same every day.",
    attackPath: [
      "Learn the versions from banners, headers or error pages.",
      "Pick a published exploit for the service and run code in its container.",
      "Pick a second one for runc or the kernel.",
      "Leave the container as root.",
    ],
    elements: ["registry", "images-volumes", "dockerd", "containerd", "host-kernel", "web-container"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "engine-updates", text: "Update engine, containerd, runc and kernel within days of a fix." },
      { id: "image-updates", text: "Scan images, rebuild them on patched bases and pull before starting." },
      { id: "removed-leftovers", text: "Remove images that were withdrawn, so that nobody starts them by mistake." },
    ],
    controls: [
      supporting(
        "docker-up-to-date",
        "engine-updates",
        "Escapes that were fixed stay usable on an old engine; the check of current releases prints a version and can only pass.",
        "low",
      ),
      supporting(
        "kernel-updated",
        "engine-updates",
        "All containers share the kernel, with its public flaws; only old releases of the tool ask.",
        "high",
      ),
      supporting(
        "rebuild-images",
        "image-updates",
        "A package flaw that was fixed long ago still lets strangers in; the tool asks people to look.",
        "high",
      ),
      supporting(
        "latest-image",
        "image-updates",
        "A copy cached months ago is started in place of the patched build; the check never passes.",
      ),
      supporting("update-instructions", "image-updates", "A cached package index makes a fresh build install old versions."),
      supporting("unnecessary-packages", "image-updates", "Packages that are not in the image need no patch and serve no intruder."),
      supporting(
        "image-sprawl",
        "removed-leftovers",
        "A withdrawn image that lies on the host is started again by an old script; the check counts and never passes.",
      ),
      supporting(
        "restart-policy-always",
        null,
        "Each crash is answered with a fresh process, so an exploit may be tried until it succeeds.",
        "low",
      ),
      detecting("dtr-vuln-scan", "image-updates", "A scanning registry marks images with known flaws before they are deployed."),
    ],
    references: [attack("T1190"), attack("T1068"), attack("T1611"), matrix("MS-TA9004")],
    uncovered:
      "The tool knows no list of flaws. Whether engine, kernel and images are patched needs a vulnerability scanner, and a person who attests it.",
  },
];
