import { attestedUntil } from "@/lib/threats/attested-until";

/** The instant a decision ends, of an instant or of a day, which is whole. Null for none. */
export function decisionEnd(until: string | undefined, now: Date): Date | null {
  if (until === undefined) return null;
  const day = attestedUntil("day", until, now.getTime());
  return new Date(day ?? until);
}
