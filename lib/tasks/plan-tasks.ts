/** One control on one host. `key` is the control's slug, or the local slug of an unmapped title. */
export interface Place {
  readonly key: string;
  readonly hostId: number;
}

export interface OpenTarget extends Place {
  readonly taskId: number;
}

export interface TaskPlan {
  /** One task per control, over the hosts that were selected; this is the task's scope for good. */
  readonly tasks: readonly { readonly key: string; readonly hostIds: readonly number[] }[];
  /** Selected places that have an open task already. */
  readonly taken: readonly OpenTarget[];
}

/** A selection over k controls makes k tasks; a control on a host has at most one open task. */
export function planTasks(selection: readonly Place[], open: readonly OpenTarget[]): TaskPlan {
  const placeOf = ({ key, hostId }: Place): string => `${hostId}\n${key}`;
  const openAt = new Map(open.map((target) => [placeOf(target), target]));
  const hosts = new Map<string, Set<number>>();
  const taken = new Map<string, OpenTarget>();
  for (const place of selection) {
    const target = openAt.get(placeOf(place));
    if (target === undefined) hosts.set(place.key, (hosts.get(place.key) ?? new Set()).add(place.hostId));
    else taken.set(placeOf(place), target);
  }
  return { tasks: [...hosts].map(([key, ids]) => ({ key, hostIds: [...ids] })), taken: [...taken.values()] };
}

/** Hosts where the control fails that are neither in the task nor in another open one: offered, never added silently. */
export function hostsToOffer(
  targetHostIds: readonly number[],
  failingHostIds: readonly number[],
  busyHostIds: readonly number[],
): readonly number[] {
  const out = new Set([...targetHostIds, ...busyHostIds]);
  return [...new Set(failingHostIds)].filter((hostId) => !out.has(hostId));
}
