import type { StoredModel } from "@/lib/data/threat-models";
import { type Threat, threatRef } from "@/lib/threats/threat-model";
import { modelCrumbs } from "../../../model-to-edit";

/** A threat with the model that it is a part of. */
export interface ThreatToEdit {
  readonly stored: StoredModel;
  readonly threat: Threat;
}

/** The page that lists all parts of the threat. */
export const editHref = ({ stored, threat }: ThreatToEdit): string => `/threats/${stored.model.slug}/${threat.slug}/edit`;

/** The way down to the form of one part. */
export const editCrumbs = (loaded: ThreatToEdit) => {
  const { stored, threat } = loaded;
  const page = `/threats/${stored.model.slug}/${threat.slug}`;
  return modelCrumbs(stored, { label: threatRef(stored.model, threat), href: page }, { label: "Edit", href: editHref(loaded) });
};

/** What every form of the threat says without being asked. */
export const editTarget = ({ stored, threat }: ThreatToEdit) => ({
  model: stored.model.slug,
  version: stored.version,
  threat: threat.slug,
});
