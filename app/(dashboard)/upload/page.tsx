import type { Metadata } from "next";
import { cookies } from "next/headers";
import { z } from "zod";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { curlCommand } from "@/components/upload/curl-command";
import { FileUploads } from "@/components/upload/file-uploads";
import type { KnownHosts } from "@/components/upload/host-cell";
import { PasteForm } from "@/components/upload/paste-form";
import { PlainFileForm } from "@/components/upload/plain-file-form";
import { ProblemBox } from "@/components/upload/problem-box";
import { leastRoleFor, may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { publicUrl } from "@/lib/api/public-url";
import { pageViewer } from "@/lib/auth/viewer";
import { suggestHostNames } from "@/lib/data/hosts";
import { listNewestScans } from "@/lib/data/scans";
import { REFUSAL_COOKIE, readRefusal } from "@/lib/http/form-refusal";
import { MAX_LOG_BYTES } from "@/lib/ingest/upload-limits";
import { CommandLine } from "./command-line";

export const metadata: Metadata = { title: "Upload scans" };

const TABS = [
  { tab: "files", label: "Files" },
  { tab: "paste", label: "Paste" },
  { tab: "command", label: "Command line" },
] as const;

const Params = z.object({
  tab: z.enum(["files", "paste", "command"]).optional().catch(undefined),
  refused: z.literal("1").optional().catch(undefined),
});

/** Suggestions for the field; with more hosts than this, what is typed is looked up when it is sent. */
const SUGGESTED_HOSTS = 500;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function UploadPage({ searchParams }: Props) {
  const viewer = await pageViewer();
  const given = await searchParams;
  const { tab = "files", refused } = Params.parse(given);
  const mayUpload = may(viewer, "scan:upload");
  const refusal = refused && mayUpload ? readRefusal((await cookies()).get(REFUSAL_COOKIE)?.value) : null;
  return (
    <>
      <PageHead
        title="Upload scans"
        meta="Logs stay on this server. The raw file is kept byte for byte."
        actions={
          mayUpload && (
            <Segmented
              label="Ways to upload"
              items={TABS.map((item) => ({
                href: item.tab === "files" ? "/upload" : `/upload?tab=${item.tab}`,
                label: item.label,
                current: item.tab === tab,
              }))}
            />
          )
        }
      />
      <PageBody>
        {typeof given.tab === "string" && given.tab !== tab && (
          <p className="mb-4 text-meta text-fg-muted">
            Ignored: <code>tab={given.tab}</code>
          </p>
        )}
        {refusal && (
          <div className="mb-5">
            <Callout kind="error" title="The log was not imported" live>
              <ProblemBox problem={refusal} of="the log" />
            </Callout>
          </div>
        )}
        {mayUpload ? <Ways viewer={viewer} tab={tab} /> : <NotAllowed viewer={viewer} />}
      </PageBody>
    </>
  );
}

async function Ways({ viewer, tab }: { readonly viewer: Viewer; readonly tab: (typeof TABS)[number]["tab"] }) {
  const now = new Date();
  const serverUrl = publicUrl("/").replace(/\/$/, "");
  if (tab === "command") {
    const [newest] = await listNewestScans(viewer, 1);
    return <CommandLine serverUrl={serverUrl} newest={newest ? { id: newest.id, host: newest.host } : null} now={now} />;
  }
  const names = await suggestHostNames(viewer, "", SUGGESTED_HOSTS);
  const hosts: KnownHosts = { names, isAll: names.length < SUGGESTED_HOSTS };
  if (tab === "paste") return <PasteForm hosts={hosts} />;
  return (
    <>
      <FileUploads hosts={hosts} limitBytes={MAX_LOG_BYTES} now={now} />
      <noscript>
        <PlainFileForm hosts={hosts} />
      </noscript>
      <Section title="From cron or CI" remark="with an upload-only token" link={{ href: "/upload?tab=command", label: "Make a token" }}>
        <CodeBlock code={curlCommand(serverUrl, "bh_…")} label="Commands that scan and upload" className="mt-2" />
      </Section>
    </>
  );
}

function NotAllowed({ viewer }: { readonly viewer: Viewer }) {
  return (
    <EmptyState title="Your role reads and does not upload" actions={<ButtonLink href="/hosts">See the hosts</ButtonLink>}>
      Uploading needs the role {leastRoleFor("scan:upload")}; you are signed in as {viewer.role}. An admin of this Bulkhead can change that.
      What others upload is on the <AppLink href="/hosts">hosts’ pages</AppLink> as soon as it arrives.
    </EmptyState>
  );
}
