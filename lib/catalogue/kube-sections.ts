/**
 * The sections of Kubernetes controls, in the order of lists. They are components, since numbers of sections differ from
 * benchmark to benchmark: the kubelet is 2 in CIS 1.4, 4 in CIS 1.5 and 3 in the benchmarks of the clouds.
 */
export const KUBE_SECTIONS = {
  files: "Kubernetes control plane files",
  apiserver: "Kubernetes API server",
  controllers: "Kubernetes controller manager",
  scheduler: "Kubernetes scheduler",
  etcd: "etcd",
  controlplane: "Kubernetes sign-in and audit",
  nodefiles: "Kubernetes node files",
  kubelet: "Kubelet",
  proxy: "kube-proxy",
  policies: "Kubernetes policies",
  operations: "Kubernetes operations",
  managed: "Managed Kubernetes services",
} as const;

export type KubeSection = keyof typeof KUBE_SECTIONS;

/** True for a section of Kubernetes controls; no section of a docker-bench edition has such a name. */
export const isKubeSection = (section: string): section is KubeSection => Object.hasOwn(KUBE_SECTIONS, section);
