"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useDeferredValue, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { UploadAnswer } from "@/lib/api/upload-json";
import { countResults } from "./count-results";
import type { KnownHosts } from "./host-cell";
import { HostField } from "./host-field";
import { ImportResults } from "./import-results";
import type { LogProblem } from "./log-problem";
import { ProblemBox } from "./problem-box";
import { sendLog } from "./upload-api";

export interface PasteFormProps {
  readonly hosts: KnownHosts;
}

/** A pasted terminal. Without scripts it is a plain form; with them it counts what it holds and answers in place. */
export function PasteForm({ hosts }: PasteFormProps) {
  const id = useId();
  const router = useRouter();
  const [text, setText] = useState("");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<LogProblem | null>(null);
  const [answers, setAnswers] = useState<readonly UploadAnswer[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const found = countResults(useDeferredValue(text));

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const body = new FormData(event.currentTarget);
    setSending(true);
    setProblem(null);
    const reply = await sendLog({ query: {}, body, digest: null, onProgress: () => undefined, signal: new AbortController().signal });
    setSending(false);
    if (reply === null) return;
    if (!reply.ok) return setProblem(reply.problem);
    setAnswers([reply.value, ...answers]);
    setText("");
    // The counts beside the page are others now.
    router.refresh();
    // The heading may only have come with this answer.
    requestAnimationFrame(() => heading.current?.focus());
  }

  return (
    <>
      <form action="/api/v1/scans?form=paste" method="post" encType="multipart/form-data" onSubmit={send} className="flex flex-col gap-4">
        <Field id={`${id}-text`} label="Terminal output" hint={<Found text={text} found={found} />}>
          {(control) => (
            <Textarea
              {...control}
              name="text"
              rows={12}
              required
              spellCheck={false}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              className="min-h-60! font-mono md:text-meta!"
            />
          )}
        </Field>
        <HostField hosts={hosts} />
        <div>
          <Button type="submit" variant="primary" aria-disabled={isSending || undefined}>
            {isSending ? "Importing" : "Import"}
          </Button>
        </div>
      </form>
      <div role="alert" className="mt-4">
        {problem !== null && <ProblemBox problem={problem} of="the pasted text" />}
      </div>
      {answers.length > 0 && <ImportResults title="Imported" answers={answers} headingRef={heading} />}
    </>
  );
}

function Found({ text, found }: { readonly text: string; readonly found: number }) {
  if (text.trim() === "") return "Text or JSON, as docker-bench or kube-bench prints it. Colours and prompts do no harm.";
  if (found === 0) return "No check found yet.";
  return `${found} ${found === 1 ? "check" : "checks"} found.`;
}
