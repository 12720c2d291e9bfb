import { Gavel, LayoutDashboard, ListChecks, ListFilter, Server, Settings, Shield } from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell, type NavEntry } from "@/components/layout/app-shell";
import { TopBar } from "@/components/layout/top-bar";
import { UserMenu } from "@/components/layout/user-menu";
import { readTheme, THEME_COOKIE } from "@/components/theme/theme";
import { ThemeChoice } from "@/components/theme/theme-choice";
import { ThemeToggle } from "@/components/theme/theme-toggle";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { countUnread } from "@/lib/data/inbox";
import { navCounts } from "@/lib/data/nav-counts";
import { setTheme } from "../set-theme";
import { signOut } from "../sign-out";

/** The frame of all pages behind the sign-in. Each page asks for its viewer again: a layout guards nothing. */
export default async function DashboardLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await pageViewer();
  const [counts, unread] = await Promise.all([navCounts(viewer, new Date()), countUnread(viewer)]);
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const uploadHref = may(viewer, "scan:upload") ? "/upload" : undefined;
  const nav: readonly NavEntry[] = [
    { href: "/", label: "Overview", icon: LayoutDashboard, match: "exact" },
    { href: "/hosts", label: "Hosts", icon: Server, count: counts.hosts, match: "prefix" },
    { href: "/findings", label: "Findings", icon: ListFilter, match: "prefix" },
    { href: "/threats", label: "Threats", icon: Shield, count: counts.openThreats || undefined, match: "prefix" },
    { href: "/tasks", label: "Tasks", icon: ListChecks, count: counts.myTasks || undefined, match: "prefix" },
    { href: "/decisions", label: "Decisions", icon: Gavel, count: counts.askedDecisions || undefined, match: "prefix" },
  ];
  const menu = (
    <UserMenu
      name={viewer.name}
      detail={`Role: ${viewer.role}`}
      links={[{ href: "/settings/profile", label: "Profile and password" }]}
      theme={<ThemeChoice action={setTheme} theme={theme} />}
      signOut={
        <form action={signOut}>
          <button type="submit" className="menu-item">
            Sign out
          </button>
        </form>
      }
    />
  );
  return (
    <AppShell
      nav={nav}
      uploadHref={uploadHref}
      settings={{ href: "/settings", label: "Settings", icon: Settings, match: "prefix" }}
      topBar={
        <TopBar
          uploadHref={uploadHref}
          inbox={{ href: "/inbox", unread }}
          themeToggle={<ThemeToggle action={setTheme} />}
          userMenu={menu}
        />
      }
    >
      {children}
    </AppShell>
  );
}
