import type { Metadata } from "next";
import { cookies } from "next/headers";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { pageViewer } from "@/lib/auth/viewer";
import { type FormRefusal, REFUSAL_COOKIE, readRefusal } from "@/lib/http/form-refusal";
import type { SearchParams } from "@/lib/shared/read-filters";

export const metadata: Metadata = { title: "Import a threat model" };

const API = { action: "/api/v1/threat-models", method: "post", encType: "multipart/form-data" } as const;

export default async function ImportPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  await pageViewer("model:edit");
  const { refused } = await searchParams;
  const refusal = refused === "1" ? readRefusal((await cookies()).get(REFUSAL_COOKIE)?.value) : null;
  return (
    <>
      <PageHead
        title="Import a threat model"
        crumbs={[{ label: "Threats", href: "/threats" }]}
        crumb="Import"
        meta="From OWASP Threat Dragon (version 2 or 1) or the Open Threat Model format 0.2.0, as JSON of at most 5 MB."
        actions={<ButtonLink href="/threats/new">Begin an empty one instead</ButtonLink>}
      />
      <PageBody>
        {refusal && (
          <div className="mb-5">
            <Callout kind="error" title="The file was not imported" live>
              <RefusedModel refusal={refusal} />
            </Callout>
          </div>
        )}
        <Section title="A file">
          <form {...API} className="mt-2 flex max-w-160 flex-col gap-4">
            <Field id="model-file" label="Model file" hint="What it knows and Bulkhead does not is kept, so that an export gives it back.">
              {(control) => <Input {...control} type="file" name="file" required accept=".json,application/json" />}
            </Field>
            <div>
              <Button type="submit" variant="primary">
                Import the file
              </Button>
            </div>
          </form>
        </Section>
        <Section title="Or its text">
          <form {...API} className="mt-2 flex max-w-160 flex-col gap-4">
            <Field id="model-text" label="Pasted JSON">
              {(control) => <Textarea {...control} name="text" required rows={8} spellCheck={false} className="font-mono text-small" />}
            </Field>
            <div>
              <Button type="submit">Import the text</Button>
            </div>
          </form>
        </Section>
      </PageBody>
    </>
  );
}

/** Where in the file something is wrong, what should stand there, and what does. */
function RefusedModel({ refusal: { detail, path, expected, found } }: { readonly refusal: FormRefusal }) {
  const facts = [
    { term: "Where", value: path },
    { term: "Expected", value: expected },
    { term: "Found", value: found },
  ].filter(({ value }) => value);
  return (
    <>
      <p className="wrap-anywhere">{detail}</p>
      {facts.length > 0 && (
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-meta">
          {facts.map(({ term, value }) => (
            <div key={term} className="contents">
              <dt className="text-fg-muted">{term}</dt>
              <dd className="wrap-anywhere">
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
