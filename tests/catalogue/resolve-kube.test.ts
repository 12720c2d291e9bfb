import { describe, expect, it } from "vitest";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import type { Edition } from "@/lib/catalogue/edition";
import { KUBE_EDITIONS } from "@/lib/catalogue/kube-editions";
import { type ResolvedRun, resolveRun } from "@/lib/catalogue/resolve-run";
import { edition, result, run } from "./bench-run";

const wholeRun = ({ checks }: Edition, keep: (number: string) => boolean = () => true): ResolvedRun =>
  resolveRun(
    run(
      checks.filter(({ id }) => keep(id)).map(({ id, title }) => result(id, `${title} (Automated)`, { level: "FAIL" })),
      { closed: true },
    ),
    "kube-bench-text",
  );

/** The control that a benchmark's check stands for when it is printed alone, without a benchmark's name. */
const controlOf = (key: string, number: string): string | null | undefined =>
  wholeRun(edition(key)).results.find(({ id }) => id === number)?.control;

describe("kube-bench", () => {
  it.each(KUBE_EDITIONS.map((release): [string, Edition] => [release.key, release]))("finds every control of %s", (key, release) => {
    const resolved = wholeRun(release);
    expect(resolved.results.map(({ control }) => control)).toEqual(release.checks.map(({ control }) => control));
    expect(new Set(resolved.results.map(({ outcome, mapping }) => `${outcome} ${mapping}`))).toEqual(new Set(["fail title"]));
    expect([resolved.edition, ...resolved.editionCandidates]).toContain(key);
    expect(resolved.complete).toBe(true);
  });

  it.each([
    ["--anonymous-auth of the API server", "apiserver-anonymous-auth", { "1.3": "1.1.1", "1.6": "1.2.1", "1.12": "1.2.1" }],
    ["--anonymous-auth of the kubelet", "kubelet-anonymous-auth", { "1.4": "2.1.1", "1.6": "4.2.1", "1.12": "4.2.1" }],
    ["AlwaysAllow of the API server", "apiserver-authorization-mode-always-allow", { "1.4": "1.1.19", "1.6": "1.2.7", "1.12": "1.2.6" }],
    ["AlwaysAllow of the kubelet", "kubelet-authorization-mode", { "1.4": "2.1.2", "1.6": "4.2.2", "1.12": "4.2.2" }],
    ["profiling of the API server", "apiserver-profiling", { "1.4": "1.1.8", "1.6": "1.2.21", "1.12": "1.2.15" }],
    ["profiling of the scheduler", "scheduler-profiling", { "1.4": "1.2.1", "1.6": "1.4.1", "1.12": "1.4.1" }],
    ["profiling of the controller manager", "controller-manager-profiling", { "1.4": "1.3.2", "1.6": "1.3.2", "1.12": "1.3.2" }],
    ["the API server's manifest", "control-plane-apiserver-spec-permissions", { "1.4": "1.4.1", "1.6": "1.1.1", "1.12": "1.1.1" }],
    ["admin.conf", "control-plane-admin-conf-permissions", { "1.4": "1.4.13", "1.6": "1.1.13", "1.12": "1.1.13" }],
    ["client certificates of etcd", "etcd-client-cert-auth", { "1.4": "1.5.2", "1.6": "2.2", "1.12": "2.2" }],
    ["the kubelet's configuration file", "node-kubelet-config-permissions", { "1.4": "2.2.10", "1.6": "4.1.9", "1.12": "4.1.9" }],
    ["the audit log's age", "apiserver-audit-log-maxage", { "1.4": "1.1.16", "1.6": "1.2.23", "1.12": "1.2.17" }],
    ["encryption of Secrets", "apiserver-encryption-provider-config", { "1.4": "1.1.34", "1.6": "1.2.33", "1.12": "1.2.27" }],
    ["cluster-admin", "kube-policies-cluster-admin", { "1.4": "1.6.1", "1.6": "5.1.1", "1.12": "5.1.1" }],
    ["privileged containers", "kube-policies-privileged-containers", { "1.4": "1.7.1", "1.6": "5.2.1", "1.12": "5.2.2" }],
    ["NetworkPolicies", "kube-policies-network-policies-defined", { "1.4": "1.6.7", "1.6": "5.3.2", "1.12": "5.3.2" }],
  ])("keeps the control of %s when the benchmark is upgraded", (_what, slug, numbers) => {
    for (const [version, number] of Object.entries(numbers)) expect(controlOf(`kube-cis-${version}`, number), version).toBe(slug);
  });

  it("keeps opposite checks apart, though only one word differs", () => {
    expect(controlOf("kube-cis-1.24", "1.2.3")).toBe("apiserver-deny-service-external-ips-unset");
    expect(controlOf("kube-cis-1.12", "1.2.3")).toBe("apiserver-admission-deny-service-external-ips");
  });

  it("goes by the number where the STIG repeats a title", () => {
    const title = "Kubernetes etcd must enable client authentication to secure service | Component of EKS Control Plane";
    const resolved = resolveRun(run(["V-242423", "V-242424", "V-242426"].map((id) => result(id, title))), "kube-bench-text");
    expect(resolved.results.map(({ control }) => control)).toEqual([
      "etcd-client-cert-auth",
      "kubelet-tls-cert-file",
      "etcd-peer-client-cert-auth",
    ]);
  });

  it("tells a shared title by its number in a run of which little is known", () => {
    const shared = "Ensure that the --authorization-mode argument is not set to AlwaysAllow (Automated)";
    const one = (id: string) => resolveRun(run([result(id, shared)]), "kube-bench-text").results[0]?.control;
    expect([one("1.2.7"), one("4.2.2"), one("3.2.2"), one("1.2.99"), one("9.9")]).toEqual([
      "apiserver-authorization-mode-always-allow",
      "kubelet-authorization-mode",
      "kubelet-authorization-mode",
      "apiserver-authorization-mode-always-allow",
      null,
    ]);
  });

  it("reads FAIL, WARN, PASS and INFO as fail, manual, pass and info", () => {
    const levels = ["FAIL", "WARN", "PASS", "INFO"] as const;
    const results = levels.map((level, index) => result(`5.1.${index + 1}`, "Minimize access to secrets (Manual)", { level }));
    expect(resolveRun(run(results), "kube-bench-json").results.map(({ outcome }) => outcome)).toEqual(["fail", "manual", "pass", "info"]);
  });

  it("tells the benchmark by what was printed, and by the name in the JSON where several fit", () => {
    const policies = (benchmark: string | null) => {
      const checks = edition("kube-cis-1.24").checks.filter(({ id }) => /^5\.[34]/.test(id));
      return resolveRun(
        run(
          checks.map(({ id, title }) => result(id, title)),
          { benchmark, closed: true },
        ),
        "kube-bench-json",
      ).edition;
    };
    expect([policies(null), policies("cis-1.23"), policies("cis-1.12"), policies("cis-1.5")]).toEqual([
      "kube-cis-2.0",
      "kube-cis-1.23",
      "kube-cis-1.12",
      "kube-cis-2.0",
    ]);
    const node = edition("kube-cis-1.5").checks.filter(({ id }) => id.startsWith("4.1"));
    const named = run(
      node.map(({ id, title }) => result(id, title)),
      { benchmark: "1.6", closed: true },
    );
    expect(resolveRun(named, "kube-bench-json").edition).toBe("kube-cis-1.5");
  });

  it("says that the scanner changed where a benchmark asks for a stricter mode", () => {
    const { knownIn, targetChanged } = catalogueFacts;
    expect(targetChanged("node-kubelet-service-permissions", "kube-cis-1.20", "kube-cis-1.24")).toBe(true);
    expect(targetChanged("node-kubelet-service-permissions", "kube-cis-1.24", "kube-cis-1.12")).toBe(false);
    expect(targetChanged("node-kubelet-service-ownership", "kube-cis-1.20", "kube-cis-1.24")).toBe(false);
    expect(targetChanged("node-kubelet-service-permissions", "kube-cis-1.20", "v1.6.1")).toBe(false);
    expect([knownIn("apiserver-profiling", "kube-cis-1.24"), knownIn("kubelet-seccomp-default", "kube-cis-1.24")]).toEqual([true, false]);
    // Only the node's and the policies' half of this one is known.
    expect(knownIn("apiserver-profiling", "kube-cis-1.23")).toBe(true);
  });
});
