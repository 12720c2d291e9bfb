import { describe, expect, it } from "vitest";
import type { BenchFormat, Level } from "@/lib/bench/report";
import { getControl } from "@/lib/catalogue/controls";
import { getEdition } from "@/lib/catalogue/editions";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { defectsHiding, defectsOfControl, defectsOfResult, editionsWith, TOOL_DEFECTS } from "@/lib/catalogue/tool-defects";
import { readLog } from "../bench/log-file";

const ids = (defects: readonly { readonly id: string }[]): string[] => defects.map(({ id }) => id);
const printed = (control: string, level: Level, title = "") => ({ control, level, title });
const text = (edition: string | null, format: BenchFormat = "docker-bench-text") => ({ format, edition });

function newestRun(file: string) {
  const { format, runs, chosen } = resolveFile(readLog(file));
  const run = runs[chosen];
  if (run === undefined) throw new Error("no run");
  return { format, run, covered: new Set(run.results.map(({ control }) => control)) };
}

const missingFrom = ({ run, covered }: ReturnType<typeof newestRun>): string[] =>
  (getEdition(run.edition ?? "")?.checks ?? []).flatMap(({ control }) => (control === null || covered.has(control) ? [] : [control]));

describe("known defects of the scanner", () => {
  it("name controls and editions of the catalogue, and say what to do", () => {
    expect(new Set(ids(TOOL_DEFECTS)).size).toBe(TOOL_DEFECTS.length);
    for (const defect of TOOL_DEFECTS) {
      expect(defect.controls.filter((slug) => getControl(slug) === null)).toEqual([]);
      for (const end of [defect.from, defect.to]) if (end !== null) expect(getEdition(end)).not.toBeNull();
      expect(editionsWith(defect).length).toBeGreaterThan(0);
      for (const words of [defect.what, defect.instead]) {
        expect(words).toMatch(/^[A-Z].*\.$/s);
        expect(words.split("`").length % 2).toBe(1);
      }
    }
  });

  it("tell that releases since 1.5.0 do not see -H tcp:// on the command line", () => {
    expect(ids(defectsOfResult(printed("daemon-tls", "INFO"), text("master-20241021")))).toEqual(["tcp-on-command-line-unseen"]);
    expect(ids(defectsOfResult(printed("daemon-tls", "INFO"), text("v1.5.0")))).toEqual(["tcp-on-command-line-unseen"]);
    expect(defectsOfResult(printed("daemon-tls", "INFO"), text("v1.3.6"))).toEqual([]);
    expect(defectsOfResult(printed("daemon-tls", "INFO"), text("aqua-cis-1.6.0", "aqua-docker-bench-text"))).toEqual([]);
  });

  it("are told where the edition is not known, because they may be there", () => {
    expect(ids(defectsOfResult(printed("daemon-tls", "INFO"), text(null)))).toEqual(["tcp-on-command-line-unseen"]);
  });

  it("depend on the format where only one of them is wrong", () => {
    expect(ids(defectsOfResult(printed("host-hardened", "INFO"), text("v1.6.1", "docker-bench-json")))).toEqual(["level-differs-in-json"]);
    expect(defectsOfResult(printed("host-hardened", "INFO"), text("v1.6.1"))).toEqual([]);
    expect(ids(defectsOfControl("host-hardened"))).toEqual(["level-differs-in-json"]);
  });

  it("explain every check that a run without containers leaves out of a default run", () => {
    const empty = newestRun("v1.6.1/empty.text");
    const usual = new Set(newestRun("v1.6.1/default5.text").covered);
    const missing = missingFrom(empty).filter((control) => usual.has(control));
    const [hidden, ...others] = defectsHiding(missing, { format: empty.format, edition: empty.run.edition });
    expect(hidden?.defect.id).toBe("no-containers-no-checks");
    expect(hidden?.controls).toEqual(missing);
    expect(missing.length).toBe(31);
    expect(others).toEqual([]);
  });

  it("touch only the results that they make doubtful", () => {
    expect(defectsOfResult(printed("daemon-tls", "WARN"), text("v1.6.1"))).toEqual([]);
    expect(ids(defectsOfResult(printed("bind-host-interface", "PASS"), text("v1.6.1")))).toEqual(["ipv6-wildcard-unseen"]);
    expect(defectsOfResult(printed("bind-host-interface", "WARN"), text("v1.6.1"))).toEqual([]);
    expect(
      defectsOfResult(printed("audit-etc-docker", "WARN", "Audit Docker files and directories - /etc/docker"), text("v1.1.0")),
    ).toEqual([]);
    const replaced = printed("audit-etc-docker", "WARN", "Failed to inspect: auditctl command not found.");
    expect(ids(defectsOfResult(replaced, text("v1.1.0")))).toEqual(["auditctl-message-for-title"]);
  });

  it.each([
    ["userns-remap", "PASS", "jq-passes-what-is-not-set", "v1.6.0", "v1.5.0"],
    ["authz-plugin", "PASS", "jq-passes-what-is-not-set", "v1.6.1", "v1.3.5"],
    ["daemon-ulimit", "PASS", "jq-passes-what-is-not-set", "master-20241021", "v1.3.6"],
    ["docker-sock-permissions", "PASS", "modes-compared-as-numbers", "v1.3.6-20210427", "v1.3.3"],
    ["daemon-json-permissions", "PASS", "modes-compared-as-numbers", "master-20241021", "v1.3.5"],
    ["audit-etc-docker", "PASS", "audit-rule-of-a-neighbour", "v1.6.1", "v1.3.2"],
    ["swarm-manager-count", "PASS", "only-the-leader-is-counted", "v1.2.0", "v1.1.0"],
    ["swarm-manager-count", "WARN", "only-the-leader-is-counted", "v1.6.1", "v1.1.0"],
    ["docker-socket-mounted", "PASS", "socket-in-a-mounted-directory", "v1.2.0", "v1.1.0"],
    ["update-instructions", "INFO", "right-form-is-listed-too", "v1.6.1", "v1.1.0"],
    ["copy-not-add", "INFO", "right-form-is-listed-too", "v1.3.5", "v1.1.0"],
    ["audit-containerd-sock", "INFO", "containerd-unit-nobody-installs", "v1.3.6", "v1.3.6-20210427"],
  ] as const)("make doubtful what %s prints as %s: %s, from %s and not in %s", (control, level, id, has, hasNot) => {
    expect(ids(defectsOfResult(printed(control, level), text(has)))).toEqual([id]);
    expect(ids(defectsOfResult(printed(control, level), text(hasNot)))).toEqual([]);
  });

  it("leave alone the level that stands whatever the defect", () => {
    expect(ids(defectsOfResult(printed("selinux", "PASS"), text("v1.0.0-20150513")))).toEqual(["any-security-option-passes"]);
    for (const control of ["userns-remap", "docker-sock-permissions", "audit-etc-docker", "selinux", "docker-socket-mounted"]) {
      expect(defectsOfResult(printed(control, "WARN"), text("v1.6.1"))).toEqual([]);
    }
    for (const control of ["update-instructions", "copy-not-add"]) {
      expect(defectsOfResult(printed(control, "PASS"), text("v1.6.1"))).toEqual([]);
    }
  });

  it("end with the edition that mended them", () => {
    expect(ids(defectsOfResult(printed("log-level", "WARN"), text("v1.3.0")))).toEqual(["log-level-default-fails"]);
    expect(defectsOfResult(printed("log-level", "WARN"), text("v1.3.1"))).toEqual([]);
    expect(defectsOfControl("log-level").map(editionsWith)).toEqual([["v1.3.0", "v1.2.0", "v1.1.0"]]);
  });
});
