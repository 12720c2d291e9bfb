-- DropIndex
DROP INDEX "finding_stride_first_state_idx";

-- DropIndex
DROP INDEX "finding_key_state_idx";

-- DropIndex
DROP INDEX "finding_state_key_idx";

-- CreateIndex
CREATE INDEX "finding_key_state_host_id_idx" ON "finding"("key", "state", "host_id");

-- CreateIndex
CREATE INDEX "finding_host_id_state_key_level_assignee_id_idx" ON "finding"("host_id", "state", "key", "level", "assignee_id");

-- CreateIndex
CREATE INDEX "finding_since_id_idx" ON "finding"("since" DESC, "id" DESC);

-- Findings in an open task are few among all.
CREATE INDEX "finding_in_task" ON "finding"("key", "state", "host_id") WHERE "task_id" IS NOT NULL;
