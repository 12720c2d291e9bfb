import { ArrowRight, Database, Redo2, Square, SquareDashed, SquareUser, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ElementKind } from "@/lib/threats/scales";

export interface EditorToolbarProps {
  readonly onAdd: (kind: ElementKind | "boundary") => void;
  readonly onAddFlow: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isUnsaved: boolean;
  readonly isSaving: boolean;
}

const KINDS = [
  { kind: "actor", label: "Actor", icon: SquareUser },
  { kind: "process", label: "Process", icon: Square },
  { kind: "store", label: "Store", icon: Database },
  { kind: "boundary", label: "Boundary", icon: SquareDashed },
] as const;

/** Everything that can be done to the diagram as a whole. Buttons that can do nothing now stay where the focus can be. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { onAdd, onAddFlow, onUndo, onRedo, onSave, onDiscard, canUndo, canRedo, isUnsaved, isSaving } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's. */}
      <div role="group" aria-label="Add" className="flex flex-wrap gap-2">
        {KINDS.map(({ kind, label, icon }) => (
          <Button key={kind} icon={icon} onClick={() => onAdd(kind)} aria-label={`Add ${label.toLowerCase()}`}>
            {label}
          </Button>
        ))}
        <Button icon={ArrowRight} onClick={onAddFlow} aria-label="Add flow">
          Flow
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's. */}
      <div role="group" aria-label="Changes" className="flex flex-wrap gap-2 lg:ml-auto">
        <Button variant="plain" icon={Undo2} onClick={onUndo} aria-disabled={!canUndo || undefined} aria-keyshortcuts="Control+Z Meta+Z">
          Undo
        </Button>
        <Button
          variant="plain"
          icon={Redo2}
          onClick={onRedo}
          aria-disabled={!canRedo || undefined}
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        >
          Redo
        </Button>
        <Button onClick={onDiscard} aria-disabled={!isUnsaved || undefined}>
          Discard
        </Button>
        <Button variant="primary" onClick={onSave} aria-disabled={!isUnsaved || isSaving || undefined} aria-keyshortcuts="Control+S Meta+S">
          {isSaving ? "Saving" : "Save"}
        </Button>
      </div>
    </div>
  );
}
