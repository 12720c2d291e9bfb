import { text } from "node:stream/consumers";
import { ROLES, type Role } from "@/lib/access/policy";
import { makeViewer } from "@/lib/access/viewer";
import { accountFields } from "@/lib/auth/account-fields";
import { addPerson, resetPersonPassword } from "@/lib/auth/people";
import { getUserByEmail } from "@/lib/data/users";
import { asRefusal } from "./as-refusal";
import { withDatabase } from "./connect";
import { readOptions, required } from "./options";
import { Refusal } from "./refusal";

const VIEWER = makeViewer({ kind: "system", name: "command line" });

/** `bulkhead user create` and `bulkhead user set-password`: the password comes from standard input, never from an argument. */
export async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === "create") return create(rest);
  if (verb === "set-password") return setPassword(rest);
  throw new Refusal(`"user" can "create" and "set-password": run "npx bulkhead user --help".`, { exitCode: 2 });
}

async function create(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["email", "role", "name"]);
  const email = readEmail(options.email);
  const role = readRole(required(options.role, "role"));
  const name = options.name ?? email.split("@")[0] ?? email;
  const password = await readPassword(process.stdin);
  await asRefusal(withDatabase(() => addPerson(VIEWER, { name, email, role, password })));
  console.error(`${email} can sign in now (role ${role}).`);
  return 0;
}

async function setPassword(args: readonly string[]): Promise<number> {
  const email = readEmail(readOptions(args, ["email"]).email);
  const password = await readPassword(process.stdin);
  await asRefusal(withDatabase(() => resetByEmail(email, password)));
  console.error(`${email} has a new password; all their sessions have ended.`);
  return 0;
}

async function resetByEmail(email: string, password: string): Promise<void> {
  const user = await getUserByEmail(VIEWER, email);
  if (user === null) throw new Refusal(`Nobody has an account with the address ${email}.`);
  await resetPersonPassword(VIEWER, user.id, password);
}

function readEmail(given: string | undefined): string {
  const read = accountFields.email.safeParse(required(given, "email"));
  if (!read.success) throw new Refusal(`--email is "${given}", which is no e-mail address.`, { exitCode: 2 });
  return read.data;
}

function readRole(given: string): Role {
  const role = ROLES.find((candidate) => candidate === given);
  if (role === undefined) throw new Refusal(`--role knows no "${given}": it takes ${ROLES.join(", ")}.`, { exitCode: 2 });
  return role;
}

/** The first line of the input; the line break is not part of the password. At a terminal it is asked for and not shown. */
export async function readPassword(input: NodeJS.ReadStream): Promise<string> {
  const given = input.isTTY ? await ask(input) : (await text(input)).split(/\r?\n/, 1)[0];
  if (given === undefined || given === "")
    throw new Refusal("The password is read from standard input, and there was none.", { exitCode: 2 });
  return given;
}

function ask(input: NodeJS.ReadStream): Promise<string> {
  process.stderr.write("Password (it is not shown): ");
  input.setRawMode(true).setEncoding("utf8").resume();
  return new Promise((resolve, reject) => {
    let typed = "";
    const end = (result: () => void): void => {
      input.setRawMode(false).pause();
      process.stderr.write("\n");
      result();
    };
    input.on("data", (chunk: string | Buffer) => {
      for (const key of String(chunk)) {
        if (key === "\r" || key === "\n") return end(() => resolve(typed));
        if (key === "\u0003" || key === "\u0004") return end(() => reject(new Refusal("Nothing was changed.", { exitCode: 130 })));
        typed = key === "\u007f" || key === "\b" ? typed.slice(0, -1) : typed + key;
      }
    });
  });
}
