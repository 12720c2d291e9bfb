import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

export interface SaveProblemProps {
  /** Why the last save was refused. */
  readonly problem: string | null;
  /** The version that somebody else saved in the meantime. */
  readonly overtakenBy: number | null;
  readonly onGoOnto: () => void;
}

/** Says why nothing was saved, and the way on. What was drawn is still there. */
export function SaveProblem({ problem, overtakenBy, onGoOnto }: SaveProblemProps) {
  if (problem === null && overtakenBy === null) return null;
  const words = problem ?? `Somebody saved version ${overtakenBy} in the meantime.`;
  return (
    <Callout
      kind="warning"
      live
      title="Not saved"
      actions={overtakenBy !== null && <Button onClick={onGoOnto}>Put my changes on version {overtakenBy}</Button>}
    >
      {words} Your changes are still here.
    </Callout>
  );
}
