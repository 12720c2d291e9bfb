import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Crumb } from "@/components/layout/page-head";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { getThreatModel, type StoredModel } from "@/lib/data/threat-models";
import type { Threat } from "@/lib/threats/threat-model";

const readModel = cache(getThreatModel);

/** A model that is looked at by somebody who may. */
export interface LoadedModel {
  readonly viewer: Viewer;
  readonly stored: StoredModel;
}

/** The model of an address, for who may change it; else the page "not found". */
export const loadModelToEdit = (slug: string): Promise<LoadedModel> => loadModel(slug, "model:edit");

/** The model of an address, for who may read it; else the page "not found". */
export async function loadModel(slug: string, permission: "model:read" | "model:edit" = "model:read"): Promise<LoadedModel> {
  const viewer = await pageViewer(permission);
  const stored = await readModel(viewer, slug);
  return stored === null ? notFound() : { viewer, stored };
}

/** The threat of an address, for who may change it. */
export async function loadThreatToEdit(slug: string, threat: string): Promise<LoadedModel & { readonly threat: Threat }> {
  const loaded = await loadModelToEdit(slug);
  const found = loaded.stored.model.threats.find((each) => each.slug === threat);
  return found === undefined ? notFound() : { ...loaded, threat: found };
}

/** The way down to a page of a model. */
export const modelCrumbs = ({ model }: StoredModel, ...below: readonly Crumb[]): readonly Crumb[] => [
  { label: "Threats", href: "/threats" },
  { label: model.title, href: `/threats/${model.slug}` },
  ...below,
];
