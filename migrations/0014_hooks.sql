CREATE TABLE `hook` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`secret_at` integer NOT NULL,
	`secret_before` text,
	`created_at` integer NOT NULL,
	`off_at` integer,
	`off_why` text,
	`failing_since` integer,
	`last_failure` text,
	PRIMARY KEY(`store_id`, `id`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `store` ADD `hooks` text;