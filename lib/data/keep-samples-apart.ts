import "server-only";
import { AppError } from "@/lib/shared/app-error";
import type { LockedHost } from "./host-state";

/**
 * Throws "conflict" when real evidence would go to a host of the sample fleet, or a sample to a real host: who removes the samples
 * must lose nothing of their own. `field` is the form's, for the refusal.
 */
export function keepSamplesApart(host: LockedHost, isSample: boolean, field: string): void {
  if (host.sample === isSample) return;
  const message = host.sample
    ? `${host.name} is a host of the sample fleet, which takes no other logs. Remove the samples first, or use another host name.`
    : `${host.name} is no host of the sample fleet, so it takes none of its logs.`;
  throw new AppError("conflict", message, { detail: { field } });
}
