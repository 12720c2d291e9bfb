import type { ControlFamily } from "@/lib/catalogue/control";
import { getControl } from "@/lib/catalogue/controls";
import { canPassIn } from "@/lib/catalogue/passable";
import type { Covering } from "@/lib/hardening/host-state";

/** Whose controls a tool tests. */
export const familyOf = (tool: string): ControlFamily => (tool === "kube-bench" ? "kubernetes" : "docker");

/**
 * Whether a host's scans can say PASS of a control. Asks the editions of the newest scan of each tool; a host without a scan of a
 * control's family rules nothing out.
 */
export function passableOn(coverings: readonly Covering[]): (control: string) => boolean {
  const newest = new Map(coverings.map((covering) => [covering.tool, covering]));
  return (control) => {
    const family = getControl(control)?.family;
    const scans = [...newest.values()].filter(({ tool }) => familyOf(tool) === family);
    return scans.length === 0 || scans.some(({ edition }) => canPassIn(control, edition));
  };
}
