/**
 * Writes lib/catalogue/data/{editions,controls}.json from the source catalogue.
 *
 *   npx tsx scripts/build-catalogue.ts SOURCE_FOLDER
 *
 * SOURCE_FOLDER holds editions.json, controls.json and aqua-docker-bench-editions.json: every numbering the tools ever
 * printed, and a first grouping of titles into controls. What the review of that grouping changed is in the tables below.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { normaliseTitle } from "@/lib/catalogue/normalise-title";

interface SourceCheck {
  readonly id: string;
  readonly title: string;
  readonly scoredByTool?: boolean | null;
  readonly textLevels?: readonly string[] | null;
  readonly jsonLevels?: readonly string[] | null;
  readonly altTitles?: readonly string[] | null;
  readonly subItems?: readonly { readonly level: string; readonly template: string }[] | null;
  readonly inDefaultRun?: boolean;
}

interface SourceEdition {
  readonly tool: string;
  readonly edition: string;
  readonly headerVersion: string;
  readonly cis: string;
  readonly date: string;
  readonly headings: readonly { readonly id: string; readonly title: string }[];
  readonly checks: readonly SourceCheck[];
}

interface SourceControl {
  readonly slug: string;
  readonly canonicalTitle: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, readonly string[]>>;
}

interface AquaEdition {
  readonly cfg: string;
  readonly headerDescription: string;
  readonly headings: readonly { readonly id: string; readonly title: string }[];
  readonly checks: readonly SourceCheck[];
}

/** The same file under an older name: the check of v1.0 keeps its history under the newer slug. */
const MERGED: Readonly<Record<string, string>> = {
  "docker-environment-file-ownership": "sysconfig-docker-ownership",
  "docker-environment-file-permissions": "sysconfig-docker-permissions",
};

/** A check whose meaning was turned round: the old title is a control of its own. */
const SPLIT: Readonly<Record<string, string>> = {
  "Do not set the 'on-failure' container restart policy to always": "restart-policy-always",
};

/** Shipped by the tool to show contributors how a check is written; they test nothing. */
const EXAMPLES: ReadonlySet<string> = new Set(["example-check", "example-check-2"]);

const TITLES: Readonly<Record<string, string>> = {
  "restart-policy-always": "Do not set the container restart policy to always",
  "swarm-overlay-encrypted": "Ensure that all Docker swarm overlay networks are encrypted",
  "ucp-session-lifetime": "Set the Lifetime Minutes to 15 or lower and the Renewal Threshold Minutes to 0",
  "cap-dac-read-search": "Ensure that the CAP_DAC_READ_SEARCH capability is disabled",
  "cap-sys-module": "Ensure that the CAP_SYS_MODULE capability is disabled",
  "cap-sys-admin": "Ensure that the CAP_SYS_ADMIN capability is disabled",
  "cap-sys-ptrace": "Ensure that the CAP_SYS_PTRACE capability is disabled",
  "registry-mirror": "Set up a local registry mirror",
};

/** Titles only aquasecurity/docker-bench prints. A `$name` is a placeholder of its configuration, printed as it is or filled in. */
const AQUA_TITLES: Readonly<Record<string, string>> = {
  "Ensure auditing is configured for Docker files and directories - $docker-storage": "audit-var-lib-docker",
  "Ensure auditing is configured for Docker files and directories - $docker-config-file": "audit-daemon-json",
  "Ensure image sprawl is avoided": "image-sprawl",
  "Ensure container sprawl is avoided": "container-sprawl",
  "Ensure HEALTHCHECK instructions have been added to the container images": "image-healthcheck",
  "Ensure that the memory usage for container is limited": "memory-limit",
  "Ensure that CPU priority is set appropriately on container": "cpu-priority",
  "Ensure that the default ulimit is overwritten at runtime, only if needed": "container-ulimit",
  "Ensure that the host's user namespaces is not shared": "host-userns",
  "Ensure that the Docker server certificate file permissions are set to 444 or more restrictive": "server-cert-permissions",
  "Ensure that the Docker socket file permissions are set to 660 or more restrictive": "docker-sock-permissions",
  "Ensure that the Containerd socket file ownershi is set to root:root": "containerd-sock-ownership",
  "Ensure that the Containerd socket file permissions are set to 660 or more restrictive": "containerd-sock-permissions",
  "Ensure update instructions are not use alone in the Dockerfiles": "update-instructions",
  "Ensure COPY is used instead of ADD in Dockerfiles": "copy-not-add",
};

