// Next.js brings this parser along for its own forms, without types. Only what read-multipart.ts uses is declared.
declare module "next/dist/compiled/busboy" {
  import type { Readable, Writable } from "node:stream";

  interface Limits {
    readonly fieldNameSize?: number;
    readonly fieldSize?: number;
    readonly fields?: number;
    readonly fileSize?: number;
    readonly files?: number;
    readonly parts?: number;
    readonly headerPairs?: number;
  }

  interface Parser extends Writable {
    on(event: "file", listener: (name: string, stream: Readable, info: { readonly filename: string | undefined }) => void): this;
    on(
      event: "field",
      listener: (name: string, value: string, info: { readonly nameTruncated: boolean; readonly valueTruncated: boolean }) => void,
    ): this;
    on(event: "partsLimit" | "filesLimit" | "fieldsLimit", listener: () => void): this;
  }

  function busboy(options: {
    readonly headers: { readonly "content-type": string };
    readonly preservePath?: boolean;
    readonly defParamCharset?: string;
    readonly limits?: Limits;
  }): Parser;

  export = busboy;
}
