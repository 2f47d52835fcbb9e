-- One record of what happened: the events of several reports that are the same
-- happening, with what merging compares and where reports come from.

CREATE TABLE claims (                   -- what merging compares of an event, apart: it is only read to merge
  event TEXT PRIMARY KEY,
  doc   TEXT NOT NULL,
  claim BLOB NOT NULL
) STRICT;
CREATE INDEX claims_doc ON claims (doc);

CREATE TABLE provenance (               -- where a report comes from
  doc     TEXT PRIMARY KEY,
  owner   TEXT NOT NULL,                -- of the outlet, '' unknown
  credits TEXT NOT NULL                 -- JSON: agencies on whose word it rests
) STRICT, WITHOUT ROWID;

CREATE TABLE merged (
  id          TEXT PRIMARY KEY,         -- 'm' and the id of the earliest event in it
  story       TEXT NOT NULL,            -- of the earliest telling
  root        TEXT NOT NULL,
  quad        INTEGER NOT NULL,
  score       REAL NOT NULL,
  status      TEXT NOT NULL,
  aspect      TEXT NOT NULL,
  day_from    INTEGER,
  day_to      INTEGER,
  interested  INTEGER NOT NULL,         -- nobody but a party tells it
  reports     INTEGER NOT NULL,
  independent INTEGER NOT NULL,         -- sources that do not rest on each other
  confidence  REAL NOT NULL,
  sample      INTEGER NOT NULL,
  published   TEXT NOT NULL,            -- of the earliest telling
  record      BLOB NOT NULL             -- the whole of it
) STRICT;
CREATE INDEX merged_story ON merged (story);
CREATE INDEX merged_day ON merged (day_from);

CREATE TABLE tellings (                 -- the events of a merged event
  event  TEXT PRIMARY KEY,
  merged TEXT NOT NULL,
  doc    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_merged ON tellings (merged);
CREATE INDEX tellings_doc ON tellings (doc);

CREATE TABLE merged_parties (           -- as parties, of merged events
  merged   TEXT NOT NULL,
  side     INTEGER NOT NULL,
  party    TEXT NOT NULL,
  sector   TEXT NOT NULL,
  inferred INTEGER NOT NULL             -- only the topic or an ellipsis gives it
) STRICT;
CREATE INDEX merged_parties_merged ON merged_parties (merged);
CREATE INDEX merged_parties_party ON merged_parties (party, merged);

CREATE TABLE merged_dyads (             -- as dyads, of merged events
  actor     TEXT NOT NULL,
  recipient TEXT NOT NULL,
  merged    TEXT NOT NULL,
  weight    REAL NOT NULL,
  day       INTEGER,                    -- of an event that a series counts or shows as a claim: told as a fact of one day
  quad      INTEGER NOT NULL,           -- this and what follows repeat the event, so that a series reads one table
  score     REAL NOT NULL,
  confidence REAL NOT NULL,
  claim     INTEGER NOT NULL,
  sample    INTEGER NOT NULL,
  outlets   TEXT NOT NULL,              -- that tell it, sorted, one a line
  PRIMARY KEY (actor, recipient, merged)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_dyads_merged ON merged_dyads (merged);
CREATE INDEX merged_dyads_day ON merged_dyads (day, actor, recipient, weight, score, merged, sample) WHERE claim = 0 AND day IS NOT NULL;

CREATE TABLE story_links (              -- typed links between stories, each once
  story TEXT NOT NULL,
  type  TEXT NOT NULL,                  -- follows, part_of, related
  other TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (story, type, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_links_other ON story_links (other);

CREATE TABLE story_trace (              -- documents that went from one story to another
  n         INTEGER PRIMARY KEY,
  type      TEXT NOT NULL,              -- merge: story is gone into other; split: it gave some to other
  story     TEXT NOT NULL,
  other     TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT;
CREATE INDEX story_trace_story ON story_trace (story);
CREATE INDEX story_trace_other ON story_trace (other);

ALTER TABLE stories ADD COLUMN independent INTEGER NOT NULL DEFAULT 0; -- reports that rest on sources of their own
