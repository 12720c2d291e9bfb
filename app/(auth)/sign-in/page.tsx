import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { GatePage } from "@/components/layout/gate-page";
import { readTheme, THEME_COOKIE } from "@/components/theme/theme";
import { ThemeChoice } from "@/components/theme/theme-choice";
import { safeNext } from "@/lib/auth/safe-next";
import { currentSession } from "@/lib/auth/viewer";
import { hasUsers } from "@/lib/data/setup-code";
import { setTheme } from "../../set-theme";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next);
  if ((await currentSession()) !== null) redirect(next as Route);
  if (!(await hasUsers())) redirect("/setup");
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <GatePage title="Sign in to Bulkhead" footer={<ThemeChoice action={setTheme} theme={theme} />}>
      <SignInForm next={next} />
      <p className="mt-5 text-meta text-fg-muted">No account, or the password is lost? An admin of this Bulkhead can help.</p>
    </GatePage>
  );
}
