-- AlterTable
ALTER TABLE "control" ADD COLUMN     "family" TEXT NOT NULL DEFAULT 'docker';
