CREATE TABLE `erasure` (
	`store_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `conversation_id`)
);
--> statement-breakpoint
CREATE TABLE `site_seen` (
	`store_id` text NOT NULL,
	`site` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `site`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_thread_conversation` ON `mail_thread` (`store_id`,`conversation_id`);