import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { getModelVersion, listModelRevisions, type ModelRevision, type StoredModel } from "@/lib/data/threat-models";
import type { ModelChange } from "@/lib/threats/edit/compare";
import { threatChanges } from "@/lib/threats/edit/threat-changes";

/** As many versions are compared; each is a whole document. */
export const READ_VERSIONS = 15;

/** A version that changed the threat. `changes` is "first" for the version the model began with. */
export interface ThreatStep extends Pick<ModelRevision, "version" | "at" | "actor"> {
  readonly changes: readonly ModelChange[] | "first";
}

/** The newest versions that touched a threat, newest first. `readTo`: the oldest version that was looked at. */
export async function loadThreatHistory(
  viewer: Viewer,
  stored: StoredModel,
  slug: string,
): Promise<{ readonly steps: readonly ThreatStep[]; readonly readTo: number }> {
  const revisions = await listModelRevisions(viewer, stored.id, { before: null, limit: READ_VERSIONS + 1 });
  const documents = await Promise.all(revisions.map(({ version }) => getModelVersion(viewer, stored.id, version)));
  const steps = revisions.flatMap(({ version, at, actor }, index): ThreatStep[] => {
    const [after, before] = [documents[index], documents[index + 1]];
    if (!after) return [];
    if (version === 1) return after.threats.some((threat) => threat.slug === slug) ? [{ version, at, actor, changes: "first" }] : [];
    const changes = before ? threatChanges(before, after, slug) : [];
    return changes.length === 0 ? [] : [{ version, at, actor, changes }];
  });
  return { steps, readTo: revisions.at(-1)?.version ?? 1 };
}
