// npm run boundaries: the rules of .dependency-cruiser.mjs, with a check that they looked at the project at all.
import { spawnSync } from "node:child_process";
import { checkBoundaries } from "./check-boundaries";

/** Modules that git knows or would take, as it is asked where: what was cruised is compared with this. */
function sourceCount(): number {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], { encoding: "utf8" });
  return listed.status === 0 ? listed.stdout.split("\n").filter(Boolean).length : 0;
}

const { modules, violations } = await checkBoundaries(process.cwd());
const expected = sourceCount();
for (const violation of violations) console.error(violation);
if (modules < Math.max(expected, 1)) {
  // A cruiser that cannot read TypeScript finds no modules and therefore nothing wrong.
  violations.push("too-few-modules");
  console.error(`Only ${modules} modules were checked, and git knows ${expected}.`);
}
console.log(`${modules} modules checked, ${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;
