import { benchIngest } from "./bench/ingest";
import { benchPages } from "./bench/pages";
import { benchReaders } from "./bench/readers";
import { benchReads } from "./bench/reads";
import { type BenchServer, startServer } from "./bench/server";

// npm run bench [-- readers | reads | ingest | pages]: figures as ratios within one run on one machine, because absolute times say
// little on another.

const WITH_SERVER: Readonly<Record<string, (server: BenchServer) => Promise<string[]>>> = { ingest: benchIngest, pages: benchPages };

/** The readers come first: what their fresh processes may take is told apart best while this one is small. */
async function main(part: string | undefined): Promise<void> {
  if (part === undefined || part === "readers") console.log(benchReaders().join("\n"));
  if (part === undefined || part === "reads") console.log((await benchReads()).join("\n"));
  const others = Object.entries(WITH_SERVER).filter(([name]) => part === undefined || part === name);
  if (others.length === 0) return;
  const server = await startServer();
  try {
    for (const [, bench] of others) console.log((await bench(server)).join("\n"));
  } finally {
    await server.stop();
  }
}

const [part] = process.argv.slice(2);
if (part === undefined || part === "readers" || part === "reads" || part in WITH_SERVER) await main(part);
else {
  console.error("Usage: npm run bench [-- readers | reads | ingest | pages]");
  process.exitCode = 2;
}
