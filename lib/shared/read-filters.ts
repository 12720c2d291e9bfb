import type { z } from "zod";

/** What a page gets from Next; a parameter that is given twice is a list. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters of an address as a route has it, in the shape a page gets them. */
export function searchParamsOf(url: string): SearchParams {
  const { searchParams } = new URL(url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}

/** A part of the address that filters nothing, to be named on the page. */
export interface IgnoredFilter {
  readonly name: string;
  readonly value: string;
}

/** Reads the filters of one address. Each parameter is asked for once; afterwards `ignored` tells what nobody understood. */
export interface FilterReader {
  /** Values of a list, "state=open,regressed" or given several times; null when there is none that is known. */
  readonly many: <T>(name: string, schema: z.ZodType<T>) => readonly [T, ...T[]] | null;
  /** Values that may hold a comma, each given on its own; null when there is none that is known. */
  readonly each: <T>(name: string, schema: z.ZodType<T>) => readonly [T, ...T[]] | null;
  /** The first known value. */
  readonly one: <T>(name: string, schema: z.ZodType<T>) => T | null;
  /** Free text, trimmed and cut at `limit` characters; null when empty. */
  readonly text: (name: string, limit: number) => string | null;
  readonly ignored: () => readonly IgnoredFilter[];
}

export function filterReader(params: SearchParams): FilterReader {
  const asked = new Set<string>();
  const unknown: IgnoredFilter[] = [];
  const given = (name: string): string[] => {
    asked.add(name);
    return [params[name] ?? []].flat();
  };
  const known = <T>(name: string, values: readonly string[], schema: z.ZodType<T>): T[] =>
    [...new Set(values)].flatMap((value) => {
      const read = schema.safeParse(value);
      if (!read.success) unknown.push({ name, value });
      return read.success ? [read.data] : [];
    });
  const some = <T>([first, ...rest]: readonly T[]) => (first === undefined ? null : ([first, ...rest] as const));
  return {
    many: (name, schema) => some(known(name, given(name).flatMap(parts), schema)),
    each: (name, schema) =>
      some(
        known(
          name,
          given(name).filter((value) => value.trim() !== ""),
          schema,
        ),
      ),
    one: (name, schema) => {
      const [first, ...rest] = given(name).filter((value) => value !== "");
      unknown.push(...rest.map((value) => ({ name, value })));
      return first === undefined ? null : (known(name, [first], schema)[0] ?? null);
    },
    text: (name, limit) => given(name)[0]?.trim().slice(0, limit) || null,
    ignored: () => [
      ...unknown,
      ...Object.entries(params)
        .filter(([name]) => !asked.has(name))
        .map(([name, value]) => ({ name, value: [value ?? []].flat().join(",") })),
    ],
  };
}

const parts = (value: string): string[] => value.split(",").filter((part) => part !== "");

/** An address with the parameters that have a value, in the order given. */
export function hrefWith(path: string, params: Readonly<Record<string, string | number | readonly string[] | null>>): string {
  const query = Object.entries(params).flatMap(([name, value]) => {
    const text = value === null ? "" : typeof value === "object" ? value.join(",") : String(value);
    // Commas stay readable: they part the values of a list and mean nothing else in a query.
    return text === "" ? [] : [`${name}=${encodeURIComponent(text).replaceAll("%2C", ",")}`];
  });
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}
