export function nodeVersionRefusal(version: string): string | null;
