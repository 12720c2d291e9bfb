import { getControl } from "../catalogue/controls";
import { STRIDE_CATEGORIES, STRIDE_LETTERS, type StrideLetter } from "../stride/categories";
import { EXPOSURE_FACTS, EXPOSURES, type ExposureCounts } from "../threats/exposure-words";
import type { Rating } from "../threats/scales";
import { type ControlLink, type Threat, type ThreatModel, type ThreatReference, threatRef } from "../threats/threat-model";
import { markdownAddress, markdownLine, markdownRow, markdownText } from "./markdown";

type Exposures = ReadonlyMap<string, ExposureCounts> | null;

/**
 * The model as a document to read or to keep beside code: what it is about, its threats by letter, and a section for each. With
 * `exposures` (by the threat's slug) the tables tell on how many hosts each threat stands how. All text of the model is escaped: an
 * imported file can bring no markup, and no link but a reference's address that shows as it is.
 */
export function threatModelMarkdown(model: ThreatModel, exposures: Exposures): string {
  const letters = [...STRIDE_LETTERS, null].map((letter) => letterTable(model, letter, exposures));
  const blocks = [
    `# ${markdownLine(model.title)}`,
    markdownText(model.description),
    people(model),
    "## Threats",
    ...(model.threats.length === 0 ? ["There are none."] : letters),
    ...model.threats.map((threat) => threatSection(model, threat, exposures)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function people({ owner, reviewer, contributors }: ThreatModel): string {
  const lines = [
    ["Owner", owner],
    ["Reviewer", reviewer],
    ["Contributors", contributors.join(", ")],
  ].flatMap(([label, value = ""]) => (value === "" ? [] : [`- ${label}: ${markdownLine(value)}`]));
  return lines.join("\n");
}

function letterTable(model: ThreatModel, letter: StrideLetter | null, exposures: Exposures): string {
  const threats = model.threats.filter(({ stride }) => stride === letter);
  if (threats.length === 0) return "";
  const heads = [
    "Threat",
    "Title",
    "Likelihood",
    "Impact",
    "Controls",
    ...(exposures === null ? [] : EXPOSURES.map((each) => EXPOSURE_FACTS[each].label)),
  ];
  const rows = threats.map((threat) => {
    const counts = exposures === null ? [] : EXPOSURES.map((exposure) => String(exposures.get(threat.slug)?.[exposure] ?? ""));
    return [
      markdownLine(threatRef(model, threat)),
      markdownLine(threat.title),
      rating(threat.likelihood),
      rating(threat.impact),
      String(threat.controls.length),
      ...counts,
    ];
  });
  const name = letter === null ? "Other methods" : STRIDE_CATEGORIES[letter].name;
  return [`### ${name}`, "", markdownRow(heads), markdownRow(heads.map(() => "---")), ...rows.map(markdownRow)].join("\n");
}

const rating = (value: Rating | null): string => value?.replace("_", " ") ?? "";

function threatSection(model: ThreatModel, threat: Threat, exposures: Exposures): string {
  const blocks = [
    `## ${markdownLine(`${threatRef(model, threat)} ${threat.title}`)}`,
    facts(model, threat, exposures?.get(threat.slug) ?? null),
    markdownText(threat.description),
    list("Attack path", threat.attackPath.map(markdownLine), true),
    list(
      "Mitigations",
      threat.mitigations.map(({ text }) => markdownLine(text)),
    ),
    controlTable(threat.controls),
    threat.uncovered === null ? "" : `Not covered by checks: ${markdownLine(threat.uncovered)}`,
    list("References", threat.references.map(reference)),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function facts(model: ThreatModel, threat: Threat, counts: ExposureCounts | null): string {
  const names = new Map([...model.elements, ...model.flows, ...model.boundaries].map(({ id, name }) => [id, name]));
  const category = threat.stride === null ? (threat.stated?.type ?? "") : STRIDE_CATEGORIES[threat.stride].name;
  const hosts = counts === null ? [] : EXPOSURES.filter((exposure) => counts[exposure] > 0);
  const lines = [
    ["Category", category],
    ["Likelihood", rating(threat.likelihood)],
    ["Impact", rating(threat.impact)],
    ["Concerns", threat.elements.map((id) => names.get(id) || id).join(", ")],
    ["Hosts", hosts.map((exposure) => `${counts?.[exposure]} ${EXPOSURE_FACTS[exposure].label.toLowerCase()}`).join(", ")],
  ].flatMap(([label, value = ""]) => (value === "" ? [] : [`- ${label}: ${markdownLine(value)}`]));
  return lines.join("\n");
}

function list(heading: string, items: readonly string[], isNumbered = false): string {
  if (items.length === 0) return "";
  return [`### ${heading}`, "", ...items.map((item, index) => `${isNumbered ? `${index + 1}.` : "-"} ${item}`)].join("\n");
}

function controlTable(links: readonly ControlLink[]): string {
  if (links.length === 0) return "";
  const rows = links.map(({ control, role, kind, reason }) => {
    const known = getControl(control);
    return [known?.number ?? "", known?.title ?? control, role, kind, reason].map(markdownLine);
  });
  const heads = ["Number", "Control", "Role", "Kind", "Why"];
  return ["### Controls", "", markdownRow(heads), markdownRow(heads.map(() => "---")), ...rows.map(markdownRow)].join("\n");
}

/** An address shows whole and is no more than it shows. */
function reference({ id, title, url }: ThreatReference): string {
  return [markdownLine(id), markdownLine(title), markdownAddress(url)].filter((part) => part !== "").join(" - ");
}
