import { describe, expect, it } from "vitest";
import { nameControls, type RuleWords, ruleWords } from "@/lib/threats/rule-words";
import type { ControlLink } from "@/lib/threats/threat-model";

const link = (control: string, role: ControlLink["role"] = "required"): ControlLink => ({
  ...{ control, role, kind: "mitigates", reason: "", confidence: "high", mitigation: null },
});

const read = ({ sentence }: RuleWords): string => sentence.map((part) => (typeof part === "string" ? part : part.number)).join("");

describe("the rule of a threat in words", () => {
  it("names the required controls by their newest numbers, in the order of a run", () => {
    const rule = ruleWords(
      { controls: [link("memory-limit"), link("icc-disabled", "supporting"), link("container-no-new-privileges"), link("live-restore")] },
      14,
    );
    expect(read(rule)).toBe("Mitigated when 2.15, 5.11 and 5.26 all say PASS in a scan not older than 14 days.");
    expect(rule.roles).toBe("3 required, 1 supporting");
    expect(rule.sentence[1]).toEqual({ slug: "live-restore", number: "2.15", title: "Ensure live restore is enabled" });
  });

  it("speaks of one, of both and of one day", () => {
    expect(read(ruleWords({ controls: [link("memory-limit")] }, 1))).toBe("Mitigated when 5.11 says PASS in a scan not older than 1 day.");
    expect(read(ruleWords({ controls: [link("memory-limit"), link("live-restore")] }, 30))).toBe(
      "Mitigated when 2.15 and 5.11 both say PASS in a scan not older than 30 days.",
    );
  });

  it("says who decides where no control is required, and that there is no check at all", () => {
    expect(ruleWords({ controls: [link("memory-limit", "supporting")] }, 14)).toEqual({
      sentence: ["No tool decides this; a person attests it."],
      roles: "0 required, 1 supporting",
    });
    expect(ruleWords({ controls: [] }, 14)).toEqual({ sentence: ["No check covers this; a person attests it."], roles: "" });
  });

  it("calls a control that the catalogue does not know by its slug", () => {
    expect(nameControls(["of-my-own"])).toEqual([{ slug: "of-my-own", number: "of-my-own", title: "of-my-own" }]);
  });
});
