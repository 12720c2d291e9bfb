import { ROLES, TOKEN_SCOPES } from "@/lib/access/policy";
import { makeViewer } from "@/lib/access/viewer";
import { createToken, type NewToken, TOKEN_MAX_DAYS } from "@/lib/data/tokens";
import { asRefusal } from "./as-refusal";
import { withDatabase } from "./connect";
import { readOptions, required } from "./options";
import { Refusal } from "./refusal";

const VIEWER = makeViewer({ kind: "system", name: "command line" });

/** `bulkhead token create`: makes a token and prints its secret, alone, on standard output. */
export async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb !== "create")
    throw new Refusal(`"token" can only "create": npx bulkhead token create --name NAME --scope SCOPES.`, { exitCode: 2 });
  const token = readToken(rest);
  const { secret, token: made } = await asRefusal(withDatabase(() => createToken(VIEWER, token)));
  console.error(
    `Token "${made.name}" (${made.scopes.join(", ")}; role ${made.role}) lasts until ${made.expiresAt.toISOString().slice(0, 10)}.`,
  );
  console.log(secret);
  return 0;
}

/** What the options ask for. Throws a Refusal that lists the choices. */
export function readToken(args: readonly string[]): NewToken {
  const options = readOptions(args, ["name", "scope", "role", "expires"]);
  const scopes = required(options.scope, "scope")
    .split(",")
    .map((scope) => one(scope.trim(), TOKEN_SCOPES, "scope"));
  return {
    name: required(options.name, "name").trim(),
    scopes,
    role: one(options.role ?? "engineer", ROLES, "role"),
    expiresInDays: readDays(options.expires ?? String(TOKEN_MAX_DAYS)),
  };
}

function one<T extends string>(given: string, choices: readonly T[], name: string): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new Refusal(`--${name} knows no "${given}": it takes ${choices.join(", ")}.`, { exitCode: 2 });
  return found;
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= TOKEN_MAX_DAYS) return days;
  throw new Refusal(`--expires is "${text}": a token lasts 1 to ${TOKEN_MAX_DAYS} days.`, { exitCode: 2 });
}
