import "server-only";
import { randomInt } from "node:crypto";

// No letter or digit that can be mistaken for another when it is read out or copied from paper.
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** An initial password to hand over: four groups of five, 100 bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
