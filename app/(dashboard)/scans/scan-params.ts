import { z } from "zod";

/** The number of a scan in an address: decimal digits only, so that each scan has one address. */
export const ScanId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.number().max(2_147_483_647));

export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;
