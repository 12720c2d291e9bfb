import { benchIngest } from "./bench/ingest";
import { benchPages } from "./bench/pages";
import { benchReaders } from "./bench/readers";
import { startServer } from "./bench/server";

// npm run bench: figures as ratios within one run on one machine, because absolute times say little on another.

const server = await startServer();
try {
  for (const bench of [benchIngest, benchPages, benchReaders]) console.log((await bench(server)).join("\n"));
} finally {
  await server.stop();
}
