import { ATTACK_TECHNIQUES } from "@/lib/catalogue/data/attack-techniques";
import { NIST_SECTIONS } from "@/lib/catalogue/data/nist-sections";
import type { Guidance } from "@/lib/catalogue/guidance";

/** Where others say the same: sections of NIST SP 800-190, techniques of ATT&CK for Containers. */
export function GuidanceReferences({ nist, attack }: Pick<Guidance, "nist" | "attack">) {
  const rows = [
    ...nist.map((section) => ({ id: section, source: "NIST SP 800-190", title: NIST_SECTIONS[section] })),
    ...attack.map((technique) => ({ id: technique, source: "ATT&CK", title: ATTACK_TECHNIQUES[technique] })),
  ];
  return (
    <ul className="text-meta">
      {rows.map(({ id, source, title }) => (
        <li key={`${source} ${id}`} className="border-b border-border py-2">
          <span className="font-medium">{id}</span> <span className="text-small text-fg-subtle">{source}</span>
          <span className="block text-fg-muted">{title}</span>
        </li>
      ))}
    </ul>
  );
}
