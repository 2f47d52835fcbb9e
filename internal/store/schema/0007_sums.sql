-- Sums beside bundles: what a pair that has many events did in a month, by day and
-- by who takes part, and what each pair of a month has in a network, so that a
-- question about many years adds up rows instead of reading events.
CREATE TABLE pair_sums (
  month  INTEGER NOT NULL,              -- as in bundles
  first  TEXT NOT NULL,
  second TEXT NOT NULL,
  sums   BLOB NOT NULL,
  PRIMARY KEY (month, first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_sums (
  month INTEGER NOT NULL,
  part  INTEGER NOT NULL,               -- 0 to 15, by a hash of the pair
  pairs BLOB NOT NULL,
  PRIMARY KEY (month, part)
) STRICT, WITHOUT ROWID;

DELETE FROM read_months;                -- written anew, with sums over outlets

CREATE INDEX documents_added ON documents (added);

-- What the archive holds, kept by triggers, so that counting all of it reads no
-- document. Stories and outlets are counted along their indexes.
CREATE TABLE counts (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  documents INTEGER NOT NULL,
  undated   INTEGER NOT NULL,
  other     INTEGER NOT NULL,           -- of another language than English
  silent    INTEGER NOT NULL,           -- without event
  events    INTEGER NOT NULL,
  copies    INTEGER NOT NULL,           -- near-copies
  samples   INTEGER NOT NULL
) STRICT;

INSERT INTO counts SELECT 1, count(*), ifnull(sum(day IS NULL), 0), ifnull(sum(lang <> 'en'), 0), ifnull(sum(events = 0), 0), ifnull(sum(events), 0),
  (SELECT count(*) FROM members WHERE duplicate_of <> ''), ifnull(sum(sample), 0) FROM documents;

CREATE TRIGGER counts_ai AFTER INSERT ON documents BEGIN
  UPDATE counts SET documents = documents + 1, undated = undated + (new.day IS NULL), other = other + (new.lang <> 'en'),
    silent = silent + (new.events = 0), events = events + new.events, samples = samples + new.sample;
END;
CREATE TRIGGER counts_ad AFTER DELETE ON documents BEGIN
  UPDATE counts SET documents = documents - 1, undated = undated - (old.day IS NULL), other = other - (old.lang <> 'en'),
    silent = silent - (old.events = 0), events = events - old.events, samples = samples - old.sample;
END;
CREATE TRIGGER counts_au AFTER UPDATE OF events ON documents WHEN new.events <> old.events BEGIN
  UPDATE counts SET silent = silent + (new.events = 0) - (old.events = 0), events = events + new.events - old.events;
END;
CREATE TRIGGER counts_mi AFTER INSERT ON members WHEN new.duplicate_of <> '' BEGIN
  UPDATE counts SET copies = copies + 1;
END;
CREATE TRIGGER counts_md AFTER DELETE ON members WHEN old.duplicate_of <> '' BEGIN
  UPDATE counts SET copies = copies - 1;
END;
CREATE TRIGGER counts_mu AFTER UPDATE OF duplicate_of ON members WHEN (new.duplicate_of <> '') <> (old.duplicate_of <> '') BEGIN
  UPDATE counts SET copies = copies + (new.duplicate_of <> '') - (old.duplicate_of <> '');
END;
