import "server-only";
import { CONTROLS } from "@/lib/catalogue/controls";
import { CATALOGUE_VERSION } from "@/lib/catalogue/version";
import { listHostsToRefold, refoldHost } from "./refold-host";
import { type Sql, transaction } from "./transaction";

/**
 * Loads the catalogue into the database when the program brings another version, and folds hosts again whose findings
 * were made with an older one (rules of evidence 3.13). Safe to call at every start, and by two instances at once.
 */
export async function loadCatalogue(): Promise<void> {
  await transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock(hashtext('bulkhead catalogue'))");
    const { rows } = await sql.query<{ version: number }>("select version from catalogue_load where id = 1");
    if (rows[0]?.version !== CATALOGUE_VERSION) await writeControls(sql);
  });
  for (const hostId of await listHostsToRefold(CATALOGUE_VERSION)) await refoldHost(hostId);
}

async function writeControls(sql: Sql): Promise<void> {
  const rows = CONTROLS.map((control) => ({
    slug: control.slug,
    family: control.family,
    title: control.title,
    section: control.section,
    severity: control.judgement.severity,
    stride: control.judgement.stride.map((link) => link.letter),
    number: control.number,
    first_edition: control.firstEdition,
    last_edition: control.lastEdition,
  }));
  await sql.query(
    `with input as (
       select * from jsonb_to_recordset($1::jsonb)
         as c(slug text, family text, title text, section text, severity "Severity", stride char(1)[], number text, first_edition text, last_edition text)
     ), gone as (
       delete from control where slug not in (select slug from input)
     )
     insert into control (slug, family, title, section, severity, stride, number, first_edition, last_edition)
     select slug, family, title, section, severity, stride, number, first_edition, last_edition from input
     on conflict (slug) do update set family = excluded.family, title = excluded.title, section = excluded.section, severity = excluded.severity,
       stride = excluded.stride, number = excluded.number, first_edition = excluded.first_edition, last_edition = excluded.last_edition`,
    [JSON.stringify(rows)],
  );
  await sql.query(
    `insert into catalogue_load (id, version, loaded_at) values (1, $1, now())
     on conflict (id) do update set version = excluded.version, loaded_at = excluded.loaded_at`,
    [CATALOGUE_VERSION],
  );
}
