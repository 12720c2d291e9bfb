import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { Callout } from "@/components/ui/callout";
import { pageViewer } from "@/lib/auth/viewer";
import { listNoticeWays } from "@/lib/data/notice-preferences";
import { canMail } from "@/lib/data/notices";
import { DIGEST_HOUR } from "@/lib/notices/digest";
import { NOTICE_KIND_FACTS } from "@/lib/notices/notice-kinds";
import { SettingsHead } from "../settings-head";
import { WaysForm } from "./ways-form";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const viewer = await pageViewer("task:read");
  const ways = await listNoticeWays(viewer);
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="What you are told" remark="and by which way; nobody is told of their own doing">
          {!canMail() && (
            <div className="my-3">
              <Callout kind="info">
                This installation sends no e-mail: whoever runs it sets BULKHEAD_SMTP_URL and BULKHEAD_MAIL_FROM. Your choices are kept for
                then.
              </Callout>
            </div>
          )}
          <WaysForm
            ways={ways.map(({ kind, inbox, mail }) =>
              kind === "digest"
                ? {
                    kind,
                    label: "Daily mail",
                    when: `What is still open for you, at ${DIGEST_HOUR}:00 UTC. None is sent when nothing is.`,
                    inbox: null,
                    mail,
                  }
                : { kind, label: NOTICE_KIND_FACTS[kind].label, when: NOTICE_KIND_FACTS[kind].when, inbox, mail },
            )}
          />
        </Section>
      </PageBody>
    </>
  );
}
