import { Fragment, type ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { partsOf } from "@/lib/tasks/mentions";

export interface CommentView {
  readonly id: number;
  readonly author: string;
  readonly at: Date;
  readonly body: string;
  /** Where it names people. */
  readonly mentions: readonly { readonly from: number; readonly to: number }[];
}

export interface TaskCommentsProps {
  readonly comments: readonly CommentView[];
  readonly now: Date;
  /** Where one is written; absent for people who may only read. */
  readonly form?: ReactNode;
}

/** What people wrote, oldest first, as they wrote it. */
export function TaskComments({ comments, now, form }: TaskCommentsProps) {
  return (
    <div className="max-w-prose">
      {comments.length === 0 ? (
        <p className="text-meta text-fg-muted">No comments yet.</p>
      ) : (
        <ul className="flex flex-col">
          {comments.map(({ id, author, at, body, mentions }) => (
            <li key={id} id={`comment-${id}`} className="border-t border-border py-2 first:border-t-0">
              <p className="text-meta">
                <span className="font-medium">{author}</span> <Time at={at} now={now} className="text-fg-subtle" />
              </p>
              <p className="wrap-anywhere whitespace-pre-wrap">
                {partsOf(body, mentions).map(({ text, mention }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comment never change.
                  mention ? <Mention key={index} text={text} /> : <Fragment key={index}>{text}</Fragment>,
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {form}
    </div>
  );
}

/** A name that was told of the comment: heavier, so that it is seen without its colour. */
const Mention = ({ text }: { readonly text: string }) => <strong className="font-medium text-accent">{text}</strong>;
