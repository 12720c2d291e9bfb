import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";

export interface FirstRunProps {
  /** The lines that send a log from the host itself. */
  readonly command: string;
  readonly mayUpload: boolean;
  /** The form that loads the sample fleet, for who may. */
  readonly samples: ReactNode;
}

/** What stands on the overview while there is no host: the ways to get the first scan in, and samples to look at. */
export function FirstRun({ command, mayUpload, samples }: FirstRunProps) {
  return (
    <div className="max-w-160 border-y border-border py-8">
      <h2>No scans yet</h2>
      <p className="mt-1 text-fg-muted">
        Run docker-bench-security on a host and bring its log here, text or JSON. The host appears with its first scan; this page then shows
        what fails, what got worse and which fix helps most.
      </p>
      {mayUpload ? (
        <>
          <div className="mt-4">
            <ButtonLink href="/upload" variant="primary" icon={Upload}>
              Upload a log
            </ButtonLink>
          </div>
          {samples && (
            <>
              <h3 className="mt-6 mb-1">See it work first</h3>
              <p className="mb-3 text-fg-muted">
                Real logs of seven hosts over five weeks, read and folded as yours will be. They are marked as samples and go with one
                click.
              </p>
              {samples}
            </>
          )}
          <h3 className="mt-6 mb-2">Or from the host itself</h3>
          <CodeBlock code={command} label="Command that uploads the log of a scan" copy wrap />
          <p className="mt-2 text-meta text-fg-muted">
            The upload page <AppLink href="/upload?tab=command">makes a token that may upload and nothing else</AppLink> and puts it into
            this command.
          </p>
        </>
      ) : (
        <p className="mt-4 text-fg-muted">Your role reads only: ask an engineer to upload the first log.</p>
      )}
    </div>
  );
}
