import "server-only";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/shared/app-error";
import { MalformedRequest } from "./problem";

/** A form as it came: its one file, read by whoever asked for it, and its fields. */
export interface MultipartForm<File> {
  /** Null when the form has no file, or its file was not chosen. */
  readonly file: { readonly name: string; readonly content: File } | null;
  readonly fields: ReadonlyMap<string, string>;
}

interface Rules<File> {
  /** The name the file comes under. */
  readonly fileField: string;
  /** Reads the file while it arrives. What it throws ends the reading and is thrown. */
  readonly readFile: (stream: AsyncIterable<Uint8Array>) => Promise<File>;
  /** Of a text field's value. */
  readonly fieldLimitBytes: number;
}

const MAX_FIELDS = 10;

/**
 * Reads a multipart body as it arrives, so that nothing is kept that its reader does not keep. Takes one file and few fields: a form
 * of ours has no more, and ten thousand parts are an attack. Throws MalformedRequest for a body that is no such form.
 */
export async function readMultipart<File>(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  rules: Rules<File>,
): Promise<MultipartForm<File>> {
  const stop = new AbortController();
  const refuse = (error: unknown) => stop.abort(error);
  const fields = new Map<string, string>();
  let file: Promise<{ name: string; content: File }> | null = null;
  const parser = open(contentType, rules.fieldLimitBytes)
    .on("file", (field, stream, filename = "") => {
      // A file is destroyed with an error when the reading ends early, and an error that nobody listens to ends the process.
      stream.on("error", () => undefined);
      if (field !== rules.fileField) {
        stream.resume();
        return refuse(new MalformedRequest(`Send the log as the form's field "${rules.fileField}", not "${field.slice(0, 100)}".`));
      }
      file = rules.readFile(stream).then((content) => ({ name: filename, content }));
      file.catch(refuse);
    })
    .on("field", (name, value, nameTruncated, valueTruncated) => {
      if (valueTruncated) refuse(new AppError("too-large", `The form's field "${name}" is too large.`));
      else if (nameTruncated || fields.has(name)) refuse(new MalformedRequest("The form has a field twice, or one with an endless name."));
      else fields.set(name, value);
    })
    .on("filesLimit", () => refuse(new MalformedRequest("Send one file with each request.")))
    .on("fieldsLimit", () => refuse(tooManyParts()))
    .on("partsLimit", () => refuse(tooManyParts()));
  try {
    await pipeline(body, parser, { signal: stop.signal });
    return { file: await file, fields };
  } catch (error) {
    throw asRefusal(stop.signal.aborted ? stop.signal.reason : error);
  }
}

function open(contentType: string, fieldLimitBytes: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      limits: { files: 1, fields: MAX_FIELDS, parts: MAX_FIELDS + 2, headerPairs: 20, fieldNameSize: 100, fieldSize: fieldLimitBytes },
    });
  } catch {
    throw new MalformedRequest("The form's content type has no boundary.");
  }
}

/** The parser's own errors all say that the body is no form. */
const asRefusal = (error: unknown): AppError =>
  error instanceof AppError ? error : new MalformedRequest("The body is not the form that its content type says.");

const tooManyParts = (): MalformedRequest => new MalformedRequest(`A form has one file and at most ${MAX_FIELDS} fields.`);
