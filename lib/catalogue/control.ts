import type { Judgement } from "./judgement";

/** What a control is about; a control belongs to one of them for good. */
export type ControlFamily = "docker" | "kubernetes";

/** A control's number in one edition. */
export interface ControlNumber {
  readonly edition: string;
  readonly number: string;
  /** Printed by a run without -c and -e. */
  readonly inDefaultRun: boolean;
}

/** What a check tests, independent of the edition. */
export interface Control {
  readonly slug: string;
  readonly family: ControlFamily;
  readonly title: string;
  /** What changed between editions, or what the control is not; null for most. */
  readonly note: string | null;
  /** Number in the newest edition of docker-bench-security that has it, or in the newest benchmark of kube-bench; the reference assessment is not asked. */
  readonly number: string;
  /** First part of that number: "5", "C"; of a Kubernetes control its component (`KUBE_SECTIONS`). */
  readonly section: string;
  /** Oldest and newest edition that has it, of docker-bench-security or of one line of kube-bench's benchmarks. */
  readonly firstEdition: string;
  readonly lastEdition: string;
  /** Not part of the newest edition any more; of kube-bench, of the newest of no line. */
  readonly retired: boolean;
  /** Newest edition first, the reference assessment and aquasecurity/docker-bench, or the benchmarks of clouds and the STIG, last. */
  readonly numbers: readonly ControlNumber[];
  /** Every title it ever had, without suffixes, oldest first. */
  readonly titles: readonly string[];
  readonly judgement: Judgement;
}
