import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLog } from "./log-file";

const golden = (name: string): unknown => JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), "utf8"));

describe("whole files", () => {
  it.each([
    ["v1.0.0-20150513/default5.text", "v1.0.0-20150513-default5"],
    ["v1.3.4-20180510/before.kill60.json", "v1.3.4-20180510-before-kill60"],
    ["v1.6.1/before.c-community.log", "v1.6.1-before-c-community"],
  ])("%s", (file, name) => {
    expect(readLog(file)).toEqual(golden(name));
  });
});
