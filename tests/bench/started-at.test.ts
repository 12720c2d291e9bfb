import { describe, expect, it } from "vitest";
import { readEpochSeconds, readStartedAt } from "@/lib/bench/started-at";
import { readText } from "./log-file";

const instant = (raw: string, iso: string) => ({ kind: "instant", raw, epochMs: Date.parse(iso) });
const local = (raw: string, wallClock: string, zone: string | null) => ({ kind: "local", raw, wallClock, zone });

describe("readStartedAt", () => {
  it.each([
    ["2024-01-08T08:11:11-03:00", "2024-01-08T11:11:11Z"],
    ["2022-04-21T18:00:50+00:00", "2022-04-21T18:00:50Z"],
    ["2022-04-21T18:00:50Z", "2022-04-21T18:00:50Z"],
    ["2021-05-04T02:14:12+0530", "2021-05-03T20:44:12Z"],
    ["Tue Nov 12 12:20:30 UTC 2019", "2019-11-12T12:20:30Z"],
    ["Tue Nov 12 13:20:30 CET 2019", "2019-11-12T12:20:30Z"],
    ["Wed Nov  1 14:26:58 UTC 2017", "2017-11-01T14:26:58Z"],
    ["Thu Apr 21 10:13:12 EDT 2016", "2016-04-21T14:13:12Z"],
    ["Rab Jan  3 01:11:03 WIB 2018", "2018-01-02T18:11:03Z"],
    ["Di 12. Nov 13:20:30 CET 2019", "2019-11-12T12:20:30Z"],
    ["mar. 12 nov. 2019 13:20:30 CET", "2019-11-12T12:20:30Z"],
    ["Tue Nov 12 09:20:30 -03 2019", "2019-11-12T12:20:30Z"],
    ["Tue 12 Nov 2019 01:20:30 PM CET", "2019-11-12T12:20:30Z"],
    ["Thứ ba Tháng 11 12 19:20:30 +07 2019", "2019-11-12T12:20:30Z"],
  ])("%s is an instant", (raw, iso) => {
    expect(readStartedAt(raw)).toEqual(instant(raw.replace(/\s+/g, " "), iso));
  });

  it.each([
    ["Mon Oct  2 00:03:29 CDT 2017", "2017-10-02T00:03:29", "CDT"],
    ["Tue Nov 12 17:50:30 IST 2019", "2019-11-12T17:50:30", "IST"],
    ["Tue Nov 12 17:50:30 2019", "2019-11-12T17:50:30", null],
    ["2024-01-08T08:11:11", "2024-01-08T08:11:11", null],
    ["2023-01-04T19:09:21:z", "2023-01-04T19:09:21", null],
  ])("%s is wall-clock time", (raw, wallClock, zone) => {
    expect(readStartedAt(raw)).toEqual(local(raw.replace(/\s+/g, " "), wallClock, zone));
  });

  it.each(["", "database", "2024-02-31T10:00:00Z", "2024-01-08T25:00:00Z", "Tue Foo 12 13:20:30 UTC 2019", "x".repeat(1000)])(
    "%s is no date",
    (raw) => {
      expect(readStartedAt(raw)).toBeNull();
    },
  );

  it("reads the JSON's seconds, and nothing else", () => {
    expect(readEpochSeconds("1704712271")).toEqual({ kind: "instant", raw: "1704712271", epochMs: 1704712271000 });
    for (const raw of ["1e9", "-1", "", "1704712271.5", "999999999999"]) expect(readEpochSeconds(raw)).toBeNull();
  });
});

describe("the start of a run", () => {
  it("is null, and said to be unreadable, when it is no date", () => {
    const [run] = readText("Initializing hôm nay\n[PASS] 5.1 - Ensure a\n").runs;
    expect(run).toMatchObject({
      startedAt: null,
      skipped: [{ line: 1, text: "Initializing hôm nay", reason: "the date could not be read" }],
    });
  });

  it("is doubted where 1.3.5 may have printed the month in place of the minutes", () => {
    const log = (date: string, version: string) =>
      readText(`# Docker Bench for Security v${version}\nInitializing ${date}\n[PASS] 5.1 - Ensure a\n`).remarks;
    expect(log("2021-03-10T12:03:01+00:00", "1.3.5")).toEqual([expect.stringContaining("the month in place of the minutes")]);
    expect(log("2021-03-10T12:04:01+00:00", "1.3.5")).toEqual([]);
    expect(log("2021-03-10T12:03:01+00:00", "1.3.6")).toEqual([]);
  });
});
