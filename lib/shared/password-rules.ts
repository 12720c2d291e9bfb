export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

export type PasswordStrength = "too short" | "easy to guess" | "fair" | "strong";

const COMMON =
  /^(password|passwort|qwerty|qwertz|letmein|welcome|admin|administrator|changeme|bulkhead|secret|docker|kubernetes)+[\d!@#$%^&*._-]*$/i;

/**
 * What is wrong with a password, in words that say how to mend it, or null. `own` are the person's name and e-mail address:
 * a password made of them is the first that is tried.
 */
export function passwordProblem(password: string, own: readonly string[] = []): string | null {
  if ([...password].length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters; a few unrelated words do well.`;
  if (password.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  if (isEasy(password, own)) return "This is too easy to guess. Use a few unrelated words, or let your password manager make one.";
  return null;
}

/** Strength in words, for the line under the field. It promises nothing: length and variety are all it can see. */
export function passwordStrength(password: string, own: readonly string[] = []): PasswordStrength {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "too short";
  if (isEasy(password, own)) return "easy to guess";
  return length >= 16 && new Set(password).size >= 9 ? "strong" : "fair";
}

function isEasy(password: string, own: readonly string[]): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5 || COMMON.test(password) || isRun(lower)) return true;
  const rest = own
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    .reduce((left, word) => left.replaceAll(word, ""), lower);
  return own.length > 0 && rest.replace(/[^\p{L}]/gu, "").length < 4 && rest.length < lower.length;
}

/** "abcdefghijkl", "123456789012": nearly every character follows its neighbour. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) === 1).length;
  return steps >= codes.length - 3;
}
