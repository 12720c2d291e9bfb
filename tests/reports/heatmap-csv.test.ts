import { expect, it } from "vitest";
import { heatmapCsvHead, heatmapCsvLine } from "@/lib/reports/heatmap-csv";
import type { HeatCell } from "@/lib/threats/heat";

const stale: HeatCell = { kind: "stale", href: "/" };
const counted: HeatCell = { kind: "counted", unmitigated: 1, assessed: 3, href: "/" };

it("writes two numbers per letter, and words where there are none", () => {
  expect(heatmapCsvHead("host")).toBe(
    "host,remark,S unmitigated,S assessed,T unmitigated,T assessed,R unmitigated,R assessed,I unmitigated,I assessed,D unmitigated,D assessed,E unmitigated,E assessed,all unmitigated,all assessed,next fix\r\n",
  );
  const cells = { S: counted, T: stale, R: stale, I: stale, D: stale, E: counted };
  const row = { name: "ci-02", remark: null, cells, all: counted, nextFix: "4.5 Content trust" };
  expect(heatmapCsvLine(row, ({ kind }) => kind)).toBe("ci-02,,1,3,stale,0,stale,0,stale,0,stale,0,1,3,1,3,4.5 Content trust\r\n");
});
