-- AlterTable
ALTER TABLE "scan" ADD COLUMN "wall_clock" TEXT;

-- No host has had a zone setting before this, so that what was assumed was UTC.
UPDATE "scan" SET "wall_clock" = to_char("ran_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') WHERE "time_source" = 'log_assumed_zone';

-- A merge takes people's acts along to the host that stays. All else of an act is as it was done.
CREATE FUNCTION "refuse_change_but_host"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'host_id' IS DISTINCT FROM to_jsonb(OLD) - 'host_id' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
DROP TRIGGER "act_no_change" ON "act";
CREATE TRIGGER "act_no_change" BEFORE UPDATE ON "act"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_but_host"();
