import { z } from "zod";
import type { ThreatTableSort } from "@/components/threats/threat-table";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import type { ThreatModel } from "@/lib/threats/threat-model";

/** What of a model is shown, as its address says it. */
export interface ModelQuery {
  readonly view: "board" | "diagram" | "table";
  /** Only how this host stands. */
  readonly host: string | null;
  readonly stride: StrideLetter | null;
  /** Only threats of this element, flow or boundary. */
  readonly element: string | null;
  /** Which of several diagrams; null for the first. */
  readonly diagram: string | null;
  readonly sort: ThreatTableSort;
}

const ALL: ModelQuery = { view: "board", host: null, stride: null, element: null, diagram: null, sort: "exposure" };

const oneOf = (parts: readonly { readonly id: string }[]) => z.string().refine((id) => parts.some((part) => part.id === id));

export function readModelQuery(
  params: SearchParams,
  { elements, flows, boundaries, diagrams }: Pick<ThreatModel, "elements" | "flows" | "boundaries" | "diagrams">,
): { readonly query: ModelQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const query: ModelQuery = {
    view: reader.one("view", z.enum(["board", "diagram", "table"])) ?? ALL.view,
    host: reader.one("host", z.string().trim().min(1).max(200)),
    stride: reader.one("stride", z.enum(STRIDE_LETTERS)),
    element: reader.one("element", oneOf([...elements, ...flows, ...boundaries])),
    diagram: reader.one("diagram", oneOf(diagrams)),
    sort: reader.one("sort", z.enum(["ref", "title", "exposure", "likelihood", "impact"])) ?? ALL.sort,
  };
  return { query, ignored: reader.ignored() };
}

/** The address of a model; what is not said is not filtered. */
export function modelHref(slug: string, query: Partial<ModelQuery> = {}): string {
  const { view, host, stride, element, diagram, sort } = { ...ALL, ...query };
  return hrefWith(`/threats/${slug}`, {
    view: view === ALL.view ? null : view,
    ...{ host, stride, element, diagram },
    sort: sort === ALL.sort ? null : sort,
  });
}
