import { Search } from "lucide-react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export interface SearchFormProps {
  /** Where the query is sent, by GET. */
  readonly action: string;
  readonly label: string;
  readonly name?: string;
  readonly defaultValue?: string | undefined;
  readonly placeholder?: string;
  /** The key that focuses the field, shown in it. */
  readonly shortcut?: string;
  /** Other filters of the address, kept when the form is sent. */
  readonly keep?: readonly (readonly [name: string, value: string])[];
  readonly className?: string;
}

/** A field that searches or filters by address; works without a script. */
export function SearchForm({ action, label, name = "q", defaultValue, placeholder, shortcut, keep = [], className }: SearchFormProps) {
  return (
    <search className={classNames("relative block", className)}>
      <form action={action}>
        {keep.map(([key, value]) => (
          <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
        ))}
        <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-fg-subtle" />
        <input
          type="search"
          name={name}
          aria-label={label}
          aria-keyshortcuts={shortcut}
          defaultValue={defaultValue}
          placeholder={placeholder ?? label}
          autoComplete="off"
          className={classNames("control pl-8!", shortcut && "pr-8!")}
        />
        {shortcut && <Kbd className="absolute top-1/2 right-1.5 -translate-y-1/2">{shortcut}</Kbd>}
      </form>
    </search>
  );
}
