import { Circle, CircleDot, type LucideIcon } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";

export interface NoticeView {
  readonly id: number;
  readonly words: string;
  readonly detail: string | null;
  readonly href: string;
  readonly kind: string;
  readonly icon: LucideIcon;
  readonly tone: "red" | "amber" | "green" | "grey";
  readonly at: Date;
  readonly read: boolean;
}

/** What somebody was told, newest first. What they have not seen says so in a word, not by its weight alone. */
export function NoticeList({ notices, now }: { readonly notices: readonly NoticeView[]; readonly now: Date }) {
  return (
    <ul className="border-t border-border">
      {notices.map(({ id, words, detail, href, kind, icon, tone, at, read }) => (
        <li key={id} className="flex flex-col gap-1 border-b border-border py-2 sm:flex-row sm:items-start sm:gap-4">
          <span className="w-14 shrink-0 text-small sm:leading-6">
            <StatusText tone={read ? "grey" : "blue"} icon={read ? Circle : CircleDot}>
              {read ? "Seen" : "New"}
            </StatusText>
          </span>
          <span className="min-w-0 flex-1 wrap-anywhere">
            <AppLink kind="title" href={href}>
              {words}
            </AppLink>
            {detail && <span className="block text-meta text-fg-muted">{detail}</span>}
          </span>
          <span className="shrink-0 text-small text-fg-muted sm:leading-6">
            <StatusText tone={tone} icon={icon}>
              {kind}
            </StatusText>
            , <Time at={at} now={now} />
          </span>
        </li>
      ))}
    </ul>
  );
}
