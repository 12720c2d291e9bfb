import type { Guidance } from "../../guidance";
import { inspectAll } from "./inspect-all";

/** Guidance for the checks on how running containers reach the network and are reached by it (section 5). */
export const runtimeNetworkGuidance = {
  "privileged-ports": {
    meaning:
      "Lists the ports of the host that containers are published on and looks for numbers below 1024. A pass means that no container stands on one of them. The port inside the container does not matter, except in the oldest editions, which looked at that one.",
    why: "Users and machines take what answers on 22, 53 or 443 of a host for a service of that host. A container that is taken over there speaks with the host's name: it collects passwords, answers name queries or hands out pages as it likes. It also occupies a port that a system service needs after the next boot.",
    fix: [
      {
        place: "docker run",
        text: "Publish on a port from 1024 on and keep the one inside. The container is made anew for it.",
        code: "docker run -d --name <name> -p 8443:443 <image>",
      },
      {
        place: "Compose",
        text: "Change the left number of `ports` only.",
        code: 'services:\n  web:\n    ports:\n      - "8443:443"',
      },
      {
        place: "Kubernetes",
        text: "Take `hostPort` out of the pod and put a Service before it.",
        code: "apiVersion: v1\nkind: Service\nmetadata:\n  name: <name>\nspec:\n  selector:\n    app: <app>\n  ports:\n    - port: 443\n      targetPort: 8443",
      },
      {
        place: "configuration",
        text: "Let one reverse proxy or load balancer own 80 and 443 and forward from there. If that proxy is a container on this host, its finding stays: record it as an accepted exception with a reason.",
      },
    ],
    verify: [
      {
        text: "Shows the published ports, host side before the arrow; no number below 1024 stands there.",
        code: "docker ps --format '{{.Names}} {{.Ports}}'",
      },
    ],
    sideEffects:
      "Clients, firewall rules, health probes and certificates issued over port 80 still point to the old port. Search for it in the DNS, load balancer and monitoring setup before the change.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "needed-ports": {
    meaning:
      "Since v1.3.6 it lists every port that a container publishes on the host and warns as soon as there is one; earlier editions print a reminder only. A pass means that nothing is published at all. A warning is therefore a list to go through: each port on it has a client that needs it, or it goes.",
    why: "Images expose admin pages, metrics and debug ports beside the real service, and `-P` publishes all of them on random high ports. A port scan finds them within minutes, and a database or a debugger without a password answers whoever connects.",
    fix: [
      {
        place: "shell",
        text: "List what is published, and for each line name the client that needs it.",
        code: "docker ps --format '{{.Names}} {{.Ports}}'",
      },
      {
        place: "docker run",
        text: "Publish single ports with `-p`, never all with `-P`. Containers reach each other over a common network without any published port.",
        code: "docker network create app\ndocker run -d --name db --network app <database-image>\ndocker run -d --name web --network app -p 127.0.0.1:8080:8080 <web-image>",
      },
      {
        place: "Compose",
        text: "Keep `ports` for the entry point; services of one project talk to each other by name without it.",
        code: 'services:\n  web:\n    image: <web-image>\n    ports:\n      - "127.0.0.1:8080:8080"\n  db:\n    image: <database-image>',
      },
      {
        place: "Kubernetes",
        text: "Admit traffic to the needed port and refuse the rest. The policy works only where the network plugin enforces it.",
        code: "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: <app>-ingress\nspec:\n  podSelector:\n    matchLabels:\n      app: <app>\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: <client-app>\n      ports:\n        - protocol: TCP\n          port: 8080",
      },
    ],
    verify: [
      {
        text: "Shows only the ports on your list, with the address each is bound to.",
        code: inspectAll("{{.Name}} {{json .NetworkSettings.Ports}}"),
      },
      {
        text: "Run from another machine, shows as open only what is meant to be open.",
        code: "nmap -Pn -p- <host>",
      },
    ],
    sideEffects:
      "A client nobody knew of loses its connection, often a backup job or a dashboard. Watch who uses a port before it goes, for example with `sudo conntrack -L -p tcp --dport <port>` on the host, and take ports away one at a time.",
    effort: "hours",
    nist: ["4.3.3", "4.4.2"],
    attack: ["T1133", "T1190"],
  },
  "host-network": {
    meaning:
      "Looks at `.HostConfig.NetworkMode` of each container. A pass means that none is set to `host`, so each has interfaces, routes and ports of its own. Which networks they join instead is not judged here.",
    why: "A container on the host's network is on the host, as far as packets go. It reaches everything that listens on loopback because it trusts local callers: agents, admin interfaces, an unprotected Docker API. With the default capability `NET_RAW` it captures traffic on every interface, and any port it opens is open on the host, without a published port to show it.",
    fix: [
      {
        place: "docker run",
        text: "Give the container a network of its own and publish the ports it serves. The container is made anew for it.",
        code: "docker network create app\ndocker run -d --name <name> --network app -p <address>:8080:8080 <image>",
      },
      {
        place: "Compose",
        text: "Remove `network_mode: host` and list the ports.",
        code: 'services:\n  web:\n    ports:\n      - "<address>:8080:8080"',
      },
      {
        place: "Kubernetes",
        text: "Remove `hostNetwork` from the pod; false is the default. Refuse it for a whole namespace with Pod Security admission.",
        code: "kubectl label namespace <namespace> pod-security.kubernetes.io/enforce=baseline",
      },
    ],
    verify: [
      {
        text: "No line ends in `host`.",
        code: inspectAll("{{.Name}} {{.HostConfig.NetworkMode}}"),
      },
      {
        text: "On Kubernetes, lists the pods that still use the host's network.",
        code: "kubectl get pods -A -o jsonpath='{range .items[?(@.spec.hostNetwork==true)]}{.metadata.namespace}/{.metadata.name}{\"\\n\"}{end}'",
      },
    ],
    sideEffects:
      "The service no longer sees `localhost` of the host and needs real names or `--add-host host.docker.internal:host-gateway`. Address translation costs some throughput, large port ranges as for voice calls are slow to publish, and multicast or DHCP do not cross a bridge. Network plugins and some monitoring agents truly need the host's network.",
    effort: "hours",
    nist: ["4.4.2", "4.4.3"],
    attack: [],
  },
  "bind-host-interface": {
    meaning:
      "Looks at the addresses that published ports are bound to. A pass means that none is `0.0.0.0`, which stands for every IPv4 address of the host. The IPv6 wildcard `[::]` is not looked at.",
    why: "`-p 8080:80` without an address opens the port on every interface, the public one included. Docker forwards the packets before the host's input rules see them, so `ufw` or a rule in the INPUT chain does not help. An internal database that was published for a colleague is then found by scanners on the internet.",
    fix: [
      {
        place: "docker run",
        text: "Write the address before the port: loopback behind a local proxy, or that of the internal interface. The container is made anew for it.",
        code: "docker run -d --name <name> -p 127.0.0.1:8080:80 <image>",
      },
      {
        place: "Compose",
        text: "The same in `ports`, in quotes.",
        code: 'services:\n  web:\n    ports:\n      - "127.0.0.1:8080:80"',
      },
      {
        place: "daemon.json",
        text: "Change what a missing address means: `ip` for the default bridge, `default-network-opts` (Docker 24 and newer) for bridge networks that are made afterwards. Keep what is in the file already and restart the daemon.",
        code: '{\n  "ip": "127.0.0.1",\n  "default-network-opts": {\n    "bridge": {\n      "com.docker.network.bridge.host_binding_ipv4": "127.0.0.1"\n    }\n  }\n}',
      },
    ],
    verify: [
      {
        text: "No line shows `0.0.0.0` or `[::]`.",
        code: "docker ps --format '{{.Names}} {{.Ports}}'",
      },
      {
        text: "Run from a machine on the outside, is refused or times out.",
        code: "curl -m 5 http://<public-address>:8080/",
      },
    ],
    sideEffects:
      "Clients that used another address of the host lose the service. A port bound to an address that is not up yet at boot keeps the container from starting. A public reverse proxy that is meant to listen everywhere stays an accepted exception.",
    effort: "hours",
    nist: ["4.4.2"],
    attack: ["T1133", "T1190"],
  },
  "docker0-bridge": {
    meaning:
      "Lists the containers that are attached to the network behind the bridge `docker0`, which Docker uses when no other is named. A pass means that there are none. Otherwise the tool prints INFO and the names, and does not count it in its score.",
    why: "Containers that have nothing to do with each other share one segment there. Whoever takes over one reaches the unpublished ports of all others and can answer ARP requests in their name to receive their connections. The default bridge has no name lookup either, so addresses end up in configuration and point to a stranger after a restart.",
    fix: [
      {
        place: "docker run",
        text: "Make one network for each application and start its containers there.",
        code: "docker network create <app>\ndocker run -d --name <name> --network <app> <image>",
      },
      {
        place: "shell",
        text: "Move a running container without making it anew. It lasts until the container is removed, so change its start command too.",
        code: "docker network connect <app> <name>\ndocker network disconnect bridge <name>",
      },
      {
        place: "Compose",
        text: "Remove `network_mode: bridge`; without it a project gets a network of its own.",
        code: "services:\n  web:\n    image: <image>\n    networks: [app]\nnetworks:\n  app:",
      },
      {
        place: "daemon.json",
        text: "Once nothing uses it, take the bridge away. Keep what is in the file already and restart the daemon.",
        code: '{\n  "bridge": "none"\n}',
      },
    ],
    verify: [
      {
        text: "Prints nothing. With `bridge` set to `none` the network is gone and the command fails.",
        code: "docker network inspect bridge --format '{{range .Containers}}{{println .Name}}{{end}}'",
      },
    ],
    sideEffects:
      "Connections by `--link` or by an address of the default bridge break; names take their place on a network of its own. With `bridge` set to `none`, containers and image builds that name no network start without one, so try it with your build jobs first.",
    effort: "hours",
    nist: ["4.3.3", "4.4.2"],
    attack: [],
  },
} satisfies Readonly<Record<string, Guidance>>;