/** Six lines of an assessment whose numbers no release of the tool ever printed. */
const REFERENCE: readonly (readonly [id: string, slug: string, title: string])[] = [
  ["5.15", "on-failure-restart", "Do not use the 'on-failure' restart policy"],
  ["5.18", "no-ssh-in-containers", "Do not run SSH within containers"],
  ["5.26", "container-no-new-privileges", "Ensure that the container is restricted from acquiring additional privileges"],
  ["2.14", "legacy-registry-v1", "Ensure operations on legacy registry (v1) are Disabled"],
  ["2.15", "daemon-json-permissions", "Ensure that daemon.json file permissions are set to 644 or more restrictive"],
  ["2.16", "daemon-json-ownership", "Ensure that the daemon.json file ownership is set to root:root"],
];

/** Sub-lines that say the thing to be checked is not there. A check whose only INFO comes with one of them cannot be assessed. */
const ABSENT = /^(?:(?:file|directory) not found|no tls .* found|no containers running|docker daemon not listening on tcp)/i;

const FIRST_WITH_FOOTER = "2017-10-23";

const source = process.argv[2];
if (source === undefined) throw new Error("usage: build-catalogue.ts SOURCE_FOLDER");
const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(source, name), "utf8")) as T;
const { editions } = read<{ editions: SourceEdition[] }>("editions.json");
const controls = read<SourceControl[]>("controls.json");
const { editions: aqua } = read<{ editions: AquaEdition[] }>("aqua-docker-bench-editions.json");

const foldBlanks = (text: string): string => text.replace(/\s+/g, " ").trim();

const slugOfTitle = new Map<string, string>();
const know = (title: string, slug: string): void => {
  const key = normaliseTitle(title);
  const known = slugOfTitle.get(key);
  if (known !== undefined && known !== slug) throw new Error(`"${title}" means both ${known} and ${slug}`);
  slugOfTitle.set(key, slug);
};
for (const control of controls) {
  for (const title of Object.keys(control.titles)) {
    know(title, EXAMPLES.has(control.slug) ? "" : (SPLIT[title] ?? MERGED[control.slug] ?? control.slug));
  }
}
for (const [title, slug] of Object.entries(AQUA_TITLES)) know(title, slug);
for (const [, slug, title] of REFERENCE) know(title, slug);

const titles = new Map<string, number>();
const titleIndex = (printed: string): number => {
  const title = foldBlanks(printed);
  const known = titles.get(title);
  if (known !== undefined) return known;
  titles.set(title, titles.size);
  return titles.size - 1;
};

const initials = (levels: readonly string[] | null | undefined): string => (levels ?? []).map((level) => level.charAt(0)).join("");

/** Checks whose INFO means that the daemon no longer knows the option: the text says "(Deprecated)", the JSON says nothing. */
const OPTION_IS_GONE: ReadonlySet<string> = new Set(["experimental", "legacy-registry-v1"]);

const infoMeansAbsent = (check: SourceCheck, slug: string): boolean => {
  const infos = (check.subItems ?? []).filter((item) => item.level === "INFO");
  if (OPTION_IS_GONE.has(slug)) return (check.textLevels ?? []).includes("INFO");
  return (check.textLevels ?? []).includes("INFO") && infos.length > 0 && infos.every((item) => ABSENT.test(item.template));
};

