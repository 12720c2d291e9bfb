import type { Role, TokenScope } from "./policy";

/** Who asks. `system` is the program itself: the command line and background jobs. */
export type Identity =
  | { readonly kind: "user"; readonly userId: string; readonly name: string; readonly role: Role }
  | {
      readonly kind: "token";
      /** Null for a token made on the command line. */
      readonly userId: string | null;
      readonly name: string;
      readonly role: Role;
      readonly scopes: readonly TokenScope[];
      readonly tokenId: number;
    }
  | { readonly kind: "system"; readonly name: string };

/** Not exported, and nominal through its private member: neither a literal nor a spread copy is a `Viewer`. */
class CheckedViewer {
  readonly kind: Identity["kind"];
  readonly userId: string | null;
  /** Shown in the audit log. */
  readonly name: string;
  readonly role: Role;
  /** Null for people and for the program itself: their role alone decides. */
  readonly scopes: readonly TokenScope[] | null;
  readonly tokenId: number | null;
  /** Where the request came from, for the audit log; null for the program itself. */
  readonly address: string | null;
  readonly #checked = true;

  constructor(identity: Identity, address: string | null) {
    this.address = address;
    this.kind = identity.kind;
    this.name = identity.name;
    this.userId = identity.kind === "system" ? null : identity.userId;
    this.role = identity.kind === "system" ? "admin" : identity.role;
    this.scopes = identity.kind === "token" ? [...identity.scopes] : null;
    this.tokenId = identity.kind === "token" ? identity.tokenId : null;
    Object.freeze(this);
  }

  /** Reads the private member, which no other object has. */
  static made(value: object): value is CheckedViewer {
    return #checked in value && value.#checked;
  }
}

/**
 * Somebody whose identity was checked. Every function of the data layer takes one, so that a query without
 * authorisation does not compile.
 */
export type Viewer = CheckedViewer;

/** For `lib/auth`, after it has checked the session or the token, and for the program's own entrances; nobody else. */
export const makeViewer = (identity: Identity, address: string | null = null): Viewer => new CheckedViewer(identity, address);

/** True only for what `makeViewer` made: the guard of the data layer against values that lost their type on the way. */
export const isViewer = (value: unknown): value is Viewer => typeof value === "object" && value !== null && CheckedViewer.made(value);
