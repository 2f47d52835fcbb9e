package web_test

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// attack is a report of one attack with its toll.
func attack(id, outlet string, killed int64) *entente.Document {
	on := entente.NewDay(2024, 5, 23)
	d := newReport(id, outlet, "Missiles hit Kharkiv", on, "Russian forces attacked Kharkiv on Thursday and killed several people.")
	d.Events = []entente.Event{{ID: "e5" + id, Root: entente.RootAssault, Score: -9, Trigger: spanOf(d.Text, "attacked"),
		Actors:     []entente.Actor{{Span: spanOf(d.Text, "Russian forces"), Country: "RUS", Sector: entente.MIL}},
		Recipients: []entente.Actor{{Span: spanOf(d.Text, "Kharkiv"), Country: "UKR"}},
		Where:      &entente.Place{Span: spanOf(d.Text, "Kharkiv"), Name: "Kharkiv", Country: "UKR", GeoNames: 706483, Precision: "city", Confidence: 0.9},
		Magnitudes: []entente.Magnitude{{Kind: "killed", Span: spanOf(d.Text, "several"), Low: killed, High: killed, Best: killed, HasBest: true}},
		When:       entente.When{Span: spanOf(d.Text, "Thursday"), From: on, To: on, Precision: entente.PrecisionDay, Basis: entente.WhenText}, Confidence: 0.8}}
	return d
}

// mergedArchive holds a story with a copy, two tolls, a credit and links.
func mergedArchive(t testing.TB) *store.Archive {
	t.Helper()
	entry := func(d *entente.Document, story, of string, credits ...string) store.Entry {
		e := store.Entry{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: d.ID, Story: story, DuplicateOf: of}}
		for _, c := range credits {
			e.Origin.Credits = append(e.Origin.Credits, entente.Credit{Agency: c, Whole: true})
		}
		return e
	}
	a := openArchive(t, []store.Entry{
		entry(attack("a1", "Meridian Wire", 3), "s1", ""), entry(attack("a2", "Norther Post", 3), "s1", "a1"),
		entry(attack("a3", "Skerry Broadcasting", 5), "s1", ""), entry(attack("a4", "Eastbridge Courier", 5), "s1", "", "Meridian Wire"),
		entry(sanction(), "s2", ""), entry(visit("b1", "Gazette", "e6000000000000aa"), "s3", ""),
	})
	batch := &store.Batch{Ties: []store.Ties{{Story: "s1", Links: []entente.StoryLink{{Type: "follows", Story: "s2", Score: 0.5}, {Type: "part_of", Story: "s3", Score: 0.5}}},
		{Story: "s2", Links: []entente.StoryLink{{Type: "related", Story: "s3", Score: 0.4}}}}}
	if _, err := a.Extend(t.Context(), 0, func([]store.Placed) (*store.Batch, error) { return batch, nil }); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestStoryShowsWhatHappened(t *testing.T) {
	t.Parallel()
	h := handlerOf(t, mergedArchive(t))
	srv := serveOf(t, h)
	body := get(t, srv, "/story/s1").body
	for _, want := range []string{"4 reports</span>, <span class=\"nb\">2 independent sources", "1 near-copy", "<dt>killed</dt><dd><b>3</b>", "<dd><b>5</b>",
		"credits <bdi>Meridian Wire</bdi>", "<h3>Follows</h3>", "<h3>Part of</h3>", "4 reports, 2 independent, 1 copy", `<ul class="copies">`} {
		if !strings.Contains(body, want) {
			t.Errorf("the story does not say %q", want)
		}
	}
	for at, want := range map[string]string{"/story/s2": "<h3>Followed by</h3>", "/story/s3": "<h3>Has as a part</h3>"} {
		if body := get(t, srv, at).body; !strings.Contains(body, want) || !strings.Contains(body, "<h3>Related</h3>") {
			t.Errorf("%s does not say %q and what is related", at, want)
		}
	}
	// The copy stands within the item of its original, before the next report.
	original, copied, next := strings.LastIndex(body, "id=a1"), strings.LastIndex(body, "id=a2"), strings.LastIndex(body, "id=a3")
	if original >= copied || copied >= next {
		t.Errorf("reports stand at %d, %d, %d: the copy is not under its original", original, copied, next)
	}
}
