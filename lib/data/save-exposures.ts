import "server-only";
import type { Covering, HostState } from "@/lib/hardening/host-state";
import { type EvidenceAge, type HostExposure, hostExposures, type ThreatStatement } from "@/lib/threats/host-exposure";
import { familyOf, passableOn } from "@/lib/threats/passable-on";
import { coverageId } from "./scan-step";
import type { ModelRules } from "./threat-rules";
import type { Sql } from "./transaction";

/** What is known of a host, as far as threats ask. */
export interface HostEvidence extends Pick<HostState, "findings" | "coverings"> {
  readonly hostId: number;
}

/** What a host's exposures follow from besides its findings. */
interface HostSetting {
  readonly hostId: number;
  /** Slugs a person chose; null follows the evidence. */
  readonly chosen: readonly string[] | null;
  readonly statements: readonly ThreatStatement[] | null;
}

/**
 * Computes every threat of some locked hosts and writes those that changed; in the transaction of what changed them, so that a
 * host's exposures are exact at every instant. `now` in epoch milliseconds.
 */
export async function saveExposures(sql: Sql, hosts: readonly HostEvidence[], models: readonly ModelRules[], now: number): Promise<void> {
  const settings = await readSettings(sql, hosts, now);
  const exposures: object[] = [];
  const under: { host_id: number; model_id: number; unmitigated: number }[] = [];
  for (const host of hosts) {
    const { chosen = null, statements = null } = settings.get(host.hostId) ?? {};
    const rowOf = rowsOf(host.hostId);
    const context = { canPass: passableOn(host.coverings), now };
    for (const model of models.filter((each) => isUnder(each, chosen, host.coverings))) {
      const found = hostExposures(host, model.threats, statements ?? [], context);
      exposures.push(...found.map(rowOf));
      const unmitigated = found.filter(({ verdict }) => verdict === "unmitigated").length;
      under.push({ host_id: host.hostId, model_id: model.id, unmitigated });
    }
  }
  const values = [hosts.map(({ hostId }) => hostId), JSON.stringify(exposures), JSON.stringify(under)];
  await sql.query({ name: "save-exposures", text: SAVE, values });
}

async function readSettings(sql: Sql, hosts: readonly HostEvidence[], now: number): Promise<Map<number, HostSetting>> {
  const { rows } = await sql.query<HostSetting>({
    name: "exposure-settings",
    text: `select h.id as "hostId", case when h.models_chosen then h.threat_models end as chosen,
        (select json_agg(json_build_object('threatId', threat_id, 'says', says, 'until', (extract(epoch from until) * 1000)::bigint) order by id desc)
         from threat_attestation a where a.host_id = h.id and a.until > $2 and a.withdrawn_at is null) as statements
      from host h where h.id = any($1::int[])`,
    values: [hosts.map(({ hostId }) => hostId), new Date(now)],
  });
  return new Map(rows.map((row) => [row.hostId, row]));
}

/** Which models a host is under follows from its evidence, unless a person chose (rules of evidence 4.21). */
const isUnder = ({ slug, evidence }: ModelRules, chosen: readonly string[] | null, coverings: readonly Covering[]): boolean =>
  chosen === null ? coverings.some(({ tool }) => evidence.includes(familyOf(tool))) : chosen.includes(slug);

const instant = (age: EvidenceAge | null) => (age !== null && "at" in age ? new Date(age.at) : null);

/** One host's exposures as they are stored. The address of a coverage is computed once for all its threats. */
function rowsOf(hostId: number): (exposure: HostExposure) => object {
  const ids = new Map<Covering, string>();
  const coverage = (age: EvidenceAge | null): string | null => {
    if (age === null || !("covering" in age)) return null;
    const { covering } = age;
    const id = ids.get(covering) ?? coverageId(covering.tool, covering.keys);
    ids.set(covering, id);
    return id;
  };
  return ({ threatId, verdict, passed, required, newest, oldest, until, after }) => ({
    host_id: hostId,
    threat_id: threatId,
    verdict,
    passed,
    required,
    newest_coverage: coverage(newest),
    newest_at: instant(newest),
    oldest_coverage: coverage(oldest),
    oldest_at: instant(oldest),
    until: until === null ? null : new Date(until),
    after,
  });
}

const COLUMNS = ["verdict", "passed", "required", "newest_coverage", "newest_at", "oldest_coverage", "oldest_at", "until", "after"];
const of = (table: string): string => COLUMNS.map((column) => `${table}.${column}`).join(", ");

// What stays the same is not written: a rescan of an unchanged host changes no row here.
const SAVE = `
  with input as (
    select * from json_to_recordset($2::json) as e(host_id int, threat_id int, verdict "Exposure", passed smallint, required smallint,
      newest_coverage char(64), newest_at timestamptz, oldest_coverage char(64), oldest_at timestamptz, until timestamptz, after "Exposure")
  ), under as (
    select * from json_to_recordset($3::json) as m(host_id int, model_id int, unmitigated int)
  ), gone as (
    delete from threat_exposure e where e.host_id = any($1::int[])
      and not exists (select 1 from input where input.host_id = e.host_id and input.threat_id = e.threat_id)
  ), saved as (
    insert into threat_exposure (host_id, threat_id, ${COLUMNS.join(", ")}) select host_id, threat_id, ${of("input")} from input
    on conflict (threat_id, host_id) do update set (${COLUMNS.join(", ")}) = row(${of("excluded")})
    where (${of("threat_exposure")}) is distinct from (${of("excluded")})
  ), left_models as (
    delete from host_model m where m.host_id = any($1::int[])
      and not exists (select 1 from under where under.host_id = m.host_id and under.model_id = m.model_id)
  )
  insert into host_model (host_id, model_id, unmitigated) select host_id, model_id, unmitigated from under
  on conflict (model_id, host_id) do update set unmitigated = excluded.unmitigated where host_model.unmitigated <> excluded.unmitigated`;
