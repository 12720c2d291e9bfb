import type { FindingEvent } from "./events";
import type { Finding } from "./finding";
import type { HostState } from "./host-state";

/** What a step made of a host: only the findings that differ, so that an unchanged rescan writes none. */
export interface StepResult {
  readonly host: HostState;
  readonly changed: readonly Finding[];
  readonly events: readonly FindingEvent[];
}
