import { isObject } from "./json";

/** What the fields of each of our lists are called in a file ("" for those of the model itself); the longest beginning of a path counts. */
export type FieldNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Remembers where in a file each object of a model came from, to name that place when the object turns out not to fit. */
export class SourcePaths {
  readonly #fields: FieldNames;
  readonly #paths = new Map<string, string>();

  constructor(fields: FieldNames) {
    this.#fields = fields;
  }

  add(list: string, name: string, path: string): void {
    this.#paths.set(`${list} ${name}`, path);
  }

  /** "elements[3].name" in the model becomes "detail.diagrams[0].cells[5].data.name" in the file. */
  inFile(path: string, model: Readonly<Record<string, unknown>>): string {
    const [, list = "", index = "", rest = ""] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const objects = model[list];
    const object: unknown = Array.isArray(objects) ? objects[Number(index)] : undefined;
    const name = isObject(object) ? (object.id ?? object.slug) : undefined;
    const place = this.#paths.get(`${list} ${String(name)}`);
    if (place === undefined) return this.#field("", path);
    return rest === "" ? place : `${place}.${this.#field(list, rest)}`;
  }

  #field(list: string, path: string): string {
    const names = this.#fields[list] ?? {};
    const begins = (field: string) => path === field || (path.startsWith(field) && /^[.[]/.test(path.slice(field.length)));
    const [longest] = Object.keys(names)
      .filter(begins)
      .sort((a, b) => b.length - a.length);
    return longest === undefined ? path : `${names[longest]}${path.slice(longest.length)}`;
  }
}
