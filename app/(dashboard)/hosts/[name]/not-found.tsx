import { headers } from "next/headers";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Viewer } from "@/lib/access/viewer";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { pageViewer } from "@/lib/auth/viewer";
import { suggestHostNames } from "@/lib/data/hosts";
import { hostHref } from "../host-href";
import { hostNameOf } from "./host-name-param";
import { nearNames } from "./near-names";

/** Names that begin alike are looked at, by three letters and by one; the nearest of them are shown. */
const PREFIXES = [3, 1];
const LOOKED_AT = 300;
const SHOWN = 5;

export default async function HostNotFound() {
  const viewer = await pageViewer("host:read");
  const name = hostNameOf(hostPart((await headers()).get(PATH_HEADER) ?? ""));
  const near = name === null ? [] : nearNames(name, await alike(viewer, name), SHOWN);
  return (
    <>
      <PageHead title="Host not found" crumbs={[{ label: "Hosts", href: "/hosts" }]} crumb={name ?? "Not found"} />
      <PageBody>
        <EmptyState
          title={name === null ? "This address names no host" : `There is no host called ${name}`}
          actions={<ButtonLink href="/hosts">Show all hosts</ButtonLink>}
        >
          {near.length > 0 ? (
            <>
              Did you mean{" "}
              {near.map((other, index) => (
                <span key={other}>
                  {index > 0 && (index === near.length - 1 ? " or " : ", ")}
                  <AppLink href={hostHref(other)}>{other}</AppLink>
                </span>
              ))}
              ?
            </>
          ) : (
            "It may have been renamed or deleted. A host appears with its first scan."
          )}
        </EmptyState>
      </PageBody>
    </>
  );
}

async function alike(viewer: Viewer, name: string): Promise<string[]> {
  const found = await Promise.all(PREFIXES.map((length) => suggestHostNames(viewer, name.slice(0, length), LOOKED_AT)));
  return [...new Set(found.flat())];
}

const hostPart = (path: string): string => /^\/hosts\/([^/?]+)/.exec(path)?.[1] ?? "";
