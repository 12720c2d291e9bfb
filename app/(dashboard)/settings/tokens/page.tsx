import { Ban, CircleCheck, Clock } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { listTokens, type TokenRow } from "@/lib/data/tokens";
import { SettingsHead } from "../settings-head";
import { NewTokenForm } from "./new-token-form";

export const metadata: Metadata = { title: "Tokens" };

function Expiry({ token, now }: { readonly token: TokenRow; readonly now: Date }) {
  if (token.revokedAt) {
    return (
      <StatusText tone="grey" icon={Ban}>
        Revoked
      </StatusText>
    );
  }
  const isOver = token.expiresAt <= now;
  return (
    <StatusText tone={isOver ? "grey" : "green"} icon={isOver ? Clock : CircleCheck}>
      {isOver ? "Expired" : <Time at={token.expiresAt} now={now} as="day" />}
    </StatusText>
  );
}

const columns = (now: Date, showOwner: boolean): readonly Column<TokenRow>[] => [
  {
    key: "name",
    header: "Name",
    rowHeader: true,
    cell: (token) => (
      <>
        <AppLink kind="title" href={`/settings/tokens/${token.id}`}>
          {token.name}
        </AppLink>
        <code className="block text-small font-normal text-fg-muted">{token.prefix}…</code>
      </>
    ),
  },
  { key: "scopes", header: "Scopes", width: "11rem", cell: (token) => token.scopes.join(", ") },
  { key: "role", header: "Role", width: "6rem", cell: (token) => token.role },
  ...(showOwner
    ? [
        {
          key: "owner",
          header: "Made by",
          width: "10rem",
          phoneLabel: "by",
          cell: (token: TokenRow) => token.owner?.name ?? "command line",
        },
      ]
    : []),
  {
    key: "used",
    header: "Last used",
    width: "7rem",
    phoneLabel: "used",
    cell: (token) => (token.lastUsedAt ? <Time at={token.lastUsedAt} now={now} /> : "never"),
  },
  { key: "expires", header: "Expires", width: "8rem", phoneLabel: "until", cell: (token) => <Expiry token={token} now={now} /> },
];

export default async function TokensPage() {
  const viewer = await pageViewer("token:own");
  const tokens = await listTokens(viewer);
  const all = may(viewer, "token:manage");
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title={all ? "Tokens" : "Your tokens"}>
          <Table
            caption={all ? "All tokens" : "Your tokens"}
            columns={columns(new Date(), all)}
            rows={tokens}
            rowKey={(token) => String(token.id)}
            empty={
              <EmptyState title="No tokens yet" level={3}>
                A token lets a machine upload scans, say from cron or CI, without a person's password.
              </EmptyState>
            }
          />
        </Section>
        <Section title="New token" id="new">
          <NewTokenForm maxRole={viewer.role} />
        </Section>
      </PageBody>
    </>
  );
}
