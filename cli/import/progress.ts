/** A line at the end of a terminal that says how far an import is. Where there is no terminal it says nothing. */
export interface Progress {
  /** Takes the line away, so that something else can be printed. */
  readonly clear: () => void;
  readonly show: (done: number) => void;
}

const WIDTH = 30;

export function progressOn(stream: Pick<NodeJS.WriteStream, "isTTY" | "write">, total: number): Progress {
  if (!stream.isTTY) return { clear: () => undefined, show: () => undefined };
  return {
    // Carriage return, then erase to the end of the line.
    clear: () => stream.write("\r\u001b[K"),
    show: (done) => stream.write(`${barOf(done, total)} ${done} of ${total}`),
  };
}

/** "[##########--------------------]". */
export function barOf(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
  return `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}]`;
}
