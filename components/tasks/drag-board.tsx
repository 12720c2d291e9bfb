"use client";

import { type DragEvent, type ReactNode, startTransition, useOptimistic, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { Board } from "@/components/ui/card";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";
import { refusalOf } from "@/lib/tasks/move-task";
import { taskName } from "@/lib/tasks/task-priority";
import type { TaskStatus } from "@/lib/tasks/task-status";
import { taskHref } from "./task-href";

export interface DragCard {
  readonly id: number;
  readonly version: number;
  readonly card: ReactNode;
}

export interface DragColumn {
  readonly status: TaskStatus;
  readonly title: string;
  /** Of all that belong here, shown or not. */
  readonly total: number;
  readonly cards: readonly DragCard[];
  readonly foot: ReactNode;
}

export interface DragBoardProps {
  readonly columns: readonly DragColumn[];
  /** Absent for people who may not move tasks: nothing can be dragged then. */
  readonly move?: FormAction | undefined;
}

interface Dragged {
  readonly id: number;
  readonly version: number;
  readonly from: TaskStatus;
}

interface Drop extends Dragged {
  readonly to: TaskStatus;
}

interface Answer {
  readonly taskId: number;
  readonly ok: boolean;
  readonly message: string;
  /** Nobody may make this move; evidence makes it. */
  readonly evidence: boolean;
}

/** The board with cards that a mouse can drag. The menu of every card does the same for everybody else, and without scripts. */
export function DragBoard({ columns, move }: DragBoardProps) {
  const [shown, place] = useOptimistic(columns, dropped);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<TaskStatus | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const drop = (to: TaskStatus) => {
    end();
    if (dragged === null || move === undefined || dragged.from === to) return;
    const refusal = refusalOf(dragged.from, to);
    if (refusal !== null) {
      setAnswer({ taskId: dragged.id, ok: false, message: refusal.message, evidence: true });
      return;
    }
    startTransition(async () => {
      place({ ...dragged, to });
      const { ok, message } = await move(EMPTY_FORM, moveData(dragged, to));
      startTransition(() => setAnswer({ taskId: dragged.id, ok: ok === true, message: message ?? "", evidence: false }));
    });
  };
  return (
    <>
      <MoveAnswer answer={answer} />
      <Board
        of={4}
        columns={shown.map(({ status, title, total, cards, foot }) => ({
          ...{ key: status, title, count: total, foot },
          cards: cards.map(({ id, version, card }) => ({
            key: String(id),
            card,
            ...(move && {
              item: {
                draggable: true,
                className: dragged?.id === id ? "card-dragged" : "card-draggable",
                onDragStart: (event: DragEvent<HTMLLIElement>) => {
                  carry(event, id);
                  setAnswer(null);
                  setDragged({ id, version, from: status });
                },
                onDragEnd: end,
              },
            }),
          })),
          section: {
            className: "column",
            "data-drop": dragged === null || dragged.from === status ? undefined : dropState(dragged.from, status, over),
            onDragOver: (event: DragEvent) => {
              if (dragged === null) return;
              // Also where it will be refused: the answer says why, which a cursor cannot.
              event.preventDefault();
              if (over !== status) setOver(status);
            },
            onDrop: (event: DragEvent) => {
              event.preventDefault();
              drop(status);
            },
          },
        }))}
      />
    </>
  );
}

/** The whole card goes along, also when it was taken at a link in it. */
function carry(event: DragEvent<HTMLLIElement>, id: number): void {
  const card = event.currentTarget;
  const { left, top } = card.getBoundingClientRect();
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.clearData();
  event.dataTransfer.setData("text/plain", taskName(id));
  event.dataTransfer.setDragImage(card, event.clientX - left, event.clientY - top);
}

function dropState(from: TaskStatus, to: TaskStatus, over: TaskStatus | null): string {
  const may = refusalOf(from, to) === null ? "may" : "never";
  return over === to ? `${may} over` : may;
}

function moveData({ id, version }: Dragged, to: TaskStatus): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ id, version, to })) data.set(name, String(value));
  return data;
}

/** The columns once a card is in another one: there at once, and back again if the server says no. */
function dropped(columns: readonly DragColumn[], { id, from, to }: Drop): readonly DragColumn[] {
  const card = columns.find(({ status }) => status === from)?.cards.find((one) => one.id === id);
  if (card === undefined) return columns;
  return columns.map((column) => {
    if (column.status === from) return { ...column, total: column.total - 1, cards: column.cards.filter((one) => one.id !== id) };
    return column.status === to ? { ...column, total: column.total + 1, cards: [card, ...column.cards] } : column;
  });
}

/** What became of the last card that was dropped. */
function MoveAnswer({ answer }: { readonly answer: Answer | null }) {
  if (answer === null) return null;
  const { taskId, ok, message, evidence } = answer;
  if (ok) {
    return (
      <p role="status" className="mb-3 text-meta text-fg-muted">
        {message}
      </p>
    );
  }
  return (
    <div className="mb-4">
      <Callout
        kind="warning"
        live
        title={message}
        actions={
          <>
            {evidence && (
              <AppLink kind="action" href="/upload">
                Upload a scan
              </AppLink>
            )}
            <AppLink kind="action" href={taskHref(taskId)}>
              Open {taskName(taskId)}
            </AppLink>
          </>
        }
      />
    </div>
  );
}
