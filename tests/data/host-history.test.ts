import { beforeAll, expect, it } from "vitest";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { pool } from "@/lib/data/client";
import { loadHistory } from "@/lib/data/history";
import { listOpenAfter, listScanSteps } from "@/lib/data/host-history";
import { getHost, openCount } from "@/lib/data/hosts";
import { refoldHost } from "@/lib/data/refold-host";
import { listHostScans } from "@/lib/data/scans";
import { transaction } from "@/lib/data/transaction";
import { foldHost } from "@/lib/hardening/fold";
import { stripRows } from "@/lib/hardening/history-strip";
import { isFailing } from "@/lib/hardening/states";
import { comparePositions, scanPosition } from "@/lib/hardening/steps";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";
import { hostId } from "./host-fixture";

useDatabase();

const LOGS = ["v1.3.5/before.text", "v1.6.1/before.c-sel.text", "v1.6.1/after.text", "v1.6.1/before.kill150.text", "v1.6.1/before.text"];

let host = 0;
let scanIds: number[] = [];
beforeAll(async () => {
  // The second comes last, so that the host is folded again.
  for (const index of [0, 2, 3, 4, 1]) {
    await upload("web-01", redated(logBytes(LOGS[index] ?? ""), `2026-10-0${index + 1}T06:00:00+00:00`));
  }
  host = await hostId("web-01");
  const accepted = { kind: "accept", acceptanceId: "x", items: null, until: Date.parse("2026-10-04T00:00:00Z"), reason: "Until Sunday." };
  await pool().query(
    `insert into act (host_id, key, control, kind, at, actor, payload) values ($1, 'live-restore', 'live-restore', 'accept', '2026-10-01T09:00:00Z', 'lead', $2)`,
    [host, accepted],
  );
  await refoldHost(host);
  const { items } = await listHostScans(system, host, { cursor: null, limit: 50 });
  scanIds = items.map(({ id }) => id);
});

it("counts the open findings after each scan as the fold knew them there", async () => {
  const history = await transaction((sql) => loadHistory(sql, host));
  const expected = history.scans.map((scan) => {
    const until = (position: { readonly at: number }) => position.at <= scan.ranAt;
    const known = foldHost(
      {
        scans: history.scans.filter((one) => comparePositions(scanPosition(one), scanPosition(scan)) <= 0),
        acts: history.acts.filter(until),
      },
      catalogueFacts,
      scan.ranAt,
    );
    return [scan.scanId, [...known.host.findings.values()].filter(({ state }) => isFailing(state)).length];
  });
  const counted = await listOpenAfter(system, host, scanIds);
  expect([...counted].sort(([a], [b]) => a - b)).toEqual(expected.sort(([a = 0], [b = 0]) => Number(a) - Number(b)));
  const newest = scanIds[0] ?? 0;
  const row = await getHost(system, "web-01");
  expect(row === null ? null : openCount(row)).toBe(counted.get(newest));
  // A scan of three checks closes nothing: the line does not fall on a partial scan.
  const [, , , , first] = scanIds;
  expect(counted.get(scanIds[3] ?? 0)).toBeGreaterThan((counted.get(first ?? 0) ?? 0) - 3);
});

it("reads what the scans of a page printed, in the order asked for, and of this host only", async () => {
  const steps = await listScanSteps(system, host, [...scanIds.toReversed(), 999_999]);
  expect(steps.map(({ scanId }) => scanId)).toEqual(scanIds.toReversed());
  expect(steps.map(({ edition }) => edition === "v1.3.5")).toEqual([true, false, false, false, false]);
  const row = stripRows(steps).find(({ key }) => key === "live-restore");
  // The run of three checks does not print it.
  expect(row?.cells.map((cell) => cell?.outcome ?? null)).toEqual(["fail", null, "pass", "fail", "fail"]);
  expect(await listScanSteps(system, host + 1, scanIds)).toEqual([]);
});
