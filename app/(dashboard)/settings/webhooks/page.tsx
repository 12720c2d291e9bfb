import { Ban, CircleCheck, Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { StatusText } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { type DeliveryRow, listDeliveries } from "@/lib/data/webhook-deliveries";
import { listWebhooks, type WebhookRow } from "@/lib/data/webhooks";
import { NOTICE_KIND_FACTS, WEBHOOK_KINDS } from "@/lib/notices/notice-kinds";
import { SettingsHead } from "../settings-head";
import { NewWebhookForm, WebhookActs } from "./webhook-forms";

export const metadata: Metadata = { title: "Webhooks" };

const SHOWN_DELIVERIES = 10;

export default async function WebhooksPage() {
  const viewer = await pageViewer("settings:manage");
  const webhooks = await listWebhooks(viewer);
  const now = new Date();
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <p className="mb-3 max-w-prose text-fg-muted">
          Other programs are told what happens, signed, and again for hours when they do not answer. A webhook is switched off after ten
          events in a row could not be delivered.
        </p>
        {webhooks.map((webhook) => (
          <OneWebhook key={webhook.id} viewer={viewer} webhook={webhook} now={now} />
        ))}
        <Section title="Add a webhook" id="add">
          <NewWebhookForm kinds={WEBHOOK_KINDS.map((kind) => ({ kind, label: NOTICE_KIND_FACTS[kind].label }))} />
        </Section>
      </PageBody>
    </>
  );
}

async function OneWebhook({ viewer, webhook, now }: { readonly viewer: Viewer; readonly webhook: WebhookRow; readonly now: Date }) {
  const { id, name, url, kinds, disabledAt, disabledBy } = webhook;
  const deliveries = await listDeliveries(viewer, id, SHOWN_DELIVERIES);
  return (
    <Section title={name} remark={new URL(url).origin}>
      <p className="mb-2 text-meta">
        <StatusText tone={disabledAt ? "grey" : "green"} icon={disabledAt ? Ban : CircleCheck}>
          {disabledAt ? `Switched off: ${disabledBy}` : "On"}
        </StatusText>
        . It hears of {kinds.map((kind) => NOTICE_KIND_FACTS[kind].label.toLowerCase()).join(", ")}.
      </p>
      <WebhookActs webhook={id} name={name} on={disabledAt === null} />
      {deliveries.length > 0 && (
        <div className="mt-3">
          <Table caption={`Newest deliveries to ${name}`} columns={columns(now)} rows={deliveries} rowKey={(row) => row.id} empty={null} />
        </div>
      )}
    </Section>
  );
}

const DELIVERY_WORDS = { waiting: "Waiting", delivered: "Delivered", failed: "Given up" } as const;
const DELIVERY_LOOK = {
  waiting: { tone: "grey", icon: Hourglass },
  delivered: { tone: "green", icon: CircleCheck },
  failed: { tone: "red", icon: Ban },
} as const;

const columns = (now: Date): readonly Column<DeliveryRow>[] => [
  { key: "at", header: "When", width: "9rem", rowHeader: true, cell: (row) => <Time at={row.createdAt} now={now} /> },
  { key: "kind", header: "Event", width: "12rem", cell: ({ kind }) => (kind === "test" ? "Test" : NOTICE_KIND_FACTS[kind].label) },
  {
    key: "status",
    header: "Status",
    width: "8rem",
    cell: ({ status }) => <StatusText {...DELIVERY_LOOK[status]}>{DELIVERY_WORDS[status]}</StatusText>,
  },
  { key: "attempts", header: "Attempts", width: "6rem", cell: (row) => row.attempts },
  { key: "error", header: "Last error", className: "wrap-anywhere", cell: (row) => row.lastError ?? "none" },
];
