import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

export interface CodeBlockProps {
  readonly code: string;
  /** Names the block for ears, e.g. "Fix for /etc/docker/daemon.json". */
  readonly label: string;
  /** Breaks long lines instead of scrolling. Logs want it, commands do not. */
  readonly wrap?: boolean;
  /** Puts a Copy button into the corner; it copies `code` and nothing else. */
  readonly copy?: boolean;
  readonly className?: string;
}

/** Code, commands, one line of a log. */
export function CodeBlock({ code, label, wrap = false, copy = false, className }: CodeBlockProps) {
  return (
    <div className={classNames("relative", className)}>
      <ScrollRegion label={label} className={classNames("code", wrap && "code-wrap", copy && "pr-22!")}>
        <pre className="[white-space:inherit]">{code}</pre>
      </ScrollRegion>
      {copy && (
        <span className="absolute top-1.5 right-1.5">
          <CopyButton text={code} />
        </span>
      )}
    </div>
  );
}

export interface CodeLine {
  readonly line: number;
  readonly text: string;
}

export interface LineBlockProps {
  readonly label: string;
  readonly lines: readonly CodeLine[];
  /** The line the matter is about. */
  readonly marked?: number;
  /** Gives every line the id `L<number>`, so that an address can point at it. */
  readonly anchors?: boolean;
}

/** Lines of a file with their numbers, one of them marked. The numbers are not part of what is selected and copied. */
export function LineBlock({ label, lines, marked, anchors = false }: LineBlockProps) {
  return (
    <ScrollRegion label={label} className="code code-wrap">
      <pre className="[white-space:inherit]">
        {lines.map(({ line, text }) => (
          <span
            key={line}
            id={anchors ? `L${line}` : undefined}
            data-line={line}
            data-marked={line === marked || undefined}
            className="target:bg-surface-selected"
          >
            {text || " "}
          </span>
        ))}
      </pre>
    </ScrollRegion>
  );
}
