CREATE TABLE `mail_cap` (
	`key` text NOT NULL,
	`since` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `since`)
);
--> statement-breakpoint
CREATE TABLE `mail_thread` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `team` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `team_member` (
	`store_id` text NOT NULL,
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`store_id`, `team_id`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`store_id`,`team_id`) REFERENCES `team`(`store_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `handoff` ADD `asks` text;--> statement-breakpoint
ALTER TABLE `handoff` ADD `owed_since` integer;--> statement-breakpoint
ALTER TABLE `handoff` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `handoff` ADD `reopened` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `handoff_owed` ON `handoff` (`store_id`,`owed_since`) WHERE owed_since IS NOT NULL;