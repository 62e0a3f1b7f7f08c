/** A conversation by what its customer said first, in SQL: as it stands in lists. */

const MOST_WORDS = 120;

/**
 * The first words, cut; where it began with files alone, what those are called; empty where the customer said nothing.
 * @param transcript the column
 */
export const firstWords = (transcript: 'transcript' | 'c.transcript'): string =>
  `coalesce((SELECT substr(coalesce(
       nullif(json_extract(said.value, '$.text'), ''),
       (SELECT group_concat(json_extract(file.value, '$.name'), ', ') FROM json_each(said.value, '$.files') file)
     ), 1, ${MOST_WORDS})
     FROM json_each(${transcript}) said WHERE json_extract(said.value, '$.kind') = 'customer' LIMIT 1), '')`;
