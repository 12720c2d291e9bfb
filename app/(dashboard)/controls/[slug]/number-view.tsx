import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { AppLink } from "@/components/ui/app-link";
import type { findByNumber } from "@/lib/catalogue/controls";

interface Props {
  readonly number: string;
  readonly candidates: ReturnType<typeof findByNumber>;
}

const FAMILY_WORDS = { docker: "Docker", kubernetes: "Kubernetes" } as const;

/** A number that stood for several controls over the years. */
export function NumberView({ number, candidates }: Props) {
  return (
    <>
      <PageHead
        title={`Check ${number} meant ${candidates.length} controls`}
        crumb={number}
        crumbs={[{ label: "Controls", href: "/controls" }]}
        meta="Which one depends on the tool and the edition that printed it, the newest first"
      />
      <PageBody>
        <ul>
          {candidates.map(({ control, editions }) => (
            <li key={control.slug} className="border-b border-border py-2">
              <AppLink kind="title" href={`/controls/${control.slug}`}>
                {control.title}
              </AppLink>
              <p className="text-meta text-fg-muted">
                {FAMILY_WORDS[control.family]}: {number} in {editions.join(", ")}
              </p>
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  );
}
