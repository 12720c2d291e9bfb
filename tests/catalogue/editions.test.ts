import { describe, expect, it } from "vitest";
import { controlOfTitle, EDITIONS, getEdition, KNOWN_TITLES, sectionTitle } from "@/lib/catalogue/editions";
import { releases } from "./bench-run";

const numbersOf = (key: string): Record<string, string | null> =>
  Object.fromEntries((getEdition(key)?.checks ?? []).map((check) => [check.id, check.control]));

describe("EDITIONS", () => {
  it("has every numbering of the tool, newest first, then those without a date", () => {
    expect(EDITIONS.map(({ key, headerVersion, checks }) => [key, headerVersion, checks.length])).toEqual([
      ["master-20241021", "1.6.0", 132],
      ["v1.6.1", "1.6.0", 132],
      ["v1.6.0", "1.6.0", 132],
      ["v1.5.0", "1.5.0", 132],
      ["v1.3.6", "1.3.6", 132],
      ["v1.3.6-20210427", "1.3.6", 118],
      ["v1.3.5-20210309", "1.3.5", 117],
      ["v1.3.5-20200508", "1.3.5", 117],
      ["v1.3.5", "1.3.5", 117],
      ["v1.3.4-20190701", "1.3.4", 106],
      ["v1.3.4-20180510", "1.3.4", 106],
      ["v1.3.3", "1.3.3", 105],
      ["v1.3.2", "1.3.2", 104],
      ["v1.3.1", "1.3.0", 104],
      ["v1.3.0", "1.3.0", 104],
      ["v1.2.0", "1.2.0", 100],
      ["v1.1.0", "1.1.0", 73],
      ["v1.0.0-20160602", "1.0.0", 73],
      ["v1.0.0-20160329", "1.0.0", 74],
      ["v1.0.0-20150905", "1.0.0", 74],
      ["v1.0.0-20150513", "1.0.0", 74],
      ["reference-assessment", null, 6],
      ["aqua-cis-1.6.0", null, 118],
      ["aqua-cis-1.2", null, 123],
      ["aqua-cis-1.1", null, 113],
      ["aqua-cis-1.0", null, 119],
    ]);
  });

  it("says which editions end with a footer", () => {
    expect(releases.filter(({ footer }) => !footer).map(({ key }) => key)).toEqual([
      "v1.3.3",
      "v1.3.2",
      "v1.3.1",
      "v1.3.0",
      "v1.2.0",
      "v1.1.0",
      "v1.0.0-20160602",
      "v1.0.0-20160329",
      "v1.0.0-20150905",
      "v1.0.0-20150513",
    ]);
  });

  it("gives no control two numbers in one release", () => {
    for (const { key, checks } of releases) {
      const slugs = checks.flatMap(({ control }) => (control === null ? [] : [control]));
      expect(slugs.length, key).toBe(new Set(slugs).size);
    }
  });

  it("says what a check can print and whether a default run has it", () => {
    const check = (edition: string, id: string) => getEdition(edition)?.byNumber.get(id)?.[0];
    expect(check("v1.6.1", "1.2.2")).toEqual({
      id: "1.2.2",
      title: "Ensure that the version of Docker is up to date (Manual)",
      normalTitle: "ensure that the version of docker is up to date",
      control: "docker-up-to-date",
      section: "1",
      inDefaultRun: true,
      scored: false,
      textLevels: ["PASS"],
      jsonLevels: ["INFO", "PASS"],
      titleMayBeReplaced: false,
      infoMeansAbsent: false,
    });
    expect(check("v1.6.1", "C.5.3.3")).toMatchObject({ control: "cap-sys-admin", section: "C", inDefaultRun: false, scored: true });
    expect(check("v1.1.0", "1.7")).toMatchObject({
      control: "audit-docker-daemon",
      titleMayBeReplaced: true,
      scored: null,
      jsonLevels: [],
    });
    expect(check("v1.6.1", "3.1")).toMatchObject({ control: "docker-service-ownership", infoMeansAbsent: true });
  });
});

describe("the review of titles and controls", () => {
  it("keeps the check that warned on always apart from the limit of five retries", () => {
    for (const key of ["v1.0.0-20150513", "v1.0.0-20150905", "v1.0.0-20160329"]) {
      expect(numbersOf(key)["5.15"], key).toBe("restart-policy-always");
      expect(Object.values(numbersOf(key)), key).not.toContain("on-failure-restart");
    }
    expect(numbersOf("v1.0.0-20160602")["5.14"]).toBe("on-failure-restart");
    expect(numbersOf("v1.6.1")["5.15"]).toBe("on-failure-restart");
  });

  it("reads v1.0's Docker environment file as /etc/sysconfig/docker", () => {
    expect(numbersOf("v1.0.0-20150513")["3.7"]).toBe("sysconfig-docker-ownership");
    expect(numbersOf("v1.0.0-20150513")["3.8"]).toBe("sysconfig-docker-permissions");
    expect(numbersOf("v1.6.1")["3.22"]).toBe("sysconfig-docker-ownership");
  });

  it("sees no control in the tool's examples", () => {
    expect(numbersOf("v1.6.1")["C.1"]).toBeNull();
    expect(numbersOf("v1.6.1")["C.1.1"]).toBeNull();
    expect(controlOfTitle("this is a example check")).toBeNull();
  });

  it("keeps the container's and the daemon's no-new-privileges apart", () => {
    expect(numbersOf("v1.6.1")["2.14"]).toBe("daemon-no-new-privileges");
    expect(numbersOf("v1.6.1")["5.26"]).toBe("container-no-new-privileges");
  });

  it("gives one control to each title", () => {
    const controls = new Map<string, Set<string | null>>();
    for (const { normalTitle, control } of KNOWN_TITLES) controls.set(normalTitle, (controls.get(normalTitle) ?? new Set()).add(control));
    expect([...controls].filter(([, meanings]) => meanings.size > 1)).toEqual([]);
  });

  it("knows where the six findings of the reference assessment live", () => {
    const six = [
      "on-failure-restart",
      "no-ssh-in-containers",
      "container-no-new-privileges",
      "legacy-registry-v1",
      "daemon-json-permissions",
      "daemon-json-ownership",
    ];
    const where = (key: string) => six.map((slug) => getEdition(key)?.byControl.get(slug)?.id ?? null);
    expect(where("reference-assessment")).toEqual(["5.15", "5.18", "5.26", "2.14", "2.15", "2.16"]);
    expect(where("v1.0.0-20150513")).toEqual([null, "5.7", null, null, null, null]);
    expect(where("v1.1.0")).toEqual(["5.14", "5.6", "5.25", "2.13", "3.18", "3.17"]);
    expect(where("v1.6.0")).toEqual(["5.14", "5.6", "5.25", "C.2", "3.18", "3.17"]);
    expect(where("v1.6.1")).toEqual(["5.15", "5.7", "5.26", "C.2", "3.18", "3.17"]);
  });
});

describe("sectionTitle", () => {
  it.each([
    ["v1.6.1", "5", "Container Runtime"],
    ["v1.3.5", "1.1", "General Configuration"],
    ["v1.6.1", "1.1", "Linux Hosts Specific Configuration"],
    ["v1.6.1", "C", "Community contributed checks"],
    ["v1.1.0", "7", "Docker Swarm Configuration"],
    [null, "2", "Docker daemon configuration"],
    ["no-such-edition", "6", "Docker Security Operations"],
    [null, "42", null],
  ])("of %s, section %s is %s", (edition, section, title) => {
    expect(sectionTitle(edition, section)).toBe(title);
  });
});
