-- What readers said of events. A mark outlives the recoding of its document:
-- an event's id depends on document, trigger and ordinal alone.

CREATE TABLE marks (
  event   TEXT PRIMARY KEY,
  doc     TEXT NOT NULL,
  trigger TEXT NOT NULL,               -- its words when it was marked
  verdict TEXT NOT NULL,               -- right, wrong, fixed
  fix     TEXT NOT NULL DEFAULT '{}',  -- JSON: what is right
  note    TEXT NOT NULL DEFAULT '',
  by      TEXT NOT NULL DEFAULT '',
  at      TEXT NOT NULL                -- RFC 3339
) STRICT, WITHOUT ROWID;
CREATE INDEX marks_doc ON marks (doc);
