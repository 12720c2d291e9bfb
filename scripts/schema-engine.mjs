#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which Prisma would download: the same engine as WebAssembly, from npm,
// with the pg driver. The Prisma command line starts it where PRISMA_SCHEMA_ENGINE_BINARY points and talks JSON-RPC to it,
// one message a line; `cli ...` are the three commands that it runs instead of talking.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const options = (name) => args.flatMap((arg, i) => (arg === name ? [args[i + 1]] : []));
const datasource = JSON.parse(option("--datasource") ?? "{}");
const NO_DATABASE = "postgresql://none@127.0.0.1:1/none";

async function runCommand(command) {
  const { url } = datasource;
  const name = databaseName(url);
  // Prisma skips the first line.
  process.stderr.write("\n");
  try {
    if (command === "can-connect-to-database") await withClient(url, (client) => client.query("select 1"));
    else if (command === "create-database") await createDatabase(url);
    else if (command === "drop-database") await dropDatabase(url, name);
    else throw new Error(`unknown command ${command}`);
    process.exit(0);
  } catch (problem) {
    logError(problem, name);
    process.exit(1);
  }
}

function logError(problem, name) {
  const code = prismaCode(problem.code ?? "");
  const messages = { P1003: `Database \`${name}\` does not exist`, P1001: `Can't reach database server: ${problem.message}` };
  const fields = { message: messages[code] ?? problem.message, error_code: code, is_panic: false };
  const line = { timestamp: new Date().toISOString(), level: "ERROR", fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function prismaCode(code) {
  if (code === "3D000") return "P1003";
  if (code === "28P01") return "P1000";
  return /ECONN|ENOTFOUND|ETIMEDOUT/.test(code) ? "P1001" : "P1010";
}

function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
}

function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const createDatabase = (url) =>
  withClient(withDatabase(url, "postgres"), (client) => client.query(`create database ${pg.escapeIdentifier(databaseName(url))}`));

const dropDatabase = (url, name) =>
  withClient(withDatabase(url, "postgres"), (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`));

/**
 * The driver is made for queries. The schema engine also reads catalogue columns of type "char" (OID 18), and sends whole
 * migration files, which the driver would cut at every semicolon, also inside functions.
 */
function migrationAware(connection) {
  const performIO = connection.performIO.bind(connection);
  let fields = [];
  connection.performIO = async (query) => {
    const result = await performIO(query);
    fields = result.fields ?? [];
    for (const field of fields) {
      if (field.dataTypeID !== 18) continue;
      field.dataTypeID = 25;
      field.wasChar = true;
    }
    return result;
  };
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const [i, field] of fields.entries()) if (field.wasChar) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (problem) {
      connection.onError(problem);
    }
  };
  return connection;
}

class MigrationFactory extends PrismaPg {
  async connect() {
    return migrationAware(await super.connect());
  }

  /** A scratch database in which Prisma replays the migrations; made here and dropped once its connections are closed. */
  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = datasource;
    if (shadowDatabaseUrl) {
      await withClient(shadowDatabaseUrl, (client) => client.query("drop schema if exists public cascade; create schema public"));
      return migrationAware(await new PrismaPg({ connectionString: shadowDatabaseUrl }).connect());
    }
    const shadow = withDatabase(url, `prisma_migrate_shadow_db_${crypto.randomUUID()}`);
    await createDatabase(shadow);
    const connection = migrationAware(await new PrismaPg({ connectionString: shadow }).connect());
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await dropDatabase(url, databaseName(shadow));
    };
    return connection;
  }
}

async function loadEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = options("--datamodels").map((path) => [path, readFileSync(path, "utf8")]);
  const adapter = new MigrationFactory({ connectionString: datasource.url ?? NO_DATABASE, max: 2 });
  const debug = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  const settings = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return glue.SchemaEngine.new(settings, debug, bindMigrationAwareSqlAdapterFactory(adapter));
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** Methods that differ from the engine's own of the same name. */
const methods = {
  getDatabaseVersion: (engine, params) => engine.version(params),
  createDatabase: async (_engine, params) => {
    const url = params?.datasource?.url ?? datasource.url;
    await createDatabase(url);
    return { databaseName: databaseName(url) };
  },
  diff: async (engine, params) => {
    const result = await engine.diff(params);
    const content = result.stdout?.replace(/\n$/, "");
    if (content !== undefined) send({ id: Math.floor(Math.random() * 1e9), method: "print", params: { content } });
    return result;
  },
};

async function answer(engine, { method, params }) {
  if (Object.hasOwn(methods, method)) return methods[method](engine, params);
  if (typeof engine[method] !== "function") throw new Error(`Method not found: ${method}`);
  return engine[method](params);
}

/** The engine's own errors are JSON in the message; others are wrapped to look the same. */
function rpcError(problem) {
  let data;
  try {
    data = JSON.parse(problem.message);
  } catch {
    // Not the engine's.
  }
  if (!data?.error_code && !data?.message) data = { is_panic: false, message: String(problem.message ?? problem), backtrace: null };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}

async function serve() {
  let engine;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = line.trim() === "" ? {} : JSON.parse(line);
    // Without a method it is Prisma's answer to our "print".
    if (!request.method) continue;
    try {
      engine ??= await loadEngine();
      send({ id: request.id, result: (await answer(engine, request)) ?? {} });
    } catch (problem) {
      send({ id: request.id, error: rpcError(problem) });
    }
  }
  process.exit(0);
}

if (args[0] === "--version" || args[0] === "-V") console.log("schema-engine-cli wasm");
else if (args.includes("cli")) await runCommand(args[args.indexOf("cli") + 1]);
else await serve();
