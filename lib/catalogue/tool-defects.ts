import type { BenchFormat, Level } from "@/lib/bench/report";
import { toolDefects } from "./data/tool-defects";
import { EDITIONS, editionAge } from "./editions";
import type { ToolDefect } from "./tool-defect";

/** All of them, the gravest first. */
export const TOOL_DEFECTS: readonly ToolDefect[] = toolDefects;

/** A scan as far as defects depend on it; `edition` is null where it is not known. */
export interface DefectiveScan {
  readonly format: BenchFormat;
  readonly edition: string | null;
}

/** The releases that have a defect, newest first; never those of another tool. */
export const editionsWith = (defect: ToolDefect): readonly string[] =>
  EDITIONS.filter((edition) => edition.family === "docker-bench" && edition.date !== "" && isWithin(defect, edition.key)).map(
    ({ key }) => key,
  );

function isWithin({ from, to }: ToolDefect, edition: string): boolean {
  const age = editionAge(edition);
  const [oldest, newest] = [from, to].map((end) => (end === null ? undefined : editionAge(end)));
  return age !== undefined && (oldest === undefined || age >= oldest) && (newest === undefined || age <= newest);
}

/** Where the edition is not known a defect may be there, and is told. */
const concerns = (defect: ToolDefect, { format, edition }: DefectiveScan): boolean =>
  (defect.formats ?? ["docker-bench-text", "docker-bench-json"]).includes(format) && (edition === null || isWithin(defect, edition));

/** The defects of every edition that touch a control. */
export const defectsOfControl = (control: string): readonly ToolDefect[] =>
  TOOL_DEFECTS.filter((defect) => defect.controls.includes(control));

/** What a scan printed of a control, as far as defects depend on it. */
export interface DoubtfulResult {
  readonly control: string;
  readonly level: Level;
  readonly title: string;
}

/** The defects that touch what a scan printed of a control. */
export const defectsOfResult = ({ control, level, title }: DoubtfulResult, scan: DefectiveScan): readonly ToolDefect[] =>
  defectsOfControl(control).filter(
    (defect) =>
      !defect.hides &&
      concerns(defect, scan) &&
      (defect.levels?.includes(level) ?? true) &&
      (defect.printed === undefined || title.includes(defect.printed)),
  );

/** The defects that explain why controls are missing from a scan, each with those of them that it hides. */
export function defectsHiding(
  missing: readonly string[],
  scan: DefectiveScan,
): readonly { readonly defect: ToolDefect; readonly controls: readonly string[] }[] {
  return TOOL_DEFECTS.filter((defect) => defect.hides && concerns(defect, scan)).flatMap((defect) => {
    const controls = missing.filter((control) => defect.controls.includes(control));
    return controls.length === 0 ? [] : [{ defect, controls }];
  });
}
