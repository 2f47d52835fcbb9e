package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Limits of a typed file.
const (
	maxTypedBytes     = 16 << 20
	maxTypedLine      = 16 << 10
	maxBlockSentences = 40
	maxBlockEvents    = 200
	maxProblems       = 1000
)

// errTooMany ends the reading of a file that is no typed file.
var errTooMany = errors.New("too many problems, the rest was not read")

// typedLine is a line of a block that is read when the block is whole.
type typedLine struct {
	text     string
	line     int
	sentence int // index of the sentence above
}

// block is an open block of a typed file.
type block struct {
	rec       Record
	line      int
	sentences []sentence
	below     []typedLine // event lines and "> none" lines
	answered  bool        // the last sentence has a line below it
}

// reader reads one typed file.
type reader struct {
	file     string
	line     int
	orgs     map[string]bool
	ids      map[string]int
	cur      *block
	records  []Record
	problems []Problem
}

// ReadTyped reads blocks of the typed format. It goes on after a problem; a
// record with a problem that is no warning is left out. orgs holds the known
// codes of bodies and groups, nil to take any. The error is one of reading, or
// of a limit.
func ReadTyped(name string, in io.Reader, orgs map[string]bool) ([]Record, []Problem, error) {
	r := &reader{file: name, orgs: orgs, ids: map[string]int{}}
	limited := &io.LimitedReader{R: in, N: maxTypedBytes + 1}
	sc := bufio.NewScanner(limited)
	sc.Buffer(nil, maxTypedLine)
	for sc.Scan() {
		r.line++
		r.take(sc.Text())
		if len(r.problems) >= maxProblems {
			return r.records, r.problems, fmt.Errorf("read %s: %w", name, errTooMany)
		}
	}
	if err := sc.Err(); err != nil {
		return r.records, r.problems, fmt.Errorf("read line %d of %s: %w", r.line+1, name, err)
	}
	if limited.N == 0 {
		return r.records, r.problems, fmt.Errorf("read %s: over %d MiB", name, maxTypedBytes>>20)
	}
	r.close()
	return r.records, r.problems, nil
}

func (r *reader) fail(line int, format string, args ...any) {
	r.problems = append(r.problems, Problem{File: r.file, Line: line, Cause: fmt.Sprintf(format, args...)})
}

func (r *reader) warn(line int, format string, args ...any) {
	r.problems = append(r.problems, Problem{File: r.file, Line: line, Cause: fmt.Sprintf(format, args...), Warning: true})
}

// take reads one line.
func (r *reader) take(s string) {
	s = strings.TrimSuffix(s, "\r")
	if !utf8.ValidString(s) {
		r.fail(r.line, "not UTF-8")
		return
	}
	if strings.TrimSpace(s) == "" || s[0] == '#' {
		return
	}
	if strings.HasPrefix(s, "= ") {
		r.close()
		r.open(s)
		return
	}
	if r.cur == nil {
		r.fail(r.line, "text before the first header")
		return
	}
	switch b := r.cur; {
	case strings.HasPrefix(s, "! "):
		if b.rec.Title != nil || len(b.sentences) > 0 {
			r.fail(r.line, "a title stands once, right behind the header")
		}
		b.rec.Title = optional(strings.TrimSpace(s[2:]))
	case s[0] == '>':
		if len(b.sentences) == 0 {
			r.fail(r.line, "event line without a sentence above it")
			return
		}
		b.answered = true
		b.below = append(b.below, typedLine{s, r.line, len(b.sentences) - 1})
	default:
		r.sentence(s)
	}
}

