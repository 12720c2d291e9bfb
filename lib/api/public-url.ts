import { env } from "@/lib/env";

/** The address people reach a page of this instance at. `path` begins with a slash. */
export const publicUrl = (path: string): string => new URL(path, env().BULKHEAD_URL).toString();
