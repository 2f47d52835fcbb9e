package store_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// history drives an archive through a random life.
type history struct {
	t    *testing.T
	a    *store.Archive
	rng  *rand.Rand
	docs []*entente.Document // as they are now
	made int
	day  entente.Day // of the newest document's coming
}

var (
	someStates = []string{"RUS", "CHN", "KEN"}
	day0       = entente.NewDay(2024, 1, 20)
)

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

func (h *history) actor() entente.Actor {
	x := entente.Actor{Sector: pick(h.rng, []entente.Sector{entente.SectorNone, entente.SectorNone, entente.GOV, entente.MIL, entente.CVL}), Inferred: h.rng.IntN(12) == 0}
	switch h.rng.IntN(12) {
	case 0:
		x.Group = "WEST"
	case 1:
		x.Country, x.Org, x.Sector = "IGO", "NATO", entente.SectorNone
	case 2: // nobody in particular
	default:
		x.Country = pick(h.rng, someStates)
	}
	return x
}

func (h *history) actors(most int) []entente.Actor {
	out := []entente.Actor{}
	for range 1 + h.rng.IntN(most) {
		out = append(out, h.actor())
	}
	return out
}

// report makes a document of a few events.
func (h *history) report(id string) *entente.Document {
	day := h.rng.IntN(75)
	d := report(id, 1, "RUS", "CHN", pick(h.rng, entente.Roots()), 4)
	on := day0 + entente.Day(day)
	d.Publisher, d.Published, d.Sample = fmt.Sprint("Outlet ", h.rng.IntN(6)), on.Time(), h.rng.IntN(9) == 0
	d.Text += fmt.Sprintf(" Text %d.", h.made)
	h.made++
	if h.rng.IntN(20) == 0 {
		d.Published, d.DateBasis = entente.NoDay.Time(), entente.DateNone
	}
	first := d.Events[0]
	d.Events = nil
	for i := range h.rng.IntN(6) {
		e := first
		e.ID = fmt.Sprintf("%016x", h.rng.Uint64())
		if h.rng.IntN(8) == 0 {
			e.ID = fmt.Sprintf("e%s.%d", id, i)
		}
		e.Root, e.Score, e.Confidence = pick(h.rng, entente.Roots()), float64(h.rng.IntN(39))/2-9.5, h.rng.Float64()
		e.When.From = on - entente.Day(h.rng.IntN(3)*h.rng.IntN(2))
		e.When.To = e.When.From + entente.Day(h.rng.IntN(10)/9)
		e.Actors, e.Recipients = h.actors(3), h.actors(2)
		switch h.rng.IntN(6) {
		case 0:
			e.Recipients = nil
		case 1:
			e.Status = entente.Future
		case 2:
			e.Attribution = &entente.Attribution{Interested: true}
		case 3:
			e.Score = h.rng.Float64()*20 - 10
		}
		if i > 0 && h.rng.IntN(5) == 0 {
			e.SameAs = d.Events[0].ID
		}
		d.Events = append(d.Events, e)
	}
	return d
}

func (h *history) story() string { return fmt.Sprint("s", h.rng.IntN(8)) }

// must ends the test on an error.
func (h *history) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// put adds some documents, or revises some, and moves others.
func (h *history) put(moves int) {
	h.day++
	var es []store.Entry
	for range 2 + h.rng.IntN(4) {
		i := len(h.docs)
		if i > 3 && moves > 0 && h.rng.IntN(5) == 0 {
			i = h.rng.IntN(len(h.docs))
		} else {
			h.docs = append(h.docs, nil)
		}
		h.docs[i] = h.report(fmt.Sprintf("d%03d", i))
		es = append(es, store.Entry{Doc: h.docs[i], Features: []byte{1}, Place: entente.Assignment{Doc: h.docs[i].ID, Story: h.story()}, Added: h.day})
	}
	b := store.Batch{Entries: es}
	for range h.rng.IntN(moves + 1) {
		b.Moves = append(b.Moves, entente.Assignment{Doc: pick(h.rng, h.docs).ID, Story: h.story()})
	}
	if moves > 0 && h.rng.IntN(3) == 0 {
		b.Ties = []store.Ties{{Story: h.story(), Links: []entente.StoryLink{{Type: pick(h.rng, []string{"follows", "part_of", "related"}), Story: h.story(), Score: 0.5}}}}
	}
	_, err := h.a.Extend(h.t.Context(), 0, func([]store.Placed) (*store.Batch, error) { return &b, nil })
	h.must(err)
}

// mark judges an event, or takes a judgement back.
func (h *history) mark() {
	d := pick(h.rng, h.docs)
	if len(d.Events) == 0 {
		return
	}
	m := entente.EventMark{Event: pick(h.rng, d.Events).ID, Verdict: pick(h.rng, []entente.Verdict{entente.MarkedRight, entente.MarkedWrong, entente.MarkedFixed}), At: "2024-05-20T00:00:00Z"}
	if m.Verdict == entente.MarkedFixed {
		actors, root := h.actors(2), pick(h.rng, entente.Roots())
		m.Fix = entente.Fix{Root: &root, Actors: &actors}
	}
	if h.rng.IntN(4) == 0 {
		if err := h.a.Unmark(h.t.Context(), m.Event); entente.ErrorCode(err) != entente.ErrNotFound {
			h.must(err)
		}
		return
	}
	h.must(h.a.Mark(h.t.Context(), m))
}

