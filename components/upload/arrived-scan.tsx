"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { AppLink } from "@/components/ui/app-link";

/** The newest scan there is. */
export interface NewestScan {
  readonly id: number;
  readonly host: string;
}

const ASK_EVERY_MS = 5_000;
const ASK_FOR_MS = 20 * 60 * 1000;

/** Waits for the next scan, and turns into a link to it when it has come. The page gives the newest scan anew each time. */
export function ArrivedScan({ newest }: { readonly newest: NewestScan | null }) {
  const router = useRouter();
  const [first] = useState(newest?.id ?? 0);
  const hasCome = newest !== null && newest.id > first;
  useEffect(() => {
    if (hasCome) return;
    const ask = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, ASK_EVERY_MS);
    const stop = setTimeout(() => clearInterval(ask), ASK_FOR_MS);
    return () => {
      clearInterval(ask);
      clearTimeout(stop);
    };
  }, [hasCome, router]);
  return (
    <p role="status" className="mt-3 text-meta text-fg-muted">
      {hasCome ? (
        <>
          It works: <AppLink href={`/scans/${newest.id}`}>scan {newest.id}</AppLink> of {newest.host} has arrived.
        </>
      ) : (
        <span className="needs-script">Waiting for the first scan. This line turns into a link when it arrives.</span>
      )}
    </p>
  );
}
