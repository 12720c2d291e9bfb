import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

export interface HostFacet {
  readonly value: string;
  readonly hosts: number;
}

/** What the list of hosts can be narrowed to. The most frequent values, at most 20 of each. */
export interface HostFacets {
  readonly environments: readonly HostFacet[];
  readonly labels: readonly HostFacet[];
  readonly retired: number;
}

export async function getHostFacets(viewer: Viewer): Promise<HostFacets> {
  authorize(viewer, "host:read");
  const [environments, labels, retired] = await Promise.all([
    pool().query<HostFacet>(
      `select environment as value, count(*)::int as hosts from host where environment is not null and retired_at is null
       group by 1 order by 2 desc, 1 limit 20`,
    ),
    pool().query<HostFacet>(
      "select label as value, count(*)::int as hosts from host, unnest(labels) as label where retired_at is null group by 1 order by 2 desc, 1 limit 20",
    ),
    pool().query<{ hosts: number }>("select count(*)::int as hosts from host where retired_at is not null"),
  ]);
  return { environments: environments.rows, labels: labels.rows, retired: retired.rows[0]?.hosts ?? 0 };
}
