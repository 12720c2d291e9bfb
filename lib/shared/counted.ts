/** "1 check", "2 checks", "1,200 checks"; `plural` where an s does not make it. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? noun : plural}`;
