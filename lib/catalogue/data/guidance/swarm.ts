import type { Guidance } from "../../guidance";

/** Guidance for the checks on swarm mode (section 7, and 5.1 of the newest edition). */
export const swarmGuidance = {
  "swarm-mode-not-enabled": {
    meaning:
      "Reads the swarm state from `docker info`. A pass means that it is `inactive`: this engine belongs to no cluster. Every other state warns, so on a node of a swarm that is in use the warning is expected and gets recorded as accepted.",
    why: "A swarm that was made for a trial keeps listening: 2377 for joining and control on managers, 7946 for gossip, 4789 for network packets. Whoever has a join token from an old script becomes a node and receives work with its secrets, and port 4789 takes packets for overlay networks from any sender.",
    fix: [
      {
        place: "shell",
        text: "See first what runs in it; nothing of that survives the next step.",
        code: "docker node ls\ndocker service ls\ndocker secret ls\ndocker config ls",
      },
      {
        place: "shell",
        text: "Leave the cluster. A manager needs `--force`, and with the last manager the cluster is gone.",
        code: "docker swarm leave --force",
      },
      {
        place: "shell",
        text: "Where the swarm stays, let only its nodes reach the ports, here with `ufw` and incoming traffic refused by default. Encrypted overlay networks need IP protocol 50 between them too.",
        code: "sudo ufw allow from <node-subnet> to any port 2377 proto tcp\nsudo ufw allow from <node-subnet> to any port 7946\nsudo ufw allow from <node-subnet> to any port 4789 proto udp\nsudo ufw allow from <node-subnet> to any proto esp",
      },
    ],
    verify: [
      {
        text: "Prints `inactive`.",
        code: "docker info --format '{{.Swarm.LocalNodeState}}'",
      },
      {
        text: "Prints no listener on the swarm's ports.",
        code: "sudo ss -Hlntu | grep -E ':(2377|7946|4789) '",
      },
    ],
    sideEffects:
      "Leaving stops every service task on this node. With the last manager all services, secrets, configs and overlay networks are deleted, so export what you need before.",
    effort: "minutes",
    nist: ["4.5.1"],
    attack: [],
  },
  "swarm-manager-count": {
    meaning:
      "Counts the lines with `Leader` in `docker node ls` and passes when there is exactly one, in recent editions. A working cluster has one leader whatever its size, so a pass says nothing about the number of managers. A warning mostly means that the tool ran on a worker or that the managers have lost their majority. Judge the number yourself.",
    why: "Each manager holds the cluster's whole state, all secrets and the key that signs nodes, so one weak manager more is one more way to everything. Too few are no better: with one the cluster takes no orders once it fails, with two already when either fails. An even number bears no more failures than the odd one below it.",
    fix: [
      {
        place: "shell",
        text: "List the managers.",
        code: "docker node ls --filter role=manager",
      },
      {
        place: "shell",
        text: "Keep three, which bear one failure, or five, which bear two. Demote one at a time and look between.",
        code: "docker node demote <node>\ndocker node ls --filter role=manager",
      },
      {
        place: "shell",
        text: "With one or two managers, promote well-kept nodes in different places until there are three, and keep workloads off managers.",
        code: "docker node promote <node>\ndocker node update --availability drain <node>",
      },
    ],
    verify: [
      {
        text: "Run on a manager, prints 3 or 5, and every manager is `Leader` or `Reachable`.",
        code: "docker info --format '{{.Swarm.Managers}}'\ndocker node ls --filter role=manager --format '{{.Hostname}} {{.ManagerStatus}}'",
      },
    ],
    sideEffects:
      "Going from two managers to one or from one to two leaves a cluster without reserve for that time; take a copy of `/var/lib/docker/swarm` before, with the daemon stopped on that manager. `drain` moves running tasks to other nodes.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "swarm-bind-interface": {
    meaning:
      "Looks at the listening TCP sockets of the host for port 2377. A pass means that it is not bound to a wildcard address, or that the host is in no swarm. A worker passes, because only managers listen there; ports 7946 and 4789 are not looked at.",
    why: "`docker swarm init` listens on `0.0.0.0` unless told otherwise, so a manager with a public interface offers its control port to the internet. Join tokens are found in scripts and chat logs, and who has one joins from there: with that of a manager the whole cluster is theirs. Flaws in the control protocol are open to the same public.",
    fix: [
      {
        place: "shell",
        text: "Give the address of the internal interface when the cluster is made.",
        code: "docker swarm init --listen-addr <internal-ip>:2377 --advertise-addr <internal-ip>",
      },
      {
        place: "shell",
        text: "The address of an existing manager cannot be changed. Take it out and in again, one manager at a time and with a majority left. On another manager:",
        code: "docker node demote <node>\ndocker swarm join-token manager",
      },
      {
        place: "shell",
        text: "On the node itself, with the token from above:",
        code: "docker swarm leave\ndocker swarm join --listen-addr <internal-ip>:2377 --advertise-addr <internal-ip> --token <manager-token> <other-manager-ip>:2377",
      },
      {
        place: "shell",
        text: "Remove the old entry of the node on a manager, and change the tokens if they may have leaked.",
        code: "docker node rm <old-node-id>\ndocker swarm join-token --rotate worker\ndocker swarm join-token --rotate manager",
      },
    ],
    verify: [
      {
        text: "Shows the internal address before `:2377`, and neither `0.0.0.0`, `*` nor `[::]`.",
        code: "sudo ss -lnt 'sport = :2377'",
      },
      {
        text: "Run from a machine on the outside, is refused or times out.",
        code: "nc -vz -w 3 <public-ip> 2377",
      },
    ],
    sideEffects:
      "Leaving stops the tasks on that node, and labels and availability of the node have to be set again. While one of two managers is out the other has no reserve, and a single manager needs a second one for the time. A firewall rule on 2377 is the fast first step.",
    effort: "hours",
    nist: [],
    attack: ["T1133"],
  },
  "swarm-overlay-encrypted": {
    meaning:
      "Goes through the overlay networks that this host knows and looks for the option `encrypted`. A pass means that each has it, or that there are none. The network `ingress`, which Docker makes by itself for published ports, is included and is not encrypted by default.",
    why: "Packets between containers on different nodes cross the physical network as plain VXLAN. Any switch, neighbour or cloud operator on the way reads them, database passwords included. VXLAN does not authenticate either: whoever can send UDP packets to a node inserts frames into a network that looks private.",
    fix: [
      {
        place: "shell",
        text: "Encryption is chosen when a network is made. Make a new one and move the services over.",
        code: "docker network create --driver overlay --opt encrypted <new-network>\ndocker service update --network-add <new-network> --network-rm <old-network> <service>\ndocker network rm <old-network>",
      },
      {
        place: "Compose",
        text: "In the file of a stack. Remove the stack and deploy it again, since a network in use is not changed.",
        code: 'networks:\n  backend:\n    driver: overlay\n    driver_opts:\n      encrypted: "true"',
      },
      {
        place: "shell",
        text: "Make `ingress` anew in a maintenance window. Services that publish ports through it are removed before and deployed afterwards.",
        code: "docker network rm ingress\ndocker network create --driver overlay --ingress --opt encrypted ingress",
      },
      {
        place: "shell",
        text: "Let the nodes exchange IP protocol 50 (ESP), here with `ufw`.",
        code: "sudo ufw allow from <node-subnet> to any proto esp",
      },
    ],
    verify: [
      {
        text: "Each line shows `encrypted`.",
        code: "docker network ls --filter driver=overlay --quiet | xargs -r docker network inspect --format '{{.Name}} {{json .Options}}'",
      },
      {
        text: "While services on two nodes talk over these networks, shows sent packets as ESP; readable VXLAN on UDP 4789 means that some network still goes in clear.",
        code: "sudo timeout 30 tcpdump -Q out -ni <interface> 'esp or udp port 4789'",
      },
    ],
    sideEffects:
      "Encryption costs throughput and CPU; measure with your traffic. Where a firewall drops ESP the containers lose each other across nodes without an error message. Updating a service restarts its tasks, and Windows nodes do not support encryption.",
    effort: "days",
    nist: ["4.3.5"],
    attack: [],
  },
  "swarm-secrets": {
    meaning:
      "Asks whether at least one secret exists in the swarm. A pass means one or more, or no swarm; otherwise the tool prints INFO. Whether services really take their passwords from there is not looked at.",
    why: "A password in a service's environment or in a plain config stands in `docker service inspect`, in the stack file and its repository, in crash reports and in every child process. Whoever may read one of these has it. A secret is kept encrypted by the managers and is handed to the tasks that were granted it, in memory.",
    fix: [
      {
        place: "shell",
        text: "Find credentials that are passed as environment.",
        code: "docker service ls --quiet | xargs -r docker service inspect --format '{{.Spec.Name}} {{json .Spec.TaskTemplate.ContainerSpec.Env}}'",
      },
      {
        place: "shell",
        text: "Store a new value, from standard input so that it is not in the shell history. What stood in an environment is known and gets replaced.",
        code: "openssl rand -base64 32 | docker secret create <secret> -",
      },
      {
        place: "shell",
        text: "Grant it to the service and take the variable out. Many images read `<VARIABLE>_FILE`; others need a line in their start script.",
        code: "docker service update --secret-add <secret> --env-rm <VARIABLE> --env-add <VARIABLE>_FILE=/run/secrets/<secret> <service>",
      },
      {
        place: "Compose",
        text: "The same in the file of a stack.",
        code: "services:\n  db:\n    image: postgres:<version>\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\n    secrets: [db_password]\nsecrets:\n  db_password:\n    external: true",
      },
    ],
    verify: [
      {
        text: "Lists the secrets of each service.",
        code: "docker service ls --quiet | xargs -r docker service inspect --format '{{.Spec.Name}}{{range .Spec.TaskTemplate.ContainerSpec.Secrets}} {{.SecretName}}{{end}}'",
      },
      {
        text: "Shows no password any more.",
        code: "docker service inspect --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}}' <service>",
      },
    ],
    sideEffects:
      "The update restarts the tasks of the service. A secret cannot be changed in place: a new value is a new secret, and the service is switched over. Programs that read environment variables only need a change.",
    effort: "days",
    nist: ["4.1.4"],
    attack: ["T1552"],
  },
  "swarm-autolock": {
    meaning:
      "Asks the manager for its unlock key. A pass means that there is one, so a restarted manager stays locked until somebody enters it, or that the host is in no swarm. On a worker the question fails and the check warns.",
    why: "Managers keep the cluster's state encrypted on disk, and without the lock the key lies beside it. A stolen disk, a backup or a copied virtual machine of one manager then gives up every secret of the swarm. The manager's own TLS key is in there as well, with which a copy takes its place in the cluster.",
    fix: [
      {
        place: "shell",
        text: "Turn the lock on, on any manager. The command prints the unlock key: put it into a vault that is not on the managers.",
        code: "docker swarm update --autolock=true",
      },
      {
        place: "shell",
        text: "After each restart of a manager's daemon, enter the key there.",
        code: "docker swarm unlock",
      },
    ],
    verify: [
      {
        text: "Prints `true` on a manager.",
        code: "docker info --format '{{.Swarm.Cluster.Spec.EncryptionConfig.AutoLockManagers}}'",
      },
      {
        text: "Prints `locked` on a manager whose daemon has just been restarted.",
        code: "docker info --format '{{.Swarm.LocalNodeState}}'",
      },
    ],
    sideEffects:
      "No manager comes back by itself after a reboot, so unattended updates must reboot one at a time and somebody unlocks it. If all managers are locked and the key is lost, the cluster has to be built anew. Practise it on one manager first.",
    effort: "hours",
    nist: [],
    attack: ["T1552"],
  },
  "swarm-autolock-rotate": {
    meaning:
      "The tool tests nothing here: on a node of a swarm it prints NOTE, elsewhere PASS. No command tells when the unlock key was last changed, so keep a record of it.",
    why: "The unlock key opens the disks and backups of all managers. An administrator who once copied it, a chat where it was pasted or an old note keep it for years, and it goes on opening each backup made under it. Rotation ends that for everything that is written from then on.",
    fix: [
      {
        place: "shell",
        text: "Make a new key, on any manager, and store what it prints in the vault at once. Keep the old key for some minutes: a manager that was away during the change still asks for it.",
        code: "docker swarm unlock-key --rotate",
      },
      {
        place: "shell",
        text: "Show the key that holds now, to compare it with the vault.",
        code: "docker swarm unlock-key --quiet",
      },
      {
        place: "configuration",
        text: "Put the rotation into the calendar, and into the list of what is done when somebody with access to the key leaves. Destroy old backups of managers, which the old key still opens.",
      },
    ],
    verify: [
      {
        text: "The entry in the vault equals what this prints, and its date is within your interval.",
        code: "docker swarm unlock-key --quiet",
      },
    ],
    sideEffects:
      "None for running services. A manager that is down during the rotation may need the old key at its next start, so rotate when all managers are reachable.",
    effort: "minutes",
    nist: [],
    attack: ["T1552"],
  },
  "swarm-node-certs": {
    meaning:
      "Reads the lifetime of node certificates from `docker info` and passes only when it is exactly two days, or when there is no swarm. Every other value prints INFO, a shorter one too. The default is 90 days.",
    why: "A node proves who it is by its certificate alone. One that was copied from a disk, a backup or a machine that was sold speaks for that node until it expires, and as a manager's it commands the cluster. With two days instead of 90 the copy is soon worthless, and nodes renew theirs without help.",
    fix: [
      {
        place: "shell",
        text: "Shorten the lifetime, on any manager. Nodes take it over at their next renewal.",
        code: "docker swarm update --cert-expiry 48h",
      },
      {
        place: "shell",
        text: "To have every node renew now, rotate the root as well. It also changes the join tokens.",
        code: "docker swarm ca --rotate",
      },
      {
        place: "shell",
        text: "Take nodes that are gone for good out of the cluster.",
        code: "docker node demote <node>\ndocker node rm <node>",
      },
    ],
    verify: [
      {
        text: "Prints `48h0m0s` on a manager.",
        code: "docker info --format '{{.Swarm.Cluster.Spec.CAConfig.NodeCertExpiry}}'",
      },
      {
        text: "Shows on each node an end date within two days.",
        code: "sudo openssl x509 -noout -enddate -in /var/lib/docker/swarm/certificates/swarm-node.crt",
      },
    ],
    sideEffects:
      "A node that is switched off for longer than the lifetime cannot come back by itself: it has to leave and join again. For machines that rest over weekends choose a longer time and record the finding as accepted.",
    effort: "minutes",
    nist: ["4.3.5"],
    attack: [],
  },
  "swarm-ca-certs": {
    meaning:
      "The tool tests nothing here: on a node of a swarm it prints INFO, elsewhere PASS. It reminds you to see when the root certificate of the swarm was last replaced. Docker never replaces it by itself, and it is valid for 20 years.",
    why: "Each manager holds the root's key. Whoever copied it, from a lost manager or a backup, signs certificates for nodes that do not exist and writes the role of a manager into them. The swarm believes those until the root is replaced, however often node certificates are renewed.",
    fix: [
      {
        place: "shell",
        text: "Replace the root, on a manager, with all nodes reachable. Each node gets a new certificate; the command waits for the last one.",
        code: "docker swarm ca --rotate",
      },
      {
        place: "shell",
        text: "The old join tokens no longer work. Put the new ones where new nodes get theirs.",
        code: "docker swarm join-token worker\ndocker swarm join-token manager",
      },
      {
        place: "configuration",
        text: "Put the rotation into the calendar and into the plan for a lost, stolen or sold manager.",
      },
    ],
    verify: [
      {
        text: "Shows the day of the last rotation as start date.",
        code: "docker swarm ca | openssl x509 -noout -startdate -fingerprint -sha256",
      },
      {
        text: "Every node is `Ready`, none `Needs Rotation` or `Unknown`.",
        code: "docker node ls --format '{{.Hostname}} {{.TLSStatus}}'",
      },
    ],
    sideEffects:
      "Running services are not touched. A node that is down holds the rotation up until it returns or is removed with `docker node rm`. Scripts with an old join token fail.",
    effort: "hours",
    nist: ["4.3.5"],
    attack: [],
  },
  "swarm-mgmt-plane": {
    meaning:
      "The tool tests nothing here: on a node of a swarm it prints INFO, elsewhere PASS. It reminds you to see whether the traffic of applications takes another interface than the orders of the managers. By default both use the address that the node advertises.",
    why: "On a common link a burst of application traffic, or an attack on one service, delays the managers' heartbeats. They hold elections, mark healthy nodes as down and move tasks while the load is at its worst. From that network an intruder also reaches the control ports and uses a stolen token or certificate there.",
    fix: [
      {
        place: "shell",
        text: "Name both addresses when a cluster is made: the first for control, the second for the packets of overlay networks.",
        code: "docker swarm init --listen-addr <control-ip>:2377 --advertise-addr <control-ip> --data-path-addr <data-ip>",
      },
      {
        place: "shell",
        text: "An existing node has to leave and join again. Managers are demoted before and promoted afterwards, one at a time.",
        code: "docker swarm leave\ndocker swarm join --advertise-addr <control-ip> --data-path-addr <data-ip> --token <token> <manager-control-ip>:2377",
      },
      {
        place: "shell",
        text: "Close the control ports on the data interface, here with `ufw`.",
        code: "sudo ufw deny in on <data-interface> to any port 2377 proto tcp\nsudo ufw deny in on <data-interface> to any port 7946",
      },
    ],
    verify: [
      {
        text: "Prints the control address on each node.",
        code: "docker info --format '{{.Swarm.NodeAddr}}'",
      },
      {
        text: "While services on two nodes talk, shows packets on the data interface and none on the control interface.",
        code: "sudo timeout 30 tcpdump -ni <data-interface> 'udp port 4789 or esp'\nsudo timeout 30 tcpdump -ni <control-interface> 'udp port 4789 or esp'",
      },
    ],
    sideEffects:
      "Each node needs two interfaces or VLANs, and all data addresses must reach each other on UDP 4789. Taking a node out and in stops its tasks for that time, and its labels have to be set again.",
    effort: "days",
    nist: [],
    attack: [],
  },
} satisfies Readonly<Record<string, Guidance>>;
