package corpus

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// ReadDrawn reads the list of a sample: id, document, start, end and hash of
// every sentence, parted by tabs, and how it was chosen. Source, date and text are not in it.
func ReadDrawn(name string, r io.Reader) ([]Drawn, error) {
	sc := bufio.NewScanner(r)
	var out []Drawn
	for line := 1; sc.Scan(); line++ {
		p := strings.Split(sc.Text(), "\t")
		if len(p) != 5 && len(p) != 6 || len(p[4]) != 2*sha256.Size {
			return nil, fmt.Errorf("read sample: %w", Problem{File: name, Line: line, Cause: "five parts are needed: id, document, start, end, sha256, and how it was chosen where that differs"})
		}
		d := Drawn{ID: p[0], Doc: p[1], Span: Span{number(p[2]), number(p[3])}, SHA256: p[4]}
		if len(p) == 6 {
			d.Pick = p[5]
		}
		if d.Start >= d.End {
			return nil, fmt.Errorf("read sample: %w", Problem{File: name, Line: line, Cause: "bad offsets"})
		}
		out = append(out, d)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read sample %s: %w", name, err)
	}
	return out, nil
}

// Strip takes the texts out of annotated records of a sample and notes where
// each sentence stands. Names that annotators wrote beside pronouns stay: they
// are labels. Every record has to be in the sample, as long as it was drawn.
func Strip(records []Record, sample []Drawn) ([]Record, error) {
	byID := map[string]Drawn{}
	for _, d := range sample {
		byID[d.ID] = d
	}
	out := make([]Record, 0, len(records))
	for _, rec := range records {
		d, ok := byID[rec.ID]
		if !ok {
			return nil, fmt.Errorf("strip %s: not in the sample", rec.ID)
		}
		if n := len(rec.runes()); n != d.End-d.Start {
			return nil, fmt.Errorf("strip %s: %d code points, and %d were drawn; its words were changed", rec.ID, n, d.End-d.Start)
		}
		rec.Drawn = &Origin{Doc: d.Doc, Start: d.Start, End: d.End, SHA256: d.SHA256, Pick: d.Pick}
		rec.Text, rec.Title = nil, nil
		out = append(out, withTexts(rec, func(Text) *string { return nil }))
	}
	return out, nil
}

// Rebuild puts the texts of drawn records back from the articles, and checks
// that they are the ones that were drawn.
func Rebuild(records []Record, articles []Article) ([]Record, error) {
	texts := map[string][]rune{}
	for _, rec := range records {
		if rec.Drawn != nil {
			texts[rec.Drawn.Doc] = nil
		}
	}
	for _, a := range articles {
		if _, wanted := texts[a.ID]; wanted {
			texts[a.ID] = []rune(a.Text)
		}
	}
	out := make([]Record, 0, len(records))
	for _, rec := range records {
		d := rec.Drawn
		if d == nil {
			return nil, fmt.Errorf("rebuild %s: it was not drawn", rec.ID)
		}
		doc := texts[d.Doc]
		if d.Start < 0 || d.Start > d.End || d.End > len(doc) {
			return nil, fmt.Errorf("rebuild %s: document %s is missing or too short", rec.ID, d.Doc)
		}
		words := doc[d.Start:d.End]
		text := string(words)
		if sum := sha256.Sum256([]byte(text)); hex.EncodeToString(sum[:]) != d.SHA256 {
			return nil, fmt.Errorf("rebuild %s: document %s says something else than what was drawn", rec.ID, d.Doc)
		}
		rec.Text = &text
		rec = withTexts(rec, func(t Text) *string {
			if t.Start < 0 || t.End <= t.Start || t.End > len(words) {
				return nil
			}
			s := string(words[t.Start:t.End])
			return &s
		})
		if causes := Validate(&rec); len(causes) > 0 {
			return nil, fmt.Errorf("rebuild %s: %s", rec.ID, causes[0])
		}
		out = append(out, rec)
	}
	return out, nil
}

// withTexts returns a record with the words of every span of its events
// replaced; the events of the record that was given stay as they are.
func withTexts(rec Record, words func(Text) *string) Record {
	set := func(t Text) Text {
		t.Text = words(t)
		return t
	}
	opt := func(t *Text) *Text {
		if t == nil {
			return nil
		}
		out := set(*t)
		return &out
	}
	members := func(ms []Member) []Member {
		out := make([]Member, len(ms))
		for i, m := range ms {
			m.Text = set(m.Text)
			out[i] = m
		}
		return out
	}
	events := make([]Event, len(rec.Events))
	for i, e := range rec.Events {
		e.Actor, e.Recipient = members(e.Actor), members(e.Recipient)
		e.Trigger, e.About = set(e.Trigger), opt(e.About)
		if w := e.When; w != nil && w.Start != nil && w.End != nil {
			out := *w
			out.Text = words(Text{Start: *w.Start, End: *w.End})
			e.When = &out
		}
		if e.Where != nil {
			e.Where = &Where{set(e.Where.Text), e.Where.Country}
		}
		if a := e.Attribution; a != nil {
			out := Attribution{members([]Member{a.Speaker})[0], set(a.Cue), opt(a.Venue), a.Interested}
			e.Attribution = &out
		}
		for kind := range strings.FieldsSeq(sizeList) {
			if slot := e.Magnitude.slot(kind); *slot != nil {
				out := **slot
				out.Text = set(out.Text)
				*slot = &out
			}
		}
		links := make([]Link, len(e.Links))
		for k, l := range e.Links {
			l.Cue = set(l.Cue)
			links[k] = l
		}
		e.Links = links
		events[i] = e
	}
	rec.Events = events
	return rec
}
