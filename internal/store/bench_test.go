package store_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// BenchmarkStats counts an archive of 20,000 documents, which every page does.
func BenchmarkStats(b *testing.B) {
	a := open(b)
	for i := 0; i < 20000; i += 1000 {
		es := make([]store.Entry, 1000)
		for k := range es {
			d := numberedReport(i + k)
			es[k] = store.Entry{Doc: d, Features: make([]byte, 2000), Place: entente.Assignment{Doc: d.ID, Story: d.ID[:5]}}
		}
		if err := a.Put(b.Context(), es); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := a.Stats(b.Context(), entente.AllDays()); err != nil {
			b.Fatal(err)
		}
	}
}
