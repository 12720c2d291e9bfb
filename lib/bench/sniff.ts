/** Kinds of files that are no text, told by their first bytes. gzip is listed because it is unpacked, not refused. */
export type FileKind = "gzip" | "zip" | "7z" | "rar" | "xz" | "bzip2" | "zstd" | "tar" | "png" | "jpeg" | "gif" | "pdf" | "elf";

interface Signature {
  readonly kind: FileKind;
  readonly bytes: readonly number[];
  readonly offset?: number;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { kind: "gzip", bytes: [0x1f, 0x8b] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x07, 0x08] },
  { kind: "7z", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "rar", bytes: [...ascii("Rar!"), 0x1a, 0x07] },
  { kind: "xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: "bzip2", bytes: ascii("BZh") },
  { kind: "zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: "tar", bytes: ascii("ustar"), offset: 257 },
  { kind: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { kind: "gif", bytes: ascii("GIF8") },
  { kind: "pdf", bytes: ascii("%PDF-") },
  { kind: "elf", bytes: [0x7f, ...ascii("ELF")] },
];

const ARCHIVES: readonly FileKind[] = ["zip", "7z", "rar", "xz", "bzip2", "zstd", "tar"];

/** The kind of a file by its first bytes; null when it may be text. The name and the declared type are never asked. */
export function sniff(bytes: Uint8Array): FileKind | null {
  return SIGNATURES.find((signature) => hasSignature(bytes, signature))?.kind ?? null;
}

/** True for packed files other than gzip, which HTTP refuses as an unsupported media type. */
export const isArchive = (kind: FileKind): boolean => ARCHIVES.includes(kind);

function hasSignature(bytes: Uint8Array, { bytes: wanted, offset = 0 }: Signature): boolean {
  return wanted.every((byte, index) => bytes[offset + index] === byte);
}
