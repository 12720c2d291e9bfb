import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress, readAllowList } from "@/lib/outbound/allow-list";
import { sendWebhook } from "@/lib/outbound/send-webhook";
import { checkWebhookUrl, resolveWebhook } from "@/lib/outbound/webhook-target";
import { webhookReceiver } from "../support/receivers";

const NOTHING = readAllowList("");

/** Places that no webhook may reach, in the disguises that were used against other programs. PORT is where a canary listens. */
const HOSTILE = [
  ...[
    "https://127.0.0.1:PORT/",
    "https://127.1:PORT/",
    "https://127.0.1:PORT/",
    "https://127.0.0.1.:PORT/",
    "https://127.255.255.254:PORT/",
  ],
  ...[
    "https://2130706433:PORT/",
    "https://0x7f000001:PORT/",
    "https://0x7f.0.0.1:PORT/",
    "https://0177.0.0.1:PORT/",
    "https://017700000001:PORT/",
  ],
  ...[
    "https://0x7f.1:PORT/",
    "https://0177.1:PORT/",
    "https://127.0x1:PORT/",
    "https://%31%32%37.0.0.1:PORT/",
    "https://１２７.0.0.1:PORT/",
  ],
  ...[
    "https://127。0。0。1:PORT/",
    "https://①②⑦.0.0.1:PORT/",
    "https://0:PORT/",
    "https://0.0.0.0:PORT/",
    "https://0x0:PORT/",
    "https://00:PORT/",
  ],
  ...[
    "https://[::1]:PORT/",
    "https://[::]:PORT/",
    "https://[0:0:0:0:0:0:0:1]:PORT/",
    "https://[::ffff:127.0.0.1]:PORT/",
    "https://[::ffff:7f00:1]:PORT/",
  ],
  ...[
    "https://[::127.0.0.1]:PORT/",
    "https://[64:ff9b::127.0.0.1]:PORT/",
    "https://[64:ff9b::7f00:1]:PORT/",
    "https://[2002:7f00:1::]:PORT/",
  ],
  ...[
    "https://[2001:0:7f00:1::]:PORT/",
    "https://[fe80::1]:PORT/",
    "https://[fc00::1]:PORT/",
    "https://[fd00:ec2::254]/",
    "https://[ff02::1]/",
  ],
  ...["https://[::ffff:0:127.0.0.1]:PORT/", "https://[2001:db8::1]/", "https://[100::1]/", "https://[fec0::1]/"],
  ...[
    "https://10.0.0.1/",
    "https://10.255.255.255/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
  ],
  ...[
    "https://100.127.255.254/",
    "https://169.254.169.254/latest/meta-data/",
    "https://0xa9fea9fe/",
    "https://2852039166/",
    "https://[::ffff:169.254.169.254]/",
  ],
  ...[
    "https://192.0.0.1/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://198.51.100.1/",
    "https://203.0.113.1/",
    "https://224.0.0.1/",
  ],
  ...["https://240.0.0.1/", "https://255.255.255.255/", "https://localhost:PORT/", "https://LOCALHOST:PORT/", "https://localhost.:PORT/"],
  ...[
    "http://127.0.0.1:PORT/",
    "http://example.org/",
    "http://[::1]:PORT/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:PORT/",
  ],
  ...[
    "https://user:pass@example.org/",
    "https://example.org@127.0.0.1:PORT/",
    "https://127.0.0.1:PORT#@example.org/",
    "https://127.0.0.1:PORT\\@example.org/",
  ],
  ...[
    "javascript:alert(1)",
    "data:text/plain,x",
    "//127.0.0.1:PORT/",
    "127.0.0.1:PORT",
    "https://",
    "https:///",
    "",
    "https://exa mple.org/",
  ],
];

/** What the machine's own resolver would say of a name. */
const loopback = async () => ["127.0.0.1", "::1"];

const message = (url: string) => ({ url, secret: "whsec_test", id: "5ad8bd3c-0000-4000-8000-000000000000", kind: "test", body: "{}" });