// recode codes a document anew.
func (h *history) recode() {
	i := h.rng.IntN(len(h.docs))
	d := h.report(h.docs[i].ID)
	was := *h.docs[i]
	was.Events = append(d.Events, h.docs[i].Events[:len(h.docs[i].Events)/2]...)
	h.docs[i] = &was
	h.must(h.a.Recode(h.t.Context(), []*entente.Document{&was}, "run2"))
}

// filter asks for any relation.
func (h *history) filter() entente.RelationFilter {
	side := func() []entente.Party {
		var out []entente.Party
		for range 1 + h.rng.IntN(4)/3 {
			p := entente.Party{Code: pick(h.rng, append(someStates, "NATO", "WEST"))}
			if h.rng.IntN(4) == 0 {
				p.Sector = pick(h.rng, []entente.Sector{entente.GOV, entente.MIL, entente.CVL})
			}
			out = append(out, p)
		}
		return out
	}
	f := entente.RelationFilter{A: side(), B: side(), Days: entente.AllDays(), Period: entente.Period(h.rng.IntN(3)), Directed: h.rng.IntN(4) == 0, AsOf: entente.NoDay} //nolint:gosec // 0..2
	if h.rng.IntN(2) == 0 {
		f.Days.From = day0 + entente.Day(h.rng.IntN(60))
	}
	if h.rng.IntN(2) == 0 {
		f.Days.To = day0 + entente.Day(20+h.rng.IntN(60))
	}
	return f
}

// TestRelationOfHistories compares what archives answer, after writes, revisions,
// moves, links, marks and recodings in any order, with a plain computation, and
// what they answered yesterday with what they answer today as of yesterday. The
// first has sums from one event a month, the second from four, the third none.
func TestRelationOfHistories(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) - short() {
		h := &history{t: t, a: open(t), rng: rand.New(rand.NewPCG(seed, 9)), day: entente.NewDay(2024, 6, 1)} //nolint:gosec // fixed lives
		store.SumFrom(h.a, []int{1, 4, 1000}[seed])
		counted := 0
		for step := range 20 {
			switch n := h.rng.IntN(8); {
			case n < 5 || step < 4:
				h.put(2)
			case n == 5:
				h.recode()
			default:
				h.mark()
			}
			checkStats(t, h.a)
			for range 3 {
				counted += checkRelation(t, h.a, h.filter())
			}
		}
		for _, span := range []entente.Days{entente.AllDays(), {From: day0 + 5, To: day0 + 40}, {From: day0 - 19, To: day0 + 40}, {From: day0 + 5, To: entente.NoDay},
			{From: entente.NoDay, To: day0 + 11}, {From: day0 + 12, To: day0 + 40}} {
			checkNetwork(t, h.a, span)
		}
		h.yesterday()
		if counted < 60 {
			t.Errorf("all relations together have %d events: too few to show anything", counted)
		}
		if n, err := store.CountSums(t.Context(), h.a); err != nil || (seed < 2) != (n > 0) {
			t.Errorf("%d months of a pair have sums, %v", n, err)
		}
	}
}

// checkStats compares what is counted along the way with what is there.
func checkStats(t *testing.T, a *store.Archive) {
	t.Helper()
	got, err := a.Stats(t.Context(), entente.AllDays())
	if err != nil {
		t.Fatal(err)
	}
	want, err := store.PlainStats(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Fatalf("counted\n%+v, there are\n%+v", got, want)
	}
}

// short is 1 where tests are asked to be short.
func short() uint64 {
	if testing.Short() {
		return 1
	}
	return 0
}

// yesterday asks relations, adds documents on later days, and asks as of then.
func (h *history) yesterday() {
	h.t.Helper()
	filters := make([]entente.RelationFilter, 12)
	before := make([][]entente.RelationEvent, len(filters))
	var err error
	for i := range filters {
		filters[i] = h.filter()
		before[i], err = h.a.RelationEvents(h.t.Context(), filters[i])
		h.must(err)
		filters[i].AsOf = h.day
	}
	ask := func(when string) {
		h.t.Helper()
		for i, f := range filters {
			got, err := h.a.RelationEvents(h.t.Context(), f)
			h.must(err)
			if fmt.Sprint(got) != fmt.Sprint(before[i]) {
				h.t.Fatalf("%s, %+v: %+v, want %+v", when, f, got, before[i])
			}
			n := 0
			for _, p := range relationOf(h.t, h.a, f) {
				n += p.Events + p.Claims
			}
			if n != len(got) {
				h.t.Fatalf("%s, %+v: the points have %d events and the list %d", when, f, n, len(got))
			}
		}
	}
	for later := range 3 {
		ask(fmt.Sprint(later, " days later"))
		h.put(0)
	}
	store.MergeAsOf(h.a)
	ask("merged again")
}
