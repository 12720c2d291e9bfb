import "server-only";

/** A finding `f` as the tasks on it follow it: a FollowedFinding. */
export const FOLLOWED = `json_build_object('state', f.state, 'verdict', f.fold->>'verdict',
  'claimed', coalesce(f.fold->>'work', '') = 'awaiting_verification',
  'items', (select coalesce(json_agg(i->>'key'), '[]') from json_array_elements(f.fold->'items') i))`;
