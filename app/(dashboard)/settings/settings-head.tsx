import type { ReactNode } from "react";
import { PageHead } from "@/components/layout/page-head";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

export interface SettingsHeadProps {
  readonly viewer: Viewer;
  /** A page below one of the tabs: its title, and the tab it came from. */
  readonly below?: { readonly title: string; readonly tab: "users" | "tokens" };
}

const SETTINGS_TABS = [
  { href: "/settings/evidence", label: "Evidence" },
  { href: "/settings/service-levels", label: "Service levels" },
  { href: "/settings/webhooks", label: "Webhooks" },
  { href: "/settings/data", label: "Data" },
];

const TAB_LABEL = { users: "Users", tokens: "Tokens" } as const;

/** Title and tabs of the settings; tabs a role has nothing in are not there. */
export function SettingsHead({ viewer, below }: SettingsHeadProps): ReactNode {
  if (below) {
    const crumbs = [
      { label: "Settings", href: "/settings/profile" },
      { label: TAB_LABEL[below.tab], href: `/settings/${below.tab}` },
    ];
    return <PageHead title={below.title} crumbs={crumbs} />;
  }
  const items = [
    { href: "/settings/profile", label: "Profile" },
    { href: "/settings/notifications", label: "Notifications" },
    ...(may(viewer, "user:manage") ? [{ href: "/settings/users", label: TAB_LABEL.users }] : []),
    ...(may(viewer, "settings:manage") ? SETTINGS_TABS : []),
    ...(may(viewer, "token:own") ? [{ href: "/settings/tokens", label: TAB_LABEL.tokens }] : []),
  ];
  return (
    <>
      <PageHead title="Settings" />
      <Tabs label="Settings" items={items} bleed />
      <div className="h-5" />
    </>
  );
}
