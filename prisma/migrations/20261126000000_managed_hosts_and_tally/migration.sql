-- AlterTable
ALTER TABLE "host" ADD COLUMN "retired_at" TIMESTAMPTZ(3),
ADD COLUMN "retired_by" TEXT,
ADD COLUMN "sample" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "host_alias" (
    "name" TEXT NOT NULL,
    "host_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "host_alias_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "finding_tally" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "state" "FindingState" NOT NULL,
    "level" "Level",
    "n" INTEGER NOT NULL,

    CONSTRAINT "finding_tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "host_alias_host_id_idx" ON "host_alias"("host_id");

-- AddForeignKey
ALTER TABLE "host_alias" ADD CONSTRAINT "host_alias_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The tally follows the findings by triggers, so that no writer can forget it. Findings of retired hosts are not counted.
-- A host that is being deleted has taken its share back already, in its own trigger, and is no longer there to be joined.
CREATE FUNCTION "tally_inserted_findings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_tally (key, state, level, n)
  SELECT f.key, f.state, f.level, count(*) FROM new_rows f JOIN host h ON h.id = f.host_id AND h.retired_at IS NULL
  GROUP BY f.key, f.state, f.level;
  RETURN NULL;
END
$$;
CREATE TRIGGER "finding_tally_insert" AFTER INSERT ON "finding" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_inserted_findings"();

CREATE FUNCTION "tally_updated_findings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_tally (key, state, level, n)
  SELECT f.key, f.state, f.level, sum(f.n) FROM (
    SELECT host_id, key, state, level, 1 AS n FROM new_rows
    UNION ALL
    SELECT host_id, key, state, level, -1 FROM old_rows
  ) f JOIN host h ON h.id = f.host_id AND h.retired_at IS NULL
  GROUP BY f.key, f.state, f.level HAVING sum(f.n) <> 0;
  RETURN NULL;
END
$$;
CREATE TRIGGER "finding_tally_update" AFTER UPDATE ON "finding" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_updated_findings"();

CREATE FUNCTION "tally_deleted_findings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_tally (key, state, level, n)
  SELECT f.key, f.state, f.level, -count(*) FROM old_rows f JOIN host h ON h.id = f.host_id AND h.retired_at IS NULL
  GROUP BY f.key, f.state, f.level;
  RETURN NULL;
END
$$;
CREATE TRIGGER "finding_tally_delete" AFTER DELETE ON "finding" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_deleted_findings"();

-- A host that retires takes its findings out of the tally, one that comes back brings them in again.
CREATE FUNCTION "tally_host_retired"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_tally (key, state, level, n)
  SELECT key, state, level, CASE WHEN NEW.retired_at IS NULL THEN 1 ELSE -1 END * count(*) FROM finding WHERE host_id = NEW.id
  GROUP BY key, state, level;
  RETURN NULL;
END
$$;
CREATE TRIGGER "host_tally_retired" AFTER UPDATE OF "retired_at" ON "host" FOR EACH ROW
  WHEN ((OLD.retired_at IS NULL) <> (NEW.retired_at IS NULL)) EXECUTE FUNCTION "tally_host_retired"();

CREATE FUNCTION "tally_host_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retired_at IS NULL THEN
    INSERT INTO finding_tally (key, state, level, n)
    SELECT key, state, level, -count(*) FROM finding WHERE host_id = OLD.id GROUP BY key, state, level;
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER "host_tally_deleted" BEFORE DELETE ON "host" FOR EACH ROW EXECUTE FUNCTION "tally_host_deleted"();

-- What is there already.
INSERT INTO finding_tally (key, state, level, n) SELECT key, state, level, count(*) FROM finding GROUP BY key, state, level;
