CREATE TABLE "meal_logs" (
	"user_id" text NOT NULL,
	"id" text NOT NULL,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"meal_type" text NOT NULL,
	"eaten_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"result" jsonb,
	"failure_reason" text,
	"failure_message" text,
	"version" bigint NOT NULL,
	CONSTRAINT "meal_logs_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
CREATE TABLE "projection_checkpoints" (
	"name" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "meal_logs_by_time" ON "meal_logs" USING btree ("user_id","eaten_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);