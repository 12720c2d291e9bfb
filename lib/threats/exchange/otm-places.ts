import type { Box, Point } from "../threat-model";
import type { JsonObject } from "./json";
import { keptIn } from "./kept-object";
import type { NamesTaken } from "./names";
import type { OtmComponent, OtmFile, OtmPlace, OtmZone } from "./otm-file";

/** A trust zone or a component with what we call it and where it stands. */
export interface PlacedOtm<T extends OtmZone | OtmComponent = OtmZone | OtmComponent> {
  readonly id: string;
  /** "components[3]" */
  readonly path: string;
  readonly raw: T;
  /** The representation that gives the place; undefined when no diagram shows it. */
  readonly place: OtmPlace | undefined;
  /** Our id of that diagram, or of the first one. */
  readonly diagram: string;
  /** Counts what has no place, in the order of the file; null for what has one. */
  readonly laidOut: number | null;
}

const LONGEST_ID = 200;
const DEFAULT_SIZE = { width: 160, height: 80 };
const IN_A_ROW = 5;

/** Where the zones and components of a file stand: in which diagram, within which parent, and where in the picture. */
export class OtmPlaces {
  readonly zones: readonly PlacedOtm<OtmZone>[];
  readonly components: readonly PlacedOtm<OtmComponent>[];
  readonly #zoneById: ReadonlyMap<string, PlacedOtm>;
  readonly #componentById: ReadonlyMap<string, PlacedOtm>;
  /** What an export of ours made up, because the format wants a parent and two ends for everything. */
  readonly #madeUp = new Set<string>();
  readonly #diagrams: ReadonlyMap<string, JsonObject>;
  readonly #firstDiagram: string;
  readonly #remark: (text: string) => void;
  #laidOut = 0;

  /** `diagrams` are ours by the ids of their representations; there is at least one. */
  constructor(file: OtmFile, diagrams: ReadonlyMap<string, JsonObject>, ids: NamesTaken, remark: (text: string) => void) {
    this.#diagrams = diagrams;
    this.#firstDiagram = String([...diagrams.values()][0]?.id);
    this.#remark = remark;
    this.zones = this.#placeAll(file.trustZones ?? [], "trustZones", ids);
    this.components = this.#placeAll(file.components ?? [], "components", ids);
    this.#zoneById = firstById(this.zones);
    this.#componentById = firstById(this.components);
    if (this.#laidOut > 0) remark(`Trust zones and components that no diagram shows were laid out in rows: ${this.#laidOut}.`);
    for (const placed of [...this.zones, ...this.components]) this.#checkParent(placed);
  }

  component(raw: string): PlacedOtm | null {
    return this.#componentById.get(raw) ?? null;
  }

  isMadeUp(raw: string): boolean {
    return this.#madeUp.has(raw);
  }

  /** Our id of the nearest trust zone around something; null when there is none, or when the parents go round in a circle. */
  zoneAround(placed: PlacedOtm): string | null {
    return this.#ancestors(placed).find((each) => this.#zoneById.get(each.raw.id) === each)?.id ?? null;
  }

  box(placed: PlacedOtm): Box {
    const { width, height } = placed.place?.size ?? DEFAULT_SIZE;
    if (placed.laidOut === null) return { ...this.#corner(placed), width, height };
    return { x: 40 + (placed.laidOut % IN_A_ROW) * 200, y: 40 + Math.floor(placed.laidOut / IN_A_ROW) * 140, width, height };
  }

  #placeAll<T extends OtmZone | OtmComponent>(all: readonly T[], list: string, ids: NamesTaken): PlacedOtm<T>[] {
    return all.flatMap((raw, index) => {
      if (keptIn(raw.attributes)?.was.madeUp !== true) return [this.#place(raw, `${list}[${index}]`, ids)];
      this.#madeUp.add(raw.id);
      return [];
    });
  }

  #place<T extends OtmZone | OtmComponent>(raw: T, path: string, ids: NamesTaken): PlacedOtm<T> {
    const id = ids.take(raw.id, LONGEST_ID);
    if (id !== raw.id) this.#remark(`${path}.id is "${raw.id}" as another one's; this one is called "${id}".`);
    const place = raw.representations?.find(({ representation }) => this.#diagrams.has(representation));
    const diagram = this.#diagrams.get(place?.representation ?? "")?.id;
    const laidOut = place?.position ? null : this.#laidOut++;
    return { id, path, raw, place, diagram: diagram === undefined ? this.#firstDiagram : String(diagram), laidOut };
  }

  #parent({ raw }: PlacedOtm): PlacedOtm | undefined {
    const { trustZone, component } = raw.parent ?? {};
    return trustZone === undefined ? this.#componentById.get(component ?? "") : this.#zoneById.get(trustZone);
  }

  #checkParent(placed: PlacedOtm): void {
    const name = placed.raw.parent?.trustZone ?? placed.raw.parent?.component;
    if (name === undefined || this.#madeUp.has(name) || this.#parent(placed) !== undefined) return;
    this.#remark(`${placed.path}.parent names "${name}", which is not in the file; it stands in no trust zone.`);
  }

  /** Parents from the inside out. */
  #ancestors(placed: PlacedOtm): PlacedOtm[] {
    const seen = new Set<PlacedOtm>();
    for (let at = this.#parent(placed); at !== undefined && at !== placed && !seen.has(at); at = this.#parent(at)) seen.add(at);
    return [...seen];
  }

  /** Places in a file are counted from the corner of the parent, as far as it stands in the same diagram. */
  #corner(placed: PlacedOtm): Point {
    let { x, y } = placed.place?.position ?? { x: 0, y: 0 };
    for (const { diagram, place } of this.#ancestors(placed)) {
      if (diagram !== placed.diagram || !place?.position) break;
      x += place.position.x;
      y += place.position.y;
    }
    return { x, y };
  }
}

const firstById = (all: readonly PlacedOtm[]): Map<string, PlacedOtm> => new Map(all.toReversed().map((placed) => [placed.raw.id, placed]));
