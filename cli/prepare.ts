import { prepareFirstRun } from "@/lib/auth/first-run";
import { disconnect } from "@/lib/data/client";
import { loadCatalogue } from "@/lib/data/load-catalogue";
import { loadThreatModels } from "@/lib/data/load-threat-models";

/**
 * What a migrated database needs before the first request: the catalogue, the threat models, and somebody who can sign in.
 * Returns the one-time code for the first visitor while there is no account, else null.
 */
export async function prepare(environment: Readonly<Record<string, string>>): Promise<string | null> {
  Object.assign(process.env, environment);
  try {
    await loadThreatModels();
    await loadCatalogue();
    const { code } = await prepareFirstRun();
    return code;
  } finally {
    await disconnect();
  }
}
