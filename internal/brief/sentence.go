package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// Bounds of sentences, in words.
const (
	maxLead     = 35
	maxSentence = 30
	leastQuoted = 4 // words in quotation marks that stand without their subject
	maxRun      = 7 // words in a row that may be taken from a report without quotation marks
)

// sentence is a fact in words.
type sentence struct {
	text    string
	plain   string // as text, every person by the short name
	key     string // of its draft at the gate
	core    string // what is told, without date, speaker and support
	kind    string
	subject int  // words of the subject, at the head of text
	said    bool // someone says or wants it
	fresh   map[string]bool
	from    report
}

// write puts a fact into words: the clause of the report that tells it best,
// or else a template.
func (f *fact) write(known map[string]bool, lead bool) (sentence, bool) {
	if f.lapsed {
		return f.writeDue(known)
	}
	if f.verbatim != "" || f.doubtful() {
		return f.writeQuote(lead)
	}
	limit := maxSentence
	if lead {
		limit = maxLead
	}
	for _, r := range f.tellers() {
		before, after, ok := f.frame(r, known, lead)
		if !ok || inSpeech(r.doc, r.ev.Sentence) || r.when() == "" && inherits(r.doc, r.ev.Sentence) {
			continue
		}
		room := limit - len(strings.Fields(before)) - len(strings.Fields(after))
		s, ok := cut(r, f.names, known, room)
		s.kind = "tightened"
		if !ok {
			if s, ok = compose(r, f.names, known); !ok || wordy(r.ev.Root) || len(strings.Fields(s.text)) > room {
				continue
			}
			s.kind = "composed"
		}
		if s.core = s.plain; f.stale(s.text, r) || !r.names(s.text) || bareObject(r, s.text, f.plan.shared) {
			continue
		}
		text, quoted := quote(s.text, r.span().In(r.doc.Text), s.subject)
		if quoted && !inARow(text, r) {
			continue // a comma or a word went within it
		}
		_, plainAfter, ok := f.frame(r, f.names.all, lead)
		if !ok {
			continue
		}
		if s.key, ok = f.plan.gate.passes(before+" "+s.plain+plainAfter+".", r); !ok {
			continue
		}
		if marked, judges := f.plan.mark(text, r); judges {
			text, quoted = marked, true
		}
		if quoted {
			s.kind = "quoted"
		}
		s.text = text + after + f.support(r, formOf(before, quoted)) + "."
		if before != "" {
			s.text = before + " " + s.text
		}
		if len(strings.Fields(s.text)) > limit || loaded(r, s.text) {
			continue
		}
		s.text = capital(s.text)
		return s, true
	}
	return f.writeQuote(lead)
}

// names reports whether words of ours name somebody or a place: what does not, such as
// "clashes with the police continued", says nothing alone.
func (r report) names(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 {
		return false
	}
	if slices.ContainsFunc(words[1:], isUpper) {
		return true
	}
	s := r.span()
	return slices.ContainsFunc(r.doc.Tokens, func(t entente.Token) bool {
		return t.UPOS == entente.PROPN && s.Contains(t.Span) && strings.HasPrefix(words[0], t.Span.In(r.doc.Text))
	})
}

// inARow reports whether the words in quotation marks stand in a row in their
// source; text without marks is none.
func inARow(text string, r report) bool {
	_, words, marked := strings.Cut(text, "“")
	words, _, _ = strings.Cut(words, "”")
	return !marked || strings.Contains(squeeze(r.span().In(r.doc.Text)), words)
}

// wordy reports whether an event of a root says little without the words that were
// used: a template for it is poorer than a quotation.
func wordy(r entente.Root) bool {
	switch r {
	case entente.RootAccuse, entente.RootReject, entente.RootRequest, entente.RootThreaten, entente.RootConcede, entente.RootSupport, entente.RootAgree:
		return true
	}
	return false
}

// sureAlone is the confidence from which an event that one report tells is put
// into words of ours. Of those read by hand on fresh news 21 of 23 above it were
// supported by their source, and 17 of 23 below.
const sureAlone = 0.45

// doubtful reports whether a fact rests on one source, and each reading of it may be
// wrong: then the words of the report stand for it, or nothing.
func (f *fact) doubtful() bool {
	return !slices.ContainsFunc(f.reports, func(r report) bool { return r.ev.Confidence >= sureAlone }) && f.independent() < 2
}

// span returns the sentence of a report.
func (r report) span() entente.Span {
	if i := r.ev.Sentence; i >= 0 && i < len(r.doc.Sentences) {
		return r.doc.Sentences[i].Span
	}
	return r.ev.Trigger
}

// tellers returns the reports of a fact, those first that date it themselves,
// then the surest.
func (f *fact) tellers() []report {
	out := slices.Clone(f.reports)
	slices.SortStableFunc(out, func(a, b report) int { return goodness(b) - goodness(a) })
	return out
}

func goodness(r report) int {
	n := int(r.ev.Confidence * 10)
	if r.ev.When.Basis == entente.WhenText && r.ev.When.OnDay() {
		n += 5
	}
	if r.ev.Where != nil {
		n++
	}
	if len(r.ev.Recipients) > 0 {
		n += 2
	}
	return n
}

