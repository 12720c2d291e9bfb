-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'engineer', 'lead', 'admin');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('PASS', 'WARN', 'INFO', 'NOTE', 'FAIL');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('fail', 'pass', 'manual', 'info');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('critical', 'high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('open', 'in_progress', 'awaiting_verification', 'hardened', 'regressed', 'accepted', 'not_applicable', 'needs_review', 'not_assessable');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('to_do', 'in_progress', 'awaiting_verification', 'verified');

-- CreateEnum
CREATE TYPE "TaskPriority" AS ENUM ('urgent', 'high', 'normal', 'low');

-- CreateEnum
CREATE TYPE "TimeSource" AS ENUM ('stated', 'log', 'log_assumed_zone', 'upload');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "role" "Role" NOT NULL DEFAULT 'viewer',
    "disabled_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "issuer" TEXT,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" VARCHAR(16) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "scopes" TEXT[],
    "role" "Role" NOT NULL,
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_counter" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setup_code" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "control" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "stride" CHAR(1)[],
    "number" TEXT NOT NULL,
    "first_edition" TEXT NOT NULL,
    "last_edition" TEXT NOT NULL,

    CONSTRAINT "control_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "catalogue_load" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "environment" TEXT,
    "owner" TEXT,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "time_zone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "projection_version" INTEGER NOT NULL DEFAULT 0,
    "latest_scan_id" INTEGER,
    "latest_ran_at" TIMESTAMPTZ(3),
    "scan_count" INTEGER NOT NULL DEFAULT 0,
    "cursor" JSON,
    "level_pass" INTEGER NOT NULL DEFAULT 0,
    "level_warn" INTEGER NOT NULL DEFAULT 0,
    "level_info" INTEGER NOT NULL DEFAULT 0,
    "level_note" INTEGER NOT NULL DEFAULT 0,
    "level_fail" INTEGER NOT NULL DEFAULT 0,
    "open" INTEGER NOT NULL DEFAULT 0,
    "in_progress" INTEGER NOT NULL DEFAULT 0,
    "awaiting_verification" INTEGER NOT NULL DEFAULT 0,
    "hardened" INTEGER NOT NULL DEFAULT 0,
    "regressed" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "not_applicable" INTEGER NOT NULL DEFAULT 0,
    "needs_review" INTEGER NOT NULL DEFAULT 0,
    "not_assessable" INTEGER NOT NULL DEFAULT 0,
    "failing_s" INTEGER NOT NULL DEFAULT 0,
    "failing_t" INTEGER NOT NULL DEFAULT 0,
    "failing_r" INTEGER NOT NULL DEFAULT 0,
    "failing_i" INTEGER NOT NULL DEFAULT 0,
    "failing_d" INTEGER NOT NULL DEFAULT 0,
    "failing_e" INTEGER NOT NULL DEFAULT 0,
    "failing_unmapped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan" (
    "id" SERIAL NOT NULL,
    "host_id" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "header_version" TEXT,
    "edition" TEXT,
    "edition_candidates" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "time_source" "TimeSource" NOT NULL,
    "logged_at" TIMESTAMPTZ(3),
    "complete" BOOLEAN NOT NULL,
    "check_count" INTEGER NOT NULL,
    "tool_checks" INTEGER,
    "tool_score" INTEGER,
    "level_pass" INTEGER NOT NULL,
    "level_warn" INTEGER NOT NULL,
    "level_info" INTEGER NOT NULL,
    "level_note" INTEGER NOT NULL,
    "level_fail" INTEGER NOT NULL,
    "unmapped_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "newly_failing" INTEGER NOT NULL DEFAULT 0,
    "fixed" INTEGER NOT NULL DEFAULT 0,
    "results_digest" CHAR(64) NOT NULL,
    "result_set_digest" CHAR(64) NOT NULL,
    "coverage_id" CHAR(64) NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_set" (
    "digest" CHAR(64) NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "result_set_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "coverage_set" (
    "id" CHAR(64) NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "coverage_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_coverage" (
    "host_id" INTEGER NOT NULL,
    "coverage_id" CHAR(64) NOT NULL,
    "tool" TEXT NOT NULL,
    "edition" TEXT,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "scan_id" INTEGER NOT NULL,

    CONSTRAINT "host_coverage_pkey" PRIMARY KEY ("host_id","coverage_id")
);

-- CreateTable
CREATE TABLE "raw_log" (
    "digest" CHAR(64) NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "raw_log_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "scan_log" (
    "scan_id" INTEGER NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "host_id" INTEGER NOT NULL,
    "run" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "first_line" INTEGER NOT NULL,
    "last_line" INTEGER NOT NULL,
    "file_name" TEXT,
    "via" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "scan_log_pkey" PRIMARY KEY ("scan_id","digest")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL,
    "host_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "control" TEXT,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "section" TEXT,
    "level" "Level",
    "outcome" "Outcome",
    "state" "FindingState" NOT NULL,
    "severity" "Severity",
    "stride" CHAR(1)[],
    "stride_first" CHAR(1),
    "item_count" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_scan_id" INTEGER,
    "coverage_id" CHAR(64),
    "line" INTEGER,
    "fold" JSON NOT NULL,
    "assignee_id" TEXT,
    "task_id" INTEGER,
    "due_on" DATE,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_event" (
    "finding_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "FindingState",
    "to" "FindingState" NOT NULL,
    "scan_id" INTEGER,
    "act_id" INTEGER,
    "items_gained" TEXT[],
    "items_lost" TEXT[],
    "note" TEXT,

    CONSTRAINT "finding_event_pkey" PRIMARY KEY ("finding_id","seq")
);

-- CreateTable
CREATE TABLE "act" (
    "id" SERIAL NOT NULL,
    "host_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "control" TEXT,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmapped_title" (
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "first_scan_id" INTEGER NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unmapped_title_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "control" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" "TaskStatus" NOT NULL DEFAULT 'to_do',
    "priority" "TaskPriority" NOT NULL DEFAULT 'normal',
    "assignee_id" TEXT,
    "due_on" DATE,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verified_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_target" (
    "task_id" INTEGER NOT NULL,
    "host_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'to_do',
    "verified_scan_id" INTEGER,
    "verified_at" TIMESTAMPTZ(3),
    "fixed_by" TEXT,
    "fixed_at" TIMESTAMPTZ(3),
    "still_failing" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reopened_scan_id" INTEGER,

    CONSTRAINT "task_target_pkey" PRIMARY KEY ("task_id","host_id")
);

-- CreateTable
CREATE TABLE "task_comment" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "author_id" TEXT,
    "author" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "host_name_key" ON "host"("name");

-- CreateIndex
CREATE UNIQUE INDEX "host_latest_scan_id_key" ON "host"("latest_scan_id");

-- CreateIndex
CREATE INDEX "scan_host_id_ran_at_results_digest_idx" ON "scan"("host_id", "ran_at" DESC, "results_digest");

-- CreateIndex
CREATE UNIQUE INDEX "scan_host_id_ran_at_results_digest_key" ON "scan"("host_id", "ran_at", "results_digest");

-- CreateIndex
CREATE INDEX "scan_log_digest_idx" ON "scan_log"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "scan_log_host_id_digest_run_key" ON "scan_log"("host_id", "digest", "run");

-- CreateIndex
CREATE INDEX "finding_state_key_idx" ON "finding"("state", "key");

-- CreateIndex
CREATE INDEX "finding_key_state_idx" ON "finding"("key", "state");

-- CreateIndex
CREATE INDEX "finding_assignee_id_state_idx" ON "finding"("assignee_id", "state");

-- CreateIndex
CREATE INDEX "finding_stride_first_state_idx" ON "finding"("stride_first", "state");

-- CreateIndex
CREATE UNIQUE INDEX "finding_host_id_key_key" ON "finding"("host_id", "key");

-- CreateIndex
CREATE INDEX "act_host_id_at_idx" ON "act"("host_id", "at");

-- CreateIndex
CREATE INDEX "task_status_due_on_idx" ON "task"("status", "due_on");

-- CreateIndex
CREATE INDEX "task_assignee_id_status_idx" ON "task"("assignee_id", "status");

-- CreateIndex
CREATE INDEX "task_key_idx" ON "task"("key");

-- CreateIndex
CREATE INDEX "task_target_host_id_key_idx" ON "task_target"("host_id", "key");

-- CreateIndex
CREATE INDEX "task_comment_task_id_at_idx" ON "task_comment"("task_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_object_at_idx" ON "audit_event"("object", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_result_set_digest_fkey" FOREIGN KEY ("result_set_digest") REFERENCES "result_set"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_coverage_id_fkey" FOREIGN KEY ("coverage_id") REFERENCES "coverage_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_coverage" ADD CONSTRAINT "host_coverage_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_coverage" ADD CONSTRAINT "host_coverage_coverage_id_fkey" FOREIGN KEY ("coverage_id") REFERENCES "coverage_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_log" ADD CONSTRAINT "scan_log_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_log" ADD CONSTRAINT "scan_log_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_log" ADD CONSTRAINT "scan_log_digest_fkey" FOREIGN KEY ("digest") REFERENCES "raw_log"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_target" ADD CONSTRAINT "task_target_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_target" ADD CONSTRAINT "task_target_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_comment" ADD CONSTRAINT "task_comment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_comment" ADD CONSTRAINT "task_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- One open task per control and host (rules of evidence 3.17).
CREATE UNIQUE INDEX "task_target_one_open" ON "task_target"("host_id", "key") WHERE "status" <> 'verified';

-- The blobs are compressed before they come here; PostgreSQL need not try again.
ALTER TABLE "raw_log" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "result_set" ALTER COLUMN "data" SET STORAGE EXTERNAL;

-- Rows that every scan updates keep room on their page, so that an update touches no index.
ALTER TABLE "host" SET (fillfactor = 70);
ALTER TABLE "host_coverage" SET (fillfactor = 50);

-- The audit log is append-only, whoever asks.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "audit_event_no_change" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_no_truncate" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- People's acts are what the projection is rebuilt from: they are only ever added, or go with their host.
CREATE TRIGGER "act_no_change" BEFORE UPDATE ON "act"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
