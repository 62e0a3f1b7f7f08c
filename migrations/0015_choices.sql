ALTER TABLE `person_choice` ADD `single_keys` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `person_choice` ADD `language` text;--> statement-breakpoint
ALTER TABLE `person_choice` ADD `speaks` text;