import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../lib/data/", import.meta.url);

/** Exported functions with their first parameter, by file. */
function exportedFunctions(): { readonly file: string; readonly name: string; readonly first: string }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, FOLDER), "utf8");
      const functions = source.matchAll(/^export (?:async )?function (\w+)(?:<[^(]*>)?\(\s*([^,)]*)/gm);
      return [...functions].map(([, name = "", first = ""]) => ({ file, name, first: first.trim() }));
    });
}

/**
 * What may ask without a viewer: connections, blobs, steps inside a transaction that somebody was authorised for, and what
 * runs before anybody can be known (signing in, the first run, starting). A new name here needs a reason.
 */
const WITHOUT_VIEWER = new Set([
  ...["disconnect", "pingDatabase", "transaction", "isUnavailable", "packRun", "unpackRun", "digestResults", "scanStep", "findingColumns"],
  ...[
    "loadCatalogue",
    "loadThreatModels",
    "listHostsToRefold",
    "refoldHost",
    "levelCounts",
    "makeTokenSecret",
    "hashTokenSecret",
    "planSelection",
  ],
  // Pure checks of what somebody who was asked already holds.
  ...[
    "compactFindingTally",
    "compactExposureTally",
    "checkedHostName",
    "keepSamplesApart",
    "checkedLabels",
    "subjectOf",
    "taskWhereValues",
    "isLate",
    "targetSql",
  ],
  // The bytes of a secret, for those who hold it.
  ...["sealSecret", "openSecret"],
  ...["countAttempt", "returnAttempt", "findSessionUser", "maySignIn", "recordSession", "findTokenViewer"],
  ...["hasUsers", "storeSetupCode", "isSetupCode", "createAdminUnattended", "claimSetupCode"],
]);

describe("the data layer", () => {
  const functions = exportedFunctions();

  it("has functions to look at", () => {
    expect(functions.length).toBeGreaterThan(50);
  });

  it("asks for a viewer first, or works inside a transaction, or is one of the few that come before anybody is known", () => {
    const open = functions.filter(({ name, first }) => !/^viewer: Viewer$|^(sql|tx|writer): /.test(first) && !WITHOUT_VIEWER.has(name));
    expect(open.map(({ file, name, first }) => `${file} ${name}(${first})`)).toEqual([]);
  });

  it("asks the policy in every function that takes a viewer", () => {
    const silent = readdirSync(FOLDER)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => {
        const source = readFileSync(new URL(file, FOLDER), "utf8");
        const bodies = source.split(/^(?=export (?:async )?function )/m).slice(1);
        return bodies
          .filter((body) => /^export (?:async )?function \w+(?:<[^(]*>)?\(\s*viewer: Viewer/.test(body))
          .filter((body) => !/authorize\(viewer|viewer\.userId|ownId\(viewer\)|\w+\(viewer,/.test(body))
          .map((body) => `${file} ${/function (\w+)/.exec(body)?.[1]}`);
      });
    expect(silent).toEqual([]);
  });
});
