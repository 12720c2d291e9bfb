import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Floors = z.record(z.string(), z.object({ atLeast: z.string(), because: z.string() }));
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** Installed versions older than a floor, as "name version < floor". A pre-release counts as older than its release. */
function belowFloor(lock: z.infer<typeof Lock>, floors: z.infer<typeof Floors>): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { version = "0.0.0" }]) => {
    const name = path.split("node_modules/").at(-1) ?? "";
    const floor = Object.hasOwn(floors, name) ? floors[name] : undefined;
    return floor && isOlder(version, floor.atLeast) ? [`${name} ${version} < ${floor.atLeast}`] : [];
  });
}

function isOlder(version: string, floor: string): boolean {
  const [release = "", preRelease] = version.split("-");
  const [mine, least] = [release, floor].map((text) => text.split(".").map(Number));
  for (const [i, part] of (least ?? []).entries()) {
    const own = mine?.[i] ?? 0;
    if (own !== part) return own < part;
  }
  return preRelease !== undefined;
}

const floors = Floors.parse(JSON.parse(readFileSync("security/floors.json", "utf8")));
const lock = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

describe("security floors", () => {
  it("are held by every version in package-lock.json, nested ones too", () => {
    expect(belowFloor(lock, floors)).toEqual([]);
  });

  it("cover the packages that face the net", () => {
    expect(Object.keys(floors)).toEqual(["next", "react", "react-dom", "better-auth", "undici", "yauzl", "sharp"]);
  });

  it("notice an old version, a nested one and a pre-release", () => {
    const packages = {
      "node_modules/next": { version: "16.4.0" },
      "node_modules/react": { version: "19.3.10" },
      "node_modules/other/node_modules/undici": { version: "8.9.12" },
      "node_modules/sharp": { version: "0.35.5-rc.1" },
    };
    expect(belowFloor({ packages }, floors)).toEqual(["next 16.4.0 < 16.4.1", "undici 8.9.12 < 8.10.2", "sharp 0.35.5-rc.1 < 0.35.5"]);
  });
});