const slugOf = (title: string): string => {
  const slug = slugOfTitle.get(normaliseTitle(title));
  if (slug === undefined) throw new Error(`no control for "${title}"`);
  return slug;
};

/** number, index of the title, text levels, JSON levels, flags: s scored, u unscored, d in a default run, r title may be replaced, a INFO means absent. */
const row = (check: SourceCheck): string => {
  const scored = check.scoredByTool === true ? "s" : check.scoredByTool === false ? "u" : "";
  const flags = [
    scored,
    check.inDefaultRun === false ? "" : "d",
    (check.altTitles ?? []).length > 0 ? "r" : "",
    infoMeansAbsent(check, slugOf(check.title)) ? "a" : "",
  ].join("");
  return [check.id, titleIndex(check.title), initials(check.textLevels), initials(check.jsonLevels), flags].join("\t");
};

const headingRows = (headings: readonly { readonly id: string; readonly title: string }[]): string[] =>
  headings.map(({ id, title }) => `${id === "99" ? "C" : id}\t${title}`);

const editionRows = [
  ...editions.map((edition) => ({
    key: edition.edition,
    family: "docker-bench",
    headerVersion: edition.headerVersion,
    benchmark: edition.cis,
    date: edition.date,
    footer: edition.date >= FIRST_WITH_FOOTER,
    headings: headingRows(edition.headings),
    checks: edition.checks.map(row),
  })),
  ...aqua.map((edition) => ({
    key: `aqua-${edition.cfg}`,
    family: "aqua-docker-bench",
    headerVersion: null,
    benchmark: edition.headerDescription,
    date: "",
    footer: true,
    headings: headingRows(edition.headings),
    checks: edition.checks.map(row),
  })),
  {
    key: "reference-assessment",
    family: "docker-bench",
    headerVersion: null,
    benchmark: null,
    date: "",
    footer: false,
    headings: ["2\tDocker daemon configuration", "5\tContainer Runtime"],
    checks: REFERENCE.map(([id, , title]) => row({ id, title })),
  },
];

for (const title of Object.keys(AQUA_TITLES)) titleIndex(title);

const canonical = new Map<string, string>();
for (const control of controls) {
  if (EXAMPLES.has(control.slug) || MERGED[control.slug] !== undefined) continue;
  canonical.set(control.slug, foldBlanks(control.canonicalTitle));
}
for (const [slug, title] of Object.entries(TITLES)) canonical.set(slug, title);
for (const slug of slugOfTitle.values()) {
  if (slug !== "" && !canonical.has(slug)) throw new Error(`no title for ${slug}`);
}

/** One row per line, so that a change of the catalogue can be read in a diff. */
const lines = (rows: readonly string[], indent: string): string => rows.map((text) => `${indent}${JSON.stringify(text)}`).join(",\n");

const editionText = editionRows.map(({ headings, checks, ...head }) => {
  const start = JSON.stringify(head).slice(0, -1);
  return `    ${start},\n      "headings": [\n${lines(headings, "        ")}\n      ],\n      "checks": [\n${lines(checks, "        ")}\n      ]\n    }`;
});
const titleRows = [...titles.keys()].map((title) => `${slugOf(title)}\t${title}`);
const folder = path.join(import.meta.dirname, "..", "lib", "catalogue", "data");
writeFileSync(
  path.join(folder, "editions.json"),
  `{\n  "titles": [\n${lines(titleRows, "    ")}\n  ],\n  "editions": [\n${editionText.join(",\n")}\n  ]\n}\n`,
);
writeFileSync(
  path.join(folder, "controls.json"),
  `{\n${[...canonical].map(([slug, title]) => `  ${JSON.stringify(slug)}: ${JSON.stringify(title)}`).join(",\n")}\n}\n`,
);
console.log(`${editionRows.length} editions, ${titles.size} titles, ${canonical.size} controls`);
