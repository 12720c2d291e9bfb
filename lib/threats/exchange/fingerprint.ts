import { canonical } from "./json";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** FNV-1a over UTF-16 units, 32 bits, as eight hexadecimal digits. `seed` makes it another function. */
function fnv(text: string, seed: number): string {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  // FNV leaves the high bits of short texts alike; this mixes them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/** Sixteen digits that change when the value does. Tells an edit from none; protects against nobody. */
export function fingerprint(value: unknown): string {
  const text = canonical(value);
  return fnv(text, 1) + fnv(text, 2);
}

/** The id itself when it is a UUID, otherwise a UUID (version 8) made from it, the same every time. */
export function uuidFrom(id: string): string {
  if (UUID.test(id)) return id;
  const digits = [1, 2, 3, 4].map((seed) => fnv(id, seed)).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
