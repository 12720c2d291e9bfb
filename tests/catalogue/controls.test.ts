import { describe, expect, it } from "vitest";
import { CONTROLS, compareNumbers, controlNumbers, findByNumber, getControl, stride } from "@/lib/catalogue/controls";
import { controlNotes } from "@/lib/catalogue/data/control-notes";
import { JUDGEMENT_TABLES } from "@/lib/catalogue/judgements";
import { UNMAPPED_PREFIX } from "@/lib/catalogue/unmapped-key";

describe("CONTROLS", () => {
  it("come in the order of the newest edition, retired ones last", () => {
    const docker = CONTROLS.filter(({ family }) => family === "docker");
    expect(docker.length).toBe(154);
    expect(new Set(CONTROLS.map(({ slug }) => slug)).size).toBe(CONTROLS.length);
    const current = docker.filter(({ retired }) => !retired);
    expect(current.length).toBe(130);
    expect(CONTROLS.slice(0, docker.length)).toEqual(docker);
    expect(docker.slice(0, current.length)).toEqual(current);
    expect(current.slice(0, 3).map(({ number }) => number)).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
    expect(current.slice(-3).map(({ number }) => number)).toEqual(["C.5.3.2", "C.5.3.3", "C.5.3.4"]);
  });

  it("say what became of a check over the years", () => {
    const control = getControl("audit-runc-binary");
    expect(control).toMatchObject({
      title: "Ensure auditing is configured for the runc binary (/usr/bin/runc, formerly docker-runc)",
      note: expect.stringContaining("one binary under three names"),
      number: "1.1.18",
      section: "1",
      firstEdition: "v1.0.0-20160602",
      lastEdition: "master-20241021",
      retired: false,
      titles: [
        "Audit Docker files and directories - /usr/bin/docker-runc",
        "Ensure auditing is configured for Docker files and directories - /usr/bin/docker-runc",
        "Ensure auditing is configured for Docker files and directories - /usr/sbin/runc",
        "Ensure auditing is configured for Docker files and directories - /usr/bin/runc",
      ],
    });
    expect(getControl("restart-policy-always")).toMatchObject({
      title: "Do not set the container restart policy to always",
      number: "5.15",
      firstEdition: "v1.0.0-20150513",
      lastEdition: "v1.0.0-20160329",
      retired: true,
      titles: ["Do not set the 'on-failure' container restart policy to always"],
    });
    expect(getControl("on-failure-restart")?.titles[0]).toBe("Set the 'on-failure' container restart policy to 5");
    for (const gone of ["example-check", "docker-environment-file-ownership", "docker-environment-file-permissions", "toString"]) {
      expect(getControl(gone), gone).toBeNull();
    }
  });

  it("have notes for existing controls only, and slugs that no unmapped result can have", () => {
    expect(Object.keys(controlNotes).filter((slug) => getControl(slug) === null)).toEqual([]);
    expect(CONTROLS.filter(({ slug }) => slug.startsWith(UNMAPPED_PREFIX) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it("have clean titles", () => {
    for (const { title } of CONTROLS) {
      expect(title).toBe(title.replace(/\s+/g, " ").trim());
      expect(title).not.toMatch(/\((?:Not Scored|Scored|Automated|Manual)\)|\.$/);
    }
    expect(new Set(CONTROLS.map(({ title }) => title)).size).toBe(CONTROLS.length);
  });
});

describe("numbers", () => {
  it("of a control are told per edition", () => {
    expect(controlNumbers("legacy-registry-v1").filter(({ edition }) => /^v1\.(?:1\.0|3\.5|6\.1)$|^reference/.test(edition))).toEqual([
      { edition: "v1.6.1", number: "C.2", inDefaultRun: false },
      { edition: "v1.3.5", number: "C.2", inDefaultRun: false },
      { edition: "v1.1.0", number: "2.13", inDefaultRun: true },
      { edition: "reference-assessment", number: "2.14", inDefaultRun: true },
    ]);
    expect(controlNumbers("no-such-control")).toEqual([]);
  });

  it("lead to all they ever stood for, the newest meaning first", () => {
    expect(findByNumber("5.18").map(({ control, editions }) => [control.slug, editions])).toEqual([
      ["host-devices", ["master-20241021", "v1.6.1", "v1.0.0-20160329", "v1.0.0-20150905", "v1.0.0-20150513", "aqua-cis-1.6.0"]],
      [
        "container-ulimit",
        [
          "v1.6.0",
          "v1.5.0",
          "v1.3.6",
          "v1.3.6-20210427",
          "v1.3.5-20210309",
          "v1.3.5-20200508",
          "v1.3.5",
          "v1.3.4-20190701",
          "v1.3.4-20180510",
          "v1.3.3",
          "v1.3.2",
          "v1.3.1",
          "v1.3.0",
          "v1.2.0",
          "v1.1.0",
          "v1.0.0-20160602",
          "aqua-cis-1.2",
          "aqua-cis-1.1",
          "aqua-cis-1.0",
        ],
      ],
      ["no-ssh-in-containers", ["reference-assessment"]],
    ]);
    expect(findByNumber("42.1")).toEqual([]);
  });

  it("are ordered as a run prints them", () => {
    expect(["C.1", "5.10", "5.9", "5", "C.5.3.1", "1.1.2", "1.2", "1.1.10", "C.2"].sort(compareNumbers)).toEqual([
      "1.1.2",
      "1.1.10",
      "1.2",
      "5",
      "5.9",
      "5.10",
      "C.1",
      "C.2",
      "C.5.3.1",
    ]);
  });
});

describe("judgements", () => {
  it("are one for each control, and none is left over", () => {
    const judged = JUDGEMENT_TABLES.flatMap((table) => Object.keys(table));
    expect([...judged].sort()).toEqual(CONTROLS.map(({ slug }) => slug).sort());
  });

  it("give a control each letter once, and each link a reason of its own", () => {
    const reasons = new Map<string, string>();
    for (const { slug, judgement } of CONTROLS) {
      const letters = judgement.stride.map(({ letter }) => letter);
      expect(new Set(letters).size, slug).toBe(letters.length);
      expect(stride(slug)).toEqual(letters);
      for (const { letter, reason } of judgement.stride) {
        const key = reason.toLowerCase().replace(/\W+/g, " ").trim();
        expect(reasons.get(key), `${slug} ${letter}: ${reason}`).toBeUndefined();
        reasons.set(key, slug);
      }
    }
    expect(stride("unmapped-something")).toEqual([]);
  });

  it.each([
    ["on-failure-restart", ["D"], /restart/i],
    ["no-ssh-in-containers", ["S"], /exec/i],
    ["container-no-new-privileges", ["T"], /privileges/i],
    ["legacy-registry-v1", ["T", "S"], /v2/i],
    ["daemon-json-permissions", ["T", "E", "I"], /644/],
    ["daemon-json-ownership", ["T", "E"], /root:root/],
  ] as const)("of %s is that of the assessment: %j", (slug, letters, gist) => {
    expect(stride(slug)).toEqual(letters);
    expect(getControl(slug)?.judgement.mitigation).toMatch(gist);
  });
});
