package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/store"
)

// aid is a report of an event.
func aid(id string, day int) store.Entry {
	on := entente.NewDay(2024, 5, day)
	text := "Kenya helped Uganda."
	d := &entente.Document{ID: id, Publisher: "The Gazette", Title: "Help", Lang: "en", Text: text, Published: on.Time(), DateOnly: true,
		Sentences: []entente.Sentence{{Span: entente.Span{End: len(text)}}}}
	d.Events = []entente.Event{{ID: "e" + id, Root: entente.RootAid, Score: 10, Trigger: entente.Span{Start: 6, End: 12}, Actors: []entente.Actor{{Country: "KEN"}},
		Recipients: []entente.Actor{{Country: "UGA"}}, When: entente.When{From: on, To: on, Precision: entente.PrecisionDay, Basis: entente.WhenDocument}}}
	return store.Entry{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: id, Story: "s"}}
}

// Each alert is printed and posted once, whatever fails in between and however
// often the program starts again.
func TestTellsOnce(t *testing.T) {
	t.Parallel()
	var posts atomic.Int32
	var down atomic.Bool
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var l alertLine
		b, err := io.ReadAll(r.Body)
		if err != nil || json.Unmarshal(b, &l) != nil || l.Type != "alert" || r.Header.Get("Entente-Signature") == "" {
			t.Errorf("posted: %s", b)
		}
		if down.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		posts.Add(1)
	}))
	defer srv.Close()
	path := filepath.Join(t.TempDir(), "a.db")
	var out, messages bytes.Buffer
	now := time.Date(2024, 5, 20, 0, 0, 0, 0, time.UTC)
	// each opens the archive anew, as another run of the program does.
	round := func(add ...store.Entry) error {
		arc, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer arc.Close() //nolint:errcheck // a temporary archive
		if err := arc.Put(t.Context(), add); err != nil {
			t.Fatal(err)
		}
		app := &App{Stdout: &out, Stderr: &messages}
		return (&teller{app: app, arc: arc, poster: alert.NewPoster()}).round(t.Context(), now)
	}
	arc, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := arc.Put(t.Context(), []store.Entry{aid("old", 1)}); err != nil {
		t.Fatal(err)
	}
	w := entente.Watch{Name: "help", Events: entente.EventFilter{Days: entente.AllDays(), Root: entente.RootAid}, AtLeast: 1, Webhook: srv.URL, Secret: "s",
		Private: true, Cursor: -1}
	if err := arc.SaveWatch(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	if err := arc.Close(); err != nil {
		t.Fatal(err)
	}

	down.Store(true)
	if err := round(aid("n1", 2), aid("n2", 3)); err == nil {
		t.Error("a failed post is no error")
	}
	if n := strings.Count(out.String(), "\n"); n != 2 {
		t.Fatalf("%d lines for two new events:\n%s", n, out.String())
	}
	down.Store(false)
	if err := round(); err != nil || posts.Load() != 0 {
		t.Errorf("it is tried again at once: %v, %d posts", err, posts.Load())
	}
	now = now.Add(2 * time.Minute)
	for range 3 {
		if err := round(); err != nil {
			t.Fatal(err)
		}
	}
	if posts.Load() != 2 || strings.Count(out.String(), "\n") != 2 {
		t.Errorf("%d posts, output:\n%s", posts.Load(), out.String())
	}
	if err := round(aid("n1", 2), aid("n3", 4)); err != nil || posts.Load() != 3 {
		t.Errorf("one new event: %v, %d posts", err, posts.Load())
	}
	if strings.Contains(out.String(), "old") || strings.Count(out.String(), "help  event  KEN AID UGA: Kenya helped Uganda.") != 3 {
		t.Errorf("output:\n%s", out.String())
	}
}
