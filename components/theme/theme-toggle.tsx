import { Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { THEME_COOKIE } from "./theme";

/** Sets the cookie from the field `theme`: "light", "dark" or "system". */
export type ThemeAction = (form: FormData) => Promise<void>;

/**
 * One press to the other theme. The server may not know which one the system shows, so both buttons are there and the style sheet
 * shows the one that changes something.
 */
export function ThemeToggle({ action }: { readonly action: ThemeAction }) {
  return (
    <form action={action} className="flex">
      <span className="dark:hidden">
        <IconButton type="submit" name={THEME_COOKIE} value="dark" label="Switch to dark" icon={Moon} tip="start" />
      </span>
      <span className="hidden dark:inline">
        <IconButton type="submit" name={THEME_COOKIE} value="light" label="Switch to light" icon={Sun} tip="start" />
      </span>
    </form>
  );
}
