import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const SCRIPT = `
  const { log } = await import("./lib/http/log.ts");
  log().info({ user: "a\\r\\nFAKE \\u001b[31m", authorization: "Bearer canary", headers: { cookie: "canary", "set-cookie": "canary" },
    body: { form: { password: "canary", token: "canary" } } }, "hello");
`;

describe("log", () => {
  it("writes one line of JSON for one event, with hostile text escaped and secrets hidden", () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--conditions", "react-server", "--input-type=module", "-e", SCRIPT],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      user: "a\r\nFAKE \u001b[31m",
      authorization: "[hidden]",
      headers: { cookie: "[hidden]", "set-cookie": "[hidden]" },
      body: { form: { password: "[hidden]", token: "[hidden]" } },
      msg: "hello",
    });
    expect(stdout).not.toContain("\u001b");
  });
});
