package story_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

func TestRestoreGoesOnAsBefore(t *testing.T) {
	t.Parallel()
	docs := sample(t)
	whole := story.New(story.Defaults())
	want := map[string]entente.Assignment{}
	order := []string{}
	half := len(docs) / 2
	var before map[string]entente.Assignment
	for i, d := range docs {
		if i == half {
			before = map[string]entente.Assignment{}
			for _, id := range order {
				before[id] = want[id]
			}
		}
		a := whole.Add(story.Extract(d))
		want[a.Doc] = a
		order = append(order, a.Doc)
		for _, a := range whole.Changes() {
			want[a.Doc] = a
		}
	}
	resumed := story.New(story.Defaults())
	got := map[string]entente.Assignment{}
	for i, d := range docs {
		f := throughBytes(t, story.Extract(d))
		if i < half {
			resumed.Restore(f, before[d.ID])
			got[d.ID] = before[d.ID]
			continue
		}
		got[d.ID] = resumed.Add(f)
		for _, a := range resumed.Changes() {
			got[a.Doc] = a
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places after taking up the work again (-whole +resumed):\n%s", diff)
	}
}

func TestRestoreTellsOtherPlaces(t *testing.T) {
	t.Parallel()
	docs := sample(t)
	want := place(docs[:40])
	c := story.New(story.Defaults())
	for _, d := range docs[:40] {
		a := want[d.ID]
		if d.ID == docs[3].ID {
			a.Story = "s000000000000"
		}
		c.Restore(story.Extract(d), a)
	}
	c.Add(story.Extract(docs[40]))
	for _, a := range c.Changes() {
		if a.Doc == docs[3].ID && a.Story == want[a.Doc].Story {
			return
		}
	}
	t.Errorf("no word of document %s, whose place differs from that of the earlier run", docs[3].ID)
}

func throughBytes(t testing.TB, f story.Features) story.Features {
	t.Helper()
	b, err := f.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	g, err := story.UnmarshalFeatures(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, g); diff != "" {
		t.Fatalf("features after a round trip (-want +got):\n%s", diff)
	}
	return g
}

func TestUndatedAndLate(t *testing.T) {
	t.Parallel()
	bridge := "The bridge over the Lom at Varna fell into the river and the mayor closed the northern harbour road for a month."
	day := func(n int) time.Time { return time.Date(2024, 5, n, 9, 0, 0, 0, time.UTC) }
	c := story.New(story.Defaults())
	add := func(id, text string, at time.Time) entente.Assignment {
		return c.Add(story.Extract(&entente.Document{ID: id, Title: "Report " + id, Text: text, Published: at}))
	}
	first := add("a", bridge, day(2))
	other := add("b", "Parliament in Lisbon passed the budget after a night of debate between the coalition and the union of teachers.", day(3))
	undated := add("c", "Divers searched the Lom at Varna below the fallen bridge while the mayor kept the harbour road closed.", time.Time{})
	late := add("d", "Engineers inspect the fallen bridge over the Lom at Varna; the mayor says the harbour road stays closed.", day(1))
	far := add("e", "The fallen bridge over the Lom at Varna and the closed harbour road are what the mayor must answer for.", day(1).AddDate(1, 0, 0))
	if undated.Story != first.Story || late.Story != first.Story {
		t.Errorf("undated in %s, late in %s, want both in %s", undated.Story, late.Story, first.Story)
	}
	if other.Story == first.Story || far.Story == first.Story {
		t.Errorf("a budget and a report of the next year are in %s, the story of a bridge", first.Story)
	}
	if again := add("a", bridge, day(2)); again != first {
		t.Errorf("a document that comes twice is placed %v, then %v", first, again)
	}
}

func TestEarlyJoinIsTakenBack(t *testing.T) {
	t.Parallel()
	c := story.New(story.Defaults())
	got := map[string]string{}
	add := func(id, text string) {
		a := c.Add(story.Extract(&entente.Document{ID: id, Text: text}))
		got[a.Doc] = a.Story
		for _, a := range c.Changes() {
			got[a.Doc] = a.Story
		}
	}
	add("north-0", "Fire destroyed a furniture warehouse last night. Nobody was hurt, the fire brigade and the insurer said.")
	add("south-0", "Fire destroyed a furniture warehouse early today. Nobody was hurt, the fire brigade and a neighbour said.")
	first := got["north-0"] == got["south-0"]
	for i, text := range []string{
		"Mayor Solveig Brekke of Narvik thanked crews from Harstad, who fought the fire in the Brekke warehouse by the harbour.",
		"Governor Ignacio Robles came to Tarifa, where the mill of his cousin and a warehouse burned near Algeciras beach.",
		"Harstad lent Narvik two engines; the Brekke warehouse, built for herring, is a ruin, and Solveig Brekke wants it gone.",
		"The ferry from Algeciras to Tarifa stays in port while smoke from the mill drifts over the beach, Robles told sailors.",
		"Sprinklers of the Brekke warehouse in Narvik had frozen in January, wrote inspectors from Harstad to Solveig Brekke.",
		"A forklift at the Tarifa mill caught light, found detectives from Algeciras; Ignacio Robles defends his cousin.",
	} {
		add(fmt.Sprintf("%s-%d", []string{"north", "south"}[i%2], i/2+1), text)
	}
	if !first {
		t.Error("two reports that differ in nothing that tells are held apart from the start")
	}
	if got["north-3"] == got["south-3"] {
		t.Errorf("two fires are one story, %s, after eight reports", got["north-3"])
	}
}

func TestLateOriginalBecomesHead(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The minister of ports told the harbour council that dredging begins in spring and ends before the autumn storms. ", 1) +
		"Ship owners had asked for a deeper channel since the winter in which two freighters ran aground near the old lighthouse."
	at := time.Date(2024, 5, 2, 9, 0, 0, 0, time.UTC)
	c := story.New(story.Defaults())
	c.Add(story.Extract(&entente.Document{ID: "copy", Text: text, Published: at}))
	a := c.Add(story.Extract(&entente.Document{ID: "original", Text: text, Published: at.Add(-time.Hour)}))
	if a.DuplicateOf != "" {
		t.Errorf("the earliest of two is a copy of %q", a.DuplicateOf)
	}
	want := []entente.Assignment{{Doc: "copy", Story: a.Story, DuplicateOf: "original"}}
	if diff := cmp.Diff(want, c.Changes()); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// article makes a report of n invented words; texts of different seeds share
// only frequent ones.
func article(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7)) //nolint:gosec // no secrets here
	out := make([]string, n)
	for i := range out {
		if r.IntN(3) == 0 {
			out[i] = []string{"the", "of", "and", "minister", "talks", "border", "said", "council", "on", "to"}[r.IntN(10)]
		} else {
			out[i] = syllables(r)
		}
	}
	return out
}

