import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hostNameOf } from "@/app/(dashboard)/hosts/[name]/host-name-param";
import { hostsHref, readHostQuery } from "@/app/(dashboard)/hosts/host-filter";
import { hostHref } from "@/app/(dashboard)/hosts/host-href";
import { listSummary, orderWords } from "@/app/(dashboard)/hosts/list-summary";
import { filterReader, hrefWith } from "@/lib/shared/read-filters";

const Letter = z.enum(["S", "T"]);

describe("filterReader", () => {
  it("reads lists with commas and given several times, each value once, and names the unknown ones", () => {
    const reader = filterReader({ stride: ["T,S", "T", "X"], other: "1" });
    expect(reader.many("stride", Letter)).toEqual(["T", "S"]);
    expect(reader.ignored()).toEqual([
      { name: "stride", value: "X" },
      { name: "other", value: "1" },
    ]);
  });

  it("takes the first of two single values and names the second", () => {
    const reader = filterReader({ letter: ["T", "S"] });
    expect(reader.one("letter", Letter)).toBe("T");
    expect(reader.ignored()).toEqual([{ name: "letter", value: "S" }]);
  });

  it("treats an empty value as none: a form sends its empty fields too", () => {
    const reader = filterReader({ letter: "", q: "  ", list: "," });
    expect([reader.one("letter", Letter), reader.text("q", 10), reader.many("list", Letter)]).toEqual([null, null, null]);
    expect(reader.ignored()).toEqual([]);
  });

  it("trims and cuts text", () => {
    expect(filterReader({ q: "  web-01  " }).text("q", 3)).toBe("web");
  });
});

describe("hrefWith", () => {
  it("leaves out what has no value and keeps commas readable", () => {
    expect(hrefWith("/hosts", { q: "a&b c", stride: null, level: ["WARN", "FAIL"], page: 2 })).toBe(
      "/hosts?q=a%26b%20c&level=WARN,FAIL&page=2",
    );
    expect(hrefWith("/hosts", { q: null })).toBe("/hosts");
  });
});

describe("the list of hosts by address", () => {
  it("reads what it knows and names the rest", () => {
    const { query, ignored } = readHostQuery({
      q: "web",
      stride: "T",
      state: "failing",
      silent: "1",
      sort: "name",
      page: "3",
      colour: "red",
    });
    expect(query).toEqual({
      q: "web",
      stride: "T",
      state: "failing",
      silent: "1",
      control: null,
      env: null,
      label: null,
      retired: null,
      sort: "name",
      page: 3,
    });
    expect(ignored).toEqual([{ name: "colour", value: "red" }]);
    expect(readHostQuery({ stride: "X", page: "0", control: "a b" })).toEqual({
      query: {
        q: null,
        stride: null,
        state: null,
        silent: null,
        control: null,
        env: null,
        label: null,
        retired: null,
        sort: "open",
        page: 1,
      },
      ignored: [
        { name: "stride", value: "X" },
        { name: "control", value: "a b" },
        { name: "page", value: "0" },
      ],
    });
  });

  it("goes back to the first page when a filter changes", () => {
    const { query } = readHostQuery({ q: "web", page: "3" });
    expect(hostsHref(query, { stride: "E" })).toBe("/hosts?q=web&stride=E");
    expect(hostsHref(query, { page: 4 })).toBe("/hosts?q=web&page=4");
    expect(readHostQuery(Object.fromEntries(new URLSearchParams("q=web&stride=E"))).query.stride).toBe("E");
  });

  it("says what it counts in the words of the link that led here", () => {
    const none = { stride: null, state: null, control: null };
    expect(listSummary(none, 2, { failing: 40, stride: null, state: null })).toBe("40 open findings on 2 hosts");
    expect(listSummary({ ...none, stride: "T" }, 7, { failing: 90, stride: 41, state: null })).toBe(
      "41 failing findings counted under Tampering on 7 hosts",
    );
    expect(listSummary({ ...none, state: "regressed" }, 1, { failing: 9, stride: null, state: 1 })).toBe(
      "1 finding in the state regressed on 1 host",
    );
    expect(listSummary({ ...none, control: "live-restore" }, 3, { failing: 99, stride: null, state: null })).toBe(
      "3 failing findings on 3 hosts",
    );
  });

  it("says its order", () => {
    expect(orderWords({ sort: "open", stride: null, state: "failing" })).toBe("Worst first.");
    expect(orderWords({ sort: "open", stride: "D", state: null })).toBe("Most under Denial of service first.");
    expect(orderWords({ sort: "open", stride: null, state: "accepted" })).toBe("Most of them first.");
    expect(orderWords({ sort: "scanned", stride: "D", state: null })).toBe("Longest unscanned first.");
  });
});

describe("host names in addresses", () => {
  it("survive the way there and back", () => {
    for (const name of ["web-01", "host with space-ü", "100%", "a+b&c"]) {
      expect(hostNameOf(hostHref(name).slice("/hosts/".length))).toBe(name);
    }
  });

  it("are none when they cannot be decoded or be the name of a host", () => {
    expect([hostNameOf("%E0%A4%A"), hostNameOf("a%2Fb"), hostNameOf("%20")]).toEqual([null, null, null]);
  });
});
