package brief

import (
	"fmt"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// fact is one event as several reports may tell it.
type fact struct {
	reports  []report // one a document, in the order of documents
	copies   int      // near-copies of these documents
	score    int
	story    int // index of the story in a brief of days
	names    *names
	plan     *plan  // by which it is placed
	anchor   *fact  // the fact whose sentence it follows in its report; nil for most
	alone    int    // independent sources, 0 until they are counted
	verbatim string // a sentence of the report that is quoted as it is; "" for an event
	coming   bool   // that says what will be on a day ahead
	gist     []int  // numbers of the concepts of what would be written, nil until it is known
	words    map[string]bool
	from     report    // whose words those are
	mute     bool      // nothing can be written
	leadOnly bool      // too long for any place but the lead
	drafts   [2]*draft // as it would be told, as the lead and elsewhere
	given    fate      // whether a plan was dropped
	lapsed   bool      // a plan whose day is past, and nothing says that it was carried out
}

// report is one telling of a fact.
type report struct {
	doc *entente.Document
	ev  *entente.Event
}

func (f *fact) ev() *entente.Event { return f.reports[0].ev }

// merge reads the events of documents as facts: the same root and status, the
// same parties, days that touch; where a side is not known, words that agree.
func (m *material) merge() []*fact {
	var out []*fact
	x := &factIndex{event: map[string]int{}, merged: map[string][]telling{}, like: map[string][]int{}}
	for _, d := range m.docs {
		for i := range d.Events[:min(len(d.Events), mostOfReport)] {
			e := &d.Events[i]
			if m.only != nil && !m.only[e.ID] || reflexive(e) || page(d, e.Sentence) || m.runInto(d, e.Sentence) {
				continue
			}
			r := report{d, e}
			if at := m.find(x, out, r); at >= 0 {
				if f := out[at]; f.reports[len(f.reports)-1].doc != d {
					f.reports = append(f.reports, r)
					f.copies += m.copies[d.ID]
					x.add(m, at, r)
				}
				continue
			}
			if len(out) == mostFacts {
				return out
			}
			x.add(m, len(out), r)
			x.like[likeness(e)] = append(x.like[likeness(e)], len(out))
			out = append(out, &fact{reports: []report{r}, copies: m.copies[d.ID]})
		}
	}
	return out
}

// Bounds of what is read of events.
const (
	mostOfReport = 500  // events of one report
	mostFacts    = 4000 // facts of one brief
)

// factIndex finds the facts that an event may belong to, by their numbers.
type factIndex struct {
	event  map[string]int       // by document and event
	merged map[string][]telling // by happening
	like   map[string][]int     // by what two tellings of one event have in common
}

// telling is a report of the fact of a number.
type telling struct {
	fact int
	r    report
}

func (x *factIndex) add(m *material, at int, r report) {
	x.event[r.doc.ID+" "+r.ev.ID] = at
	if id := m.merged[r.ev.ID].merged; id != "" {
		x.merged[id] = append(x.merged[id], telling{at, r})
	}
}

// likeness is what [same] asks two events to have in common that can be written down.
func likeness(e *entente.Event) string {
	parties := partyKey(e.Actors) + ">" + partyKey(e.Recipients)
	if e.Root == entente.RootConsult {
		parties = partyKey(e.Actors, e.Recipients)
	}
	return fmt.Sprintf("%d %d %d %s", e.Root, e.Aspect, class(e.Status), parties)
}

// reflexive reports whether a party acts on itself by name: a doubtful reading.
func reflexive(e *entente.Event) bool {
	return slices.ContainsFunc(e.Actors, func(x entente.Actor) bool { return sameActor(e.Recipients, x) })
}

// find returns the number of the fact that an event tells, -1 for none: the first one
// with which its document or the archive takes it for the same, or which it is like.
func (m *material) find(x *factIndex, facts []*fact, r report) int {
	at := -1
	if first, ok := x.event[r.doc.ID+" "+r.ev.SameAs]; ok && r.ev.SameAs != "" {
		at = first
	}
	if id := m.merged[r.ev.ID].merged; id != "" {
		for _, t := range x.merged[id] {
			if (at < 0 || t.fact < at) && samePersons(t.r, r) {
				at = t.fact
			}
		}
	}
	if at >= 0 {
		return at
	}
	for _, i := range x.like[likeness(r.ev)] {
		if same(facts[i].reports[0], r) { // with the first alone: no chains of days
			return i
		}
	}
	return -1
}

// same reports whether two tellings are of one event.
func same(a, b report) bool {
	x, y := a.ev, b.ev
	if x.Root != y.Root || x.Aspect != y.Aspect || class(x.Status) != class(y.Status) || !touch(a, b) {
		return false
	}
	if p, q := x.Where, y.Where; p != nil && q != nil && p.Precision == "city" && q.Precision == "city" && p.Name != q.Name {
		return false
	}
	if !samePersons(a, b) {
		return false
	}
	if x.Root == entente.RootConsult {
		return partyKey(x.Actors, x.Recipients) == partyKey(y.Actors, y.Recipients)
	}
	if partyKey(x.Actors) != partyKey(y.Actors) || partyKey(x.Recipients) != partyKey(y.Recipients) {
		return false
	}
	if len(x.Recipients) > 0 && x.Root.Quad() != entente.VerbalConflict && x.Root.Quad() != entente.VerbalCooperation {
		return true
	}
	// What is said twice in one report is said of two things.
	return a.doc != b.doc && alike(core(a), core(b)) >= 40
}

// samePersons reports whether no party is represented by one person in one
// telling and by another in the other: records are merged by country.
func samePersons(a, b report) bool {
	for _, x := range slices.Concat(a.ev.Actors, a.ev.Recipients) {
		if !isPerson(a.doc, x) {
			continue
		}
		found, other := false, false
		for _, y := range slices.Concat(b.ev.Actors, b.ev.Recipients) {
			if isPerson(b.doc, y) && y.Party() == x.Party() {
				found, other = found || y.Name == x.Name, true
			}
		}
		if other && !found {
			return false
		}
	}
	return true
}

// class joins the statuses that one event may have in different reports.
func class(s entente.Status) int {
	switch s {
	case entente.Actual, entente.Historical:
		return 0
	case entente.Future:
		return 1
	default:
		return 2
	}
}

// core is the words of a report that tell what was said or done.
func core(r report) string {
	s := r.ev.Trigger.In(r.doc.Text) + " " + r.ev.About.In(r.doc.Text)
	for _, x := range r.ev.Recipients {
		s += " " + x.Span.In(r.doc.Text)
	}
	return s
}

// touch reports whether the days of two tellings overlap, by a day's grace
// where a day is only that of the document.
func touch(a, b report) bool {
	af, at := daysOf(a)
	bf, bt := daysOf(b)
	if !af.Known() || !bf.Known() {
		return a.ev.When.From == b.ev.When.From
	}
	grace := entente.Day(0)
	if a.ev.When.Basis != entente.WhenText || b.ev.When.Basis != entente.WhenText {
		grace = 1
	}
	return af <= bt+grace && bf <= at+grace
}

// daysOf returns the days of a telling, those of the document where the event
// has none.
func daysOf(r report) (from, to entente.Day) {
	from, to = r.ev.When.From, r.ev.When.To
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	if !from.Known() {
		from = r.doc.Day()
		to = from
	}
	return from, to
}

// partyKey names a set of parties, sides joined, sectors left out.
func partyKey(sides ...[]entente.Actor) string {
	var codes []string
	for _, s := range sides {
		for i := range s {
			code := s[i].Party()
			if code == "" {
				code = strings.ToLower(s[i].Name)
			}
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), "+")
}

// codesOf returns the parties on both sides, without repetition, actors first.
func codesOf(e *entente.Event) []string {
	var out []string
	for _, s := range [][]entente.Actor{e.Actors, e.Recipients} {
		for i := range s {
			if c := s[i].Party(); c != "" && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// content returns the distinct content words of s, folded and cut to their
// first letters, so that inflection does not count.
func content(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), between) {
		if len(w) > 2 && !slices.Contains(plainWords, w) {
			out[w[:min(len(w), 6)]] = true
		}
	}
	return out
}

var plainWords = strings.Fields(`the and that for with from was were has have had his her its their they which who said says will would been are but not
also than into over after before this these those according only reports alone on in of to at by as an`)

// alike returns how many of a hundred content words of the shorter text stand
// in the other; a text of fewer than five counts as one of five.
func alike(a, b string) int {
	return shared(content(a), content(b))
}

// shared is alike for content words.
func shared(x, y map[string]bool) int {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return n * 100 / max(len(x), 5)
}
