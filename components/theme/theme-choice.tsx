import { Monitor, Moon, Sun } from "lucide-react";
import { THEME_COOKIE, type Theme } from "./theme";
import type { ThemeAction } from "./theme-toggle";

const CHOICES = [
  { value: "system", label: "System", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const;

export interface ThemeChoiceProps {
  readonly action: ThemeAction;
  /** What the cookie says; null follows the system. */
  readonly theme: Theme | null;
}

/** All three choices in a row; for the user menu and the settings. */
export function ThemeChoice({ action, theme }: ThemeChoiceProps) {
  return (
    <form action={action}>
      <fieldset className="flex">
        <legend className="sr-only">Theme</legend>
        {CHOICES.map(({ value, label, icon: Icon }) => (
          <button
            key={value}
            type="submit"
            name={THEME_COOKIE}
            value={value}
            aria-pressed={(theme ?? "system") === value}
            className="-ml-px flex min-h-8 items-center gap-1.5 border border-border-soft px-2.5 text-small font-medium text-fg-muted first-of-type:ml-0 first-of-type:rounded-l-control last-of-type:rounded-r-control hover:text-fg focus-visible:z-1 aria-pressed:bg-accent-subtle aria-pressed:text-accent"
          >
            <Icon size={14} />
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
