-- CreateEnum
CREATE TYPE "Exposure" AS ENUM ('unmitigated', 'accepted', 'partly', 'stale', 'manual', 'not_assessed', 'mitigated');

-- AlterTable
ALTER TABLE "host" ADD COLUMN     "models_chosen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "threat_models" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "threat_model" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "shipped" BOOLEAN NOT NULL DEFAULT false,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "evidence" TEXT[],
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "threat_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threat_model_revision" (
    "model_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "summary" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,

    CONSTRAINT "threat_model_revision_pkey" PRIMARY KEY ("model_id","version")
);

-- CreateTable
CREATE TABLE "threat" (
    "id" SERIAL NOT NULL,
    "model_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "stride" CHAR(1),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "threat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threat_control" (
    "threat_id" INTEGER NOT NULL,
    "control" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,

    CONSTRAINT "threat_control_pkey" PRIMARY KEY ("threat_id","control")
);

-- CreateTable
CREATE TABLE "host_model" (
    "host_id" INTEGER NOT NULL,
    "model_id" INTEGER NOT NULL,
    "unmitigated" INTEGER NOT NULL,

    CONSTRAINT "host_model_pkey" PRIMARY KEY ("model_id","host_id")
);

-- CreateTable
CREATE TABLE "threat_exposure" (
    "threat_id" INTEGER NOT NULL,
    "host_id" INTEGER NOT NULL,
    "verdict" "Exposure" NOT NULL,
    "passed" SMALLINT NOT NULL,
    "required" SMALLINT NOT NULL,
    "newest_coverage" CHAR(64),
    "newest_at" TIMESTAMPTZ(3),
    "oldest_coverage" CHAR(64),
    "oldest_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "after" "Exposure",

    CONSTRAINT "threat_exposure_pkey" PRIMARY KEY ("threat_id","host_id")
);

