/** Kubernetes controls that bear on no threat of the model, by slug, with the reason. */
export const kubernetesUnlinked: Readonly<Record<string, string>> = {
  "apiserver-deny-service-external-ips-unset":
    "It asked for the plugin to be off so that Services with external addresses keep working. Newer benchmarks ask for the opposite, and that control is linked.",
};
