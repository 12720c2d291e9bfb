import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

interface ButtonLook {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: LucideIcon | undefined;
}

export type ButtonProps = ButtonLook & ComponentPropsWithRef<"button">;

/** A button. It submits only when told to (`type="submit"`). */
export function Button({ variant, size, icon: Icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(variant, size, className)} {...rest}>
      {Icon && <Icon size={14} />}
      {children}
    </button>
  );
}

export type ButtonLinkProps = ButtonLook & Omit<AppLinkProps, "kind">;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, icon: Icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <AppLink kind="bare" className={buttonClass(variant, size, className)} {...rest}>
      {Icon && <Icon size={14} />}
      {children}
    </AppLink>
  );
}
