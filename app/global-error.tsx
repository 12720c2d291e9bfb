"use client";

import { ErrorPage } from "@/components/layout/error-page";
import "./globals.css";

/** Stands in for the root layout when that one fails, so it brings its own document; the theme is the system's. */
export default function GlobalError({ error, retry }: { readonly error: Error & { digest?: string }; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Bulkhead</title>
        <ErrorPage digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
