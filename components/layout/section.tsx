import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

export interface SectionProps {
  readonly title: ReactNode;
  /** Beside the title on its line, quieter. */
  readonly remark?: ReactNode;
  /** At the far right: the way to all of it. */
  readonly link?: { readonly href: string; readonly label: string } | undefined;
  /** At the far right instead of a link: a button. */
  readonly action?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, remark, link, action, id, children }: SectionProps) {
  return (
    <section id={id} className="mt-7 first:mt-0">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 className="max-md:flex-1">{title}</h2>
        {remark && <p className="text-meta text-fg-muted max-md:order-1 max-md:basis-full md:flex-1">{remark}</p>}
        {link && (
          <AppLink kind="action" href={link.href} className="ml-auto py-0.5 text-meta">
            {link.label}
          </AppLink>
        )}
        {action && <div className="ml-auto self-center">{action}</div>}
      </div>
      {children}
    </section>
  );
}
