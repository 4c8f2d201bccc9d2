CREATE TABLE "erased_leftovers" (
	"sequence" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erased_users" (
	"digest" text PRIMARY KEY NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meal_log_events" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"user_id" text NOT NULL,
	"meal_log_id" text NOT NULL,
	"time" text NOT NULL,
	"source" text NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meal_logs" ADD COLUMN "corrected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meal_logs" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "projection_checkpoints" ADD COLUMN "stream_created" text;--> statement-breakpoint
CREATE INDEX "meal_log_events_by_meal_log" ON "meal_log_events" USING btree ("user_id","meal_log_id","sequence");--> statement-breakpoint
CREATE INDEX "meal_logs_in_process" ON "meal_logs" USING btree ("created_at","user_id","id") WHERE "meal_logs"."status" = 'processing';--> statement-breakpoint
-- The archive is filled while the events are projected: both begin anew, from the stream.
DELETE FROM "meal_logs";--> statement-breakpoint
DELETE FROM "projection_checkpoints";
