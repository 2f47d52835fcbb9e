-- What two parties did to each other in a month, in one row: a relation of many
-- events is read in few rows, and a month's network stands together. It takes the
-- place of a row an event and pair.

DROP TABLE merged_dyads;

CREATE TABLE bundles (
  month  INTEGER NOT NULL,              -- 12 · year + month, from 0
  first  TEXT NOT NULL,                 -- party: country, organisation or coalition
  second TEXT NOT NULL,                 -- not before first
  events BLOB NOT NULL,
  PRIMARY KEY (month, first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE read_months (              -- documents by outlet and day, as coverage has them, a month a row
  month INTEGER PRIMARY KEY,
  days  BLOB NOT NULL
) STRICT;

-- Lists of a large archive are read along an index: by the day under which an
-- event is listed, by root and day, and by days that an event touches. Few events
-- last more than a month: they are looked for apart, so that the others need a
-- range of days alone.

ALTER TABLE events ADD COLUMN listed INTEGER; -- day_from, else the day of the document
UPDATE events SET listed = ifnull(day_from, (SELECT d.day FROM documents d WHERE d.id = events.doc));
CREATE INDEX events_listed ON events (listed);
CREATE INDEX events_root ON events (root, listed);
DROP INDEX events_day;
CREATE INDEX events_first ON events (ifnull(day_from, day_to));
CREATE INDEX events_long ON events (ifnull(day_from, day_to)) WHERE day_to - day_from > 31;
DROP INDEX merged_day;
CREATE INDEX merged_first ON merged (ifnull(day_from, day_to));
CREATE INDEX merged_long ON merged (ifnull(day_from, day_to)) WHERE day_to - day_from > 31;
CREATE INDEX merged_root ON merged (root, ifnull(day_from, day_to));
