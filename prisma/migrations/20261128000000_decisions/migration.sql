-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('accept', 'attest_pass', 'attest_fail', 'not_applicable');

-- CreateEnum
CREATE TYPE "DecisionStatus" AS ENUM ('requested', 'approved', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "decision_until" TIMESTAMPTZ(3),
ADD COLUMN     "failing_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "decision" (
    "id" SERIAL NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "status" "DecisionStatus" NOT NULL,
    "key" TEXT NOT NULL,
    "control" TEXT,
    "any_item" BOOLEAN NOT NULL DEFAULT true,
    "item_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "item_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "requested_by" TEXT NOT NULL,
    "requested_by_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id"),
    -- Living with a risk, and a person's word, always end; what does not concern a host may go on not concerning it.
    CONSTRAINT "decision_ends" CHECK ("kind" = 'not_applicable' OR "until" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "decision_host" (
    "decision_id" INTEGER NOT NULL,
    "host_id" INTEGER NOT NULL,
    "act_id" INTEGER,
    "refusal" TEXT,

    CONSTRAINT "decision_host_pkey" PRIMARY KEY ("decision_id","host_id")
);

-- CreateIndex
CREATE INDEX "decision_status_until_idx" ON "decision"("status", "until");

-- CreateIndex
CREATE INDEX "decision_key_idx" ON "decision"("key");

-- CreateIndex
CREATE INDEX "decision_host_host_id_idx" ON "decision_host"("host_id");

-- CreateIndex
CREATE INDEX "finding_decision_until_idx" ON "finding"("decision_until");

-- AddForeignKey
ALTER TABLE "decision_host" ADD CONSTRAINT "decision_host_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_host" ADD CONSTRAINT "decision_host_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the fold says already of findings that are there.
UPDATE "finding" SET "failing_since" = to_timestamp(("fold"->>'failingSince')::double precision / 1000)
WHERE "state" IN ('open', 'in_progress', 'awaiting_verification', 'regressed', 'accepted') AND "fold"->>'failingSince' IS NOT NULL;

UPDATE "finding" SET "decision_until" = to_timestamp("ends"."first" / 1000)
FROM (
  SELECT "f"."id", least(
    (SELECT min(("a"->>'until')::double precision) FROM json_array_elements("f"."fold"->'decisions'->'acceptances') "a"),
    ("f"."fold"->'decisions'->'attestation'->>'until')::double precision
  ) AS "first" FROM "finding" "f"
) "ends"
WHERE "ends"."id" = "finding"."id" AND "ends"."first" IS NOT NULL;
