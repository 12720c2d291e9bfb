import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password-hash";
import { passwordProblem, passwordStrength } from "@/lib/shared/password-rules";

const OWN = ["Ada Lovelace", "ada@example.org"];

describe("passwordProblem", () => {
  it.each(["short", "elevenchars", "🦀🦀🦀🦀🦀🦀"])("wants 12 characters: %s", (password) => {
    expect(passwordProblem(password)).toMatch(/at least 12/);
  });

  it("counts characters, not the bytes that make them", () => expect(passwordProblem("äöüßéèêñçåøœ")).toBeNull());

  it("refuses more than 128 characters before anything is hashed", () => {
    expect(passwordProblem("x1y2z3".repeat(22))).toMatch(/at most 128/);
    expect(passwordProblem("correct horse battery staple ".repeat(4).slice(0, 128))).toBeNull();
  });

  it.each([
    "aaaaaaaaaaaa",
    "abababababab",
    "password1234",
    "Password!2026!",
    "changeme12345",
    "123456789012",
    "abcdefghijklm",
    "adminadmin123",
  ])("refuses what is tried first: %s", (password) => expect(passwordProblem(password)).toMatch(/too easy/));

  it.each(["ada@example.org", "AdaLovelace1815", "lovelace-ada-1"])("refuses what is made of the person's name: %s", (password) => {
    expect(passwordProblem(password, OWN)).toMatch(/too easy/);
    expect(passwordProblem(`${password} and something else`, OWN)).toBeNull();
  });

  it.each(["correct horse battery", "tr0mbone-lamp-42", "Zq8!vLm2#pXw"])("accepts %s", (password) => {
    expect(passwordProblem(password, OWN)).toBeNull();
  });
});

describe("passwordStrength", () => {
  it.each([
    ["kort", "too short"],
    ["password1234", "easy to guess"],
    ["Zq8!vLm2#pXw", "fair"],
    ["correct horse battery", "strong"],
  ])("calls %s %s", (password, words) => expect(passwordStrength(password, OWN)).toBe(words));
});

describe("hashPassword", () => {
  it("is argon2id with 64 MiB and three passes, salted", async () => {
    const [one, two] = await Promise.all([hashPassword("correct horse battery"), hashPassword("correct horse battery")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(two).not.toBe(one);
    expect(await verifyPassword("correct horse battery", one)).toBe(true);
    expect(await verifyPassword("correct horse batterY", one)).toBe(false);
  });

  it("knows a password whose letters were typed as other code points", async () => {
    const hash = await hashPassword("caf\u00e9 caf\u00e9 caf\u00e9");
    expect(await verifyPassword("cafe\u0301 cafe\u0301 cafe\u0301", hash)).toBe(true);
  });

  it("refuses a hash it cannot read instead of failing", async () => expect(await verifyPassword("x", "scrypt:whatever")).toBe(false));

  it("answers a flood with 'try again' instead of memory", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword("correct horse battery")));
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(18);
    expect(refused[0]).toMatchObject({ reason: { code: "unavailable" } });
    expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id/);
  });
});
