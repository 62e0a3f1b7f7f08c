ALTER TABLE `member` ADD `email_alerts` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `store` ADD `settings` text;