describe("an address for a webhook", () => {
  let connections = 0;
  let port = 0;
  const canary = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => canary.listen(0, () => resolve()));
    const address = canary.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(() => void canary.close());

  it.each(HOSTILE)("is refused: %s", async (template) => {
    const url = template.replaceAll("PORT", String(port));
    const sent = await sendWebhook(message(url), NOTHING, loopback, new Date());
    expect(sent.ok).toBe(false);
    expect(connections).toBe(0);
  });

  it("is refused in enough disguises", () => {
    expect(new Set(HOSTILE).size).toBeGreaterThan(60);
  });

  it("can be reached by the canary's own name, so that silence means something", async () => {
    const sent = await sendWebhook(message(`http://127.0.0.1:${port}/`), readAllowList("127.0.0.1"), loopback, new Date());
    expect([sent, connections]).toEqual([{ ok: false, error: "The receiver broke the connection off." }, 1]);
  });

  it.each(["https://example.org/hook", "https://93.184.215.14/", "https://[2606:4700:4700::1111]/", "https://example.org:8443/a?b=c"])(
    "is taken: %s",
    (url) => {
      expect(checkWebhookUrl(url, NOTHING)).toMatchObject({ ok: true, value: { href: url } });
    },
  );

  it("is refused when any address of its name is private, whatever the name", async () => {
    const url = new URL("https://example.org/");
    const answers = [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:10.0.0.1"], ["fd00::1"], ["fe80::1%eth0"], []];
    for (const answer of answers) expect(await resolveWebhook(url, NOTHING, async () => answer)).toMatchObject({ ok: false });
    expect(await resolveWebhook(url, NOTHING, async () => ["93.184.215.14"])).toEqual({
      ok: true,
      value: { url, address: "93.184.215.14" },
    });
  });
});

describe("a name that changes its mind", () => {
  it("is asked once, and the address it gave is the one that is connected to", async () => {
    const receiver = await webhookReceiver();
    let asked = 0;
    const rebinding = async () => {
      asked += 1;
      return asked === 1 ? ["127.0.0.1"] : ["10.0.0.1"];
    };
    const url = `http://hooks.example.org:${receiver.port}/x`;
    const sent = await sendWebhook(message(url), readAllowList("hooks.example.org"), rebinding, new Date());
    expect([sent, asked]).toEqual([{ ok: true, value: 200 }, 1]);
    expect(receiver.events[0]?.headers.host).toBe(`hooks.example.org:${receiver.port}`);
    await receiver.close();
  });
});

describe("what the environment allows", () => {
  const allow = readAllowList("hooks.internal, 10.1.0.0/16 ::1,fd00::/8");

  it("is names, addresses and ranges", () => {
    expect([allow.hasName("HOOKS.internal"), allow.hasName("x.hooks.internal")]).toEqual([true, false]);
    const addresses = ["10.1.2.3", "10.2.0.1", "::1", "::2", "fd12::1", "::ffff:10.1.0.1", "hooks.internal"];
    expect(addresses.map((address) => allow.hasAddress(address))).toEqual([true, false, true, false, true, true, false]);
  });

  it("opens private addresses and http, and nothing else", async () => {
    const urls = ["http://hooks.internal/", "http://10.1.2.3/", "https://10.1.2.3/", "http://10.2.0.1/", "http://example.org/"];
    expect(urls.map((url) => checkWebhookUrl(url, allow).ok)).toEqual([true, true, true, false, false]);
    const url = new URL("https://example.org/");
    expect(await resolveWebhook(url, allow, async () => ["10.1.9.9"])).toMatchObject({ ok: true });
    expect(await resolveWebhook(url, allow, async () => ["10.9.9.9"])).toMatchObject({ ok: false });
  });

  it("knows public addresses from others", () => {
    expect(["8.8.8.8", "2606:4700:4700::1111", "1.1.1.1"].map(isPublicAddress)).toEqual([true, true, true]);
    expect(["", "x", "127.1", "0x7f.1", "::7f00:1", "4000::1"].map(isPublicAddress)).toEqual([false, false, false, false, false, false]);
  });
});

describe("a receiver that says too much", () => {
  it("is not read to its end", async () => {
    const receiver = await webhookReceiver();
    receiver.state.answer = "x".repeat(50_000_000);
    const sent = await sendWebhook(message(receiver.url), readAllowList("127.0.0.1"), loopback, new Date());
    expect(sent).toEqual({ ok: true, value: 200 });
    await receiver.close();
  });
});
