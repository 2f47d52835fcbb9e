package store_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// TestDamagedLayers checks that a document whose blob is broken is told by its
// name, and that the others are still read.
func TestDamagedLayers(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // the error is of no matter here
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4), report("y1", 16, "RUS", "CHN", entente.RootConsult, 4))
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // as above
	for _, damage := range []string{"x''", "x'02'", "x'0128b52ffd'", "substr(layers, 1, length(layers) - 4)"} {
		if _, err := db.ExecContext(t.Context(), "UPDATE documents SET layers = "+damage+" WHERE id = 'x1'"); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Document(t.Context(), "x1", entente.DepthLayers); err == nil || !strings.Contains(err.Error(), "document x1: layers are damaged") {
			t.Errorf("layers = %s: %v, want damaged layers of x1", damage, err)
		}
		if _, err := a.Document(t.Context(), "y1", entente.DepthFull); err != nil {
			t.Errorf("layers = %s: the other document: %v", damage, err)
		}
	}
}

// TestFullDisk checks that an archive that cannot grow keeps what it has, takes
// nothing by halves, and says so.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4))
	d := report("y1", 16, "RUS", "CHN", entente.RootConsult, 4)
	d.Text += strings.Repeat(" a word", 1<<17)
	if err := store.Limit(t.Context(), a, 100); err != nil {
		t.Fatal(err)
	}
	err := a.Put(t.Context(), []store.Entry{{Doc: report("w1", 1, "RUS", "CHN", entente.RootAid, 6)}, {Doc: d}})
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("Put: %v, want a full disk", err)
	}
	st, err := a.Stats(t.Context(), entente.AllDays())
	if err != nil || st.Documents != 1 || st.Events != 1 {
		t.Errorf("%d documents, %d events (%v), want the one that was there", st.Documents, st.Events, err)
	}
}
