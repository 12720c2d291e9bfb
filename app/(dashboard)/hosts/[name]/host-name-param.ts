import { readHostName } from "@/lib/shared/host-name";

/** The host name in an address, as it was given to a scan; null for what can be none. */
export function hostNameOf(param: string): string | null {
  try {
    const read = readHostName(decodeURIComponent(param));
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}
