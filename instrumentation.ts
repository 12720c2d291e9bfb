import { env } from "@/lib/env";

/** Runs once when the server starts: a wrong setting ends it there, not in the middle of somebody's request. */
export function register(): void {
  env();
}
