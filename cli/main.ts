import { explain } from "./explain";
import { Refusal } from "./refusal";
import { dataDirectory, loadEnvFile } from "./settings";

/** A command is one file with this export. The number is the exit code. */
interface CommandModule {
  readonly run: (args: readonly string[]) => Promise<number>;
}

interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    usage: "start [--dev]",
    summary: "build when needed, start the database, bring it up to date and serve",
    load: () => import("./start"),
  },
  parse: {
    usage: "parse FILE...",
    summary: "read logs and print one line of JSON for each; needs no database",
    load: () => import("./parse"),
  },
  import: {
    usage: "import PATH... [--host NAME | --host-from file|folder] [--all-runs] [--jobs N]",
    summary: "store many logs, folders included; what is there already is skipped, so it can be interrupted and run again",
    load: () => import("./import"),
  },
  token: {
    usage: "token create --name NAME --scope SCOPES [--role ROLE] [--expires DAYS]",
    summary: "make an access token and print its secret",
    load: () => import("./token"),
  },
  user: {
    usage: "user create --email EMAIL --role ROLE [--name NAME] | user set-password --email EMAIL",
    summary: "make a person's account or set its password, read from standard input",
    load: () => import("./user"),
  },
};

/** Runs one command and says with which code the process should end. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(helpText());
    return 0;
  }
  process.once("uncaughtException", (problem) => process.exit(report(problem)));
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new Refusal(`There is no command "${name}": run "npx bulkhead help" for the list.`, { exitCode: 2 });
    if (rest.includes("--help") || rest.includes("-h")) {
      console.log(`Usage: npx bulkhead ${command.usage}\n\n${command.summary}`);
      return 0;
    }
    loadEnvFile();
    const { run } = await command.load();
    return await run(rest);
  } catch (problem) {
    return report(problem);
  }
}

let isReported = false;

/** One sentence on stderr, once; the whole story only for those who ask. */
function report(problem: unknown): number {
  const refusal = explain(problem, dataDirectory());
  if (process.env.BULKHEAD_DEBUG) console.error(problem);
  if (!isReported) console.error(refusal.message);
  isReported = true;
  return refusal.exitCode;
}

function helpText(): string {
  const width = 12;
  const lines = Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage}\n${" ".repeat(width)}${summary}`);
  return [
    "Usage: npx bulkhead COMMAND",
    "",
    ...lines,
    "",
    "Settings come from the environment or from .env; .env.example lists them.",
  ].join("\n");
}
