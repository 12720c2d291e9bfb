import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/shared/app-error";
import { MalformedRequest } from "./problem";

/**
 * Watches bytes as they pass: counts them, stops them above a limit, and takes their SHA-256. What is behind it never holds more
 * than the limit, whatever length was announced.
 */
export class Meter {
  readonly #limitBytes: number;
  readonly #hash = createHash("sha256");
  #count = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Bytes that passed so far. */
  get count(): number {
    return this.#count;
  }

  /** SHA-256 of all that passed, in lower-case hex. Ask once, at the end. */
  digest(): string {
    return this.#hash.digest("hex");
  }

  /** Throws AppError "too-large" with the chunk that goes over the limit. */
  async *through(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      this.#count += chunk.length;
      if (this.#count > this.#limitBytes) throw new AppError("too-large", `The body is larger than ${this.#limitBytes} bytes.`);
      this.#hash.update(chunk);
      yield chunk;
    }
  }
}

/** A request's body, chunk by chunk. A sender that breaks off is a malformed request, not a fault of ours. */
export async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  let whole = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new MalformedRequest("The body broke off before its end.");
      });
      whole = done;
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early lets the sender stop as well.
    if (!whole) await reader.cancel().catch(() => undefined);
  }
}
