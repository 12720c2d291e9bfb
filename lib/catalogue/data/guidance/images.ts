import type { Guidance } from "../../guidance";

/** Guidance for the controls on container images and build files (section 4). */
export const imageGuidance = {
  "container-user": {
    meaning:
      "Reads the configured user of each running container and warns of those where it is empty, `root` or `0`; early versions only noticed the empty one. `0:0` or another name for uid 0 slips through. A pass means that the main process of every container was told to start as somebody else; programs may still become root through setuid files.",
    why: "An intruder in a service that runs as root starts with uid 0, which is the uid 0 of the host unless user namespaces are on. Files that come in by bind mounts are then open to writing, and a flaw in the kernel or runtime that needs root in the container leads straight to root outside. As another user the same flaw is often out of reach.",
    fix: [
      {
        place: "Dockerfile",
        text: "Make a user and switch to it at the end. A number lets Kubernetes check that it is not root.",
        code: "RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app\nUSER 10001:10001",
      },
      {
        place: "Dockerfile",
        text: "The same on Alpine.",
        code: "RUN addgroup -g 10001 app && adduser -D -H -u 10001 -G app app\nUSER 10001:10001",
      },
      {
        place: "docker run",
        text: "For an image that you cannot change, name the user at start.",
        code: "docker run --user 10001:10001 <image>",
      },
      {
        place: "Compose",
        text: "The same in Compose.",
        code: 'services:\n  <service>:\n    user: "10001:10001"',
      },
      {
        place: "Kubernetes",
        text: "In the container's part of the pod, refuse root outright.",
        code: "securityContext:\n  runAsNonRoot: true\n  runAsUser: 10001\n  runAsGroup: 10001\n  allowPrivilegeEscalation: false",
      },
    ],
    verify: [
      {
        text: "Prints a user other than root beside each name.",
        code: "docker ps -q | xargs -r docker inspect --format '{{.Name}} {{.Config.User}}'",
      },
      { text: "Shows under which uid the processes really run.", code: "docker top <container> -eo pid,uid,args" },
    ],
    sideEffects:
      "Volumes and directories that root owns are no longer writable: give them to the new uid with `chown -R 10001:10001 <path>` first. Before Docker 20.10 such a user cannot listen below port 1024. Images with an entry point that starts as root and steps down by itself may fail when a user is forced on them.",
    effort: "hours",
    nist: ["4.1.2"],
    attack: ["T1068", "T1611"],
  },
  "trusted-base-images": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. Which images are built on, who publishes them and whether anybody pins them has to be read from the Dockerfiles and the registry.",
    why: "All that a base image carries is in every image above it and runs with the application's rights and secrets. Public registries hold images with miners and back doors under names one letter away from the known ones. A tag can also change its content from one build to the next, so what was reviewed is not what is built.",
    fix: [
      {
        place: "shell",
        text: "Look up the digest behind the tag that you reviewed.",
        code: "docker buildx imagetools inspect <image>:<tag> --format '{{.Manifest.Digest}}'",
      },
      {
        place: "Dockerfile",
        text: "Build on Docker Official Images, on those of a verified publisher or on your own, and pin the digest. Renovate and Dependabot keep such pins up to date.",
        code: "FROM <registry>/<image>:<tag>@sha256:<digest>",
      },
      {
        place: "shell",
        text: "Keep approved bases in a registry of your own and take them from there only.",
        code: "docker buildx imagetools create --tag <registry>/base/<image>:<tag> <image>@sha256:<digest>",
      },
    ],
    verify: [
      {
        text: "Prints nothing but `scratch` and names of earlier stages of the same file.",
        code: "grep -rnE --include='*Dockerfile*' '^FROM ' . | grep -v '@sha256:'",
      },
      {
        text: "Shows the registry and name of each image in use, to compare with the list of approved ones.",
        code: "docker ps --format '{{.Image}}' | sort -u",
      },
    ],
    sideEffects:
      "A pinned base gets no updates by itself: without a bot or a schedule that moves the pin, known flaws pile up. Changing to another base can change the C library, paths and shells, so run the tests of the application.",
    effort: "days",
    nist: ["4.1.2", "4.1.5"],
    attack: ["T1204.003"],
  },
  "unnecessary-packages": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. What an image carries beyond what the application needs has to be listed from the image itself.",
    why: "An intruder in a container uses what lies there: a shell, `curl` to fetch more, a compiler to build an exploit against the kernel. In an image with nothing but the program, each of these has to be brought along first. Packages that nobody uses also fill the scanner's list, and the finding that matters drowns in it.",
    fix: [
      {
        place: "Dockerfile",
        text: "Build in one stage, and copy the result into a small base, here for Go onto distroless.",
        code: 'FROM golang:<version> AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app ./cmd/<name>\n\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
      },
      {
        place: "Dockerfile",
        text: "Where a distribution is needed, install without recommended packages and leave no package index behind.",
        code: "RUN apt-get update && apt-get install -y --no-install-recommends <package> && rm -rf /var/lib/apt/lists/*",
      },
    ],
    verify: [
      {
        text: "Prints no path, or Docker reports that there is no `sh`.",
        code: "docker run --rm --entrypoint sh <image> -c 'command -v curl; command -v wget; command -v nc; command -v gcc'",
      },
      {
        text: "Lists the packages of an image on Debian or Ubuntu; on Alpine `apk info` does.",
        code: "docker run --rm --entrypoint dpkg-query <image> -W",
      },
    ],
    sideEffects:
      "Nobody can open a shell in such a container: look inside with a second one that shares its namespaces, by `docker run -it --pid container:<name> --network container:<name> busybox` or `kubectl debug`. Health probes that call `curl` stop working.",
    effort: "days",
    nist: ["4.1.2"],
    attack: [],
  },
  "rebuild-images": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. Only a scanner tells which known flaws an image has, and only the build system tells when it was last built from a fresh base.",
    why: "An image never changes, so each flaw that becomes known after its build stays in it, and in every container started from it. Exploits for the common ones are public within days. A library of the base that answers requests from the network is enough to let a stranger run code in the container.",
    fix: [
      {
        place: "shell",
        text: "Scan in the build, and let it fail on flaws that have a fix; here with Trivy, other scanners do the same.",
        code: "trivy image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 <image>:<tag>",
      },
      {
        place: "shell",
        text: "Rebuild from the newest base and without cached layers, on a schedule and when a fix appears.",
        code: "docker build --pull --no-cache -t <registry>/<image>:<tag> .\ndocker push <registry>/<image>:<tag>",
      },
      {
        place: "shell",
        text: "Replace the running containers. A new image alone changes none of them.",
        code: "docker compose pull\ndocker compose up -d",
      },
    ],
    verify: [
      { text: "Ends with exit code 0.", code: "trivy image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 <image>:<tag>" },
      {
        text: "Prints the same id twice: the container runs the image that was just pulled.",
        code: "docker inspect --format '{{.Image}}' <container>\ndocker image inspect --format '{{.Id}}' <image>:<tag>",
      },
    ],
    sideEffects:
      "A rebuild takes in new versions of everything that is not pinned, so it needs the same tests as a change of code. Builds without cache take longer, and each replaced container is a short interruption unless several share the load.",
    effort: "days",
    nist: ["4.1.1", "4.2.2"],
    attack: ["T1068", "T1190"],
  },
  "content-trust": {
    meaning:
      "Asks whether `DOCKER_CONTENT_TRUST` is 1 in the environment of the shell that ran the tool, and nothing else. A pass says nothing about other accounts, the build agents or the daemon. Docker is retiring this mechanism: its public Notary service is to shut down on 8 December 2026.",
    why: "Without a signature check the client takes whatever the registry answers for a tag. Whoever steals a push token, or takes over the registry or a mirror of it, puts an image of their own behind a name that everybody deploys. The next pull runs it, and no key tells who made it.",
    fix: [
      {
        place: "shell",
        text: "With a Notary server of your own for your registry, switch the check on for all logins. Do not build anew on Docker's public one.",
        code: "echo 'DOCKER_CONTENT_TRUST=1' | sudo tee -a /etc/environment",
      },
      {
        place: "shell",
        text: "Else sign with Sigstore or Notation, and verify before each deployment: here with cosign and a key of your own.",
        code: "cosign sign --key cosign.key <registry>/<image>@sha256:<digest>\ncosign verify --key cosign.pub <registry>/<image>@sha256:<digest>",
      },
      {
        place: "Compose",
        text: "Deploy by the digest that was verified, so that the tag has no say any more.",
        code: "services:\n  <service>:\n    image: <registry>/<image>@sha256:<digest>",
      },
    ],
    verify: [
      { text: "Prints 1 in a new login, for the accounts that pull.", code: "printenv DOCKER_CONTENT_TRUST" },
      {
        text: "Is refused because there is no trust data: the check is at work.",
        code: "docker pull <registry>/<unsigned-image>:<tag>",
      },
    ],
    sideEffects:
      "With the variable set, pulls of unsigned tags fail, and that is nearly every public image: Docker Official Images are no longer signed this way. Only the `docker` command heeds it; Compose, builds with BuildKit and other clients of the socket do not. A finding that stays open because you verify with cosign is a sound decision: write it down.",
    effort: "days",
    nist: ["4.1.5"],
    attack: ["T1204.003", "T1525"],
  },
  "image-healthcheck": {
    meaning:
      "Looks at every image on the host and warns of those without a `HEALTHCHECK`. A pass means that each image names a probe, not that the probe asks the right thing; `HEALTHCHECK NONE` also counts. Images that only run under Kubernetes need none, for it ignores this instruction.",
    why: "A process can hang in a deadlock or have lost its database and still be there, so Docker calls the container running. Swarm and the balancer in front keep sending requests to it, and people find out before the operators do. With a probe the state turns to unhealthy within a minute or two.",
    fix: [
      {
        place: "Dockerfile",
        text: "Ask for something that only a working service can answer. `wget` is part of Alpine and BusyBox; in an image without such a tool let the program itself have a mode that probes.",
        code: "HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 CMD wget -q -O /dev/null http://127.0.0.1:<port>/<path> || exit 1",
      },
      {
        place: "Compose",
        text: "For an image that you cannot change, set the probe where it is used.",
        code: 'services:\n  <service>:\n    healthcheck:\n      test: ["CMD-SHELL", "wget -q -O /dev/null http://127.0.0.1:<port>/<path> || exit 1"]\n      interval: 30s\n      timeout: 3s\n      start_period: 20s\n      retries: 3',
      },
      {
        place: "Kubernetes",
        text: "Kubernetes has probes of its own, in the container's part of the pod.",
        code: "readinessProbe:\n  httpGet:\n    path: /<path>\n    port: <port>\n  periodSeconds: 10\nlivenessProbe:\n  httpGet:\n    path: /<path>\n    port: <port>\n  periodSeconds: 30",
      },
    ],
    verify: [
      { text: "Prints the probe, not `null`.", code: "docker image inspect --format '{{json .Config.Healthcheck}}' <image>" },
      { text: "Prints `healthy`.", code: "docker inspect --format '{{.State.Health.Status}}' <container>" },
    ],
    sideEffects:
      "Docker alone marks an unhealthy container and does not restart it; Swarm replaces it, so a probe that is too strict makes healthy ones come and go. Each probe starts a process in the container. A probe set in Compose does not clear this finding, which is about the image.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "update-instructions": {
    meaning:
      "Searches the history of every image for the word `update` and reports an INFO where it occurs. It cannot tell a lone `apt-get update` from one that is joined with the install, which is the right form, and the shortened lines that it reads hide many. So read the Dockerfile of each named image before you change anything.",
    why: "Docker reuses a layer as long as its instruction is the same text. A package index that was fetched in a layer of its own is therefore weeks old when the next instruction installs from it. The build looks fresh, and the image gets versions whose flaws are public, or fails because the old packages are gone from the mirror.",
    fix: [
      {
        place: "Dockerfile",
        text: "Fetch the index and install in one instruction, so that both are cached or redone together. Pin versions where it matters.",
        code: "RUN apt-get update && apt-get install -y --no-install-recommends <package>=<version> && rm -rf /var/lib/apt/lists/*",
      },
      { place: "Dockerfile", text: "On Alpine no index is needed beforehand.", code: "RUN apk add --no-cache <package>=<version>" },
      {
        place: "shell",
        text: "Let the build that is released start without the cache.",
        code: "docker build --pull --no-cache -t <image>:<tag> .",
      },
    ],
    verify: [
      {
        text: "Each line that it prints also holds the install.",
        code: "docker history --no-trunc --format '{{.CreatedBy}}' <image> | grep -E '(apt|apt-get|apk|dnf|yum) .*update'",
      },
    ],
    sideEffects:
      "Debian and Alpine remove old versions from their mirrors, so a build with pinned versions fails one day until the pin is moved. Images with the right form stay on the tool's list.",
    effort: "minutes",
    nist: ["4.1.1"],
    attack: [],
  },
  "setuid-setgid": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. Programs with the setuid or setgid bit, which run with the rights of the file's owner or group, have to be listed from each image.",
    why: "Distributions bring along a dozen such programs, from `su` to `mount`, that a service never calls. With a flaw in one of them, a process that was started as an ordinary user becomes root in its container. From there the step to the host is much shorter.",
    fix: [
      {
        place: "Dockerfile",
        text: "Take the bits away before `USER`, as the last step that needs root.",
        code: "RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +",
      },
      {
        place: "docker run",
        text: "For an image that you cannot change, make the bits count for nothing.",
        code: "docker run --security-opt no-new-privileges=true <image>",
      },
      {
        place: "Compose",
        text: "The same in Compose.",
        code: 'services:\n  <service>:\n    security_opt:\n      - "no-new-privileges:true"',
      },
      {
        place: "Kubernetes",
        text: "The same in the container's part of the pod.",
        code: "securityContext:\n  allowPrivilegeEscalation: false",
      },
    ],
    verify: [
      {
        text: "Lists no file between the two ids. The container is made to read its files and never started.",
        code: 'id=$(docker create <image> none)\ndocker export "$id" | tar -tvf - | grep -E \'^-(..[sS]|.{5}[sS])\'\ndocker rm "$id"',
      },
    ],
    sideEffects:
      "What relies on a bit fails, such as `su`, `sudo` and an old `ping`. Search the entry point for them, and leave out single files with `! -path <file>` in the `find`.",
    effort: "hours",
    nist: ["4.1.2"],
    attack: ["T1068"],
  },
  "copy-not-add": {
    meaning:
      "Searches the history of every image for the letters `ADD` and reports an INFO where they occur; recent editions leave out the oldest layer. Layers of the base image count too, and so does an environment variable with these letters. A pass means that no layer above the oldest was made by `ADD`.",
    why: "`ADD` fetches from URLs and unpacks local archives without a word. Whoever controls the remote file, or gets between it and the build over plain HTTP, decides what lands in the image, and no build step compares it with anything. `COPY` takes files of the build context only, as they are.",
    fix: [
      { place: "Dockerfile", text: "Take local files with `COPY`.", code: "COPY <file> /<path>/" },
      {
        place: "Dockerfile",
        text: "Fetch remote files with their checksum. BuildKit, the default builder since Docker 23.0, refuses a file that differs.",
        code: "ADD --checksum=sha256:<digest> https://<host>/<file> /<path>/",
      },
      {
        place: "Dockerfile",
        text: "Or fetch and check in one `RUN`, which keeps the image off the tool's list and the archive out of the layer.",
        code: "RUN curl -fsSLo /tmp/<file>.tar.gz https://<host>/<file>.tar.gz && echo '<digest>  /tmp/<file>.tar.gz' | sha256sum -c - && tar -xzf /tmp/<file>.tar.gz -C /<path> && rm /tmp/<file>.tar.gz",
      },
    ],
    verify: [
      {
        text: "Prints nothing but lines with `--checksum`.",
        code: "grep -rniE --include='*Dockerfile*' '^[[:space:]]*ADD[[:space:]]' .",
      },
    ],
    sideEffects:
      "`COPY` does not unpack archives, so an `ADD` of a local `.tar.gz` needs a `RUN tar` in its place. Images whose base was made with `ADD` stay on the list whatever you write.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  "secrets-in-dockerfiles": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. Passwords, tokens and keys that went into a build have to be searched for in the Dockerfiles, in the history and in the layers of the image.",
    why: "Every instruction and each file that it left is kept in the image. Whoever may pull it reads `ENV` and `ARG` values from `docker history` and files from the layers, even those that a later step deletes. With the token found there, the finder logs in to the database or the cloud account as the service.",
    fix: [
      {
        place: "Dockerfile",
        text: "Mount a secret for the one step that needs it; it is in no layer and in no history.",
        code: "RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
      },
      {
        place: "shell",
        text: "Hand it to the build from a file.",
        code: 'docker build --secret id=npmrc,src="$HOME/.npmrc" -t <image>:<tag> .',
      },
      {
        place: "Compose",
        text: "Give secrets of the running service as files, which appear in `/run/secrets`.",
        code: "services:\n  <service>:\n    secrets: [db_password]\nsecrets:\n  db_password:\n    file: ./db_password.txt",
      },
      {
        place: "configuration",
        text: "Keep files with secrets out of the build context, in `.dockerignore`.",
        code: ".git\n.env\n*.pem\n*.key",
      },
    ],
    verify: [
      {
        text: "Prints no value that is a secret.",
        code: "docker history --no-trunc --format '{{.CreatedBy}}' <image>\ndocker image inspect --format '{{json .Config.Env}}' <image>",
      },
      { text: "Reports no secret in any layer.", code: "trivy image --scanners secret <image>" },
    ],
    sideEffects:
      "A secret that was ever in an image counts as known, for copies of the image are in caches and registries: revoke it, and make a new one. Programs that only read secrets from the environment need a change or an entry point that reads the file.",
    effort: "days",
    nist: ["4.1.4"],
    attack: ["T1552"],
  },
  "verified-packages": {
    meaning:
      "A reminder without a test: the tool prints a note on every host. Whether each package that goes into an image is checked against a key or a hash has to be read from the Dockerfiles and the lists of dependencies.",
    why: "A package's install script runs as root in the build, and its files stay in the image. Taken without a check, it can be exchanged on the mirror or on the way, and the build is as green as ever. Pipes such as `curl | sh` have the same hole without even a name for what was run.",
    fix: [
      {
        place: "Dockerfile",
        text: "Tie a foreign repository to its own key, which lies beside the Dockerfile and was compared with the fingerprint that the vendor publishes. The base needs `ca-certificates` for an address with `https`; a key in text form ends in `.asc`.",
        code: 'COPY --chmod=0644 <vendor>.gpg /etc/apt/keyrings/<vendor>.gpg\nRUN echo "deb [signed-by=/etc/apt/keyrings/<vendor>.gpg] https://<host>/<path> <suite> <component>" > /etc/apt/sources.list.d/<vendor>.list && apt-get update && apt-get install -y --no-install-recommends <package> && rm -rf /var/lib/apt/lists/*',
      },
      {
        place: "configuration",
        text: "The same for `dnf`, in `/etc/yum.repos.d/<vendor>.repo`.",
        code: "[<vendor>]\nname=<vendor>\nbaseurl=https://<host>/<path>\nenabled=1\ngpgcheck=1\ngpgkey=file:///etc/pki/rpm-gpg/<vendor>.asc",
      },
      {
        place: "Dockerfile",
        text: "Install packages of a language from a lock file with hashes, here for npm; `pip install --require-hashes` does it for Python.",
        code: "COPY package.json package-lock.json ./\nRUN npm ci",
      },
    ],
    verify: [
      {
        text: "Prints nothing: no build switches the check off.",
        code: "grep -rnE --include='*Dockerfile*' -e '--allow-unauthenticated|--allow-untrusted|--nogpgcheck|trusted=yes|gpgcheck=0' .",
      },
    ],
    sideEffects:
      "Builds fail when a vendor changes the signing key, until the new one was compared and put in. Packages that exist only as a download need a checksum in the Dockerfile and a hand to renew it.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "signed-artifacts": {
    meaning:
      "A reminder without a test, in the tool since v1.3.6: it prints a note on every host. It asks that signatures of images, charts and binaries are verified before these are stored or run, not just made.",
    why: "A signature that nobody checks stops nothing. Whoever can write to the registry or the download server replaces the artifact, signed by nobody or by a key made five minutes ago, and the pipeline carries it to production. Only a check against known keys or identities tells the two apart.",
    fix: [
      {
        place: "shell",
        text: "Verify images that were signed without a key against the identity of the workflow that builds them.",
        code: "cosign verify --certificate-identity <identity> --certificate-oidc-issuer <issuer> <registry>/<image>@sha256:<digest>",
      },
      {
        place: "shell",
        text: "Verify downloads against the vendor's key. Its fingerprint comes from another place than the file.",
        code: "gpg --import <vendor>.asc\ngpg --verify <file>.sig <file>",
      },
      {
        place: "shell",
        text: "Verify charts when they are fetched.",
        code: "helm pull <repository>/<chart> --version <version> --verify --keyring <keyring>.gpg",
      },
      {
        place: "docker run",
        text: "Run what was verified: the digest, not a tag that may have moved since.",
        code: "docker run <registry>/<image>@sha256:<digest>",
      },
    ],
    verify: [
      {
        text: "Ends with an error for an image that nobody signed, which proves that the check can fail. Run it as the pipeline does.",
        code: "cosign verify --certificate-identity <identity> --certificate-oidc-issuer <issuer> <registry>/<unsigned-image>@sha256:<digest>",
      },
    ],
    sideEffects:
      "Many publishers sign nothing: decide for those whether a pinned digest is enough, and write it down. The pipeline stops when the registry or the transparency log cannot be reached.",
    effort: "days",
    nist: ["4.1.5"],
    attack: ["T1204.003", "T1525"],
  },
} satisfies Readonly<Record<string, Guidance>>;