func syllables(r *rand.Rand) string {
	const c, v = "bdfgklmnprstvz", "aeiou"
	out := ""
	for range 2 + r.IntN(2) {
		out += string(c[r.IntN(len(c))]) + string(v[r.IntN(len(v))])
	}
	return out
}

// TestEditedCopies makes copies with a changed headline, paragraphs dropped
// and words changed, and expects nearly all of them to be found, and no other
// pair.
func TestEditedCopies(t *testing.T) {
	t.Parallel()
	for _, edits := range []int{5, 10, 15} {
		t.Run(fmt.Sprintf("%d%% of words", edits), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(edits), 3)) //nolint:gosec // no secrets here
			c := story.New(story.Defaults())
			found, wrong := 0, 0
			const pairs = 200
			for i := range pairs {
				id := fmt.Sprintf("doc-%03d", i)
				words := article(uint64(i), 120+i)
				c.Add(story.Extract(&entente.Document{ID: id, Title: "One", Text: strings.Join(words, " ")}))
				edited := slices.Clone(words)
				if i%2 == 0 {
					edited = edited[:len(edited)*3/4]
				}
				for j := range edited {
					if r.IntN(100) < edits {
						edited[j] = syllables(r)
					}
				}
				a := c.Add(story.Extract(&entente.Document{ID: id + "-copy", Title: "Quite another", Text: strings.Join(edited, " ")}))
				switch a.DuplicateOf {
				case id:
					found++
				case "":
				default:
					wrong++
				}
			}
			if found*100 < pairs*98 || wrong > 0 {
				t.Errorf("%d of %d copies found, %d taken for copies of another report", found, pairs, wrong)
			}
		})
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	opt := story.Defaults()
	opt.MaxDocuments = 50
	c := story.New(opt)
	text := strings.Join(article(1, 150), " ")
	first := c.Add(story.Extract(&entente.Document{ID: "first", Text: text}))
	for i := range 60 {
		c.Add(story.Extract(&entente.Document{ID: fmt.Sprintf("filler-%d", i), Text: strings.Join(article(uint64(i+2), 150), " ")}))
	}
	again := c.Add(story.Extract(&entente.Document{ID: "copy", Text: text}))
	if again.DuplicateOf != "" || again.Story == first.Story {
		t.Errorf("a document beyond the bound is still remembered: %v", again)
	}
}

