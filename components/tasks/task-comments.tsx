import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";

export interface CommentView {
  readonly id: number;
  readonly author: string;
  readonly at: Date;
  readonly body: string;
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
          {comments.map(({ id, author, at, body }) => (
            <li key={id} id={`comment-${id}`} className="border-t border-border py-2 first:border-t-0">
              <p className="text-meta">
                <span className="font-medium">{author}</span> <Time at={at} now={now} className="text-fg-subtle" />
              </p>
              <p className="wrap-anywhere whitespace-pre-wrap">{body}</p>
            </li>
          ))}
        </ul>
      )}
      {form}
    </div>
  );
}