-- CreateTable
CREATE TABLE "exposure_tally" (
    "id" BIGSERIAL NOT NULL,
    "threat_id" INTEGER NOT NULL,
    "verdict" "Exposure" NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "exposure_tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threat_attestation" (
    "id" SERIAL NOT NULL,
    "threat_id" INTEGER NOT NULL,
    "host_id" INTEGER NOT NULL,
    "says" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "link" TEXT,
    "file_name" TEXT,
    "file" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,

    CONSTRAINT "threat_attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "threat_model_slug_key" ON "threat_model"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "threat_model_id_slug_key" ON "threat"("model_id", "slug");

-- CreateIndex
CREATE INDEX "threat_control_control_idx" ON "threat_control"("control");

-- CreateIndex
CREATE INDEX "host_model_host_id_idx" ON "host_model"("host_id");

-- CreateIndex
CREATE INDEX "threat_exposure_host_id_newest_coverage_idx" ON "threat_exposure"("host_id", "newest_coverage");

-- CreateIndex
CREATE INDEX "threat_exposure_host_id_oldest_coverage_idx" ON "threat_exposure"("host_id", "oldest_coverage");

-- CreateIndex
CREATE INDEX "threat_exposure_until_idx" ON "threat_exposure"("until");

-- CreateIndex
CREATE INDEX "threat_exposure_newest_at_idx" ON "threat_exposure"("newest_at");

-- CreateIndex
CREATE INDEX "threat_exposure_oldest_at_idx" ON "threat_exposure"("oldest_at");

-- CreateIndex
CREATE INDEX "threat_attestation_host_id_until_idx" ON "threat_attestation"("host_id", "until");

-- CreateIndex
CREATE INDEX "threat_attestation_threat_id_host_id_idx" ON "threat_attestation"("threat_id", "host_id");

-- AddForeignKey
ALTER TABLE "threat_model_revision" ADD CONSTRAINT "threat_model_revision_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "threat_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat" ADD CONSTRAINT "threat_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "threat_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat_control" ADD CONSTRAINT "threat_control_threat_id_fkey" FOREIGN KEY ("threat_id") REFERENCES "threat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_model" ADD CONSTRAINT "host_model_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_model" ADD CONSTRAINT "host_model_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "threat_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat_exposure" ADD CONSTRAINT "threat_exposure_threat_id_fkey" FOREIGN KEY ("threat_id") REFERENCES "threat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat_exposure" ADD CONSTRAINT "threat_exposure_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat_attestation" ADD CONSTRAINT "threat_attestation_threat_id_fkey" FOREIGN KEY ("threat_id") REFERENCES "threat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threat_attestation" ADD CONSTRAINT "threat_attestation_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A model's history is append-only, as the audit log is.
CREATE FUNCTION "refuse_revision_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of threat models is append-only';
END
$$;
CREATE TRIGGER "threat_model_revision_append_only" BEFORE UPDATE ON "threat_model_revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_revision_change"();

-- The tally follows the exposures by triggers, so that no writer can forget it. Retired hosts are not counted. A host that is being
-- deleted has taken its share back already, in its own trigger, and is no longer there to be joined.
CREATE FUNCTION "tally_inserted_exposures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exposure_tally (threat_id, verdict, n)
  SELECT e.threat_id, e.verdict, count(*) FROM new_rows e JOIN host h ON h.id = e.host_id AND h.retired_at IS NULL
  GROUP BY e.threat_id, e.verdict;
  RETURN NULL;
END
$$;
CREATE TRIGGER "exposure_tally_insert" AFTER INSERT ON "threat_exposure" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_inserted_exposures"();

CREATE FUNCTION "tally_updated_exposures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exposure_tally (threat_id, verdict, n)
  SELECT e.threat_id, e.verdict, sum(e.n) FROM (
    SELECT host_id, threat_id, verdict, 1 AS n FROM new_rows
    UNION ALL
    SELECT host_id, threat_id, verdict, -1 FROM old_rows
  ) e JOIN host h ON h.id = e.host_id AND h.retired_at IS NULL
  GROUP BY e.threat_id, e.verdict HAVING sum(e.n) <> 0;
  RETURN NULL;
END
$$;
CREATE TRIGGER "exposure_tally_update" AFTER UPDATE ON "threat_exposure" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_updated_exposures"();

CREATE FUNCTION "tally_deleted_exposures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exposure_tally (threat_id, verdict, n)
  SELECT e.threat_id, e.verdict, -count(*) FROM old_rows e JOIN host h ON h.id = e.host_id AND h.retired_at IS NULL
  GROUP BY e.threat_id, e.verdict;
  RETURN NULL;
END
$$;
CREATE TRIGGER "exposure_tally_delete" AFTER DELETE ON "threat_exposure" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_deleted_exposures"();

CREATE FUNCTION "tally_host_exposures_retired"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exposure_tally (threat_id, verdict, n)
  SELECT threat_id, verdict, CASE WHEN NEW.retired_at IS NULL THEN 1 ELSE -1 END * count(*) FROM threat_exposure WHERE host_id = NEW.id
  GROUP BY threat_id, verdict;
  RETURN NULL;
END
$$;
CREATE TRIGGER "host_exposures_retired" AFTER UPDATE OF "retired_at" ON "host" FOR EACH ROW
  WHEN ((OLD.retired_at IS NULL) <> (NEW.retired_at IS NULL)) EXECUTE FUNCTION "tally_host_exposures_retired"();

CREATE FUNCTION "tally_host_exposures_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retired_at IS NULL THEN
    INSERT INTO exposure_tally (threat_id, verdict, n)
    SELECT threat_id, verdict, -count(*) FROM threat_exposure WHERE host_id = OLD.id GROUP BY threat_id, verdict;
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER "host_exposures_deleted" BEFORE DELETE ON "host" FOR EACH ROW EXECUTE FUNCTION "tally_host_exposures_deleted"();
