import type pg from "pg";
import type { Cluster } from "./cluster";
import { connect } from "./connection";
import { ensurePostmaster, type Postmaster, type StartOptions, stopPostmaster } from "./postmaster";
import { isAlive, sleep } from "./process";

/** Advisory lock in the database "postgres": shared by all who use the server, taken alone by the last one, who stops it. */
const USED = 1_112_886_059;

export interface Keeper {
  readonly port: number;
  /** Leaves the server; the last to leave stops it. */
  readonly close: () => Promise<void>;
}

/**
 * Keeps the cluster's server running as long as anybody needs it. The lock is held by a connection, so it goes with its
 * process however that dies: a server without users is adopted, used and stopped by the next one. When the server itself
 * dies, the connection breaks, and the server is started again on the same port.
 */
export async function keep(cluster: Cluster, options: StartOptions, say: (line: string) => void): Promise<Keeper> {
  let held = await hold(cluster, options);
  let closing = false;
  const port = held.postmaster.port;
  let recovery: Promise<void> = Promise.resolve();

  const watch = (): void => {
    held.client.once("end", () => {
      if (!closing) recovery = recover();
    });
  };
  const recover = async (): Promise<void> => {
    while (!closing) {
      try {
        held = await hold(cluster, { ...options, port });
        say(`The embedded database had stopped and was started again on port ${port}.`);
        watch();
        return;
      } catch {
        // Another program took the port, or the disk is full: it is tried again for as long as the app runs.
        await sleep(1_000);
      }
    }
  };
  watch();
  return {
    port,
    close: async () => {
      closing = true;
      await recovery;
      await leave(cluster, held);
    },
  };
}

interface Held {
  readonly postmaster: Postmaster;
  readonly client: pg.Client;
}

async function hold(cluster: Cluster, options: StartOptions): Promise<Held> {
  for (let attempt = 0; ; attempt += 1) {
    const postmaster = await ensurePostmaster(cluster, options);
    try {
      const client = await connect(cluster.url(postmaster.port, "postgres"));
      await client.query("select pg_advisory_lock_shared($1)", [USED]);
      return { postmaster, client };
    } catch (problem) {
      // Its last user stopped it between the two steps.
      if (attempt >= 20) throw problem;
      await sleep(100);
    }
  }
}

async function leave(cluster: Cluster, { postmaster, client }: Held): Promise<void> {
  let last: boolean;
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [USED]);
    const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [USED]);
    last = rows[0]?.alone ?? false;
  } catch {
    last = isAlive(postmaster.pid);
  }
  if (last) await stopPostmaster(cluster, postmaster.pid);
  await client.end().catch(() => undefined);
}
