import { Ellipsis, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type ButtonSize, buttonClass } from "./button-class";
import { classNames } from "./class-names";
import { Disclosure } from "./disclosure";

export interface MenuProps {
  /** The name of the button; the only thing shown when there is no icon. */
  readonly label: string;
  /** With an icon the button shows only it. */
  readonly icon?: LucideIcon | null;
  readonly align?: "start" | "end";
  /** Of a button with words. */
  readonly size?: ButtonSize;
  /** Links (AppLink kind="bare") and forms with buttons, each of class `menu-item`. */
  readonly children: ReactNode;
}

/** A button that opens a short list of links and actions. Not an ARIA menu: Tab walks through it as through any list. */
export function Menu({ label, icon: Icon = Ellipsis, align = "end", size = "md", children }: MenuProps) {
  return (
    <Disclosure className="relative inline-block">
      <summary className={buttonClass(Icon ? "plain" : "secondary", Icon ? "sm" : size, Icon ? "min-w-7 px-0! md:min-w-6" : undefined)}>
        {Icon ? <Icon size={16} /> : label}
        {Icon && (
          <span className="tip" data-side="start">
            {label}
          </span>
        )}
      </summary>
      <div className={classNames("popover", align === "end" ? "right-0" : "left-0")}>{children}</div>
    </Disclosure>
  );
}
