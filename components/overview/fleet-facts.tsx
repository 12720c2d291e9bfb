import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { silentWords } from "@/lib/hardening/freshness";

export interface FleetFactsProps {
  readonly hosts: number;
  readonly silentHosts: number;
  /** For how many days a scan is fresh. */
  readonly freshDays: number;
  /** The longest silent of them, by name. */
  readonly silent: readonly { readonly name: string; readonly href: string }[];
}

/** A quiet link of the target size. */
const Fact = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <AppLink kind="bare" href={href} className="inline-flex min-h-6 items-center underline-offset-3 hover:text-fg hover:underline">
    {children}
  </AppLink>
);

const Dot = () => (
  <span aria-hidden className="text-fg-subtle">
    ·
  </span>
);

/** How many hosts there are and how many of them nobody has heard of lately: a silent host is a risk, not a good one. */
export function FleetFacts({ hosts, silentHosts, freshDays, silent }: FleetFactsProps) {
  const more = silentHosts - silent.length;
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Fact href="/hosts">
        {hosts} {hosts === 1 ? "host" : "hosts"}
      </Fact>
      <Dot />
      <Fact href="/hosts?silent=0">{hosts - silentHosts} fresh</Fact>
      {silentHosts > 0 && (
        <>
          <Dot />
          <span>
            <Fact href="/hosts?silent=1">
              {silentHosts} {silentWords(freshDays).toLowerCase()}
            </Fact>
            {": "}
            {silent.map(({ name, href }, index) => (
              <span key={name}>
                {index > 0 && ", "}
                <AppLink href={href} className="wrap-anywhere">
                  {name}
                </AppLink>
              </span>
            ))}
            {more > 0 && ` and ${more} more`}
          </span>
        </>
      )}
    </div>
  );
}
