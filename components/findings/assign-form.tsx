import { Ban, NotebookPen, Scale, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { BulkBar, type BulkBarProps } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu } from "@/components/ui/menu";

const DECISIONS = [
  { act: "accept", label: "Accept risk…", icon: Scale },
  { act: "attest", label: "Attest…", icon: NotebookPen },
  { act: "notApplicable", label: "Not applicable…", icon: Ban },
] as const;

export interface AssignFormProps extends Omit<BulkBarProps, "children"> {
  /** Fields that go along unseen. */
  readonly hidden?: ReactNode;
  /** Before the button: what else can be ticked. */
  readonly choices?: ReactNode;
  /** The table reaches from edge to edge. */
  readonly bleed?: boolean;
  /** A Table with a selection of the same name. */
  readonly children: ReactNode;
}

/** Makes tasks of the rows that are ticked, or leads to a decision about them. */
export function AssignForm({ hidden, choices, bleed = false, children, ...bar }: AssignFormProps) {
  return (
    <form action="/tasks/new">
      {hidden}
      {/* Over the sticky head of the table, so that it is at hand wherever a row was ticked. */}
      <div className={classNames("sticky top-bar z-6 bg-surface", bleed && "px-gutter")}>
        <BulkBar {...bar}>
          {choices}
          <Button type="submit" variant="primary" size="sm" icon={UserPlus}>
            Assign selected
          </Button>
          <Menu label="Decide…" icon={null} size="sm">
            {DECISIONS.map(({ act, label, icon: Icon }) => (
              <button key={act} type="submit" className="menu-item" name="act" value={act} formAction="/decisions/new">
                <Icon size={14} />
                {label}
              </button>
            ))}
          </Menu>
        </BulkBar>
      </div>
      {children}
    </form>
  );
}
