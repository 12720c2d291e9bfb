import { describe, expect, it } from "vitest";
import { HOST_GROUPS, hostsIn, readShownHosts } from "@/components/controls/host-groups";
import { numberGroups } from "@/components/controls/number-groups";
import { CONTROLS, getControl } from "@/lib/catalogue/controls";
import { FINDING_STATES } from "@/lib/hardening/states";

describe("the numbers of a control", () => {
  it("are joined where neighbouring editions print the same number and title", () => {
    const control = getControl("container-no-new-privileges");
    if (control === null) throw new Error("no such control");
    expect(numberGroups(control).map(({ number, words }) => `${number} ${words}`)).toEqual([
      "5.26 v1.6.1 and master-20241021",
      "5.25 v1.3.5 to v1.6.0, 7 editions",
      "5.25 v1.3.3 to v1.3.4-20190701, 3 editions",
      "5.25 v1.0.0-20160602 to v1.3.2, 6 editions",
      "5.26 the reference assessment",
      "5.26 aqua-cis-1.6.0",
      "5.25 aqua-cis-1.2",
      "5.25 aqua-cis-1.1",
      "5.25.a aqua-cis-1.0",
      "5.25.b aqua-cis-1.0",
    ]);
  });

  it("are all there, each with its title", () => {
    for (const control of CONTROLS) {
      const groups = numberGroups(control);
      const spread = groups.flatMap(({ number, editions }) => editions.map((edition) => `${edition} ${number}`));
      expect(spread).toEqual(control.numbers.map(({ edition, number }) => `${edition} ${number}`));
      expect(groups.filter(({ title }) => title === "")).toEqual([]);
    }
  });
});

describe("the hosts of a control", () => {
  it("are each in exactly one group", () => {
    expect(HOST_GROUPS.flatMap(({ states }) => states).sort()).toEqual([...FINDING_STATES, "absent"].sort());
  });

  it("are counted by group", () => {
    const [failing] = HOST_GROUPS;
    const counts = new Map([
      ["open", 3],
      ["regressed", 1],
      ["hardened", 5],
    ] as const);
    expect(failing && hostsIn(failing, counts)).toBe(4);
  });

  it("are all shown when the address asks for an unknown group, which is named", () => {
    expect(readShownHosts({ show: "nonsense" })).toMatchObject({ group: null, ignored: ["show=nonsense"] });
    expect(readShownHosts({ show: "passing" })).toMatchObject({ states: ["hardened"], ignored: [] });
    expect(readShownHosts({}).states).toHaveLength(FINDING_STATES.length + 1);
  });
});
