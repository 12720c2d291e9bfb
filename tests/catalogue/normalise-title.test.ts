import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlOfTitle, KNOWN_TITLES } from "@/lib/catalogue/editions";
import { displayTitle, normaliseTitle } from "@/lib/catalogue/normalise-title";

const SUFFIXES = [
  "(Scored)",
  "(Not Scored)",
  "(Automated)",
  "(Manual)",
  "(Deprecated)",
  "(Swarm mode not enabled)",
  "(Incompatible with swarm mode)",
];

describe("normaliseTitle", () => {
  it.each([
    ["Ensure live restore is Enabled", "ensure live restore is enabled"],
    ["  Ensure   live\trestore is enabled (Scored) ", "ensure live restore is enabled"],
    ["Ensure live restore is enabled (Scored) (Incompatible with swarm mode)", "ensure live restore is enabled"],
    ["Ensure live restore is enabled (Swarm mode not enabled) (not scored)..", "ensure live restore is enabled"],
    ["Ensure that Docker's default bridge 'docker0' is not used (Manual)", "ensure that dockers default bridge docker0 is not used"],
    ["Ensure that Docker’s default bridge ‘docker0’ is not used", "ensure that dockers default bridge docker0 is not used"],
    [
      "1.1.12 Ensure auditing is configured for Dockerfiles and directories - /etc/containerd/config.toml (Automated)",
      "ensure auditing is configured for docker files and directories - /etc/containerd/config.toml",
    ],
    [
      "Ensure auditing is configured for Docker files and directories -/run/containerd (Automated)",
      "ensure auditing is configured for docker files and directories - /run/containerd",
    ],
    ["C.2 - Ensure operations on legacy registry (v1) are Disabled", "ensure operations on legacy registry (v1) are disabled"],
    ["Ensure secrets are not stored in Dockerfiles (Manual)", "ensure secrets are not stored in dockerfiles"],
    ["Audit Docker files and directories – docker.service", "audit docker files and directories - docker.service"],
    ["Ensure the default ulimit is configured appropriately (Manual))", "ensure the default ulimit is configured appropriately"],
    ["", ""],
    ["(Scored)", ""],
  ])("compares %j as %j", (title, normal) => {
    expect(normaliseTitle(title)).toBe(normal);
  });

  it("does not depend on suffixes, case, blanks or full stops", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN_TITLES),
        fc.array(fc.constantFrom(...SUFFIXES), { maxLength: 3 }),
        fc.constantFrom(
          (title: string) => title.toUpperCase(),
          (title: string) => title.toLowerCase(),
          (title: string) => title.replaceAll(" ", "   "),
          (title: string) => title.replaceAll("'", "’"),
          (title: string) => `${title}.`,
        ),
        ({ title, control }, suffixes, change) => {
          expect(controlOfTitle(normaliseTitle(change([title, ...suffixes].join(" "))))).toBe(control);
        },
      ),
    );
  });

  it("changes nothing the second time", () => {
    const words = fc.constantFrom(
      "1.1.12",
      "C.2",
      "-",
      "'x'",
      "ensure",
      "(Scored)",
      "(Manual",
      ")",
      "“",
      ".",
      "-/run",
      " ",
      "Dockerfiles and directories",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const normal = normaliseTitle(parts.join(" "));
        expect(normaliseTitle(normal)).toBe(normal);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a hostile title", () => {
  it.each(["(Manual)", ".", " ", "1.1 ", "a.", "((", "-/"])("of many times %j costs linear time", (part) => {
    const start = performance.now();
    normaliseTitle(part.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("displayTitle", () => {
  it.each([
    ["Ensure live restore is Enabled (Scored) (Incompatible with swarm mode)", "Ensure live restore is Enabled"],
    ["2.12 Ensure centralized and remote logging is configured (Scored)", "Ensure centralized and remote logging is configured"],
    ["Ensure that Docker's default bridge 'docker0' is not used (Manual)", "Ensure that Docker's default bridge 'docker0' is not used"],
    [
      "Ensure auditing is configured for Docker files and directories -/run/containerd (Automated)",
      "Ensure auditing is configured for Docker files and directories - /run/containerd",
    ],
  ])("shows %j as %j", (title, shown) => {
    expect(displayTitle(title)).toBe(shown);
  });
});
