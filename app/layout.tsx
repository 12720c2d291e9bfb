import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { readTheme, THEME_COOKIE } from "@/components/theme/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · Bulkhead", default: "Bulkhead" },
  description: "STRIDE threat models beside the evidence of docker-bench-security scans",
  robots: { index: false, follow: false },
};

/** The frame of the browser. A meta element cannot read the tokens: these are --surface of both themes. */
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#14171e" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // The nonce of the content security policy is new with every answer, so no page may be made at build time.
  await connection();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme ?? undefined}>
      <body>{children}</body>
    </html>
  );
}
