/** From least to most; each may do all that the one before it may. */
export const ROLES = ["viewer", "engineer", "lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a token was made for. A token may do what its scopes and its role both allow. */
export const TOKEN_SCOPES = ["scans:write", "read", "write", "admin"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

interface Rule {
  /** The least role that may. */
  readonly role: Role;
  /** The scopes that are enough for a token, each by itself. */
  readonly scopes: readonly TokenScope[];
}

const READ = ["read", "write", "admin"] as const;
const UPLOAD = ["scans:write", "write", "admin"] as const;
const WRITE = ["write", "admin"] as const;
const ADMIN = ["admin"] as const;

/**
 * The one table of who may do what. `scans:write` is for machines that upload and must learn nothing else.
 * Accepting a risk and saying "not applicable" both take a finding out of the open count, so both need a lead, and anybody
 * who works on findings may ask for them; an attestation needs one engineer and an expiry. A leaked token must not make tokens: only scope `admin` may.
 */
const RULES = {
  "host:read": { role: "viewer", scopes: READ },
  "host:edit": { role: "engineer", scopes: WRITE },
  "host:delete": { role: "lead", scopes: WRITE },
  "scan:read": { role: "viewer", scopes: READ },
  "scan:upload": { role: "engineer", scopes: UPLOAD },
  "scan:delete": { role: "lead", scopes: WRITE },
  "finding:read": { role: "viewer", scopes: READ },
  "finding:attest": { role: "engineer", scopes: WRITE },
  "finding:reopen": { role: "engineer", scopes: WRITE },
  "finding:exclude": { role: "lead", scopes: WRITE },
  "risk:accept": { role: "lead", scopes: WRITE },
  "risk:request": { role: "engineer", scopes: WRITE },
  "control:read": { role: "viewer", scopes: READ },
  "control:edit": { role: "lead", scopes: WRITE },
  "model:read": { role: "viewer", scopes: READ },
  "model:edit": { role: "lead", scopes: WRITE },
  "task:read": { role: "viewer", scopes: READ },
  "task:create": { role: "engineer", scopes: WRITE },
  "task:work": { role: "engineer", scopes: WRITE },
  "task:comment": { role: "engineer", scopes: WRITE },
  // Whoever may read may ask to be told.
  "task:watch": { role: "viewer", scopes: WRITE },
  "report:read": { role: "viewer", scopes: READ },
  "user:read": { role: "viewer", scopes: READ },
  "user:manage": { role: "admin", scopes: ADMIN },
  "token:own": { role: "engineer", scopes: ADMIN },
  "token:manage": { role: "admin", scopes: ADMIN },
  "settings:manage": { role: "admin", scopes: ADMIN },
  "audit:read": { role: "admin", scopes: ADMIN },
} as const satisfies Readonly<Record<string, Rule>>;

export type Permission = keyof typeof RULES;

export const PERMISSIONS = Object.keys(RULES) as readonly Permission[];

/** The least role that may; a refusal names it. */
export const leastRoleFor = (permission: Permission): Role => RULES[permission].role;

const roleAllows = (role: Role, permission: Permission): boolean => ROLES.indexOf(role) >= ROLES.indexOf(RULES[permission].role);

const scopesAllow = (scopes: readonly TokenScope[], permission: Permission): boolean => {
  const enough: readonly TokenScope[] = RULES[permission].scopes;
  return scopes.some((scope) => enough.includes(scope));
};

/** Who asks, as far as the table cares: `scopes` is null for people and for the program itself. */
interface Asker {
  readonly role: Role;
  readonly scopes: readonly TokenScope[] | null;
}

/** The only question about rights in the whole program. Every function of the data layer asks it. */
export const may = ({ role, scopes }: Asker, permission: Permission): boolean =>
  roleAllows(role, permission) && (scopes === null || scopesAllow(scopes, permission));
