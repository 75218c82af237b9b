-- Words of posts that somebody here may find, under the stems of their language.

-- Which text search configuration fits a language; those that PostgreSQL has brought since 14.
CREATE FUNCTION search_configuration(language text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque'
    WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch'
    WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french'
    WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi'
    WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish'
    WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali'
    WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian'
    WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
    WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish'
    WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
    ELSE 'simple' END
$$;

-- Words as every language would stem them. Where a language drops some as too common, the rest
-- counts for posts in that language only.
CREATE FUNCTION search_words(words text) RETURNS tsquery
LANGUAGE sql STABLE AS $$
  WITH stemmed AS (
    SELECT cfgname, websearch_to_tsquery(cfgname::text::regconfig, words) AS query
      FROM pg_ts_config
     WHERE cfgnamespace = 'pg_catalog'::regnamespace),
  grouped AS (
    SELECT query, string_agg('''=c' || cfgname || '''', ' | ') AS configurations
      FROM stemmed
     WHERE numnode(query) > 0
     GROUP BY query)
  SELECT coalesce(
           string_agg(
             CASE WHEN numnode(query) = numnode(websearch_to_tsquery('simple', words))
                  THEN '(' || query::text || ')'
                  ELSE '((' || query::text || ') & (' || configurations || '))' END,
             ' | '), '')::tsquery
    FROM grouped
$$;

-- All that a search asks for: words, words that must not be there, and marks.
CREATE FUNCTION search_query(words text, without text[], marks text) RETURNS tsquery
LANGUAGE plpgsql STABLE AS $$
DECLARE
  asked tsquery := marks::tsquery;
  each text;
BEGIN
  IF words <> '' THEN asked := search_words(words) && asked; END IF;
  FOREACH each IN ARRAY without LOOP
    asked := asked && !!search_words(each);
  END LOOP;
  RETURN asked;
END
$$;

-- Whose a post is, in the wide sense: who wrote, was named, liked, boosted or bookmarked
-- it.
CREATE VIEW post_library AS
SELECT id AS post_id, author_id AS actor_id FROM post WHERE deleted_at IS NULL
UNION ALL
SELECT post_id, actor_id FROM post_mention WHERE NOT silent
UNION ALL
SELECT post_id, actor_id FROM favourite
UNION ALL
SELECT post_id, actor_id FROM boost
UNION ALL
SELECT post_id, actor_id FROM bookmark;

CREATE VIEW actor_indexable AS
SELECT id AS actor_id FROM actor WHERE indexable;

-- Posts are indexed newest first, and walked in that order where a word is common.
CREATE TABLE post_search (
  post_id bigint PRIMARY KEY,
  words tsvector NOT NULL
);

CREATE INDEX post_search_by_words ON post_search USING gin (words)
  WITH (gin_pending_list_limit = 1024);

-- Authors whose older posts have been indexed, or all whom the node had before: actor 0.
CREATE TABLE search_author (
  actor_id bigint PRIMARY KEY,
  next_id bigint NOT NULL,
  done_at timestamptz
);

CREATE INDEX actor_indexable_elsewhere ON actor (id) WHERE indexable AND NOT local;

-- PostgreSQL would tell of every language that takes a word for too common to look for.
ALTER FUNCTION search_query(text, text[], text) SET client_min_messages TO warning;
