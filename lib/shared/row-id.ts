import { z } from "zod";

/** The id of a row in an address or a form. Larger numbers than the database's own would be a fault of it, not of the asker. */
export const rowId = z.coerce.number().int().min(1).max(2_147_483_647);
