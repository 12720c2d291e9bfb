import type { z } from "zod";
import type { Permission } from "@/lib/access/policy";

/** A body that is not JSON, by media type. */
export interface RawBody {
  readonly description: string;
  readonly mediaTypes: readonly string[];
}

export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Media type where the answer is not JSON. */
  readonly mediaType?: string;
  /** Where the answer is also to be had as text/plain: what the text says. */
  readonly text?: string;
}

/**
 * One call of the REST API: what the route checks a request against and what the OpenAPI document says of it.
 * Both come from this one value, so they cannot disagree.
 */
export interface Operation {
  readonly method: "get" | "post" | "patch" | "delete";
  /** As OpenAPI writes it: "/hosts/{name}". */
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly rawBody?: RawBody;
  readonly answers: Readonly<Record<number, Answer>>;
}

export const operation = <const T extends Operation>(value: T): T => value;
