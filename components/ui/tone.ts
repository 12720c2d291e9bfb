/** The six status families. A tone repeats what an icon and a word already say; it never says something alone. */
export type Tone = "red" | "green" | "amber" | "blue" | "violet" | "grey";

/** The class that sets text-tone, bg-tone-subtle, border-tone-border and bg-tone-solid for everything inside. */
export const toneClass = (tone: Tone): string => `tone-${tone}`;
