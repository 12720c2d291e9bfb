import { hrefWith } from "@/lib/shared/read-filters";

/** The page of a threat; `params` are what is open on it, e.g. `{ host: "web-01" }`. */
export const threatHref = (
  model: string,
  threat: string,
  params: Readonly<Record<string, string | number | readonly string[] | null>> = {},
): string => hrefWith(`/threats/${model}/${threat}`, params);
