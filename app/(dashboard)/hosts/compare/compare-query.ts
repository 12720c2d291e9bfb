import { z } from "zod";
import { getControl, stride } from "@/lib/catalogue/controls";
import type { ComparisonEntry } from "@/lib/hardening/host-comparison";
import { readHostName } from "@/lib/shared/host-name";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";

/** What the address of a comparison asks for. */
export interface CompareQuery {
  readonly a: string | null;
  readonly b: string | null;
  /** The end of these days, UTC; null for now. */
  readonly aOn: string | null;
  readonly bOn: string | null;
  /** Any of a control's letters. */
  readonly stride: StrideLetter | null;
  readonly section: string | null;
  /** Hosts that were ticked in a list; two of them are a and b, any other number is none. */
  readonly ticked: number;
}

const hostName = z
  .string()
  .refine((name) => readHostName(name).ok)
  .transform((name) => name.normalize("NFKC").trim());

export function readCompareQuery(params: SearchParams): { readonly query: CompareQuery; readonly ignored: readonly IgnoredFilter[] } {
  const reader = filterReader(params);
  const ticked = reader.each("host", hostName) ?? [];
  const [first = null, second = null] = ticked.length === 2 ? ticked : [];
  const day = z.iso.date();
  const query: CompareQuery = {
    a: reader.one("a", hostName) ?? first,
    b: reader.one("b", hostName) ?? second,
    aOn: reader.one("a_on", day),
    bOn: reader.one("b_on", day),
    stride: reader.one("stride", z.enum(STRIDE_LETTERS)),
    section: reader.one("section", z.string().regex(/^[\w.-]{1,40}$/)),
    ticked: ticked.length,
  };
  return { query, ignored: reader.ignored() };
}

export function compareHref(query: CompareQuery, change: Partial<CompareQuery> = {}, path = "/hosts/compare"): string {
  const { a, b, aOn, bOn, stride: letter, section } = { ...query, ...change };
  return hrefWith(path, { a, b, a_on: aOn, b_on: bOn, stride: letter, section });
}

export const sectionOf = ({ control }: Pick<ComparisonEntry, "control">): string | null =>
  control === null ? null : (getControl(control)?.section ?? null);

/** True for the controls that the filters leave. */
export const isAsked = (entry: ComparisonEntry, query: Pick<CompareQuery, "stride" | "section">): boolean =>
  (query.stride === null || (entry.control !== null && stride(entry.control).includes(query.stride))) &&
  (query.section === null || sectionOf(entry) === query.section);

/** What the sides are called: by their names, by their days where it is one host, by both where it is two hosts on days. */
export function sideNames(query: Pick<CompareQuery, "aOn" | "bOn">, a: string, b: string): readonly [string, string] {
  const on = (day: string | null): string => (day === null ? "now" : DAY.format(new Date(day)));
  if (a === b) return [on(query.aOn), on(query.bOn)];
  const named = (name: string, day: string | null): string => (day === null ? name : `${name} (${on(day)})`);
  return [named(a, query.aOn), named(b, query.bOn)];
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