// frame returns what stands before and after the clause of r: the date, and on
// whose word it is told. It fails when there is a speaker who cannot be named.
func (f *fact) frame(r report, known map[string]bool, lead bool) (before, after string, ok bool) {
	before = r.when()
	if before == "" && lead {
		if !r.doc.Day().Known() {
			return "", "", false
		}
		before = "As reported on " + dayText(r.doc.Day()) + ","
	}
	if a := r.ev.Attribution; a != nil {
		if sameActor(r.ev.Recipients, a.Speaker) {
			return "", "", false // a doubtful reading
		}
		c := &clause{d: r.doc, e: r.ev, names: f.names, known: known, fresh: map[string]bool{}}
		speaker := a.Speaker
		if text := squeeze(speaker.Span.In(r.doc.Text)); byOffice(text, speaker.Name) {
			speaker.Name, speaker.Role, speaker.Country = "", "", "" // an office may have been given to the wrong person
		}
		who, ok := c.call([]entente.Actor{speaker})
		if !ok {
			return "", "", false
		}
		if strings.Contains(who, a.Cue.In(r.doc.Text)) && !a.Cue.IsEmpty() {
			return "", "", false
		}
		if who, ok = c.owned(who, speaker.Span); !ok {
			return "", "", false
		}
		after = ", " + who + " said"
		if isPerson(r.doc, a.Speaker) { // named within the sentence as well, or elsewhere
			if sameActor(r.ev.Actors, a.Speaker) {
				after = ", " + f.names.short(a.Speaker) + " said"
			}
		} else if sameActor(r.ev.Actors, a.Speaker) {
			after = ", by its own account"
			if len(r.ev.Actors) > 1 {
				after = ", by their own account"
			}
		}
	}
	return before, after, true
}

// owned gives a speaker back to the one who acts where the report does: "his office",
// not "the office". It fails where the report does not name the owner.
func (c *clause) owned(who string, at entente.Span) (string, bool) {
	noun, bare := strings.CutPrefix(who, "the ")
	i := c.tokenAt(at.Start)
	if !bare || i < 1 || strings.Contains(noun, " ") {
		return who, true
	}
	for _, k := range []int{i, i - 1} {
		if t := &c.d.Tokens[k]; t.XPOS == "PRP$" && human(strings.ToLower(c.form(k))) {
			return strings.ToLower(c.form(k)) + " " + noun, slices.ContainsFunc(c.e.Actors, func(x entente.Actor) bool { return isPerson(c.d, x) })
		}
	}
	return who, true
}

// byOffice reports whether a text names a person by a noun alone.
func byOffice(text, name string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || needsContext(words[0]) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) && len(w) > 2 })
}

func sameActor(list []entente.Actor, x entente.Actor) bool {
	return slices.ContainsFunc(list, func(y entente.Actor) bool { return y.Name == x.Name && x.Name != "" })
}

// quote puts quotation marks around words that stand in a row in source, when
// there are more than maxRun of them. The subject, text's first words, stays
// outside.
func quote(text, source string, subject int) (string, bool) {
	words, offsets := split(text)
	src, _ := split(source)
	best, at := 0, 0
	for i := range words {
		for j := range src {
			n := 0
			for i+n < len(words) && j+n < len(src) && words[i+n] == src[j+n] {
				n++
			}
			if n > best {
				best, at = n, i
			}
		}
	}
	if best <= maxRun {
		return text, false
	}
	for best > leastQuoted && dangling(words[at+best-1]) { // with a name behind it that was written otherwise
		best--
	}
	end := offsets[at+best-1].End
	start, behind := offsets[at].Start, 0
	for range subject {
		behind += strings.IndexByte(text[behind:]+" ", ' ') + 1
	}
	within := func(i int) bool { // a name is not cut in two
		return i > 0 && isUpper(text[offsets[i].Start:]) && isUpper(text[offsets[i-1].Start:]) && offsets[i].Start == offsets[i-1].End+1
	}
	for n := 0; n <= best-leastQuoted; n++ { // the subject stays outside, if enough is left
		if offsets[at+n].Start >= behind && !within(at+n) {
			start = offsets[at+n].Start
			break
		}
	}
	return text[:start] + "“" + text[start:end] + "”" + text[end:], true
}

// split returns the words of s in lower case, with where they stand.
func split(s string) ([]string, []entente.Span) {
	var words []string
	var at []entente.Span
	start := -1
	for i, r := range s + " " {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == '-'
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, strings.ToLower(s[start:i]))
			at = append(at, entente.Span{Start: start, End: i})
			start = -1
		}
	}
	return words, at
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// sources lists what a fact rests on, the report whose words are used first.
func (f *fact) sources(from report) []entente.BriefSource {
	var out []entente.BriefSource
	add := func(r report) {
		out = append(out, entente.BriefSource{Doc: r.doc.ID, Publisher: r.doc.Publisher, Span: r.span(), Event: r.ev.ID})
	}
	for _, r := range f.agreeing(from) {
		add(r)
	}
	return out
}

// introduced lists the sentences of a report in which the persons stand by whose
// full names a sentence calls them, where it does not itself have them.
func (s *sentence) introduced(n *names) []entente.BriefSource {
	var out []entente.BriefSource
	d := s.from.doc
	for i := range d.Sentences {
		x := d.Sentences[i].Span
		for name := range s.fresh { // a set; each sentence once
			if full, ok := n.full[inDoc{d, name}]; ok && x.Contains(full.at) && x != s.from.span() {
				out = append(out, entente.BriefSource{Doc: d.ID, Publisher: d.Publisher, Span: x})
				break
			}
		}
	}
	return out
}
