import type { Guidance } from "../../guidance";

/** Guidance for managed Kubernetes services, by theme. Commands are for EKS, GKE and AKS, each under its provider's own tool. */
export const kubeManagedGuidance = {
  "managed-images": {
    meaning:
      "Asks about the registry beside the cluster: whether images are scanned, who may push and pull, whether nodes can only read, and whether the cluster refuses images that nobody approved. A person has to look at the provider's console.",
    why: "What lies in the registry runs in the cluster. Who may push replaces an image that all trust, and an image that nobody scanned brings known flaws along. A node that may write spreads its infection to every pod that pulls.",
    fix: [
      {
        place: "shell",
        text: "Turn scanning on: for ECR on push, for Artifact Registry by its service, for ACR by Defender.",
        code: "aws ecr put-image-scanning-configuration --repository-name <repository> --image-scanning-configuration scanOnPush=true\ngcloud services enable containerscanning.googleapis.com\naz security pricing create --name Containers --tier Standard",
      },
      {
        place: "shell",
        text: "Let nodes read only: on AWS the policy for pulling, on Google the reader's role, on Azure by attaching the registry.",
        code: "aws iam attach-role-policy --role-name <node-role> --policy-arn arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly\ngcloud artifacts repositories add-iam-policy-binding <repository> --location=<location> --member=serviceAccount:<node-account> --role=roles/artifactregistry.reader\naz aks update --name <cluster> --resource-group <group> --attach-acr <registry>",
      },
      {
        place: "shell",
        text: "On GKE, have images checked at deployment by the project's policy.",
        code: "gcloud container clusters update <cluster> --location=<location> --binauthz-evaluation-mode=PROJECT_SINGLETON_POLICY_ENFORCE",
      },
    ],
    verify: [
      {
        text: "Shows that scanning is on, and the findings of an image.",
        code: "aws ecr describe-repositories --repository-names <repository> --query 'repositories[].imageScanningConfiguration'\naws ecr describe-image-scan-findings --repository-name <repository> --image-id imageTag=<tag>",
      },
    ],
    sideEffects:
      "Scanning costs money by the image. Pipelines that pushed with the node's identity fail; give them one of their own. Enforced policies refuse images of add-ons until these are listed.",
    effort: "hours",
    nist: ["4.1.1", "4.1.5", "4.2.3"],
    attack: ["T1204.003", "T1525"],
  },
  "managed-identity": {
    meaning:
      "Asks with which identity people, pods and nodes come to the cluster and to the cloud. A pass means that people sign in by the provider's directory, that pods have a cloud role of their own, and that nodes hold only what a node needs.",
    why: "A pod that can use the node's cloud identity has the rights that any pod there needs, often over the whole project. Accounts kept in the cluster outlive the people they were made for. Both make a small break-in a break-in to the cloud account.",
    fix: [
      {
        place: "shell",
        text: "Give pods an identity of their own: IAM roles on EKS, workload identity on GKE and AKS.",
        code: "aws eks create-pod-identity-association --cluster-name <cluster> --namespace <namespace> --service-account <account> --role-arn <role-arn>\ngcloud container clusters update <cluster> --location=<location> --workload-pool=<project>.svc.id.goog\naz aks update --name <cluster> --resource-group <group> --enable-oidc-issuer --enable-workload-identity",
      },
      {
        place: "shell",
        text: "Close the way to the node's credential: the metadata server on GKE, a hop limit of one on EC2.",
        code: "gcloud container node-pools update <pool> --cluster=<cluster> --location=<location> --workload-metadata=GKE_METADATA\naws ec2 modify-instance-metadata-options --instance-id <instance> --http-tokens required --http-put-response-hop-limit 1",
      },
      {
        place: "shell",
        text: "Let people sign in by the directory, and take old ways away: access entries on EKS, RBAC alone on GKE, Entra ID on AKS.",
        code: "aws eks update-cluster-config --name <cluster> --access-config authenticationMode=API\ngcloud container clusters update <cluster> --location=<location> --no-enable-legacy-authorization\naz aks update --name <cluster> --resource-group <group> --enable-aad --enable-azure-rbac --disable-local-accounts",
      },
    ],
    verify: [
      {
        text: "Shows the identity of the workload and not the node's.",
        code: 'kubectl run id-test --rm -i --restart=Never --namespace <namespace> --image=public.ecr.aws/aws-cli/aws-cli --overrides=\'{"spec":{"serviceAccountName":"<account>"}}\' -- sts get-caller-identity',
      },
    ],
    sideEffects:
      "Pods that lived on the node's rights fail until they have a role. `authenticationMode=API` on EKS and turning local accounts off on AKS can lock you out: make entries for administrators first, and try a second sign-in while the first one is open.",
    effort: "days",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078", "T1528", "T1552"],
  },
  "managed-encryption": {
    meaning:
      "Asks whether Secrets and disks are encrypted with a key that you hold in the provider's key service. A pass means that access to the data can be taken away, and is logged, at your key.",
    why: "The provider encrypts disks with keys of its own, which protects against a stolen disk. It does not help where somebody gets at a snapshot or the managed store by way of the account. Taking back a key of your own makes all copies useless at once.",
    fix: [
      {
        place: "shell",
        text: "Encrypt Secrets with your key. On EKS this cannot be undone.",
        code: 'aws eks associate-encryption-config --cluster-name <cluster> --encryption-config \'[{"resources":["secrets"],"provider":{"keyArn":"<key-arn>"}}]\'\ngcloud container clusters update <cluster> --location=<location> --database-encryption-key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>\naz aks update --name <cluster> --resource-group <group> --enable-azure-keyvault-kms --azure-keyvault-kms-key-id <key-id>',
      },
      {
        place: "shell",
        text: "Write all Secrets once more, so that old ones are encrypted too.",
        code: "kubectl get secrets --all-namespaces -o json | kubectl replace -f -",
      },
      {
        place: "Kubernetes",
        text: "For disks on GKE, name the key in a StorageClass and use it for new volumes.",
        code: "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  name: encrypted\nprovisioner: pd.csi.storage.gke.io\nvolumeBindingMode: WaitForFirstConsumer\nparameters:\n  type: pd-balanced\n  disk-encryption-kms-key: projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
      },
    ],
    verify: [
      {
        text: "Shows your key.",
        code: "aws eks describe-cluster --name <cluster> --query cluster.encryptionConfig\ngcloud container clusters describe <cluster> --location=<location> --format='value(databaseEncryption)'",
      },
    ],
    sideEffects:
      "A key that is deleted or closed to the cluster takes the Secrets with it, and the control plane may stop. Protect it from deletion. Boot disks take the key only when a node pool is made anew.",
    effort: "hours",
    nist: ["4.1.4"],
    attack: ["T1552"],
  },
  "managed-nodes": {
    meaning:
      "Asks how nodes are built and kept: a hardened image, secure boot and integrity checks, repair and upgrade by themselves, a release channel, and a sandbox for untrusted code. A person has to look at the provider's settings.",
    why: "Nodes that nobody upgrades stay open to published flaws, and a changed boot chain outlives every clean-up. Alpha clusters are deleted after thirty days. Untrusted code that shares the node's kernel is one kernel flaw away from the node.",
    fix: [
      {
        place: "shell",
        text: "On GKE, set the channel, shielded nodes, repair and upgrade.",
        code: "gcloud container clusters update <cluster> --location=<location> --release-channel=regular\ngcloud container clusters update <cluster> --location=<location> --enable-shielded-nodes\ngcloud container node-pools update <pool> --cluster=<cluster> --location=<location> --enable-autorepair --enable-autoupgrade",
      },
      {
        place: "shell",
        text: "Secure boot, integrity monitoring and the sandbox are chosen when a node pool is made. Make a new one, move the workloads and delete the old.",
        code: "gcloud container node-pools create <new-pool> --cluster=<cluster> --location=<location> --image-type=cos_containerd --shielded-secure-boot --shielded-integrity-monitoring\nkubectl cordon -l cloud.google.com/gke-nodepool=<old-pool>\nkubectl drain -l cloud.google.com/gke-nodepool=<old-pool> --ignore-daemonsets --delete-emptydir-data",
      },
    ],
    verify: [
      {
        text: "Shows the settings of each pool.",
        code: "gcloud container node-pools list --cluster=<cluster> --location=<location> --format='table(name,config.imageType,management.autoRepair,management.autoUpgrade,config.shieldedInstanceConfig.enableSecureBoot)'",
      },
    ],
    sideEffects:
      "Upgrades and new pools restart workloads: set PodDisruptionBudgets and a maintenance window. Secure boot refuses unsigned kernel modules, and a sandbox costs speed and some system calls.",
    effort: "days",
    nist: ["4.5.1", "4.5.2", "4.5.3"],
    attack: ["T1190", "T1611"],
  },
  "managed-network": {
    meaning:
      "Asks who can reach the control plane and the nodes, whether pods are kept apart, and whether public traffic is encrypted. A pass means that the API is open to known networks at most, that nodes have no public address, and that network policies are enforced.",
    why: "An API server that the whole internet reaches can be tried with every stolen credential and every new flaw. Nodes with public addresses offer kubelet and SSH for attack. Inside, a network without policies carries an intruder to every pod.",
    fix: [
      {
        place: "shell",
        text: "Limit or close the public endpoint. Make sure that you reach the private one first, by VPN or a bastion.",
        code: "aws eks update-cluster-config --name <cluster> --resources-vpc-config endpointPrivateAccess=true,endpointPublicAccess=true,publicAccessCidrs=<your-network>/24\ngcloud container clusters update <cluster> --location=<location> --enable-master-authorized-networks --master-authorized-networks=<your-network>/24\naz aks update --name <cluster> --resource-group <group> --api-server-authorized-ip-ranges <your-network>/24",
      },
      {
        place: "shell",
        text: "Turn the policy engine on.",
        code: 'aws eks update-addon --cluster-name <cluster> --addon-name vpc-cni --configuration-values \'{"enableNetworkPolicy":"true"}\'\ngcloud container clusters update <cluster> --location=<location> --update-addons=NetworkPolicy=ENABLED\naz aks update --name <cluster> --resource-group <group> --network-policy cilium --network-dataplane cilium',
      },
      {
        place: "Kubernetes",
        text: "Put TLS on what is public.",
        code: "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: <app>\n  namespace: <namespace>\nspec:\n  tls:\n    - hosts: [<host>]\n      secretName: <certificate-secret>\n  rules:\n    - host: <host>\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: <app>\n                port:\n                  number: 80",
      },
    ],
    verify: [
      {
        text: "From a network that is not listed, ends with a time-out.",
        code: "curl -sk --max-time 10 https://<api-endpoint>/version",
      },
      { text: "Shows no external address for any node.", code: "kubectl get nodes -o wide" },
    ],
    sideEffects:
      "Pipelines and people outside the listed networks lose access. Private nodes need a NAT gateway or private endpoints to pull images; most providers make nodes private only in new pools or clusters.",
    effort: "days",
    nist: ["4.3.2", "4.3.3", "4.4.2"],
    attack: ["T1133", "T1190"],
  },
  "managed-logging": {
    meaning:
      "Asks whether the provider records what happens in the cluster: audit log of the control plane, logs of workloads and nodes, flows on the network, and the scanning for misconfigurations. A pass means that the log is on and goes to a place where it is kept.",
    why: "On a managed control plane you cannot look at the disk. What the provider was not asked to keep does not exist when an incident has to be understood. A log that lies in the same account and that nobody reads helps as little.",
    fix: [
      {
        place: "shell",
        text: "Turn the logs on.",
        code: 'aws eks update-cluster-config --name <cluster> --logging \'{"clusterLogging":[{"types":["api","audit","authenticator","controllerManager","scheduler"],"enabled":true}]}\'\ngcloud container clusters update <cluster> --location=<location> --logging=SYSTEM,WORKLOAD,API_SERVER --monitoring=SYSTEM\naz monitor diagnostic-settings create --name audit --resource <cluster-resource-id> --workspace <workspace-id> --logs \'[{"category":"kube-audit-admin","enabled":true},{"category":"guard","enabled":true}]\'',
      },
      {
        place: "shell",
        text: "Set how long they are kept, for instance in CloudWatch.",
        code: "aws logs put-retention-policy --log-group-name /aws/eks/<cluster>/cluster --retention-in-days 365",
      },
      {
        place: "shell",
        text: "On Google, record flows and what passes between pods of one node.",
        code: "gcloud compute networks subnets update <subnet> --region=<region> --enable-flow-logs\ngcloud container clusters update <cluster> --location=<location> --enable-intra-node-visibility",
      },
    ],
    verify: [
      {
        text: "Shows which logs are on.",
        code: "aws eks describe-cluster --name <cluster> --query cluster.logging\ngcloud container clusters describe <cluster> --location=<location> --format='value(loggingConfig)'",
      },
    ],
    sideEffects:
      "Logs cost money by their volume, flow logs most of all: begin with samples and a short retention, and keep the audit log long.",
    effort: "hours",
    nist: ["4.3.1"],
    attack: ["T1562.001"],
  },
} as const satisfies Record<string, Guidance>;
