-- AlterTable
ALTER TABLE "task" ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "task_target" ADD COLUMN     "any_item" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "item_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "item_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "task_comment" ADD COLUMN     "mentions" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "task_watcher" (
    "task_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "watching" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "task_watcher_pkey" PRIMARY KEY ("task_id","user_id")
);

-- CreateTable
CREATE TABLE "bulk_action" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "actor" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "failures" JSONB NOT NULL DEFAULT '[]',
    "undo" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undo_failures" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_labels_idx" ON "task" USING GIN ("labels");

-- CreateIndex
CREATE INDEX "task_watcher_user_id_idx" ON "task_watcher"("user_id");

-- CreateIndex
CREATE INDEX "bulk_action_at_idx" ON "bulk_action"("at");

-- AddForeignKey
ALTER TABLE "task_watcher" ADD CONSTRAINT "task_watcher_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_watcher" ADD CONSTRAINT "task_watcher_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who made a task, has it or wrote to it watches it from now on.
INSERT INTO "task_watcher" ("task_id", "user_id")
SELECT "id", "created_by_id" FROM "task" WHERE "created_by_id" IS NOT NULL
UNION SELECT "id", "assignee_id" FROM "task" WHERE "assignee_id" IS NOT NULL
UNION SELECT "task_id", "author_id" FROM "task_comment" WHERE "author_id" IS NOT NULL;

-- What failed when the tasks were made is not known any more; what fails now is the nearest to it.
UPDATE "task_target" "g" SET
  "item_keys" = ARRAY(SELECT "i"->>'key' FROM json_array_elements("f"."fold"->'items') "i"),
  "item_names" = ARRAY(SELECT "i"->>'name' FROM json_array_elements("f"."fold"->'items') "i")
FROM "finding" "f"
WHERE "f"."host_id" = "g"."host_id" AND "f"."key" = "g"."key" AND "g"."status" <> 'verified'
  AND "f"."fold"->>'verdict' IN ('open', 'regressed');
