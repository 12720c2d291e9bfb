import { CircleDashed, TriangleAlert } from "lucide-react";

/** What the diagram's lines and badges mean. */
export function DiagramKey() {
  return (
    <ul aria-label="What the diagram's marks mean" className="threat-key">
      <li>
        <svg width={28} height={8} aria-hidden="true">
          <path d="M0 4H28" className="dfd-boundary" />
        </svg>
        trust boundary
      </li>
      <li>
        <svg width={28} height={8} aria-hidden="true">
          <path d="M0 4H28" className="dfd-line" />
        </svg>
        data flow
      </li>
      <li className="text-red-fg">
        <TriangleAlert size={12} strokeWidth={2.4} aria-hidden />
        unmitigated threats
      </li>
      <li>
        <CircleDashed size={12} strokeWidth={2.4} aria-hidden />
        threats without evidence yet
      </li>
      <li className="text-fg-subtle">no badge: no threat linked</li>
    </ul>
  );
}
