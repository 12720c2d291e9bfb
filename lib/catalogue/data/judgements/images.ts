import type { Judgement } from "../../judgement";

/** Our judgements of the controls on container images and build files (docker-bench section 4), by slug. */
export const imageJudgements = {
  "container-user": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A service that is taken over is uid 0 from its first instruction, so a single kernel or mount flaw makes it root on the host.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Running as uid 0 it can overwrite the programs and libraries of its own container, which belong to root.",
      },
    ],
    mitigation: "Set `USER` to a non-zero uid in the Dockerfile, or start the container with `--user 1000:1000`.",
  },
  "trusted-base-images": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A backdoor in the base layer of an unknown publisher is inherited by every image that is built on top of it.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "When a base comes from an anonymous repository, nobody can trace who made the layer that later turns out to be malicious.",
      },
    ],
    mitigation:
      "Allow `FROM` only for official, verified-publisher or own base images, from an allow-list of registries, pinned by `@sha256:` digest.",
  },
  "unnecessary-packages": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Shells, compilers and network clients left in the image are the ready tool kit with which a small foothold grows into an escape.",
      },
    ],
    mitigation: "Build in several stages onto a minimal, distroless or `scratch` base and install with `--no-install-recommends`.",
  },
  "rebuild-images": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A package flaw that was published and fixed long ago still lets a stranger run code in containers of the old image.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "An outdated TLS or parser library in the image can leak process memory, session keys included, to any client that asks.",
      },
    ],
    mitigation:
      "Scan images in CI and on a schedule, and rebuild with `docker build --pull --no-cache` when a fix for a high or critical flaw appears.",
  },
  "content-trust": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "An image that was swapped in the registry or on the way is pulled and started, because the client asks for no signature.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "Whoever controls a mirror or the name of the registry can pass an own image off as the publisher's tag.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "No signing key stands behind a tag, so the person who pushed a bad image can deny having done it.",
      },
    ],
    mitigation:
      "Export `DOCKER_CONTENT_TRUST=1` for every account that pulls, builds or pushes, and verify with cosign or notation where no Notary server exists.",
  },
  "image-healthcheck": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "detects",
        reason:
          "An image without a probe gives its scheduler no way to tell a serving process from a deadlocked one, so the dead one stays in rotation.",
      },
    ],
    mitigation: "Add `HEALTHCHECK --interval=30s --timeout=3s CMD …` to the Dockerfile, with a probe of what the service really offers.",
  },
  "update-instructions": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A cached layer with an old package index makes later builds install versions whose exploits are public, while the build looks fresh.",
      },
    ],
    mitigation:
      "Join index update and install in one `RUN apt-get update && apt-get install -y pkg=version` instruction and pin the versions.",
  },
  "setuid-setgid": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "One flawed setuid-root program in the image is enough for an unprivileged process to become root in its container.",
      },
    ],
    mitigation: "Strip the bits at the end of the Dockerfile: `RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +`.",
  },
  "copy-not-add": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "`ADD` fetches URLs and unpacks archives with nothing compared, so the owner of the remote file decides what lands in the layer.",
      },
    ],
    mitigation: "Use `COPY` for local files; fetch remote ones with `curl` and check their SHA-256, or use `ADD --checksum=sha256:…`.",
  },
  "secrets-in-dockerfiles": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Whoever may pull the image reads passwords and keys out of its layers or `docker history`, even if a later step deletes the file.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "A token found in a layer lets its finder log in to databases and cloud accounts as the service it was made for.",
      },
    ],
    mitigation:
      "Pass build secrets with `RUN --mount=type=secret`, run-time secrets from a secret store, and revoke each one that was ever baked in.",
  },
  "verified-packages": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "A package taken without a signature check can be exchanged on its mirror or in transit, and its install scripts run as root in the build.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "A server that answers in the name of the distribution's mirror is believed, because no key proves who made the package.",
      },
    ],
    mitigation:
      "Install from repositories with a pinned signing key only (`signed-by=`, `gpgcheck=1`) and never with `--allow-unauthenticated` or `--nogpgcheck`.",
  },
  "signed-artifacts": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "A signature that nobody verifies stops nothing: a replaced binary, chart or image passes the pipeline like the genuine one.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "Without a check against a known key, an artifact signed by a stranger counts as much as one of the real vendor.",
      },
    ],
    mitigation:
      "Verify each artifact before use against pinned keys or identities (`cosign verify`, `gpg --verify`) and fail the pipeline otherwise.",
  },
} as const satisfies Record<string, Judgement>;
