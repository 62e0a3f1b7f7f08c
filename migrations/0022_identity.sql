CREATE TABLE `bound_conversation` (
	`store_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`sub` text NOT NULL,
	PRIMARY KEY(`store_id`, `conversation_id`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `customer` (
	`store_id` text NOT NULL,
	`sub` text NOT NULL,
	`conversation_id` text NOT NULL,
	`signed_out` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `sub`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `identity_key` (
	`store_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`secret_at` integer NOT NULL,
	`secret_before` text,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `conversation` ADD `sub` text;--> statement-breakpoint
CREATE INDEX `conversation_sub` ON `conversation` (`store_id`,`sub`) WHERE sub IS NOT NULL;