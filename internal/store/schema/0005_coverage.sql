-- What was read: by day of publication, outlet and language, kept by triggers so
-- that no series has to count documents; and when a document came.

ALTER TABLE documents ADD COLUMN added INTEGER; -- day on which it came, days since 1970-01-01, NULL before this was noted

CREATE TABLE coverage (
  day       INTEGER NOT NULL,
  source    TEXT NOT NULL,
  lang      TEXT NOT NULL,
  documents INTEGER NOT NULL,
  silent    INTEGER NOT NULL,           -- of them without event
  PRIMARY KEY (day, source, lang)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_source ON coverage (source, day);

INSERT INTO coverage SELECT day, source, lang, count(*), sum(events = 0) FROM documents WHERE day IS NOT NULL GROUP BY day, source, lang;

CREATE TRIGGER coverage_ai AFTER INSERT ON documents WHEN new.day IS NOT NULL BEGIN
  INSERT INTO coverage VALUES (new.day, new.source, new.lang, 1, new.events = 0)
    ON CONFLICT DO UPDATE SET documents = documents + 1, silent = silent + (new.events = 0);
END;
CREATE TRIGGER coverage_ad AFTER DELETE ON documents WHEN old.day IS NOT NULL BEGIN
  UPDATE coverage SET documents = documents - 1, silent = silent - (old.events = 0) WHERE day = old.day AND source = old.source AND lang = old.lang;
  DELETE FROM coverage WHERE day = old.day AND source = old.source AND lang = old.lang AND documents = 0;
END;
CREATE TRIGGER coverage_au AFTER UPDATE OF events ON documents WHEN new.day IS NOT NULL AND (old.events = 0) <> (new.events = 0) BEGIN
  UPDATE coverage SET silent = silent + (new.events = 0) - (old.events = 0) WHERE day = new.day AND source = new.source AND lang = new.lang;
END;

CREATE TABLE dropped (                   -- what was read and gave no document
  day    INTEGER NOT NULL,              -- on which it was read
  source TEXT NOT NULL,                 -- outlet, or the host of its address; '' unknown
  why    TEXT NOT NULL,                 -- a code: no_text, limit, invalid …
  number INTEGER NOT NULL,
  PRIMARY KEY (day, source, why)
) STRICT, WITHOUT ROWID;
