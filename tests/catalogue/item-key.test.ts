import { describe, expect, it } from "vitest";
import { itemKey } from "@/lib/catalogue/item-key";

const ID = "76bace2cfac394bf17049bc21e0316ce7383d327423ae1870817c8b5529678f1";
const OTHER_ID = "1af693a13357e9db8a2343860fe173e96629d160a505f41c47c5af273b9247c6";
const TASK = "k2x9qb4m7z1v5c8n3d6f0g2h4";
const NODE = "abcdefghijklmnopqrstuvwxy";

describe("itemKey", () => {
  it.each([
    ["web-frontend", "web-frontend"],
    [" web-frontend ", "web-frontend"],
    ["web-1:80", "web-1:80"],
    ["web-1:/etc", "web-1:/etc"],
    ["/etc/docker/certs.d/registry.example.test:5000", "/etc/docker/certs.d/registry.example.test:5000"],
    ["deploy,jenkins,intern", "deploy,jenkins,intern"],
    ["ingress (swarm)", "ingress (swarm)"],
    [`web.1.${TASK}`, "web.1"],
    [`web.1.${TASK}:8080`, "web.1:8080"],
    [`agent.${NODE}.${TASK}`, "agent"],
    ["registry.example.test", "registry.example.test"],
    [`${ID}:web-frontend`, "web-frontend"],
    [`${ID}:web.1.${TASK}`, "web.1"],
    [ID, "76bace2cfac3"],
    [`${ID}:80`, "76bace2cfac3:80"],
    [`sha256:${ID}`, "sha256:76bace2cfac3"],
    ["web-7d4b9c6f5d-x2x9z", "web"],
    ["k8s_web_web-7d4b9c6f5d-x2x9z_shop_0d3b1c52-8a1f-4a35-9a51-6a3c5d1b7f10_3", "k8s_web_web_shop"],
    ["k8s_POD_kube-proxy-x7k2d_kube-system_0d3b1c52-8a1f-4a35-9a51-6a3c5d1b7f10_0", "k8s_POD_kube-proxy_kube-system"],
    ["k8s_db_db-0_shop_0d3b1c52-8a1f-4a35-9a51-6a3c5d1b7f10_0", "k8s_db_db-0_shop"],
    ["backup-28391040-x2x9z", "backup"],
    ["my-stack-web-1", "my-stack-web-1"],
    ["ember-queue-05", "ember-queue-05"],
    ["[nginx:1.25]", "nginx:1.25"],
    ["[app:latest app:1.0 app:1.0]", "app:1.0 app:latest"],
    ["[app:1.0 app:latest]", "app:1.0 app:latest"],
    ["[]", "[]"],
    ["constructor", "constructor"],
    ["", ""],
  ])("of %j is %j", (name, key) => {
    expect(itemKey(name)).toBe(key);
  });

  it("is the same after a container was created anew", () => {
    expect(itemKey(`${ID}:web`)).toBe(itemKey(`${OTHER_ID}:web`));
    expect(itemKey("web-7d4b9c6f5d-x2x9z")).toBe(itemKey("web-5c6d7f8b9d-b4c5d"));
  });

  it("keeps containers apart that are known by their id only", () => {
    expect(itemKey(ID)).not.toBe(itemKey(OTHER_ID));
  });

  it("changes nothing the second time", () => {
    for (const name of [`web.1.${TASK}:80`, `${ID}:web`, "web-7d4b9c6f5d-x2x9z", "[b:1 a:1]"]) {
      expect(itemKey(itemKey(name))).toBe(itemKey(name));
    }
  });
});
