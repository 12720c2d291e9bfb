import pg from "pg";
import { errorCode, errorMessage, Refusal } from "../refusal";
import type { Cluster } from "./cluster";

const CONNECT_LIMIT_MS = 10_000;
/** "The database system is starting up" or is shutting down. */
const NOT_NOW = "57P03";
const TOO_MANY = "53300";
const WRONG_PASSWORD = new Set(["28P01", "28000"]);

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS, application_name: "bulkhead start" });
  // A connection that breaks later reports it here as well as to whoever uses it; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (problem) {
    await client.end().catch(() => undefined);
    throw problem;
  }
  return client;
}

/** Whether the embedded server takes connections. Its own password file not fitting is a refusal: waiting would not help. */
export async function canConnect(url: string, cluster: Cluster): Promise<boolean> {
  try {
    const client = await connect(url);
    await client.end();
    return true;
  } catch (problem) {
    if (WRONG_PASSWORD.has(errorCode(problem))) {
      throw new Refusal(
        `The file postgres-password in ${cluster.dataDir} does not open the database beside it: restore that file from a backup.`,
      );
    }
    return errorCode(problem) === TOO_MANY;
  }
}

/** Checks the PostgreSQL that DATABASE_URL names; one that is just starting is waited for. */
export async function checkDatabaseUrl(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      const client = await connect(url);
      await client.end();
      return;
    } catch (problem) {
      if (errorCode(problem) !== NOT_NOW || Date.now() > until) throw databaseUrlRefusal(problem, url);
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

/** What is wrong with the database that DATABASE_URL names, without its password. */
function databaseUrlRefusal(problem: unknown, url: string): Refusal {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    return new Refusal("DATABASE_URL is not a PostgreSQL address: it should look like postgresql://user:password@host:5432/database.");
  }
  const place = parsed.host || "the local machine";
  const name = decodeURIComponent(parsed.pathname.slice(1));
  const code = errorCode(problem);
  if (WRONG_PASSWORD.has(code)) {
    return new Refusal(
      `PostgreSQL at ${place} refuses user "${decodeURIComponent(parsed.username)}": correct the user or password in DATABASE_URL.`,
    );
  }
  if (code === "3D000") {
    return new Refusal(`PostgreSQL at ${place} has no database "${name}": make it there with CREATE DATABASE, or correct DATABASE_URL.`);
  }
  if (code === TOO_MANY)
    return new Refusal(`PostgreSQL at ${place} has no connection left: raise its max_connections or close other programs.`);
  return new Refusal(
    `PostgreSQL at ${place} cannot be reached (${code || errorMessage(problem)}): start it, correct DATABASE_URL, or leave DATABASE_URL unset for the embedded one.`,
    { cause: problem },
  );
}
