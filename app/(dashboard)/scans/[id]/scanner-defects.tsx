import { DefectNotes } from "@/components/guidance/defect-notes";
import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { getControl } from "@/lib/catalogue/controls";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { runCoverage } from "@/lib/catalogue/run-coverage";
import type { ToolDefect } from "@/lib/catalogue/tool-defect";
import { defectsHiding, defectsOfResult } from "@/lib/catalogue/tool-defects";

const NAMED = 8;

/** Where this run's word cannot be taken: results that a known defect touches, and checks that one hides. */
export function ScannerDefects({ run }: { readonly run: ResolvedRun }) {
  const touched = touchedBy(run);
  const hidden = defectsHiding(runCoverage(run)?.missing ?? [], run);
  const controls = new Map<string, readonly string[]>([
    ...[...touched].map(([{ id }, slugs]) => [id, slugs] as const),
    ...hidden.map(({ defect, controls: slugs }) => [defect.id, slugs] as const),
  ]);
  const defects = [...hidden.map(({ defect }) => defect), ...touched.keys()];
  if (defects.length === 0) return null;
  return (
    <Section title="Where the scanner is wrong" remark="known defects of this edition that touch this run">
      <div className="mt-2">
        <DefectNotes defects={defects} about={({ id, hides }) => <Touched slugs={controls.get(id) ?? []} hides={hides} />} />
      </div>
    </Section>
  );
}

function touchedBy(run: ResolvedRun): ReadonlyMap<ToolDefect, readonly string[]> {
  const touched = new Map<ToolDefect, string[]>();
  for (const { control, level, title } of run.results) {
    if (control === null) continue;
    for (const defect of defectsOfResult({ control, level, title }, run)) touched.set(defect, [...(touched.get(defect) ?? []), control]);
  }
  return touched;
}

function Touched({ slugs, hides }: { readonly slugs: readonly string[]; readonly hides: boolean }) {
  const more = slugs.length - NAMED;
  return (
    <p className="mt-1 text-meta">
      {hides ? "Not printed here: " : "Here: "}
      {slugs.slice(0, NAMED).map((slug, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <AppLink href={`/controls/${slug}`} title={getControl(slug)?.title}>
            {slug}
          </AppLink>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </p>
  );
}
