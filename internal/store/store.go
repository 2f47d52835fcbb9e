// Package store keeps the archive: one SQLite file with documents, their
// layers, an index over their events, stories, and full-text search.
//
// One exported method is one transaction. There is one writer; readers never
// wait for it (write-ahead log). What is committed survives a crash; what is
// not is as if it had never been tried.
package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	entente "github.com/entente-news/entente"

	"modernc.org/sqlite" // the driver "sqlite", pure Go
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema/*.sql
var schema embed.FS

// applicationID marks a file as an archive of ours in SQLite's header: "Ente".
const applicationID = 0x456e7465

// Archive is an open archive. It is safe for use by many goroutines; writes
// wait for each other.
type Archive struct {
	write  *sql.DB
	read   *sql.DB
	blobs  *packer
	path   string
	late   int // see lateDocuments
	summed int // see leastSummed
}

// Open opens the archive at path, which is made, with its folder, when it does
// not exist, and brings its tables up to date. A file that is something else
// is refused, as is an archive of a newer version.
func Open(ctx context.Context, path string) (*Archive, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "make the archive's folder", Err: err}
	}
	blobs, err := newPacker()
	if err != nil {
		return nil, err
	}
	write, err := connect(path, 1)
	if err != nil {
		return nil, err
	}
	a := &Archive{write: write, blobs: blobs, path: path, late: lateDocuments, summed: leastSummed}
	if err := a.migrate(ctx); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	if a.read, err = connect(path, max(2, runtime.GOMAXPROCS(0))); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	return a, nil
}

// OpenExisting is Open for commands that only look: a path where nothing is
// gives an error with code not_found.
func OpenExisting(ctx context.Context, path string) (*Archive, error) {
	file, err := os.Stat(path)
	if err == nil && file.Mode().IsRegular() && file.Size() == 0 {
		if _, werr := os.Stat(path + "-wal"); werr != nil { // all of a new archive may lie there yet
			err = errors.New("the file is empty")
		}
	}
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrNotFound, Op: "open the archive", Where: path, Err: err,
			Hint: "make one with: entente add FILE…"}
	}
	return Open(ctx, path)
}

func connect(path string, conns int) (*sql.DB, error) {
	q := url.Values{"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(1)",
		"cache_size(-16000)", "temp_store(MEMORY)"}, "_txlock": {"immediate"}}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open archive %s: %w", path, err)
	}
	abs = filepath.ToSlash(abs)
	if abs[0] != '/' { // a drive letter
		abs = "/" + abs
	}
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: abs}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("open archive %s: %w", path, err)
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// Close ends all connections. The archive must not be used after it.
func (a *Archive) Close() error {
	return errors.Join(a.read.Close(), a.write.Close(), a.blobs.close())
}

// Path returns where the archive lies.
func (a *Archive) Path() string { return a.path }

// mergedVersion is the version that brought merged events, which are made of
// what older ones kept.
const mergedVersion = 3

// bundlesVersion is the version that brought bundles and months of coverage as they
// are.
const bundlesVersion = 7

// migrate runs the numbered scripts that the archive has not seen, in one
// transaction, so that two programs that open a new archive do not collide.
func (a *Archive) migrate(ctx context.Context) error {
	scripts, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return fmt.Errorf("list the archive's migrations: %w", err)
	}
	err = a.update(ctx, func(tx *sql.Tx) error {
		var app, version, tables int
		err := errors.Join(tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app),
			tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version),
			tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables))
		if err != nil {
			return err
		}
		if app != applicationID && tables > 0 {
			return errors.New("the file is a SQLite database of another program")
		}
		if version > len(scripts) {
			return fmt.Errorf("it has version %d, this program knows %d: use a newer entente", version, len(scripts))
		}
		for i := version; i < len(scripts); i++ {
			if err := script(ctx, tx, scripts[i], i+1); err != nil {
				return fmt.Errorf("migrate to version %d: %w", i+1, err)
			}
		}
		if version > 0 && version < mergedVersion {
			if err := a.upgrade(ctx, tx); err != nil {
				return fmt.Errorf("merge the events of an older archive: %w", err)
			}
		}
		if version > 0 && version < bundlesVersion {
			if err := errors.Join(a.rebuildBundles(ctx, tx), rebuildReads(ctx, tx)); err != nil {
				return fmt.Errorf("bundle the events of an older archive: %w", err)
			}
		}
		return nil
	})
	if err != nil {
		return a.notOpen(err)
	}
	return nil
}

// notOpen says why the archive could not be opened, and what to do.
func (a *Archive) notOpen(err error) error {
	out := &entente.Error{Code: entente.ErrInvalid, Op: "open the archive", Where: a.path, Err: err, Hint: "is this an archive of entente?"}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return out
	}
	switch e.Code() & 0xff { // the low byte is the primary code
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		out.Code, out.Hint = entente.ErrUnavailable, "can this user write to the file and its folder?"
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR:
		out.Code, out.Hint = entente.ErrUnavailable, "is the disk full or failing?"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		out.Code, out.Hint = entente.ErrUnavailable, "another program holds it: wait for it to end"
	case sqlite3.SQLITE_CORRUPT:
		out.Hint = "the archive is damaged: restore a copy, or read the documents again into a new one"
	}
	return out
}

// Damaged reports whether err says that an archive's file is damaged.
func Damaged(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && (e.Code()&0xff == sqlite3.SQLITE_CORRUPT || e.Code()&0xff == sqlite3.SQLITE_NOTADB)
}

func script(ctx context.Context, tx *sql.Tx, name string, version int) error {
	text, err := schema.ReadFile(name)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version))
	return err
}

// update runs f in a writing transaction, which it commits when f succeeds.
func (a *Archive) update(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Hash returns the fingerprint of a text by which a revision is told from a
// repetition: its SHA-256 in hex.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Key returns the key of d in an archive: the id that came with it, else its
// address, else a hash of its text.
func Key(d *entente.Document) string {
	given := d.ID != "" && d.ID != d.Origin.File && d.ID != fmt.Sprintf("%s#%d", d.Origin.File, d.Origin.Line)
	switch {
	case given:
		return d.ID
	case d.URL != "":
		return d.URL
	default:
		return Hash(d.Text)[:16]
	}
}
