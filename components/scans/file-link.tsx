import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type ButtonSize, buttonClass } from "@/components/ui/button-class";

export interface FileLinkProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly size?: ButtonSize;
  readonly children: ReactNode;
}

/** A link to something that is no page: a download, or JSON. The router must not try to render it. */
export function FileLink({ href, icon: Icon, size = "md", children }: FileLinkProps) {
  return (
    <a href={href} className={buttonClass("secondary", size)}>
      <Icon size={14} />
      {children}
    </a>
  );
}
