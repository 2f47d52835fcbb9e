package corpus

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// keyOrder holds the keys of an event line in their order.
var keyOrder = []string{"A", "R", "W", "L", "S", "P", "by", "about", "mag", "ctx", "link", "same", "note"}

// eventReader reads one event line.
type eventReader struct {
	r    *reader
	b    *block
	line typedLine
	ev   Event
}

func (x *eventReader) fail(format string, args ...any) { x.r.fail(x.line.line, format, args...) }

// read returns the event of the line with all defaults filled in.
func (x *eventReader) read() Event {
	x.ev = Event{N: len(x.b.rec.Events) + 1, Sentence: x.line.sentence, Contexts: []string{}, Actor: []Member{}, Recipient: []Member{},
		Status: "actual", Aspect: "event", Links: []Link{}}
	parts := strings.Split(strings.TrimSpace(strings.TrimPrefix(x.line.text, ">")), " | ")
	x.code(parts[0])
	trigger := ""
	if len(parts) > 1 {
		trigger, _ = strings.CutPrefix(parts[1], "@ ")
	}
	if trigger == "" || trigger == parts[1] {
		x.fail("no trigger: behind the root stands \"@ word\"")
		return x.ev
	}
	if ref := newReference(trigger); ref.sentence >= 0 {
		x.fail("the trigger stands in the sentence above")
	}
	x.ev.Trigger = x.span(trigger)
	fields := map[string]string{}
	last := -1
	for _, p := range parts[2:] {
		k, v, ok := strings.Cut(p, ": ")
		at := slices.Index(keyOrder, k)
		v = strings.TrimSpace(v)
		switch {
		case !ok || at < 0 || v == "":
			x.fail("bad field %q", p)
			continue
		case at == last || fields[k] != "":
			x.fail("key %s twice", k)
			continue
		case at < last:
			x.fail("key %s out of order", k)
		}
		last = max(at, last)
		fields[k] = v
	}
	x.fields(fields)
	return x.ev
}

// code reads root and mode.
func (x *eventReader) code(s string) {
	name, mode, _ := strings.Cut(s, "/")
	root, err := entente.ParseRoot(name)
	if err != nil || root == entente.RootNone {
		x.fail("unknown root %q", name)
		return
	}
	m, err := entente.ParseMode(mode)
	if err != nil || !plover.HasMode(root, m) {
		x.fail("%s has no mode %q", name, mode)
		return
	}
	x.ev.Event, x.ev.Mode = name, optional(mode)
	x.ev.Quad, x.ev.Score, x.ev.CAMEO = int(root.Quad()), plover.Score(root, m), optional(plover.CAMEOClass(root))
}

// fields reads what stands behind the trigger.
func (x *eventReader) fields(f map[string]string) {
	x.ev.Actor, x.ev.Recipient = x.members(f["A"]), x.members(f["R"])
	x.infer(x.ev.Actor)
	x.infer(x.ev.Recipient)
	if s := f["S"]; s != "" {
		x.ev.Status = s
		if !listed(statusList, s) {
			x.fail("unknown status %q", s)
		}
	}
	if s := f["P"]; s != "" {
		x.ev.Aspect = s
		if s != "event" && s != "ongoing" {
			x.fail("unknown aspect %q", s)
		}
	}
	x.when(f["W"])
	x.where(f["L"])
	x.by(f["by"])
	if s := f["about"]; s != "" {
		t := x.span(s)
		x.ev.About = &t
	}
	x.magnitude(f["mag"])
	if s := f["ctx"]; s != "" {
		for c := range strings.SplitSeq(s, ",") {
			c = strings.TrimSpace(c)
			if _, err := entente.ParseContext(c); err != nil || c == "" || slices.Contains(x.ev.Contexts, c) {
				x.fail("unknown or double context %q", c)
			}
			x.ev.Contexts = append(x.ev.Contexts, c)
		}
	}
	x.links(f["link"])
	if s := f["same"]; s != "" {
		n := number(s)
		x.ev.SameAs = &n
		if n < 1 || n >= x.ev.N {
			x.fail("same: %s is no earlier event", s)
		}
	}
}

var linkForm = regexp.MustCompile(`^([a-z]+)>(\d{1,3}) \((.+)\)$`)

func (x *eventReader) links(s string) {
	if s == "" {
		return
	}
	for part := range strings.SplitSeq(s, "; ") {
		m := linkForm.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || !listed(linkList, m[1]) {
			x.fail("bad link %q: write type>number (cue)", part)
			continue
		}
		x.ev.Links = append(x.ev.Links, Link{Type: m[1], Event: number(m[2]), Cue: x.span(m[3])})
	}
}

// span resolves a typed span to code points of the record's text. A span that
// begins with an article is a problem, unless a name begins with it.
func (x *eventReader) span(s string) Text {
	t, _ := x.locate(newReference(s))
	return t
}

var article = regexp.MustCompile(`^(?i:the|an?) .`)

// locate finds a reference and returns the sentence it stands in.
func (x *eventReader) locate(ref reference) (Text, *sentence) {
	at := ref.sentence
	if at < 0 {
		at = x.line.sentence
	}
	if at >= len(x.b.sentences) {
		x.fail("no sentence %d for %s", at+1, ref.quoted())
		return Text{}, nil
	}
	s := &x.b.sentences[at]
	span, ok := s.find(ref.words, ref.nth)
	if !ok {
		x.fail("span not found: %s", ref.quoted())
		return Text{}, nil
	}
	words := s.words(span)
	if article.MatchString(words) && !s.nameBegins(span) {
		x.fail("span begins with an article: %s", ref.quoted())
	}
	return Text{Text: &words, Start: s.offset + span.Start, End: s.offset + span.End}, s
}

// nameBegins says whether a mark begins where the span does.
func (s *sentence) nameBegins(at Span) bool {
	for _, e := range s.entities {
		if e.Start == at.Start {
			return true
		}
	}
	for _, d := range s.dates {
		if d.Start == at.Start {
			return true
		}
	}
	return false
}
