import type { UploadVerdict } from "@/lib/data/gate-upload";
import type { GateRemark, GateRule } from "@/lib/hardening/gate";
import { gateSentence } from "@/lib/hardening/gate-words";

/** A verdict as fields beside `scan` and `diff`. */
export const gateJson = ({ passes, rule, scanId, reasons, notes }: UploadVerdict) => ({
  gate: passes ? ("pass" as const) : ("fail" as const),
  gateMode: rule.mode,
  gateScanId: scanId,
  gateReasons: reasons.map((remark) => remarkJson(remark, rule)),
  gateNotes: notes.map((remark) => remarkJson(remark, rule)),
});

const remarkJson = (remark: GateRemark, rule: GateRule) => ({ message: gateSentence(remark, rule), ...remark });
