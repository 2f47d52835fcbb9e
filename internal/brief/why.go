package brief

import (
	"context"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Why now is a reason that somebody gives, with who gives it, or what the
// archive itself shows: that it holds no such act before, or none since a day.
// There is no third kind: what stands side by side is no cause.

const (
	maxReasons  = 2  // in a brief
	maxReason   = 18 // words of a quoted reason
	reasonFacts = 8  // facts, by rank, whose reasons are looked for
	sinceDays   = 30 // an archive that reaches back less says nothing of firsts
	keptDays    = 7  // within which a report of an event shows that the archive was kept at its time
	maxEarlier  = 6  // earlier events that are looked at
)

// cues are the words before a reason and what to call it. A cue of several
// words has to stand as it is; "amid", "after" and "following" are no causes.
var reasons = []struct{ cue, name string }{
	{"in response to", "what it answers"}, {"in retaliation for", "what it answers"}, {"in reply to", "what it answers"},
	{"in protest against", "the reason"}, {"in protest at", "the reason"}, {"in protest over", "the reason"},
	{"because of", "the reason"}, {"because", "the reason"}, {"due to", "the reason"}, {"owing to", "the reason"}, {"on the grounds that", "the reason"},
	{"in order to", "the purpose"}, {"so as to", "the purpose"}, {"with the aim of", "the purpose"},
}

// reason is why something happened, as it would stand in a brief.
type reason struct {
	f    *fact
	s    entente.BriefSentence
	text string // what somebody gives as the reason
}

// why returns the reasons for what happened, in at most budget words.
func (w *Writer) why(ctx context.Context, p *plan, budget int) ([]reason, error) {
	var out []reason
	add := func(f *fact, s entente.BriefSentence, ok bool) {
		n := len(strings.Fields(s.Text))
		if ok && len(out) < maxReasons && n <= maxSentence && n <= budget {
			_, said, _ := strings.Cut(s.Text, "“")
			said, _, _ = strings.Cut(said, "”")
			out = append(out, reason{f, s, said})
			budget -= n
		}
	}
	looked := 0
	var lead *fact
	for _, f := range p.facts {
		in := p.place(f)
		if f.anchor != nil || in != happened && in != says || looked == reasonFacts {
			continue
		}
		if looked++; lead == nil && in == happened {
			lead = f
		}
		for _, r := range f.tellers() {
			if s, ok := f.stated(r); ok {
				add(f, s, ok)
				break
			}
		}
	}
	if lead != nil {
		s, ok, err := w.first(ctx, lead)
		if err != nil {
			return nil, err
		}
		add(lead, s, ok)
	}
	return out, nil
}

// explained are those of some reasons that are of what a brief tells, and do not stand in it
// already: "the reason for the refusal" says nothing where no refusal is told.
func explained(reasons []reason, sections []entente.BriefSection) []entente.BriefSection {
	sec := entente.BriefSection{Head: whyHead}
	for _, x := range reasons {
		told, said := false, false
		for _, part := range sections {
			for i := range part.Sentences {
				s := &part.Sentences[i]
				said = said || x.text != "" && strings.Contains(s.Text, x.text)
				told = told || slices.ContainsFunc(s.Sources, func(src entente.BriefSource) bool {
					return slices.ContainsFunc(x.f.reports, func(r report) bool { return src.Event == r.ev.ID && src.Event != "" })
				})
			}
		}
		if told && !said {
			sec.Sentences = append(sec.Sentences, x.s)
		}
	}
	if len(sec.Sentences) == 0 {
		return nil
	}
	return []entente.BriefSection{sec}
}

// stated is the reason that a report gives for an event, in its words: what
// hangs on the verb of the event behind a cue.
func (f *fact) stated(r report) (entente.BriefSentence, bool) {
	noun, ok := nounOf(r.ev)
	c := &clause{d: r.doc, e: r.ev, names: f.names, known: f.names.all, fresh: map[string]bool{}}
	if !ok || !c.grow() {
		return entente.BriefSentence{}, false
	}
	for _, k := range c.kids[c.verb] {
		t := &c.d.Tokens[k]
		if d := t.Deprel.Universal(); k < c.verb || d != entente.Obl && d != entente.Advcl {
			continue
		}
		first, last := c.extent(k)
		text := squeeze(c.d.Text[c.d.Tokens[first].Span.Start:c.d.Tokens[last].Span.End])
		name := reasonName(text)
		if name == "" || len(strings.Fields(text)) > maxReason || strings.ContainsAny(text, "\"“”()") {
			continue
		}
		who := outlet(r.doc)
		if a := r.ev.Attribution; a != nil {
			speaker, ok := c.call([]entente.Actor{a.Speaker})
			if !ok || strings.ToLower(speaker) == speaker && !unique(strings.TrimPrefix(speaker, "the ")) {
				return entente.BriefSentence{}, false // whose office it was is not said
			}
			who = speaker + " (" + who + ", " + dayOrNone(r.doc) + ")"
		} else {
			who += ", " + dayOrNone(r.doc)
		}
		out := capital(name) + " for " + noun + ", as told by " + who + ": “" + text + "”."
		if strings.HasPrefix(name, "what") {
			out = "What " + noun + " answers, as told by " + who + ": “" + text + "”."
		}
		return entente.BriefSentence{Text: out, Kind: "quoted", Sources: []entente.BriefSource{{Doc: r.doc.ID, Publisher: r.doc.Publisher, Span: r.span()}}}, true
	}
	return entente.BriefSentence{}, false
}

func dayOrNone(d *entente.Document) string {
	if !d.Day().Known() {
		return "undated"
	}
	return d.Day().Time().Format("2 January")
}

func reasonName(text string) string {
	low := strings.ToLower(text) + " "
	for _, r := range reasons {
		if strings.HasPrefix(low, r.cue+" ") {
			return r.name
		}
	}
	return ""
}

// extent returns the first and the last token below k, punctuation left out.
func (c *clause) extent(k int) (first, last int) {
	tokens := c.below(k, nil, func(_, child int) bool { return c.d.Tokens[child].Deprel != entente.Punct })
	return slices.Min(tokens), slices.Max(tokens)
}

// nounOf is what to call an event in a sentence about it.
func nounOf(e *entente.Event) (string, bool) {
	if n, ok := eventNouns[e.Root.String()+" "+e.Mode.String()]; ok {
		return n, true
	}
	n, ok := eventNouns[e.Root.String()]
	return n, ok
}

var eventNouns = map[string]string{
	"CONSULT visit": "the visit", "CONSULT phone": "the call", "CONSULT": "the talks", "SANCTION": "the sanctions", "SANCTION expel": "the expulsion",
	"ASSAULT": "the attack", "PROTEST": "the protest", "PROTEST strike": "the strike", "MOBILIZE": "the deployment", "AGREE": "the agreement",
	"COOPERATE": "the cooperation", "AID": "the aid", "COERCE": "the measure", "COERCE arrest": "the arrest", "REJECT": "the refusal",
	"REQUEST": "the demand", "THREATEN": "the threat", "ACCUSE": "the charge", "RETREAT": "the step back", "RETREAT release": "the release",
	"CONCEDE": "the concession", "SUPPORT": "the support",
}

// first says that the archive holds no earlier act of the same kind between the
// same parties, or since when. Earlier is before the first day of the story,
// and only an archive that was kept then can say so.
func (w *Writer) first(ctx context.Context, f *fact) (entente.BriefSentence, bool, error) {
	var none entente.BriefSentence
	r := f.tellers()[0]
	from, _ := daysOf(r)
	if start := f.plan.days.From; start.Known() {
		from = min(from, start)
	}
	noun, ok := firstNouns[r.ev.Root.String()+" "+r.ev.Mode.String()]
	a, b := codes1(r.ev.Actors), codes1(r.ev.Recipients)
	if r.ev.Root == entente.RootConsult && len(r.ev.Recipients) == 0 && len(r.ev.Actors) == 2 {
		a, b = codes1(r.ev.Actors[:1]), codes1(r.ev.Actors[1:])
	}
	if !ok || !from.Known() || a == "" || b == "" || a == b || f.names.party[a] == "" || f.names.party[b] == "" {
		return none, false, nil
	}
	list, whole, err := w.archive.Earlier(ctx, r.ev.Root, [2]string{a, b}, from, maxEarlier)
	if err != nil {
		return none, false, err
	}
	src := entente.BriefSource{Doc: r.doc.ID, Publisher: r.doc.Publisher, Span: r.span()}
	between := " between " + withArticle(f.names.party[a]) + " and " + withArticle(f.names.party[b])
	for _, e := range list {
		if e.Mode != r.ev.Mode || !e.When.To.Known() || e.When.To >= from || e.Aspect != entente.AspectEvent || len(e.Tellings) == 0 {
			continue
		}
		t := &e.Tellings[0]
		told := dayOfTelling(t)
		day := strings.TrimPrefix(strings.TrimPrefix(whenText(e.When), "On "), "In ")
		late := told - e.When.To // one that is told long after says nothing of what was kept at its time
		if day == "" || strings.HasPrefix(day, "Between") || !told.Known() || late > keptDays {
			return none, false, nil
		}
		return entente.BriefSentence{Text: "It is the first " + noun + between + " that the archive holds since " + day + ".", Kind: "computed",
			Sources: []entente.BriefSource{src, {Doc: t.Doc, Publisher: t.Outlet, Span: t.Sentence}}}, true, nil
	}
	if !whole {
		return none, false, nil // there may be others behind them
	}
	kept, err := w.reach(ctx, from)
	if err != nil {
		return none, false, err
	}
	if !kept.Known() || from-kept < sinceDays {
		return none, false, nil
	}
	text := "The archive, which goes back to " + dayText(kept) + ", holds no earlier " + noun + between + "."
	return entente.BriefSentence{Text: text, Kind: "computed", Sources: []entente.BriefSource{src}}, true, nil
}

// Reach of an archive: how far back it was kept without a gap.
const (
	reachDays  = 30 // of which there are reports, for the archive to have been kept in them
	reachLeast = 2  // reports in them: one may be a stray
	reachMost  = 120
)

// reach is the first day of the months before a day of which the archive has reports without
// a gap, NoDay where it has none: a single report of long ago does not make it old.
func (w *Writer) reach(ctx context.Context, before entente.Day) (entente.Day, error) {
	kept := entente.NoDay
	for range reachMost {
		stats, err := w.archive.Stats(ctx, entente.Days{From: before - reachDays, To: before - 1})
		if err != nil {
			return entente.NoDay, err
		}
		if stats.Documents < reachLeast || !stats.Days.From.Known() {
			break
		}
		kept, before = stats.Days.From, stats.Days.From
	}
	return kept, nil
}

// dayOfTelling is the day of the report of a telling, NoDay when it has none.
func dayOfTelling(t *entente.Telling) entente.Day {
	if t.Published.IsZero() {
		return entente.NoDay
	}
	return entente.DayOf(t.Published)
}

var firstNouns = map[string]string{
	"CONSULT visit": "visit", "CONSULT phone": "call", "CONSULT ": "meeting", "CONSULT third-party": "meeting", "SANCTION embargo": "embargo",
	"SANCTION expel": "expulsion", "MOBILIZE troops": "deployment", "AGREE ": "agreement", "ASSAULT aerial": "air attack", "ASSAULT ": "attack",
}

// codes1 is the one country of a side, "" for none or several.
func codes1(side []entente.Actor) string {
	out := ""
	for i := range side {
		c := side[i].Party()
		if c == "" || out != "" && out != c {
			return ""
		}
		out = c
	}
	return out
}
