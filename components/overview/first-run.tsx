import { Upload } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";

export interface FirstRunProps {
  /** The lines that send a log from the host itself. */
  readonly command: string;
  readonly mayUpload: boolean;
}

/** What stands on the overview while there is no host: the two ways to get the first scan in. */
export function FirstRun({ command, mayUpload }: FirstRunProps) {
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
