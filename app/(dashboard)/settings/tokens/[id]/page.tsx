import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import { pageViewer } from "@/lib/auth/viewer";
import { getToken } from "@/lib/data/tokens";
import { SettingsHead } from "../../settings-head";
import { RevokeTokenForm } from "./revoke-token-form";

export const metadata: Metadata = { title: "Token" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function TokenPage({ params }: Props) {
  const viewer = await pageViewer("token:own");
  const { id } = await params;
  const token = /^[1-9]\d{0,8}$/.test(id) ? await getToken(viewer, Number(id)) : null;
  if (token === null) notFound();
  const now = new Date();
  return (
    <>
      <SettingsHead viewer={viewer} below={{ title: token.name, tab: "tokens" }} />
      <PageBody>
        <DescriptionList
          items={[
            { term: "Begins with", description: <code>{token.prefix}</code> },
            { term: "Scopes", description: token.scopes.join(", ") },
            { term: "Role", description: token.role },
            { term: "Made by", description: token.owner?.name ?? "command line" },
            { term: "Made", description: <Time at={token.createdAt} now={now} as="day" /> },
            { term: "Expires", description: <Time at={token.expiresAt} now={now} as="day" /> },
            { term: "Last used", description: token.lastUsedAt ? <Time at={token.lastUsedAt} now={now} /> : "never" },
            ...(token.revokedAt ? [{ term: "Revoked", description: <Time key="revoked" at={token.revokedAt} now={now} /> }] : []),
          ]}
        />
        {token.revokedAt === null && (
          <Section title="Revoke">
            <RevokeTokenForm tokenId={token.id} />
          </Section>
        )}
      </PageBody>
    </>
  );
}
