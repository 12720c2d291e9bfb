import { describe, expect, it } from "vitest";
import { compareStates, FAILING_STATES, FINDING_STATES, type FindingState, isFailing, STATE_FACTS } from "@/lib/hardening/states";

describe("the states of a finding", () => {
  it("sort what got worse first", () => {
    const shuffled: FindingState[] = ["hardened", "open", "needs_review", "regressed", "accepted"];
    expect(shuffled.sort(compareStates)).toEqual(["regressed", "open", "accepted", "needs_review", "hardened"]);
  });

  it("are failing when somebody still has to do something", () => {
    expect(FINDING_STATES.filter(isFailing)).toEqual([...FAILING_STATES]);
  });

  it("count as the product says", () => {
    expect(Object.fromEntries(FINDING_STATES.map((state) => [state, STATE_FACTS[state].standing]))).toEqual({
      regressed: "exposed",
      open: "exposed",
      in_progress: "exposed",
      awaiting_verification: "exposed",
      accepted: "accepted",
      needs_review: "undecided",
      not_assessable: "undecided",
      not_applicable: "outside",
      hardened: "protected",
    });
  });
});
