"use client";

import { useActionState } from "react";
import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { ArrivedScan, type NewestScan } from "@/components/upload/arrived-scan";
import { cronCommand, curlCommand } from "@/components/upload/curl-command";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { makeUploadToken } from "./actions";

export interface CommandLineProps {
  readonly serverUrl: string;
  readonly newest: NewestScan | null;
  readonly now: Date;
}

/** How a host uploads by itself: the command with this server's address, and a token that can do nothing else. */
export function CommandLine({ serverUrl, newest, now }: CommandLineProps) {
  const [state, action] = useActionState(makeUploadToken, EMPTY_FORM);
  const { secret, expires } = state.result;
  const command = curlCommand(serverUrl, secret ?? "bh_…");
  const cron = cronCommand(serverUrl);
  return (
    <>
      <Section
        title="Scan a host and upload"
        remark="run it on the host, in the folder of docker-bench-security"
        action={<CopyButton text={command} label="Copy commands" />}
      >
        <CodeBlock code={command} label="Commands that scan and upload" className="mt-2" />
        <div role="status">
          {secret && expires && (
            <p className="mt-3 text-meta">
              The token is in the command and is not shown again: copy it now. It may upload and do nothing else, and ends on{" "}
              <Time at={expires} now={now} as="day" />. <AppLink href="/settings/tokens">All tokens</AppLink>
            </p>
          )}
        </div>
        {secret ? (
          <ArrivedScan newest={newest} />
        ) : (
          <form action={action} className="mt-3 flex flex-wrap items-center gap-3">
            <SubmitButton variant="primary" pending="Making a token">
              Make an upload-only token
            </SubmitButton>
            <p className="text-meta text-fg-muted">It is put into the command above, once, and ends in 90 days.</p>
          </form>
        )}
        <FormMessage kind="error">{state.ok === false ? state.message : null}</FormMessage>
      </Section>
      <Section title="Every night" remark="the same from cron" action={<CopyButton text={cron} label="Copy cron job" />}>
        <CodeBlock code={cron} label="A cron job that scans and uploads" wrap className="mt-2" />
        <p className="mt-2 text-meta text-fg-muted">
          A log that is sent twice changes nothing. An upload that fails ends with an error, so cron tells you.
        </p>
      </Section>
    </>
  );
}
