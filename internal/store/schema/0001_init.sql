-- One archive: documents with their layers, an index over their events, the
-- stories, and what clustering needs to go on where it stopped.

CREATE TABLE documents (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  revision   INTEGER NOT NULL DEFAULT 1,
  hash       TEXT NOT NULL,            -- SHA-256 of text, hex
  url        TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  title      TEXT NOT NULL DEFAULT '',
  byline     TEXT NOT NULL DEFAULT '',
  lang       TEXT NOT NULL DEFAULT '',
  published  TEXT NOT NULL DEFAULT '', -- RFC 3339 or a day
  day        INTEGER,                  -- days since 1970-01-01, NULL undated
  date_basis INTEGER NOT NULL,
  sample     INTEGER NOT NULL DEFAULT 0,
  events     INTEGER NOT NULL DEFAULT 0,
  text       TEXT NOT NULL,
  layers     BLOB NOT NULL,            -- all layers but tokens
  tokens     BLOB NOT NULL,            -- sentences' tokens and names
  run        TEXT NOT NULL DEFAULT ''  -- what coded it
) STRICT;
CREATE INDEX documents_day ON documents (day, id);
CREATE INDEX documents_stats ON documents (day, id, lang, events, source, published, sample); -- counting never reads a text

CREATE TABLE revisions (               -- what a document said before
  id        TEXT NOT NULL,
  revision  INTEGER NOT NULL,
  hash      TEXT NOT NULL,
  title     TEXT NOT NULL,
  published TEXT NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (id, revision)
) STRICT;

CREATE VIRTUAL TABLE fts USING fts5 (title, text, content='documents', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER documents_ai AFTER INSERT ON documents BEGIN
  INSERT INTO fts (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
CREATE TRIGGER documents_ad AFTER DELETE ON documents BEGIN
  INSERT INTO fts (fts, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
END;
CREATE TRIGGER documents_au AFTER UPDATE OF title, text ON documents BEGIN
  INSERT INTO fts (fts, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
  INSERT INTO fts (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;

CREATE TABLE events (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  root       TEXT NOT NULL,
  quad       INTEGER NOT NULL,
  score      REAL NOT NULL,
  status     TEXT NOT NULL,
  aspect     TEXT NOT NULL,
  day_from   INTEGER,
  day_to     INTEGER,
  interested INTEGER NOT NULL,
  repeated   INTEGER NOT NULL,          -- same_as is set
  confidence REAL NOT NULL,
  position   INTEGER NOT NULL           -- of the trigger, bytes
) STRICT, WITHOUT ROWID;
CREATE INDEX events_doc ON events (doc);
CREATE INDEX events_day ON events (day_from);

CREATE TABLE parties (                  -- who takes part in an event
  event  TEXT NOT NULL,
  side   INTEGER NOT NULL,              -- 0 actor, 1 recipient
  party  TEXT NOT NULL,                 -- country, organisation or coalition
  sector TEXT NOT NULL
) STRICT;
CREATE INDEX parties_event ON parties (event);
CREATE INDEX parties_party ON parties (party, event);

CREATE TABLE dyads (                    -- an event of k × m members is k·m rows of weight 1/(k·m)
  actor     TEXT NOT NULL,
  recipient TEXT NOT NULL,
  event     TEXT NOT NULL,
  weight    REAL NOT NULL,
  PRIMARY KEY (actor, recipient, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyads_event ON dyads (event);

CREATE TABLE stories (
  id       TEXT PRIMARY KEY,
  title    TEXT NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  sample   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_day ON stories (day_to);

CREATE TABLE members (
  doc          TEXT PRIMARY KEY,
  story        TEXT NOT NULL,
  duplicate_of TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX members_story ON members (story);

CREATE TABLE features (                 -- what clustering compares, apart: it is only read to go on clustering
  doc      TEXT PRIMARY KEY,
  features BLOB NOT NULL
) STRICT;

CREATE TABLE moved (                    -- stories that became part of another
  story TEXT PRIMARY KEY,
  now   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
