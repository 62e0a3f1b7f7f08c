CREATE TABLE `reminder` (
	`store_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`line` text NOT NULL,
	`owner_id` text,
	`owner_name` text,
	PRIMARY KEY(`store_id`, `conversation_id`, `n`)
);
--> statement-breakpoint
ALTER TABLE `handoff` ADD `snoozed` integer;--> statement-breakpoint
ALTER TABLE `handoff` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `handoff` ADD `owner_name` text;