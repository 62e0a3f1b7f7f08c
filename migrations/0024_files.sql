CREATE TABLE `file_day` (
	`store_id` text PRIMARY KEY NOT NULL,
	`day` integer NOT NULL,
	`bytes` integer NOT NULL
);
