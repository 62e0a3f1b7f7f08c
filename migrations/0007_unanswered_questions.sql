CREATE TABLE `unanswered` (
	`store_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`text` text NOT NULL,
	`lang` text NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	`words` text NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`store_id`, `conversation_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `unanswered_at` ON `unanswered` (`store_id`,`at`);--> statement-breakpoint
ALTER TABLE `article` ADD `lang` text;