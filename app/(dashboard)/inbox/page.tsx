import { CircleCheck, Info, TriangleAlert, Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { NoticeList, type NoticeView } from "@/components/notices/notice-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { pageViewer } from "@/lib/auth/viewer";
import { type InboxNotice, listInbox } from "@/lib/data/inbox";
import { NOTICE_KIND_FACTS } from "@/lib/notices/notice-kinds";
import { noticePath, noticeWords } from "@/lib/notices/told-notice";
import { filterReader, hrefWith, type SearchParams } from "@/lib/shared/read-filters";
import { ReadForm } from "./read-form";

export const metadata: Metadata = { title: "Inbox" };

const PAGE_SIZE = 50;
const LOOK = {
  bad: { tone: "red", icon: Undo2 },
  warning: { tone: "amber", icon: TriangleAlert },
  good: { tone: "green", icon: CircleCheck },
  neutral: { tone: "grey", icon: Info },
} as const;

export default async function InboxPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("task:read");
  const reader = filterReader(await searchParams);
  const show = reader.one("show", z.literal("all"));
  const page = reader.one("page", z.coerce.number().int().min(1).max(10_000)) ?? 1;
  const { items, total, unread } = await listInbox(viewer, show === null, { number: page, size: PAGE_SIZE });
  const href = (number: number): string => hrefWith("/inbox", { show, page: number === 1 ? null : number });
  const first = (page - 1) * PAGE_SIZE + 1;
  return (
    <>
      <PageHead title="Inbox" meta="What happened to the work you have, made or watch" actions={unread > 0 && <ReadForm />} />
      <Tabs
        bleed
        label="Notices"
        items={[
          { href: "/inbox", label: "New", count: unread, current: show === null },
          { href: "/inbox?show=all", label: "All", current: show === "all" },
        ]}
      />
      <IgnoredFilters ignored={reader.ignored()} href={href(page)} />
      <PageBody>
        {items.length === 0 ? (
          <EmptyState
            title={show === null ? "Nothing new" : "Nothing yet"}
            actions={
              <ButtonLink href={show === null ? "/inbox?show=all" : "/settings/notifications"}>
                {show === null ? "Show all" : "Choose what you are told"}
              </ButtonLink>
            }
          >
            You are told here when work is given to you, when a scan verifies or contradicts a fix, and when decisions end.
          </EmptyState>
        ) : (
          <>
            <NoticeList notices={items.map(viewOf)} now={new Date()} />
            <Pagination
              label="Notices"
              summary={`${first}–${first + items.length - 1} of ${total}`}
              previousHref={page > 1 ? href(page - 1) : undefined}
              nextHref={first + items.length - 1 < total ? href(page + 1) : undefined}
            />
          </>
        )}
      </PageBody>
    </>
  );
}

const viewOf = (notice: InboxNotice): NoticeView => {
  const { label, severity } = NOTICE_KIND_FACTS[notice.kind];
  const { id, detail, at, read } = notice;
  return { id, detail, at, read, words: noticeWords(notice), href: noticePath(notice), kind: label, ...LOOK[severity] };
};
