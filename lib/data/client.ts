import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

interface Connections {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
}

// Kept on globalThis: development reloads modules, and each reload would otherwise open a pool of its own.
const holder = globalThis as { bulkheadConnections?: Connections };

/** One pool for Prisma and for set-based SQL alike. Made on first use, so that `next build` needs no database. */
function connections(): Connections {
  holder.bulkheadConnections ??= open();
  return holder.bulkheadConnections;
}

function open(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    // A request that cannot get a connection in this time is answered "unavailable", not kept waiting.
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: "bulkhead",
    // Commits wait for the disk even where the server's default is laxer: an acknowledged scan must survive a crash.
    options: "-c synchronous_commit=on",
  });
  // An idle connection that breaks (the database restarted) must not end the process: the pool opens a new one.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

export const prisma = (): PrismaClient => connections().prisma;
export const pool = (): pg.Pool => connections().pool;

/** Closes the pool; for the command line and tests, which must end. */
export async function disconnect(): Promise<void> {
  const open = holder.bulkheadConnections;
  delete holder.bulkheadConnections;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
