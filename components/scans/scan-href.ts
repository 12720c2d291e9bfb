/** The line of a scan's log, on whichever page of it the line is. */
export const lineHref = (scanId: number, line: number): string => `/scans/${scanId}/raw?line=${line}#L${line}`;

/** A finding of a host, opened beside the host's list. */
export const findingHref = (host: string, findingId: number): string => `/hosts/${encodeURIComponent(host)}?finding=${findingId}`;

export const hostHref = (host: string): string => `/hosts/${encodeURIComponent(host)}`;

/** A new task for these findings; at most 200 fit into an address. */
export const newTaskHref = (findingIds: readonly number[]): string =>
  `/tasks/new?${findingIds
    .slice(0, 200)
    .map((id) => `finding=${id}`)
    .join("&")}`;
