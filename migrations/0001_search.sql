-- Full-text search over a store's products and help passages (SQLite FTS5).
--
-- `store` holds the owner as one exact token, hex(store_id) followed by 0: every match names it, so that another store's
-- rows cannot come out, whatever the rest of the expression says. Hex, because the tokenizer would split an id at its
-- hyphens, and parts of one id can stand in another.
--
-- No stemmer: FTS5 has one for English only, and it would cut up the words of the other languages. Word endings are
-- dealt with where the question is read, by searching for the beginnings of words; hence the prefix indexes.
--
-- Contentless: the words stand in `product` and `passage` already. Triggers keep both in step, also when a store is
-- deleted and its rows go by cascade.
CREATE VIRTUAL TABLE product_search USING fts5(
	store, title, brand, category, colour, codes, details, description,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE passage_search USING fts5(
	store, article, heading, body,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5'
);
--> statement-breakpoint
CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN
	INSERT INTO product_search (rowid, store, title, brand, category, colour, codes, details, description) VALUES (
		new.row, hex(new.store_id) || '0', new.title, new.brand, new.category, new.colour,
		concat_ws(' ', new.id, new.mpn, new.gtin),
		(SELECT group_concat(concat_ws(' ', value ->> 'name', value ->> 'value'), ' · ') FROM json_each(new.details)),
		new.description
	);
END;
--> statement-breakpoint
CREATE TRIGGER product_search_update AFTER UPDATE ON product BEGIN
	DELETE FROM product_search WHERE rowid = old.row;
	INSERT INTO product_search (rowid, store, title, brand, category, colour, codes, details, description) VALUES (
		new.row, hex(new.store_id) || '0', new.title, new.brand, new.category, new.colour,
		concat_ws(' ', new.id, new.mpn, new.gtin),
		(SELECT group_concat(concat_ws(' ', value ->> 'name', value ->> 'value'), ' · ') FROM json_each(new.details)),
		new.description
	);
END;
--> statement-breakpoint
CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN
	DELETE FROM product_search WHERE rowid = old.row;
END;
--> statement-breakpoint
CREATE TRIGGER passage_search_insert AFTER INSERT ON passage BEGIN
	INSERT INTO passage_search (rowid, store, article, heading, body) VALUES (
		new.row, hex(new.store_id) || '0',
		(SELECT title FROM article WHERE store_id = new.store_id AND id = new.article_id),
		new.heading, new.text
	);
END;
--> statement-breakpoint
CREATE TRIGGER passage_search_delete AFTER DELETE ON passage BEGIN
	DELETE FROM passage_search WHERE rowid = old.row;
END;
