import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Where systems keep a Chromium, by platform, best first. */
const KNOWN: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"],
    ...["/snap/bin/chromium", "/usr/bin/microsoft-edge"],
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["C:/Program Files/Google/Chrome/Application/chrome.exe", "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"],
};

export interface Browser {
  /** Null for Playwright's own. */
  readonly executable: string | null;
}

/** CHROMIUM_PATH, else Playwright's own browser, else one of this machine; null when there is none. */
export function findBrowser(): Browser | null {
  if (process.env.CHROMIUM_PATH) return { executable: process.env.CHROMIUM_PATH };
  if (existsSync(chromium.executablePath())) return { executable: null };
  const found = KNOWN[process.platform]?.find((path) => existsSync(path));
  return found === undefined ? null : { executable: found };
}

/** A browser for the end-to-end tests, installed when there is none. */
export function ensureBrowser(): Browser {
  const browser = findBrowser() ?? installFromDebian() ?? installFromPlaywright();
  if (browser) return browser;
  throw new Error("There is no browser for the end-to-end tests: install Chromium or Chrome, or set CHROMIUM_PATH.");
}

function installFromDebian(): Browser | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("There is no Chromium: installing it with apt-get ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]): void => {
    // The waiting is for another checkout that installs it at the same time.
    const options = ["-qq", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"];
    spawnSync("apt-get", [...options, ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  return findBrowser();
}

function installFromPlaywright(): Browser | null {
  console.log("There is no Chromium: installing Playwright's own ...");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], { stdio: "inherit" });
  return findBrowser();
}
