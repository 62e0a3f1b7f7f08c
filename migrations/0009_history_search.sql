-- Full-text search over a store's conversations: one document each, in the conversation's own place.
--
-- `store` holds the owner as one exact token, as in 0001_search.sql: every match names it. What is written is folded first,
-- which SQL cannot, so history inserts here itself (src/history/project.ts); what goes, goes by the trigger.
CREATE TABLE `new_conversation` (
	`row` integer PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`customer` text NOT NULL,
	`lang` text NOT NULL,
	`email` text,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`messages` integer NOT NULL,
	`tokens_in` integer DEFAULT 0 NOT NULL,
	`tokens_out` integer DEFAULT 0 NOT NULL,
	`transcript` text
);
--> statement-breakpoint
INSERT INTO `new_conversation` SELECT NULL, `store_id`, `id`, `rev`, `customer`, `lang`, `email`, `started_at`, `last_at`,
	`messages`, `tokens_in`, `tokens_out`, `transcript` FROM `conversation` ORDER BY `last_at`;
--> statement-breakpoint
DROP TABLE `conversation`;--> statement-breakpoint
ALTER TABLE `new_conversation` RENAME TO `conversation`;--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_store_id` ON `conversation` (`store_id`,`id`);--> statement-breakpoint
CREATE INDEX `conversation_last_at` ON `conversation` (`store_id`,`last_at`);--> statement-breakpoint
CREATE VIRTUAL TABLE conversation_search USING fts5(
	store, who, words,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
);
--> statement-breakpoint
CREATE TRIGGER conversation_search_delete AFTER DELETE ON conversation BEGIN
	DELETE FROM conversation_search WHERE rowid = old.row;
END;
--> statement-breakpoint
-- What is there already comes in as it was written: found by words and their beginnings, and folded with its next words.
INSERT INTO conversation_search (rowid, store, who, words)
	SELECT `row`, lower(hex(store_id)) || '0', concat_ws(' ', customer, email),
		(SELECT group_concat(value ->> 'text', ' · ') FROM json_each(transcript) WHERE value ->> 'kind' <> 'event')
	FROM conversation WHERE transcript IS NOT NULL;
