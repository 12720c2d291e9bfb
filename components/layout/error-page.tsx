"use client";

import { RotateCw } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { GatePage } from "./gate-page";

export interface ErrorPageProps {
  /** The id under which the server's log has the story. Absent when it happened in the browser. */
  readonly digest?: string | undefined;
  readonly retry: () => void;
}

/** A page could not be made. Says what to do and which id to quote; the technical story stays in the server's log. */
export function ErrorPage({ digest, retry }: ErrorPageProps) {
  return (
    <GatePage title="This page could not be shown" subtitle="Something failed, and the server has written it to its log.">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={RotateCw} onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the start</ButtonLink>
      </div>
      {digest && (
        <p className="mt-5 text-meta text-fg-muted">
          If it happens again, tell your admin this id: <code className="text-fg select-all">{digest}</code>
        </p>
      )}
    </GatePage>
  );
}
