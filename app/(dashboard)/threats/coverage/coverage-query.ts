import { z } from "zod";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";

/** What the address of the heatmap asks for. */
export interface CoverageQuery {
  /** Slug; null where there is no model at all. */
  readonly model: string | null;
  readonly by: "host" | "element";
  readonly sort: "exposed" | "name";
  readonly env: string | null;
  readonly q: string | null;
  readonly page: number;
  readonly view: "grid" | "table";
  /** A day, "2026-11-12": the evidence as it was at its end, UTC. Null for now. */
  readonly asOf: string | null;
}

export interface CoverageContext {
  /** Slugs of the models there are; the first stands for none. */
  readonly models: readonly string[];
  readonly now: Date;
}

const DAY_END = "T23:59:59.999Z";

/** The instant a day stands for: its end, or the present while it goes on. */
export const endOfDay = (day: string, now: Date): Date => new Date(Math.min(Date.parse(day + DAY_END), now.getTime()));

/** What of the address is known. The rest is named: also an environment or a day by element, where all hosts count as they are now. */
export function readCoverageQuery(
  params: SearchParams,
  { models, now }: CoverageContext,
): { readonly query: CoverageQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const today = now.toISOString().slice(0, 10);
  const by = reader.one("by", z.enum(["host", "element"])) ?? "host";
  const ofHosts = <T>(schema: z.ZodType<T>) => schema.refine(() => by === "host");
  const query: CoverageQuery = {
    model:
      reader.one(
        "model",
        z.string().refine((slug) => models.includes(slug)),
      ) ??
      models[0] ??
      null,
    by,
    sort: reader.one("sort", z.enum(["exposed", "name"])) ?? "exposed",
    env: reader.one("env", ofHosts(z.string().trim().min(1).max(100))),
    q: reader.text("q", 200),
    page: reader.one("page", z.coerce.number().int().min(1).max(100_000)) ?? 1,
    view: reader.one("view", z.enum(["grid", "table"])) ?? "grid",
    asOf: reader.one("as_of", ofHosts(z.iso.date().refine((day) => day >= "1970-01-01" && day <= today))),
  };
  return { query, ignored: reader.ignored() };
}

const SHOWN_FIRST = { by: "host", sort: "exposed", view: "grid", page: 1 } as const;

const paramsOf = ({ model, by, sort, env, q, page, view, asOf }: CoverageQuery) => ({
  model,
  by: by === SHOWN_FIRST.by ? null : by,
  sort: sort === SHOWN_FIRST.sort ? null : sort,
  env,
  q,
  as_of: asOf,
  view: view === SHOWN_FIRST.view ? null : view,
  page: page === SHOWN_FIRST.page ? null : page,
});

/** The heatmap with some of the query changed. A change of anything but the page leads to the first page. */
export const coverageHref = (query: CoverageQuery, change: Partial<CoverageQuery> = {}): string =>
  hrefWith("/threats/coverage", paramsOf({ ...query, page: 1, ...change }));

/** The same rows as a file, all pages of them. */
export const coverageCsvHref = (query: CoverageQuery): string =>
  hrefWith("/threats/coverage.csv", paramsOf({ ...query, view: "grid", page: 1 }));

/** What a form must send along so that the rest of the query stays. */
export const keptParams = (query: CoverageQuery, without: "q" | "as_of"): readonly (readonly [name: string, value: string])[] =>
  Object.entries(paramsOf({ ...query, page: 1 })).flatMap(([name, value]) =>
    value === null || name === without ? [] : [[name, String(value)] as const],
  );
