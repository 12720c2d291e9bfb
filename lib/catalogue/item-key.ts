const CONTAINER_ID = /\b[0-9a-f]{64}\b/g;

/** "web.1.k2x9…" of a swarm service and "agent.<node>.<task>" of a global one: 25 characters of base 36 each. */
const SWARM_TASK = /(?:\.[a-z0-9]{25})+(?![a-z0-9])/g;

/** The alphabet Kubernetes draws its suffixes from: no vowels, nothing that looks like another character. */
const SAFE = "[bcdfghjklmnpqrstvwxz2456789]";

/** ReplicaSet hash and pod suffix: "web-7d4b9c6f5d-x2x9z"; jobs have a time in place of the hash. The hash of a word is no hash. */
const REPLICA = new RegExp(`-(?=[^-]*\\d)(?:${SAFE}{8,10}|\\d{8,10})-${SAFE}{5}(?![a-z0-9])`, "g");

const POD_SUFFIX = new RegExp(`-${SAFE}{5}$`);

/** Docker's name for a container of a pod: k8s_<container>_<pod>_<namespace>_<uid>_<attempt>. */
const KUBERNETES = /\bk8s_([^_\s]+)_([^_\s]+)_([^_\s]+)_[0-9a-f-]{32,36}_\d+/g;

const SHORT_ID_LENGTH = 12;

/** "<id>:name" says the same as "name"; an id that is all there is stays, shortened as Docker shortens it. */
const withoutIds = (name: string): string =>
  name.replace(/\b[0-9a-f]{64}:(?=[A-Za-z_])/g, "").replace(CONTAINER_ID, (id) => id.slice(0, SHORT_ID_LENGTH));

/** "[app:1 app:latest]" lists the tags of one image; the tool prints the list once per tag, in no fixed order. */
const withoutTagBrackets = (name: string): string => {
  if (!name.startsWith("[") || !name.endsWith("]")) return name;
  const tags = name
    .slice(1, -1)
    .split(/\s+/)
    .filter((tag) => tag !== "");
  return tags.length === 0 ? name : [...new Set(tags)].sort().join(" ");
};

/**
 * What an item goes by from scan to scan (rules of evidence 11): its name without the parts that change whenever a container
 * is created anew. Two containers of one service share a key; the raw name is kept beside it.
 */
export const itemKey = (name: string): string =>
  withoutIds(withoutTagBrackets(name.replace(/\s+/g, " ").trim()))
    .replace(KUBERNETES, (_, container: string, pod: string, namespace: string) => {
      const replica = pod.replace(REPLICA, "");
      return `k8s_${container}_${replica === pod ? pod.replace(POD_SUFFIX, "") : replica}_${namespace}`;
    })
    .replace(REPLICA, "")
    .replace(SWARM_TASK, "");
