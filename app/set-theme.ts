"use server";

import { cookies, headers } from "next/headers";
import { readTheme, THEME_COOKIE } from "@/components/theme/theme";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/http/origin";

/** Keeps the theme in a cookie, so that the first byte of a page is right. Anybody may choose one, signed in or not. */
export async function setTheme(form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers()) || !(form instanceof FormData)) return;
  const theme = readTheme(form.get(THEME_COOKIE));
  const jar = await cookies();
  if (theme === null) jar.delete(THEME_COOKIE);
  else {
    const secure = env().BULKHEAD_URL.startsWith("https:");
    jar.set(THEME_COOKIE, theme, { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true, secure });
  }
}
