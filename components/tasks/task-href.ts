/** The addresses tasks lead to. */
export const taskHref = (id: number): string => `/tasks/${id}`;

export const scanHref = (id: number): string => `/scans/${id}`;

/** The host with the panel of one of its findings open; just the host when there is no finding. */
export const findingHref = (host: string, findingId: number | null): string =>
  `/hosts/${encodeURIComponent(host)}${findingId === null ? "" : `?finding=${findingId}`}`;

export const newTaskOfControlHref = (key: string): string => `/tasks/new?control=${encodeURIComponent(key)}`;
