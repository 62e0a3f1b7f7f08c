CREATE TABLE `source` (
	`store_id` text NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`reading` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`count` integer DEFAULT 0 NOT NULL,
	`imported_at` integer,
	`removed` integer DEFAULT false NOT NULL,
	`import_id` text,
	`import_began` integer,
	`next_chunk` integer DEFAULT 0 NOT NULL,
	`rows_written` integer DEFAULT 0 NOT NULL,
	`report` text,
	PRIMARY KEY(`store_id`, `n`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vocabulary` (
	`store_id` text NOT NULL,
	`source` integer NOT NULL,
	`letter` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`store_id`, `letter`, `source`),
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
-- What there is becomes the first version of two sources: one of products, one of articles. With an empty hash it counts as
-- changed when it is imported again, and is then indexed in the folded spelling (src/assistant/catalog/words.ts).
INSERT INTO `source` (`store_id`, `n`, `kind`, `name`, `reading`, `version`, `count`, `imported_at`)
	SELECT `store_id`, 1, 'products', 'Product feed', '{"format":"google"}', 1, count(*), 0 FROM `product` GROUP BY `store_id`;
--> statement-breakpoint
INSERT INTO `source` (`store_id`, `n`, `kind`, `name`, `reading`, `version`, `count`, `imported_at`)
	SELECT `store_id`, 2, 'articles', 'Help articles', '{"format":"markdown"}', 1, count(*), 0 FROM `article` GROUP BY `store_id`;
--> statement-breakpoint
CREATE TABLE `new_product` (
	`row` integer PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`source` integer NOT NULL,
	`id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`hash` text NOT NULL,
	`amount` real,
	`availability` text NOT NULL,
	`price` integer,
	`sale_price` integer,
	`currency` text,
	`group_id` text,
	`brand` text,
	`category` text,
	`colour` text,
	`mpn` text,
	`gtin` text,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`image` text,
	`description` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `new_product` SELECT `row`, `store_id`, 1, `id`, 1, NULL, '', coalesce(`sale_price`, `price`) / 100.0, `availability`,
	`price`, `sale_price`, `currency`, `group_id`, `brand`, `category`, `colour`, `mpn`, `gtin`, `title`, `url`, `image`,
	`description`, `details` FROM `product`;
--> statement-breakpoint
DROP TABLE `product`;--> statement-breakpoint
ALTER TABLE `new_product` RENAME TO `product`;--> statement-breakpoint
CREATE UNIQUE INDEX `product_store_id` ON `product` (`store_id`,`source`,`id`,`since`);--> statement-breakpoint
CREATE TABLE `new_article` (
	`row` integer PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`source` integer NOT NULL,
	`id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`hash` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`updated_at` text,
	`markdown` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `new_article` SELECT NULL, `store_id`, 2, `id`, 1, NULL, '', `title`, `url`, `updated_at`, `markdown` FROM `article`;
--> statement-breakpoint
CREATE TABLE `new_passage` (
	`row` integer PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`article` integer NOT NULL,
	`heading` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `store`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `new_passage` SELECT p.`row`, p.`store_id`, a.`row`, p.`heading`, p.`text`
	FROM `passage` p JOIN `new_article` a ON a.`store_id` = p.`store_id` AND a.`id` = p.`article_id`;
--> statement-breakpoint
DROP TABLE `passage`;--> statement-breakpoint
DROP TABLE `article`;--> statement-breakpoint
ALTER TABLE `new_article` RENAME TO `article`;--> statement-breakpoint
ALTER TABLE `new_passage` RENAME TO `passage`;--> statement-breakpoint
CREATE UNIQUE INDEX `article_store_id` ON `article` (`store_id`,`source`,`id`,`since`);--> statement-breakpoint
CREATE INDEX `passage_article` ON `passage` (`article`);--> statement-breakpoint
-- What is written to the index is folded first, which SQL cannot: imports insert there themselves. What goes, goes by
-- triggers, also by cascade.
CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN
	DELETE FROM product_search WHERE rowid = old.row;
END;
--> statement-breakpoint
CREATE TRIGGER article_passage_delete AFTER DELETE ON article BEGIN
	DELETE FROM passage WHERE article = old.row;
END;
--> statement-breakpoint
CREATE TRIGGER passage_search_delete AFTER DELETE ON passage BEGIN
	DELETE FROM passage_search WHERE rowid = old.row;
END;
