import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import { type ButtonSize, buttonClass } from "./button-class";
import { classNames } from "./class-names";

interface IconLook {
  /** The name: always in the accessibility tree, in sight on hover and focus. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: Exclude<ButtonSize, "lg">;
  /** Where the name opens; "start" keeps it inside the page at the right edge. */
  readonly tip?: "centre" | "start" | "right";
}

const square = (size: IconLook["size"], extra: string | undefined): string =>
  buttonClass("plain", size, classNames(size === "sm" ? "min-w-7 px-0! md:min-w-6" : "min-w-9 px-0! md:min-w-8", extra));

const Tip = ({ label, side }: { readonly label: string; readonly side: string }) => (
  <span className="tip" data-side={side}>
    {label}
  </span>
);

export type IconButtonProps = IconLook & Omit<ComponentPropsWithRef<"button">, "children" | "aria-label">;

/** A button that shows only an icon. */
export function IconButton({ label, icon: Icon, size = "md", tip = "centre", className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button type={type} className={square(size, className)} {...rest}>
      <Icon size={16} />
      <Tip label={label} side={tip} />
    </button>
  );
}

export type IconLinkProps = IconLook & Omit<AppLinkProps, "kind" | "children" | "aria-label">;

/** A link that shows only an icon. */
export function IconLink({ label, icon: Icon, size = "md", tip = "centre", className, ...rest }: IconLinkProps) {
  return (
    <AppLink kind="bare" className={square(size, className)} {...rest}>
      <Icon size={16} />
      <Tip label={label} side={tip} />
    </AppLink>
  );
}