var idForm = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// open reads a header.
func (r *reader) open(s string) {
	r.cur = &block{line: r.line, answered: true}
	h := strings.Split(s[2:], " | ")
	if len(h) != 4 {
		r.fail(r.line, "a header has four parts: id, date, tags, region")
		h = append(h, "", "", "")[:4]
	}
	rec := &r.cur.rec
	rec.ID, rec.Tags, rec.Region = h[0], strings.Fields(h[2]), strings.TrimSpace(h[3])
	if !idForm.MatchString(rec.ID) {
		r.fail(r.line, "bad id %q", rec.ID)
	}
	if at := r.ids[rec.ID]; at > 0 {
		r.fail(r.line, "id %s stands in line %d too", rec.ID, at)
	}
	r.ids[rec.ID] = r.line
	if h[1] != "-" {
		d, err := entente.ParseDay(h[1])
		if err != nil {
			r.fail(r.line, "bad date %q", h[1])
		} else {
			decade := d.Time().Year() / 10 * 10
			rec.Date, rec.Decade = &h[1], &decade
		}
	}
	if len(rec.Tags) == 0 {
		r.fail(r.line, "no tag")
	}
	for _, t := range rec.Tags {
		if !listed(tagList, t) {
			r.fail(r.line, "unknown tag %q", t)
		}
	}
	if !listed(regionList, rec.Region) {
		r.fail(r.line, "unknown region %q", rec.Region)
	}
}

// sentence reads a text line.
func (r *reader) sentence(s string) {
	b := r.cur
	if !b.answered {
		r.fail(r.line-1, "no event line and no \"> none\" below the sentence before line %d", r.line)
	}
	b.answered = false
	if len(b.sentences) == maxBlockSentences {
		r.fail(r.line, "over %d sentences in a block", maxBlockSentences)
		return
	}
	sent, causes := readSentence(s)
	for _, c := range causes {
		r.fail(r.line, "%s", c)
	}
	if nfc, _ := text.Normalize(sent.plain); nfc != sent.plain {
		r.fail(r.line, "not in Unicode normal form C")
	}
	if n := len(b.sentences); n > 0 {
		last := b.sentences[n-1]
		sent.offset = last.offset + last.runes + 1
	}
	b.sentences = append(b.sentences, sent)
}

// close ends the open block and makes its record.
func (r *reader) close() {
	b := r.cur
	r.cur = nil
	if b == nil {
		return
	}
	failures := len(r.problems)
	if !b.answered {
		r.fail(r.line, "no event line and no \"> none\" below the last sentence of %s", b.rec.ID)
	}
	if len(b.sentences) == 0 {
		r.fail(b.line, "block %s without a sentence", b.rec.ID)
		return
	}
	r.fill(b)
	failed := false
	for _, p := range r.problems {
		failed = failed || !p.Warning && p.Line >= b.line
	}
	if failed {
		return
	}
	for _, cause := range Validate(&b.rec) {
		r.fail(b.line, "%s: %s", b.rec.ID, cause)
	}
	if onlyWarnings(r.problems[failures:]) {
		for _, doubt := range Doubts(&b.rec) {
			r.warn(b.line, "%s: %s", b.rec.ID, doubt)
		}
		r.records = append(r.records, b.rec)
	}
}

func onlyWarnings(ps []Problem) bool {
	for _, p := range ps {
		if !p.Warning {
			return false
		}
	}
	return true
}

// fill makes the record of a block: text, layers, events.
func (r *reader) fill(b *block) {
	rec := &b.rec
	parts := make([]string, len(b.sentences))
	rec.Entities, rec.Dates, rec.Events, rec.None = []Entity{}, []Date{}, []Event{}, []None{}
	for i, s := range b.sentences {
		parts[i] = s.plain
		rec.Sentences = append(rec.Sentences, Span{s.offset, s.offset + s.runes})
		for _, e := range s.entities {
			e.Start, e.End = e.Start+s.offset, e.End+s.offset
			rec.Entities = append(rec.Entities, e)
		}
		for _, d := range s.dates {
			d.Start, d.End = d.Start+s.offset, d.End+s.offset
			rec.Dates = append(rec.Dates, d)
		}
	}
	rec.Text = optional(strings.Join(parts, " "))
	for _, l := range b.below {
		if kind, ok := strings.CutPrefix(l.text, "> none"); ok {
			kind = strings.TrimSpace(kind)
			if !listed(noneList, kind) {
				r.fail(l.line, "unknown kind of no event %q", kind)
			}
			rec.None = append(rec.None, None{l.sentence, kind})
			continue
		}
		if len(rec.Events) == maxBlockEvents {
			r.fail(l.line, "over %d events in a block", maxBlockEvents)
			return
		}
		ev := eventReader{r: r, b: b, line: l}
		rec.Events = append(rec.Events, ev.read())
	}
}
