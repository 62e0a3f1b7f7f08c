CREATE TABLE `model_use` (
	`store_id` text NOT NULL,
	`day` text NOT NULL,
	`tokens_in` integer NOT NULL,
	`tokens_out` integer NOT NULL,
	`reached_at` integer,
	PRIMARY KEY(`store_id`, `day`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `responder` (
	`store_id` text PRIMARY KEY NOT NULL,
	`model_kind` text,
	`model_url` text,
	`model_name` text,
	`model_key` text,
	`model_key_at` integer,
	`bot_url` text,
	`bot_secret` text,
	`bot_secret_at` integer,
	`bot_secret_before` text,
	`bot_key_hash` text,
	`bot_key_at` integer,
	`bot_failures` text,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responder_bot_key` ON `responder` (`bot_key_hash`);--> statement-breakpoint
ALTER TABLE `conversation` ADD `tokens_in` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `conversation` ADD `tokens_out` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `handoff` ADD `summary` text;