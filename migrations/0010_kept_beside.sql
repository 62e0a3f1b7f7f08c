ALTER TABLE `conversation` ADD `tags` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `properties` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `tasks` text;--> statement-breakpoint
CREATE INDEX `conversation_tagged` ON `conversation` (`store_id`) WHERE tags IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversation_email` ON `conversation` (`store_id`,`email`) WHERE email IS NOT NULL;