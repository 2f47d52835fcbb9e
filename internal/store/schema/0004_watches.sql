-- Kept searches, what they found, and what became of it.

CREATE TABLE watches (
  name   TEXT PRIMARY KEY,
  watch  TEXT NOT NULL,                -- JSON
  cursor INTEGER NOT NULL,             -- documents.seq of the last document that was looked at
  armed  INTEGER NOT NULL              -- whether a threshold may tell
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (
  id       TEXT PRIMARY KEY,
  watch    TEXT NOT NULL,
  at       TEXT NOT NULL,              -- RFC 3339, UTC
  alert    TEXT NOT NULL,              -- JSON
  printed  INTEGER NOT NULL DEFAULT 0,
  post     INTEGER NOT NULL,           -- 0 there is nobody to post it to, 1 waits, 2 posted, 3 given up
  attempts INTEGER NOT NULL DEFAULT 0,
  next     TEXT NOT NULL DEFAULT '',   -- not to be tried before, RFC 3339, UTC
  error    TEXT NOT NULL DEFAULT ''    -- of the last attempt
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_watch ON alerts (watch, at);
CREATE INDEX alerts_open ON alerts (printed, post);