func TestStoryIDs(t *testing.T) {
	t.Parallel()
	a := story.New(story.Defaults()).Add(story.Extract(&entente.Document{ID: "d1", Text: "Talks on the harbour began."}))
	if len(a.Story) != 13 || a.Story[0] != 's' || strings.Trim(a.Story[1:], "0123456789abcdef") != "" {
		t.Errorf("story id %q, want s and 12 hexadecimal digits", a.Story)
	}
	b := story.New(story.Defaults()).Add(story.Extract(&entente.Document{ID: "d1", Text: "Quite another text."}))
	if a.Story != b.Story {
		t.Errorf("the id of a story, %s or %s, depends on more than its first document", a.Story, b.Story)
	}
}

func TestExtractLeavesRelatedOut(t *testing.T) {
	t.Parallel()
	const body, tail = "The envoy met the council in Oslo.", "Festival opens with fireworks"
	plain := story.Extract(&entente.Document{ID: "d", Text: body})
	with := story.Extract(&entente.Document{ID: "d", Text: body + tail,
		Related: []entente.Related{{Title: tail, Span: entente.Span{Start: len(body), End: len(body) + len(tail)}}}})
	if diff := cmp.Diff(plain, with); diff != "" {
		t.Errorf("features with a run-on headline (-without +with):\n%s", diff)
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	t.Parallel()
	good, err := story.Extract(&entente.Document{ID: "d", Text: "The envoy met the council in Oslo."}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"empty": nil, "version": {99}, "short": good[:len(good)-3], "long": append(slices.Clone(good), 0),
		"huge length": {1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f},
	} {
		if _, err := story.UnmarshalFeatures(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzUnmarshalFeatures(f *testing.F) {
	for _, text := range []string{"", "The envoy met the council in Oslo.", "U.S. envoys; l’été à Paris, 3.5 million"} {
		b, err := story.Extract(&entente.Document{ID: "d", Title: "Talks", Text: text}).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := story.UnmarshalFeatures(b)
		if err != nil {
			return
		}
		throughBytes(t, x)
		story.New(story.Defaults()).Add(x)
	})
}

func FuzzExtract(f *testing.F) {
	f.Add("Putin's visit: U.S. says 3,000 troops…", "O'Neill don't ÉTÉ\xff l'été 'tis ' . ,")
	f.Fuzz(func(t *testing.T, title, text string) {
		throughBytes(t, story.Extract(&entente.Document{ID: "d", Title: title, Text: text}))
	})
}

// stream makes n short reports on n/20 happenings over some weeks.
func stream(n int) []*entente.Document {
	r := rand.New(rand.NewPCG(5, 5)) //nolint:gosec // no secrets here
	out := make([]*entente.Document, n)
	for i := range out {
		topic := article(uint64(1000+i/400*20+r.IntN(20)), 40)
		words := article(uint64(1_000_000+i), 60)
		for j := range words {
			if r.IntN(2) == 0 {
				words[j] = topic[r.IntN(len(topic))]
			}
		}
		out[i] = &entente.Document{ID: fmt.Sprintf("doc-%06d", i), Title: strings.Join(words[:8], " "), Text: strings.Join(words, " "),
			Published: time.Date(2024, 5, 1, 0, i*5, 0, 0, time.UTC)}
	}
	return out
}

func BenchmarkExtract(b *testing.B) {
	docs := stream(200)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, d := range docs {
			story.Extract(d)
		}
		n += len(docs)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkCluster(b *testing.B) {
	for _, size := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			docs := stream(size)
			features := make([]story.Features, size)
			for i, d := range docs {
				features[i] = story.Extract(d)
			}
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				c := story.New(story.Defaults())
				for _, f := range features {
					c.Add(f)
				}
				n += size
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	fs := []story.Features{{Doc: "a", Day: 5, Time: 50}, {Doc: "b", Day: entente.NoDay}, {Doc: "c", Day: 3, Time: 30}, {Doc: "d", Day: entente.NoDay}}
	if diff := cmp.Diff([]int{2, 3, 0, 1}, story.Order(fs)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}
