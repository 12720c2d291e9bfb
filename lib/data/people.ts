import "server-only";
import { AppError } from "@/lib/shared/app-error";
import type { Sql } from "./transaction";

/** Whom a task is given to, as forms (id) and the API (e-mail address) say it. */
export type PersonRef = { readonly id: string } | { readonly email: string };

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The person a task can be given to. Throws "invalid-input" for people nobody knows and for disabled ones. */
export async function requirePerson(sql: Sql, ref: PersonRef): Promise<Person> {
  const { rows } = await sql.query<Person & { disabled: boolean }>(
    `select id, name, email, disabled_at is not null as disabled from "user" where ${"id" in ref ? "id" : "email"} = $1`,
    ["id" in ref ? ref.id : ref.email.trim().toLowerCase()],
  );
  const [person] = rows;
  if (person === undefined) {
    throw new AppError("invalid-input", "Nobody here has this e-mail address.", { detail: { field: "assignee" } });
  }
  if (person.disabled) {
    throw new AppError("invalid-input", `${person.name} has no access any more. Choose somebody else.`, { detail: { field: "assignee" } });
  }
  return { id: person.id, name: person.name, email: person.email };
}
