ALTER TABLE `conversation` ADD `visitor` text;--> statement-breakpoint
CREATE INDEX `conversation_visitor` ON `conversation` (`store_id`,`visitor`) WHERE visitor IS NOT NULL;