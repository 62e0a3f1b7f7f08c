ALTER TABLE `conversation` ADD `test` text;--> statement-breakpoint
ALTER TABLE `handoff` ADD `test` text;