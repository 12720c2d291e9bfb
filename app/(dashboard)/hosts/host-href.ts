import { hrefWith } from "@/lib/shared/read-filters";

/** The page of a host; `params` are its filters, e.g. `{ primary: "T" }`. */
export const hostHref = (name: string, params: Readonly<Record<string, string | number | null>> = {}): string =>
  hrefWith(`/hosts/${encodeURIComponent(name)}`, params);
