import { describe, expect, it } from "vitest";
import { canPassIn } from "@/lib/catalogue/passable";
import type { Covering } from "@/lib/hardening/host-state";
import { NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { fleetStatus } from "@/lib/threats/fleet-status";
import { passableOn } from "@/lib/threats/passable-on";

const covering = (tool: string, edition: string | null): Covering => ({ scanId: 1, at: 1, tool, edition, keys: new Set() });

describe("whether a control can pass in a default run", () => {
  it("asks the edition", () => {
    expect(canPassIn("memory-limit", "v1.6.1")).toBe(true);
    expect(canPassIn("docker-up-to-date", "v1.6.1"), "it can say nothing but PASS").toBe(false);
    expect(canPassIn("legacy-registry-v1", "v1.6.1"), "it is not in a default run").toBe(false);
    expect(canPassIn("apiserver-anonymous-auth", "v1.6.1"), "it is not Docker's").toBe(false);
  });

  it("rules nothing out where the edition is not known, or not all of it is", () => {
    expect(canPassIn("memory-limit", null)).toBe(true);
    expect(canPassIn("memory-limit", "no-such-edition")).toBe(true);
  });

  it("asks the newest scan of each tool of the control's family", () => {
    const old = covering("docker-bench-security", "reference-assessment");
    const now = covering("docker-bench-security", "v1.6.1");
    expect(passableOn([])("memory-limit")).toBe(true);
    expect(passableOn([now])("legacy-registry-v1")).toBe(false);
    expect(passableOn([old, now])("legacy-registry-v1")).toBe(false);
    expect(passableOn([covering("kube-bench", "kube-cis-1.6")])("legacy-registry-v1"), "no scan of its family").toBe(true);
  });
});

describe("one word for a threat over the fleet", () => {
  it("is open while any host is, or was when last seen", () => {
    expect(fleetStatus({ ...NO_EXPOSURES, unmitigated: 1, mitigated: 9 })).toBe("Open");
    expect(fleetStatus({ ...NO_EXPOSURES, partly: 1, accepted: 1 })).toBe("Open");
    expect(fleetStatus({ ...NO_EXPOSURES, stale: 1, mitigated: 9 })).toBe("Open");
  });

  it("is accepted or mitigated where nothing is open, and nothing where nothing decides", () => {
    expect(fleetStatus({ ...NO_EXPOSURES, accepted: 1, mitigated: 9 })).toBe("Accepted");
    expect(fleetStatus({ ...NO_EXPOSURES, mitigated: 9, manual: 1 })).toBe("Mitigated");
    expect(fleetStatus({ ...NO_EXPOSURES, manual: 1, not_assessed: 1 })).toBeNull();
    expect(fleetStatus(null)).toBeNull();
  });
});
