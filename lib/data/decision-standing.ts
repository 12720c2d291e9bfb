import { EXPIRING_DAYS } from "@/lib/hardening/decision";

/**
 * True in SQL while the fold of finding `f` still holds decision `d`, put in force by act `t.act_id`. Of "not applicable" the fold knows
 * only when it was said.
 */
export const IN_FORCE = `(case d.kind
  when 'accept' then exists (select 1 from json_array_elements(f.fold->'decisions'->'acceptances') a where a->>'id' = 'decision-' || d.id)
  when 'not_applicable' then exists (select 1 from act a
    where a.id = t.act_id and (extract(epoch from a.at) * 1000)::bigint = (f.fold->'decisions'->'notApplicable'->>'at')::bigint)
  else f.fold->'decisions'->'attestation'->>'id' = 'decision-' || d.id end)`;

/** True in SQL where none of the items of acceptance `d` fails any more. */
const COVERS_NOTHING = `not d.any_item and not exists (
  select 1 from json_array_elements(f.fold->'items') i where i->>'key' = any(d.item_keys))`;

/**
 * Where decision `d` stands on the host `t` whose finding is `f`, as SQL; `now` is a parameter. Read from the fold's own value, so that it
 * can never say something else than the finding does. A decision whose day has come counts as expired before the job ends it.
 */
export const standingSql = (now: string): string => `(case
  when d.status = 'requested' then 'requested'
  when d.status in ('declined', 'withdrawn') then 'ended'
  when t.act_id is null or f.id is null then 'unused'
  when d.until <= ${now}::timestamptz then 'expired'
  when not ${IN_FORCE} then 'ended'
  when d.kind = 'accept' and (f.fold->'decisions'->>'outgrown')::boolean then 'widened'
  when d.kind = 'accept' and ${COVERS_NOTHING} then 'unused'
  when d.until <= ${now}::timestamptz + interval '${EXPIRING_DAYS} days' then 'expiring'
  else 'active' end)`;
