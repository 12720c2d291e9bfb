import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import type { StoredModel } from "@/lib/data/threat-models";

const FAMILY = { docker: "docker-bench-security", kubernetes: "kube-bench" } as const;

const originOf = ({ shipped, edited }: StoredModel): string => {
  if (!shipped) return "Made or imported here";
  return edited ? "Shipped with Bulkhead, edited here" : "Shipped with Bulkhead, unchanged";
};

/** What the model is about, who answers for it, and whose scans decide it. */
export function ModelAbout({ stored, now }: { readonly stored: StoredModel; readonly now: Date }) {
  const { slug, description, owner, reviewer, contributors, evidence } = stored.model;
  const nobody = <span className="text-fg-subtle">Nobody yet</span>;
  return (
    <Section title="About this model">
      {description !== "" && <p className="mb-3 max-w-prose whitespace-pre-line text-fg-muted">{description}</p>}
      <DescriptionList
        items={[
          { term: "Owner", description: owner || nobody },
          { term: "Reviewer", description: reviewer || nobody },
          ...(contributors.length > 0 ? [{ term: "Contributors", description: contributors.join(", ") }] : []),
          {
            term: "Evidence",
            description:
              evidence.length > 0
                ? `Hosts with a scan of ${evidence.map((family) => FAMILY[family]).join(" or ")} are under it, unless somebody chose otherwise`
                : "No scan brings a host under it; a person can, in the settings of the host",
          },
          { term: "Origin", description: originOf(stored) },
          {
            term: "Last change",
            description: (
              <>
                <Time at={stored.updatedAt} now={now} /> by {stored.updatedBy},{" "}
                <AppLink href={`/threats/${slug}/history`}>
                  history of {stored.version === 1 ? "1 version" : `${stored.version} versions`}
                </AppLink>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
