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
