import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { EMPTY_FORM, type FormAction } from "@/lib/shared/form-state";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { markSaved, moveOnto, openCopy, redo, takeStep, undo, unsavedEdits } from "./working-copy";

export interface StoredModelProps {
  readonly slug: string;
  readonly version: number;
  readonly model: ThreatModel;
  /** Takes "model", "version" and "edits" (JSON), and gives back the new "version". */
  readonly action: FormAction;
}

/** Keeps what is being drawn, says what happened, and sends it when told to. Nothing is lost where the server refuses. */
export function useWorkingCopy({ slug, version, model, action }: StoredModelProps) {
  const router = useRouter();
  const [copy, setCopy] = useState(() => openCopy(version, model));
  const [message, say] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, startSaving] = useTransition();
  const unsaved = copy.done.length;
  const isOvertaken = version > copy.version;
  // Nothing would be lost, so the newest version simply takes the place of the older one.
  if (isOvertaken && unsaved === 0 && !isSaving) {
    setCopy(openCopy(version, model));
    setProblem(null);
  }

  const take = (edits: readonly ModelEdit[], { merge = null, saying }: { merge?: string | null; saying?: string | null } = {}): boolean => {
    if (isSaving) {
      say("Wait until it is saved.");
      return false;
    }
    const step = takeStep(copy, edits, merge);
    if (!step.ok) {
      say(step.error.message);
      return false;
    }
    setCopy(step.value);
    if (saying !== null) say(saying ?? `${step.value.done.at(-1)?.summary ?? "Nothing changed"}.`);
    return true;
  };

  const goBack = (): void => {
    if (isSaving) return;
    const step = copy.done.at(-1);
    setCopy(undo(copy));
    say(step === undefined ? "There is nothing to undo." : `Undone: ${step.summary}.`);
  };

  const goAgain = (): void => {
    if (isSaving) return;
    const step = copy.undone.at(-1);
    setCopy(redo(copy));
    say(step === undefined ? "There is nothing to redo." : `Redone: ${step.summary}.`);
  };

  const discard = (): void => {
    if (isSaving) return;
    setCopy(isOvertaken ? openCopy(version, model) : openCopy(copy.version, copy.base));
    setProblem(null);
    say("All changes since the last save are gone.");
  };

  const save = (): void => {
    if (isSaving || unsaved === 0) {
      say(isSaving ? "It is being saved." : "There is nothing to save.");
      return;
    }
    startSaving(async () => {
      const data = new FormData();
      data.set("model", slug);
      data.set("version", String(copy.version));
      data.set("edits", JSON.stringify(unsavedEdits(copy)));
      const answer = await action(EMPTY_FORM, data).catch(() => null);
      if (answer?.ok) {
        setCopy(markSaved(copy, Number(answer.result.version)));
        setProblem(null);
        say(`Saved as version ${answer.result.version}.`);
        return;
      }
      const said = answer === null ? "The server did not answer." : (Object.values(answer.fieldErrors)[0] ?? answer.message);
      setProblem(said ?? "It was not saved.");
      router.refresh();
    });
  };

  /** After somebody else saved: the same changes on what they saved. */
  const goOnto = (): void => {
    const moved = moveOnto(copy, version, model);
    if (!moved.ok) {
      setProblem(`Your changes do not fit on version ${version}: ${moved.error.message}`);
      return;
    }
    setCopy(moved.value);
    setProblem(null);
    say(`Your changes are on version ${version} now. Look at them, then save.`);
  };

  return { copy, unsaved, isOvertaken, message, problem, isSaving, say, take, undo: goBack, redo: goAgain, discard, save, goOnto };
}
