"use client";

import { ErrorPage } from "@/components/layout/error-page";

export default function ErrorBoundary({ error, retry }: { readonly error: Error & { digest?: string }; readonly retry: () => void }) {
  return <ErrorPage digest={error.digest} retry={retry} />;
}
