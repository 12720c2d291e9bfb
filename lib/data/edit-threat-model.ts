import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { AppError } from "@/lib/shared/app-error";
import { applyEdit } from "@/lib/threats/edit/apply-edit";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { editSummary } from "@/lib/threats/edit/edit-summary";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { authorize } from "./authorize";
import { changeThreatModel } from "./change-threat-model";

/** So many summaries tell a save; the rest are counted. */
const MOST_TOLD = 3;

/**
 * Makes edits in their order, all of them or none, as one new version. `version` is the one the editor saw. A refused edit names its
 * field and, in `detail.index`, its place among the edits.
 */
export async function editThreatModel(
  viewer: Viewer,
  slug: string,
  { version, edits }: { readonly version: number; readonly edits: readonly ModelEdit[] },
): Promise<{ readonly version: number }> {
  authorize(viewer, "model:edit");
  return changeThreatModel(viewer, slug, version, (before) => {
    let model: ThreatModel = before;
    const told: string[] = [];
    for (const [index, edit] of edits.entries()) {
      const edited = applyEdit(model, edit, (control) => getControl(control) !== null);
      if (!edited.ok) throw new AppError("invalid-input", edited.error.message, { detail: { ...edited.error, index } });
      told.push(editSummary(edit, model));
      model = edited.value;
    }
    const unique = [...new Set(told)];
    const more = unique.length > MOST_TOLD ? ` and ${unique.length - MOST_TOLD} more` : "";
    return { model, summary: `${unique.slice(0, MOST_TOLD).join("; ")}${more}` };
  });
}
