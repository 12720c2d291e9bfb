import { counted } from "@/lib/shared/counted";

/** "7 hosts with 19 scans", "7 hosts with 19 scans and 2 tasks". */
export const sampleWords = ({ hosts, scans, tasks }: { readonly hosts: number; readonly scans: number; readonly tasks: number }): string =>
  `${counted(hosts, "host")} with ${counted(scans, "scan")}${tasks > 0 ? ` and ${counted(tasks, "task")}` : ""}`;
