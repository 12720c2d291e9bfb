import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with files of the control plane and of nodes. */
export const kubernetesFileTampering: readonly Threat[] = [
  {
    slug: "control-plane-file-tampering",
    number: 2,
    title: "Control Plane File Tampering",
    stride: "T",
    origin: "bulkhead",
    description:
      "The components of the control plane start from files on its hosts. Whoever can write one of these manifests rewrites the API server's flags or adds a pod of his own, and the kubelet carries it out within seconds without asking anybody.",
    attackPath: [
      "The attacker has a login or a file-writing flaw on a control plane host.",
      "He finds a manifest that his account owns or may write.",
      "He adds a flag that switches authorisation off, or a volume that mounts the whole host.",
      "The kubelet restarts the component with his changes.",
    ],
    elements: ["control-plane-files", "control-plane-files-api-server", "api-server", "controller-manager", "scheduler", "etcd"],
    likelihood: "low",
    impact: "very_high",
    mitigations: [
      { id: "permissions", text: "Let nobody but root write the manifests and the files of the network plugin." },
      { id: "ownership", text: "Leave these files and their directory to root." },
      { id: "few-logins", text: "Give no ordinary user a login on a control plane host." },
    ],
    controls: [
      required(
        "control-plane-apiserver-spec-permissions",
        "permissions",
        "Other accounts cannot take the API server's protections out of its manifest.",
      ),
      required(
        "control-plane-controller-manager-spec-permissions",
        "permissions",
        "Nobody swaps the keys with which the controller manager signs tokens.",
      ),
      required(
        "control-plane-scheduler-spec-permissions",
        "permissions",
        "The scheduler's pod cannot be given another program or a volume of the host.",
      ),
      required("control-plane-etcd-spec-permissions", "permissions", "etcd's demand for client certificates cannot be taken away."),
      required("control-plane-apiserver-spec-ownership", "ownership", "No other account rewrites the API server by owning its manifest."),
      required("control-plane-etcd-spec-ownership", "ownership", "No other account points etcd at data of its own."),
      supporting(
        "control-plane-controller-manager-spec-ownership",
        "ownership",
        "An owner other than root may exchange the controller manager's image.",
        "high",
      ),
      supporting(
        "control-plane-scheduler-spec-ownership",
        "ownership",
        "An owner other than root changes or stops the scheduler at will.",
        "high",
      ),
      supporting(
        "control-plane-manifests-ownership",
        "ownership",
        "The STIG's one check on all manifests says the same of the whole directory.",
      ),
      supporting(
        "control-plane-manifests-permissions",
        "permissions",
        "The STIG's check covers manifests that others might add to the directory.",
      ),
      supporting("control-plane-cni-files-permissions", "permissions", "Nobody else names the program that root runs for each new pod."),
      supporting(
        "control-plane-cni-files-ownership",
        "ownership",
        "The network plugin's files cannot be redirected by an account that owns them.",
      ),
      supporting(
        "kubelet-static-pods",
        "permissions",
        "Where no static pods are needed, a file laid into the directory starts nothing.",
        "low",
      ),
    ],
    references: [attack("T1543.005"), attack("T1562.001"), matrix("MS-TA9017")],
    uncovered: "Who may log in to the hosts of the control plane is seen by no check.",
    stated: null,
  },
  {
    slug: "node-file-tampering",
    number: 3,
    title: "Node File Tampering",
    stride: "T",
    origin: "bulkhead",
    description:
      "A node obeys its kubelet, and the kubelet obeys its unit, its configuration and its kubeconfig. Whoever writes to these files opens the kubelet to the network, points it at a server of his own or has programs run as root. Changes below the operating system survive a reboot.",
    attackPath: [
      "The attacker gets onto a node as an ordinary user, through SSH or a pod with a writable path of the host.",
      "He changes the kubelet's configuration, its unit or the authority it believes.",
      "The kubelet restarts and works by the changed files.",
      "He runs commands in all pods of the node, or keeps his way in through a changed boot chain.",
    ],
    elements: ["node-files", "kubelet-node-files", "kubelet", "kube-proxy"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "permissions", text: "Let nobody but root write the kubelet's unit, configuration, kubeconfig and authority." },
      { id: "ownership", text: "Leave these files to root." },
      { id: "trusted-boot", text: "Use node images made for containers, with a verified boot chain and nobody logged in." },
    ],
    controls: [
      required("node-kubelet-service-permissions", "permissions", "Nobody else gives the kubelet other flags or a line that runs as root."),
      required("node-kubelet-service-ownership", "ownership", "The unit that starts the kubelet cannot be rewritten by its owner."),
      required(
        "node-kubelet-config-permissions",
        "permissions",
        "Anonymous access and missing authorisation cannot be switched on in the file.",
      ),
      required("node-kubelet-config-ownership", "ownership", "No other account undoes the kubelet's settings by owning them."),
      required("node-kubelet-conf-permissions", "permissions", "The address and credential the kubelet uses cannot be exchanged or read."),
      required("node-kubelet-conf-ownership", "ownership", "No other account points the node at an API server of its own."),
      supporting("node-client-ca-permissions", "permissions", "Nobody adds an authority whose clients the kubelet would believe.", "high"),
      supporting("node-client-ca-ownership", "ownership", "No other account decides who vouches for the kubelet's callers.", "high"),
      supporting(
        "node-proxy-kubeconfig-permissions",
        "permissions",
        "kube-proxy cannot be sent to a server that dictates where traffic goes.",
      ),
      supporting("node-proxy-kubeconfig-ownership", "ownership", "No other account changes where kube-proxy takes its rules from."),
      supporting("node-azure-json-permissions", "permissions", "The cloud settings of an Azure node cannot be changed or read by others."),
      supporting(
        "node-azure-json-ownership",
        "ownership",
        "The cloud credential in the file cannot be exchanged by an owner other than root.",
      ),
      supporting(
        "kubelet-protect-kernel-defaults",
        null,
        "The kubelet does not overwrite kernel settings that the host's baseline fixed.",
        "low",
      ),
      supporting("kube-node-sshd", "trusted-boot", "Without an SSH service there is one way less to lay hands on the files."),
      supporting("managed-node-os-image", "trusted-boot", "A system made for containers offers few tools and a mostly read-only disk."),
      supporting("managed-shielded-nodes", "trusted-boot", "Changes to the node's boot chain come to light."),
      supporting(
        "managed-secure-boot",
        "trusted-boot",
        "Unsigned boot code and kernel modules do not load, so a change does not outlive a reboot.",
      ),
      detecting("managed-integrity-monitoring", "trusted-boot", "A boot loader or kernel that differs from the known one is reported."),
    ],
    references: [attack("T1543.005"), attack("T1562.001"), matrix("MS-TA9013"), matrix("MS-TA9017")],
    uncovered: null,
    stated: null,
  },
];
