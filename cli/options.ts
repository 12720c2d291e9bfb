import { parseArgs } from "node:util";
import { errorMessage, Refusal } from "./refusal";

/**
 * Reads `--name value` options of a command and nothing else. Throws a Refusal (exit code 2) for one it does not know, one without
 * a value, or anything that is no option.
 */
export function readOptions<const Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as Partial<Record<Name, string>>;
  } catch (problem) {
    throw new Refusal(`${errorMessage(problem)} Run the command with --help to see what it takes.`, { exitCode: 2, cause: problem });
  }
}

/** An option that must be there. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === "")
    throw new Refusal(`--${name} is missing: run the command with --help to see what it takes.`, { exitCode: 2 });
  return value;
}
