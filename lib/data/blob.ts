import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliDecompress, brotliCompress as compressWithCallback, constants } from "node:zlib";

const compress = promisify(compressWithCallback);
const decompress = promisify(brotliDecompress);

// Quality 5 is where logs stop getting noticeably smaller for the time it takes.
const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** SHA-256 in lower-case hex: how blobs, result sets and coverage sets are addressed. */
export const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

/** Compresses a blob for storage (Brotli). */
export const pack = (bytes: Uint8Array): Promise<Buffer> => compress(bytes, OPTIONS);

/** The bytes that were packed, exactly. */
export const unpack = (blob: Uint8Array): Promise<Buffer> => decompress(blob);
