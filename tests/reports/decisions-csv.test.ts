import { describe, expect, it } from "vitest";
import { DECISIONS_CSV_HEAD, decisionCsvLine, type ReportedDecision } from "@/lib/reports/decisions-csv";

const decision: ReportedDecision = {
  id: 12,
  kind: "accept",
  key: "memory-limit",
  number: "5.11",
  title: "Ensure that the memory usage for containers is limited",
  severity: "medium",
  stride: ["D"],
  items: ["web-frontend", "=cmd()"],
  reason: 'Goes away in March, says "ops".',
  until: new Date("2026-12-26T17:07:00Z"),
  requestedBy: "Ann",
  requestedAt: new Date("2026-11-25T09:00:00Z"),
  decidedBy: "Lea",
  decidedAt: new Date("2026-11-26T17:07:00Z"),
  note: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnReason: null,
  host: "web-01",
  standing: "widened",
  state: "open",
};

describe("the file of decisions", () => {
  it("has one record per decision and host, in the words of the pages", () => {
    expect(DECISIONS_CSV_HEAD + decisionCsvLine(decision)).toBe(
      "decision,kind,host,standing,finding,control,number,title,severity,stride,items,reason,until,asked by,asked at,decided by,decided at,note,withdrawn by,withdrawn at,withdrawn because\r\n" +
        '12,Accepted risk,web-01,Widened,Open,memory-limit,5.11,Ensure that the memory usage for containers is limited,medium,D,"web-frontend\n=cmd()","Goes away in March, says ""ops"".",2026-12-26T17:07:00.000Z,Ann,2026-11-25T09:00:00.000Z,Lea,2026-11-26T17:07:00.000Z,,,,\r\n',
    );
  });

  it("leaves empty what there is not, and runs nothing in a spreadsheet", () => {
    const excluded = { ...decision, kind: "not_applicable", items: null, until: null, state: null, reason: "=1+1" } as const;
    expect(decisionCsvLine(excluded)).toContain(",Widened,,memory-limit,");
    expect(decisionCsvLine(excluded)).toContain(",D,,'=1+1,,Ann,");
  });
});
