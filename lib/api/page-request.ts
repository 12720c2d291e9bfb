import { clampLimit, type PageRequest } from "@/lib/shared/page";

/** The paging part of a checked query. */
export const pageRequest = (query: { readonly cursor?: string | undefined; readonly limit: number }): PageRequest => ({
  cursor: query.cursor ?? null,
  limit: clampLimit(query.limit),
});

/** "open,regressed" as the known values in it; undefined where nothing was asked, so that it filters nothing. */
export function listOf<T extends string>(text: string | undefined, known: readonly T[]): readonly T[] | undefined {
  if (text === undefined || text === "") return undefined;
  const asked = new Set(text.split(",").map((part) => part.trim()));
  return known.filter((value) => asked.has(value));
}
