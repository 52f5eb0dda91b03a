"""What search and the search for duplicates rest on: four functions, and indexes over what they make of a text.

Nothing is stored beside the facts (docs/decisions/0013-the-index-is-the-search-index.md): a purge, a merge or a
withdrawn fact leaves nothing behind that could still be found.
"""

from django.contrib.postgres.operations import CreateExtension, UnaccentExtension
from django.db import migrations

# Every name is qualified: pg_restore and autovacuum run with an empty search path. None is PARALLEL SAFE: the planner
# can not foresee how few rows a slip finds, and would start workers (8 ms) for what is done in one.
FUNCTIONS = r"""
-- Lower case, without accents and punctuation, words one blank apart. O'Brien is obrien, Smith-Jones two words.
-- unaccent() is only STABLE because its dictionary could be changed; ours is the one it comes with.
CREATE FUNCTION dealers_plain(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent', $1)), '''’`.', ''), '[^a-z0-9]+', ' ', 'g'));
END $$;

-- How each word sounds (Philips' double metaphone, both readings).
CREATE FUNCTION dealers_sounds(text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  word text;
  found text[] := '{}';
BEGIN
  FOREACH word IN ARRAY string_to_array(public.dealers_plain($1), ' ') LOOP
    IF word ~ '^[a-z]{2}' THEN
      found := found || public.dmetaphone(word);
      IF public.dmetaphone_alt(word) <> public.dmetaphone(word) THEN
        found := found || public.dmetaphone_alt(word);
      END IF;
    END IF;
  END LOOP;
  RETURN array_remove(found, '');
END $$;

-- Each word, and the word with any one letter left out. Two words one slip apart (a letter left out, added, mistaken,
-- or two turned round) have one of these in common, however short they are.
CREATE FUNCTION dealers_slips(text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  word text;
  found text[] := '{}';
BEGIN
  FOREACH word IN ARRAY string_to_array(public.dealers_plain($1), ' ') LOOP
    found := found || word;
    IF word ~ '^[a-z]{4}' THEN
      FOR place IN 1 .. length(word) LOOP
        found := found || overlay(word PLACING '' FROM place FOR 1);
      END LOOP;
    END IF;
  END LOOP;
  RETURN found;
END $$;

-- The word of a text that lies nearest to the typed one, and how near: 1 the same, else what slips leave of it; letters
-- not typed yet count half. A letter left out or two turned round explain more than one mistaken for any other.
CREATE FUNCTION dealers_nearest(text, typed text, OUT word text, OUT near real) LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  other text;
  slips real;
  nearness real;
BEGIN
  near := 0;
  FOREACH other IN ARRAY string_to_array(public.dealers_plain($1), ' ') LOOP
    slips := public.levenshtein_less_equal(other, typed, 4);
    nearness := 0;
    IF length(typed) > 1 AND starts_with(other, typed) THEN
      slips := (length(other) - length(typed)) / 2.0;
    ELSIF slips = 2 AND length(other) = length(typed) THEN
      FOR place IN 1 .. length(typed) - 1 LOOP
        IF other = overlay(typed PLACING reverse(substr(typed, place, 2)) FROM place FOR 2) THEN
          slips := 1;
          nearness := 0.05;
        END IF;
      END LOOP;
    ELSIF slips = 1 AND length(other) > length(typed) THEN
      nearness := 0.04;
    END IF;
    nearness := nearness + 0.8 - 0.8 * slips / greatest(length(other), length(typed), 1);
    IF left(other, 1) = left(typed, 1) THEN
      nearness := nearness + 0.02;
    END IF;
    IF public.dmetaphone(other) = public.dmetaphone(typed) THEN
      nearness := nearness + 0.06;
    END IF;
    IF other = typed THEN
      nearness := 1;
    END IF;
    IF nearness > near THEN
      word := other;
      near := nearness;
    END IF;
  END LOOP;
END $$;
"""

NAMES = "first_name || ' ' || last_name || ' ' || middle_name"
TAG = "replace(dealers_plain(plate), ' ', '')"
GIN = (
    ("dealer_slips", "dealer", f"dealers_slips({NAMES})"),
    ("dealer_sounds", "dealer", f"dealers_sounds({NAMES})"),
    ("dealer_plain", "dealer", f"dealers_plain({NAMES}) gin_trgm_ops"),
    ("alias_slips", "alias", "dealers_slips(name)"),
    ("alias_sounds", "alias", "dealers_sounds(name)"),
    ("alias_plain", "alias", "dealers_plain(name) gin_trgm_ops"),
    ("handle_slips", "handle", "dealers_slips(name)"),
    ("address_slips", "address", "dealers_slips(line)"),
    ("vehicle_tag", "vehicle", f"{TAG} gin_trgm_ops"),
    ("observation_text", "observation", "to_tsvector('english', narrative || ' ' || place)"),
    ("predicate_text", "predicate", "to_tsvector('english', facts)"),
)
FACTS = ("alias", "handle", "address", "vehicle")
BTREE = """
CREATE INDEX dealer_born ON dealers_dealer (date_of_birth);
CREATE INDEX phone_end ON dealers_phone (reverse(number) text_pattern_ops) WHERE withdrawn_at IS NULL;
CREATE INDEX birth_date_of ON dealers_birthdate (year, month, day) WHERE withdrawn_at IS NULL;
"""


def gin(name, table, expression):
    """Without `fastupdate` no search has to read a list of entries not yet sorted in (5 ms)."""
    standing = " WHERE withdrawn_at IS NULL" if table in FACTS else ""
    return f"CREATE INDEX {name} ON dealers_{table} USING gin ({expression}) WITH (fastupdate = off){standing};\n"


INDEXES = BTREE + "".join(gin(*each) for each in GIN)
FORGET = f"""
DROP INDEX {", ".join(name for name, *_ in GIN)}, dealer_born, phone_end, birth_date_of;
DROP FUNCTION dealers_nearest(text, text), dealers_slips(text), dealers_sounds(text), dealers_plain(text);
"""


class Migration(migrations.Migration):
    dependencies = [("dealers", "0004_hot_places_of_observations")]

    operations = [
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(FUNCTIONS + INDEXES, FORGET),
    ]
