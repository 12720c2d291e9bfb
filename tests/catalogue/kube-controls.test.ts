import { describe, expect, it } from "vitest";
import { CONTROLS, compareNumbers, findByNumber, getControl } from "@/lib/catalogue/controls";
import { getEdition, sectionHeading, sectionTitle } from "@/lib/catalogue/editions";
import { KUBE_EDITIONS, KUBE_TITLES, kubeControlsOfTitle } from "@/lib/catalogue/kube-editions";
import { KUBE_SECTIONS } from "@/lib/catalogue/kube-sections";
import { normaliseKubeTitle } from "@/lib/catalogue/normalise-kube-title";

const kube = CONTROLS.filter(({ family }) => family === "kubernetes");

describe("Kubernetes controls", () => {
  it("come after those for Docker, by component, the retired ones last", () => {
    expect(kube.length).toBe(214);
    expect(CONTROLS.slice(-kube.length)).toEqual(kube);
    const current = kube.filter(({ retired }) => !retired);
    expect(kube.slice(0, current.length)).toEqual(current);
    expect([...new Set(current.map(({ section }) => section))]).toEqual(Object.keys(KUBE_SECTIONS));
    const apiserver = current.filter(({ section }) => section === "apiserver").map(({ number }) => number);
    expect(apiserver).toEqual([...apiserver].sort(compareNumbers));
    expect(kube.slice(current.length).map(({ slug }) => slug)).toContain("apiserver-insecure-allow-any-token");
  });

  it("begin with their component, each with a number in a benchmark", () => {
    for (const { slug, numbers, titles } of kube) {
      expect(slug).toMatch(/^(?:apiserver|control-plane|controller-manager|scheduler|etcd|kubelet|node|kube|managed)-[a-z0-9-]+$/);
      expect(numbers.length, slug).toBeGreaterThan(0);
      expect(titles.length, slug).toBeGreaterThan(0);
    }
  });

  it("tell their numbers, and the oldest and newest benchmark of their line", () => {
    expect(getControl("apiserver-anonymous-auth")).toMatchObject({
      family: "kubernetes",
      title: "Ensure that the --anonymous-auth argument of the API server is set to false",
      number: "1.2.1",
      section: "apiserver",
      firstEdition: "kube-cis-1.3",
      lastEdition: "kube-cis-2.0",
      retired: false,
    });
    expect(getControl("apiserver-insecure-port")).toMatchObject({ lastEdition: "kube-cis-1.20", retired: false });
    expect(getControl("apiserver-insecure-allow-any-token")).toMatchObject({ lastEdition: "kube-cis-1.4", retired: true });
    expect(getControl("managed-metadata-server")).toMatchObject({ number: "5.4.1", lastEdition: "kube-gke-1.6.0", retired: false });
  });

  it("have no title that names two controls of one component", () => {
    for (const { title } of KUBE_TITLES) {
      // The STIG repeats titles within a component; there the number tells the checks apart.
      if (/Kubernetes etcd must|kubelet config must/.test(title)) continue;
      const sections = kubeControlsOfTitle(normaliseKubeTitle(title)).map((slug) => getControl(slug)?.section);
      expect(sections.length, title).toBeGreaterThan(0);
      expect(new Set(sections).size, title).toBe(sections.length);
    }
  });

  it("share numbers with Docker, and a search tells which is which", () => {
    expect(findByNumber("1.2.1").map(({ control }) => [control.family, control.slug])).toEqual([
      ["docker", "host-hardened"],
      ["docker", "separate-partition"],
      ["kubernetes", "apiserver-anonymous-auth"],
      ["kubernetes", "scheduler-profiling"],
    ]);
    expect(findByNumber("V-242390").map(({ control }) => control.slug)).toEqual(["apiserver-anonymous-auth"]);
  });
});

