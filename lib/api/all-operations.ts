import type { Operation } from "./operation";
import * as bulkActions from "./operations/bulk-actions";
import * as decisions from "./operations/decisions";
import * as findings from "./operations/findings";
import * as hosts from "./operations/hosts";
import * as scans from "./operations/scans";
import * as tasks from "./operations/tasks";
import * as threatModels from "./operations/threat-models";

/** Every call of the REST API. A test holds this list against the route files. */
export const ALL_OPERATIONS: readonly Operation[] = [scans, hosts, findings, threatModels, tasks, decisions, bulkActions].flatMap((noun) =>
  Object.values<Operation>(noun),
);
