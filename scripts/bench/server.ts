import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CLI = "cli/bulkhead.mjs";
const ADMIN = { email: "bench@example.org", password: "a long bench password" };

/** A production server of its own, on an empty embedded database unless another is named. */
export interface BenchServer {
  readonly url: string;
  readonly token: string;
  readonly adminEmail: string;
  readonly databaseUrl: string;
  /** Signs in as the admin and answers the cookie header. */
  readonly signIn: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function startServer(databaseUrl = process.env.BENCH_DATABASE_URL ?? ""): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "bulkhead-bench-"));
  // The database may run as another user than root, who must be able to reach the folder.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    BULKHEAD_DATA_DIR: dataDir,
    BULKHEAD_ADMIN_EMAIL: ADMIN.email,
    BULKHEAD_ADMIN_PASSWORD: ADMIN.password,
    DATABASE_URL: databaseUrl,
  };
  const child = spawn(process.execPath, [CLI, "start"], { env, stdio: ["ignore", "inherit", "inherit"] });
  const url = `http://localhost:${port}`;
  await untilHealthy(url, child);
  const create = ["token", "create", "--name", "bench", "--scope", "write"];
  const token = execFileSync(process.execPath, [CLI, ...create], { env, encoding: "utf8" }).trim();
  return {
    url,
    token,
    adminEmail: ADMIN.email,
    databaseUrl: databaseUrl === "" ? embeddedUrl(dataDir) : databaseUrl,
    signIn: () => signIn(url),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the server did not come up within five minutes");
}

function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  const [, , , port] = readFileSync(join(dataDir, "postgres-18", "postmaster.pid"), "utf8").split("\n");
  return `postgresql://bulkhead:${encodeURIComponent(password)}@127.0.0.1:${port}/bulkhead`;
}

/** Sends the sign-in form as a browser without JavaScript does. */
async function signIn(url: string): Promise<string> {
  const page = await (await fetch(`${url}/sign-in`)).text();
  const form = new FormData();
  const fields = page.split("<form").find((part) => part.includes('name="email"')) ?? "";
  for (const [, name = "", value = ""] of fields
    .split("</form>", 1)[0]
    ?.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g) ?? []) {
    form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  form.append("email", ADMIN.email);
  form.append("password", ADMIN.password);
  const answer = await fetch(`${url}/sign-in`, { method: "POST", body: form, redirect: "manual", headers: { origin: url } });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`signing in failed: ${answer.status}`);
  return cookies.join("; ");
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
