package corpus

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// dimension is a thing that is counted, with the values it may have.
type dimension struct {
	name   string
	values []string
}

// dimensions lists what is counted, in the order of the tables.
func dimensions() []dimension {
	var roots, modes, contexts []string
	for _, r := range entente.Roots() {
		roots = append(roots, r.String())
		for _, m := range plover.Modes(r) {
			modes = append(modes, r.String()+"/"+m.String())
		}
	}
	for c := entente.EventContext(1); c.String() != ""; c++ {
		contexts = append(contexts, c.String())
	}
	kinds := []string{"state"}
	for s := entente.COP; s.String() != ""; s++ {
		kinds = append(kinds, s.String())
	}
	kinds = append(kinds, "IGO", "NGO", "ISM", "IMG", "MNC", "coalition", "unresolved")
	return []dimension{
		{"root", roots}, {"mode", modes}, {"status", strings.Fields(statusList)}, {"aspect", []string{"event", "ongoing"}},
		{"construction", strings.Fields(tagList)}, {"region", strings.Fields(regionList)},
		{"decade", []string{"1990", "2000", "2010", "2020", "-"}}, {"kind of actor", kinds}, {"context", contexts},
		{"time of event", []string{"text", "unresolved", "document", "none"}},
		{"attribution", []string{"none", "neutral", "interested"}}, {"magnitude", strings.Fields(sizeList)},
		{"link", strings.Fields(linkList)}, {"sentence without event", strings.Fields(noneList)},
		{"name", []string{"PER", "ORG", "LOC literal", "LOC metonymic", "LOC modifier", "NORP"}},
		{"time expression", []string{"DATE", "TIME", "DURATION", "SET"}},
	}
}

// tally counts one part of the corpus.
type tally struct {
	blocks, reports, sentences, words, events     int
	withoutEvent                                  int // sentences
	singles                                       int // blocks of one sentence
	domestic, repeats, withRecipient              int // events
	membersInferred, places, abouts, severalSides int // of events
	by                                            map[string]map[string]int
	lemmas                                        map[string]int
	forms                                         map[string]string // a lemma's shortest trigger
}

func newTally(records []Record) *tally {
	t := &tally{by: map[string]map[string]int{}, lemmas: map[string]int{}, forms: map[string]string{}}
	for _, d := range dimensions() {
		t.by[d.name] = map[string]int{}
	}
	for i := range records {
		t.record(&records[i])
	}
	return t
}

func (t *tally) record(rec *Record) {
	t.blocks++
	t.sentences += len(rec.Sentences)
	t.withoutEvent += len(rec.None)
	if rec.report() {
		t.reports++
	} else {
		t.singles++
	}
	t.words += len(strings.Fields(value(rec.Text)))
	for _, tag := range rec.Tags {
		t.by["construction"][tag]++
	}
	t.by["region"][rec.Region]++
	decade := "-"
	if rec.Date != nil && len(*rec.Date) > 3 {
		decade = (*rec.Date)[:3] + "0"
	}
	t.by["decade"][decade]++
	for _, n := range rec.None {
		t.by["sentence without event"][n.Kind]++
	}
	for _, e := range rec.Entities {
		kind := e.Type
		if kind == "LOC" {
			kind += " " + value(e.Use)
		}
		t.by["name"][kind]++
	}
	for _, d := range rec.Dates {
		t.by["time expression"][d.Type]++
	}
	for i := range rec.Events {
		t.event(&rec.Events[i])
	}
}

func (t *tally) event(e *Event) {
	t.events++
	t.by["root"][e.Event]++
	if e.Mode != nil {
		t.by["mode"][e.Event+"/"+*e.Mode]++
	}
	t.by["status"][e.Status]++
	t.by["aspect"][e.Aspect]++
	for _, c := range e.Contexts {
		t.by["context"][c]++
	}
	for _, list := range [][]Member{e.Actor, e.Recipient} {
		for _, m := range list {
			t.by["kind of actor"][kindOf(m)]++
			if m.Inferred {
				t.membersInferred++
			}
		}
	}
	t.by["time of event"][basisOf(e.When)]++
	switch {
	case e.Attribution == nil:
		t.by["attribution"]["none"]++
	case e.Attribution.Interested:
		t.by["attribution"]["interested"]++
	default:
		t.by["attribution"]["neutral"]++
	}
	for kind := range strings.FieldsSeq(sizeList) {
		if *e.Magnitude.slot(kind) != nil {
			t.by["magnitude"][kind]++
		}
	}
	for _, l := range e.Links {
		t.by["link"][l.Type]++
	}
	t.shape(e)
	if e.Trigger.Text != nil {
		form := strings.ToLower(*e.Trigger.Text)
		l := foldLemma(form)
		t.lemmas[l]++
		if old := t.forms[l]; old == "" || len(form) < len(old) || len(form) == len(old) && form < old {
			t.forms[l] = form
		}
	}
}

// shape counts which parts an event has.
func (t *tally) shape(e *Event) {
	if len(e.Recipient) > 0 {
		t.withRecipient++
	}
	if len(e.Actor) > 1 || len(e.Recipient) > 1 {
		t.severalSides++
	}
	if e.Where != nil {
		t.places++
	}
	if e.About != nil {
		t.abouts++
	}
	if e.SameAs != nil {
		t.repeats++
	}
	sides := append(append([]Member{}, e.Actor...), e.Recipient...)
	countries := map[string]bool{}
	for _, m := range sides {
		countries[value(m.Country)] = true
	}
	if len(sides) > 1 && len(countries) == 1 && !countries[""] {
		t.domestic++
	}
}

// kindOf is a member's sector, or what stands in place of one.
func kindOf(m Member) string {
	switch {
	case m.Unresolved:
		return "unresolved"
	case m.Group != nil:
		return "coalition"
	case entente.IsSupranational(value(m.Country)):
		return *m.Country
	case m.Sector != nil:
		return *m.Sector
	}
	return "state"
}

func basisOf(w *When) string {
	switch {
	case w == nil:
		return "none"
	case w.Unresolved:
		return "unresolved"
	}
	return w.Basis
}
