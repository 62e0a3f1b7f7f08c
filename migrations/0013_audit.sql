CREATE TABLE `audit` (
	`store_id` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`area` text NOT NULL,
	`of_id` text NOT NULL,
	`of_name` text NOT NULL,
	`what` text NOT NULL,
	`fields` text NOT NULL,
	PRIMARY KEY(`store_id`, `n`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_of` ON `audit` (`store_id`,`area`,`of_id`,`n`);