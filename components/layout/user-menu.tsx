import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Disclosure } from "@/components/ui/disclosure";

export interface UserMenuProps {
  readonly name: string;
  /** Under the name: role, or address and role. */
  readonly detail?: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** A ThemeChoice. */
  readonly theme?: ReactNode;
  /** A form whose button has the class `menu-item` and the words "Sign out". */
  readonly signOut: ReactNode;
}

/** Two letters that stand for a name: "Ada Lovelace" AL, "user1" U1. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  const [first = "?", second] = words;
  const letters = second ? first.charAt(0) + second.charAt(0) : first.charAt(0) + (/\d/.exec(first)?.[0] ?? first.charAt(1));
  return letters.toUpperCase();
}

/** Who is signed in, and what is theirs. */
export function UserMenu({ name, detail, links, theme, signOut }: UserMenuProps) {
  return (
    <Disclosure className="relative">
      <summary className="relative flex size-8 items-center justify-center rounded-full border border-border-soft bg-grey-subtle text-small font-semibold text-grey-fg md:size-7">
        <span aria-hidden>{initials(name)}</span>
        <span className="sr-only">Account of {name}</span>
      </summary>
      <div className="popover right-0 w-64">
        <div className="px-2 pt-1 pb-2">
          <p className="font-medium wrap-anywhere">{name}</p>
          {detail && <p className="text-small text-fg-muted wrap-anywhere">{detail}</p>}
        </div>
        {theme && <div className="px-2 pb-2">{theme}</div>}
        <hr className="mb-1" />
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <AppLink kind="bare" href={href} className="menu-item">
                {label}
              </AppLink>
            </li>
          ))}
        </ul>
        {signOut}
      </div>
    </Disclosure>
  );
}
