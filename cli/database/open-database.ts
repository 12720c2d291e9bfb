import { prepareDataDirectory } from "../data-directory";
import type { Settings } from "../settings";
import { openCluster } from "./cluster";
import { checkDatabaseUrl, connect } from "./connection";
import { keep } from "./keeper";

const DATABASE = "bulkhead";

/** A database that answers, until it is closed. */
export interface OpenDatabase {
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Options {
  /** Told when something happens later, such as a restart of the embedded server. */
  readonly say?: (line: string) => void;
  /** More settings of the embedded PostgreSQL, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The PostgreSQL of DATABASE_URL when it is set, else the embedded one, running already or started now. */
export async function openDatabase(place: Pick<Settings, "dataDir" | "databaseUrl">, options: Options = {}): Promise<OpenDatabase> {
  prepareDataDirectory(place.dataDir);
  if (place.databaseUrl !== undefined) {
    await checkDatabaseUrl(place.databaseUrl);
    return { url: place.databaseUrl, close: async () => undefined };
  }
  const cluster = openCluster(place.dataDir);
  const keeper = await keep(cluster, { settings: options.settings }, options.say ?? (() => undefined));
  await createDatabase(cluster.url(keeper.port, "postgres"));
  return { url: cluster.url(keeper.port, DATABASE), close: keeper.close };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (problem) {
    // 42P04, 23505: another process made it at the same moment.
    const code = problem instanceof Error && "code" in problem ? problem.code : "";
    if (code !== "42P04" && code !== "23505") throw problem;
  } finally {
    await client.end();
  }
}
