import { Check, ChevronDown, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { Disclosure } from "./disclosure";

const CHIP = "inline-flex min-h-7 items-center gap-1.5 rounded-control px-2 text-small font-medium whitespace-nowrap md:min-h-6";

export interface FilterChipProps {
  /** What is filtered, e.g. "State". */
  readonly label: string;
  readonly value: ReactNode;
  /** The same list without this filter. */
  readonly removeHref: string;
}

/** A filter that is on. The whole chip takes it off. */
export function FilterChip({ label, value, removeHref }: FilterChipProps) {
  return (
    <AppLink kind="bare" replace href={removeHref} className={`${CHIP} bg-surface-hover text-fg-muted hover:text-fg`}>
      <span className="sr-only">Remove filter </span>
      <span>
        {label} <span className="text-fg">{value}</span>
      </span>
      <X size={12} strokeWidth={2.4} />
    </AppLink>
  );
}

export interface FilterOption {
  readonly label: ReactNode;
  readonly href: string;
  readonly count?: number | undefined;
  readonly selected?: boolean | undefined;
}

export interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** Shown as a solid chip with this value when the filter is on; as a dashed "add" chip when not. */
  readonly value?: ReactNode;
}

/** A filter to set: a chip that opens a list of links, each with the number of rows it leads to. */
export function FilterMenu({ label, options, value }: FilterMenuProps) {
  const on = value !== undefined && value !== null;
  const look = on ? "bg-surface-hover text-fg-muted" : "border border-dashed border-border-soft text-fg-muted hover:text-fg";
  return (
    <Disclosure className="relative">
      <summary className={`${CHIP} ${look}`}>
        {!on && <Plus size={12} strokeWidth={2.4} />}
        <span>
          {label}
          {on && <span className="text-fg"> {value}</span>}
        </span>
        {on && <ChevronDown size={12} strokeWidth={2.4} />}
      </summary>
      <ul className="popover left-0">
        {options.map(({ label: option, href, count, selected }) => (
          <li key={href}>
            <AppLink kind="bare" replace href={href} className="menu-item" aria-current={selected ? "true" : undefined}>
              <span className="w-4 flex-none text-accent">{selected && <Check size={14} />}</span>
              <span className="flex-1">{option}</span>
              {count !== undefined && <span className="pl-4 text-fg-subtle">{count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