describe("KUBE_EDITIONS", () => {
  it("are the benchmarks, the newest first, and say which of them are whole", () => {
    expect(KUBE_EDITIONS.map(({ key, line, whole, checks }) => [key, line, whole, checks.length])).toEqual([
      ["kube-cis-2.0", "kube-cis", true, 131],
      ["kube-cis-1.12", "kube-cis", true, 131],
      ["kube-cis-1.7", "kube-cis", false, 58],
      ["kube-cis-1.24", "kube-cis", true, 124],
      ["kube-cis-1.23", "kube-cis", false, 53],
      ["kube-cis-1.20", "kube-cis", true, 123],
      ["kube-cis-1.6", "kube-cis", true, 122],
      ["kube-cis-1.5", "kube-cis", true, 122],
      ["kube-cis-1.4", "kube-cis", true, 116],
      ["kube-cis-1.3", "kube-cis", true, 114],
      ["kube-eks-1.7.0", "kube-eks", true, 46],
      ["kube-aks-1.8", "kube-aks", true, 51],
      ["kube-gke-1.6.0", "kube-gke", true, 70],
      ["kube-eks-stig-kubernetes-v1r6", "kube-eks-stig-kubernetes", true, 94],
    ]);
    expect(getEdition("kube-cis-1.12")?.byNumber.get("4.2.4")?.[0]?.control).toBe("kubelet-read-only-port");
  });

  it("number no check twice, but for two of the STIG that it prints in two sections", () => {
    const twice = KUBE_EDITIONS.flatMap(({ key, byNumber }) =>
      [...byNumber].filter(([, checks]) => checks.length > 1).map(([number]) => `${key} ${number}`),
    );
    expect(twice).toEqual(["kube-eks-stig-kubernetes-v1r6 V-242402", "kube-eks-stig-kubernetes-v1r6 V-242403"]);
  });

  it.each([
    ["kube-cis-1.12", "4", "Worker Node Security Configuration"],
    ["kube-cis-1.4", "1.1", "API Server"],
    ["kube-eks-1.7.0", "5", "Managed Services"],
    [null, "apiserver", "Kubernetes API server"],
    ["kube-cis-1.12", "9", null],
  ] as const)("%s calls section %s %s", (edition, section, title) => {
    expect(sectionTitle(edition, section)).toBe(title);
  });

  it("have headings for people", () => {
    expect([sectionHeading("kube-cis-1.12", "2"), sectionHeading(null, "kubelet"), sectionHeading("kube-cis-1.12", "9")]).toEqual([
      "2 Etcd Node Configuration",
      "Kubelet",
      "9",
    ]);
  });
});

describe("normaliseKubeTitle", () => {
  it.each([
    [
      "Ensure that the API server pod specification file permissions are set to 644 or more restrictive (Scored)",
      "Ensure that the API server pod specification file permissions are set to 600 or more restrictive (Automated)",
    ],
    [
      "If the kubelet config.yaml configuration file is being used validate permissions set to 600 or more restrictive (Manual)",
      "Ensure that the kubelet configuration file has permissions set to 644 or more restrictive (Scored)",
    ],
    [
      "If proxy kubeconfig file exists ensure ownership is set to root:root (Manual)",
      "Ensure that the proxy kubeconfig file ownership is set to root:root (Scored)",
    ],
    ["Verify that if defined, the --read-only-port argument is set to 0 (Manual)", "Ensure that the --read-only-port argument is set to 0"],
    [
      "Ensure that default service accounts are not actively used. ((Automated)",
      "Ensure that default service accounts are not actively used. (Manual)",
    ],
    [
      "Ensure that the API Server only makes use of Strong Cryptographic Ciphers ( Not Scored)",
      "Ensure that the API Server only makes use of Strong Cryptographic Ciphers (Automated)",
    ],
    ["[DEPRECATED] Ensure that the --cadvisor-port argument is set to 0", "Ensure that the --cadvisor-port argument is set to 0 (Scored)"],
    ["Apply SecurityContext to your Pods and Containers", "Apply Security Context to Your Pods and Containers"],
    [
      "Ensure that the --experimental-encryption-provider-config argument is set as appropriate",
      "Ensure that the --encryption-provider-config argument is set as appropriate",
    ],
  ])("takes %j and %j for one", (one, other) => {
    expect(normaliseKubeTitle(one)).toBe(normaliseKubeTitle(other));
  });

  it.each([
    ["Ensure that the --DenyServiceExternalIPs is set (Manual)", "Ensure that the --DenyServiceExternalIPs is not set (Automated)"],
    ["Ensure that the --audit-log-maxage argument is set to 30", "Ensure that the --audit-log-maxbackup argument is set to 30"],
    ["Ensure that the scheduler.conf file permissions are set to 600", "Ensure that the scheduler.conf file ownership is set to root:root"],
  ])("keeps %j and %j apart", (one, other) => {
    expect(normaliseKubeTitle(one)).not.toBe(normaliseKubeTitle(other));
  });
});
