package brief

import (
	"cmp"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Who is not heard in a story, and which outlets judge in their own voice.

// voiced are the parties that have words of their own in the reports, or make a view known.
func (p *plan) voiced() map[string]bool {
	heard := map[string]bool{}
	for _, d := range p.of.docs {
		for i := range d.Quotes {
			heard[d.Quotes[i].Speaker.Party()] = true
		}
		for i := range d.Positions {
			heard[d.Positions[i].Holder.Party()] = true
		}
		for i := range d.Mentions {
			if m := &d.Mentions[i]; uttered(d, m) {
				heard[m.Actor.Party()] = true
			}
		}
		for i := range d.Events {
			e := &d.Events[i]
			if e.Attribution != nil {
				heard[e.Attribution.Speaker.Party()] = true
			}
			if spoken(e) {
				for _, x := range e.Actors {
					heard[x.Party()] = true
				}
			}
		}
	}
	return heard
}

// maxUnheard is how many parties without words of their own are named.
const maxUnheard = 3

// unheard names the parties of the events that have no words of their own in
// the reports. It never says why.
func (p *plan) unheard() []entente.BriefSentence {
	heard := p.voiced()
	count := map[string]int{}
	where := map[string]report{}
	for _, f := range p.facts {
		if in := p.place(f); in == none || in == background || f.anchor != nil {
			continue
		}
		for _, c := range codesOf(f.ev()) {
			if count[c] == 0 {
				where[c] = f.reports[0]
			}
			count[c] += f.independent()
		}
	}
	var codes []string
	for c, n := range count { // sorted below
		if len(c) == 3 && !p.of.heard[c] && !entente.IsSupranational(c) && !heard[c] && p.names.party[c] != "" && n > 1 {
			codes = append(codes, c)
		}
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	codes = codes[:min(len(codes), maxUnheard)]
	if len(codes) == 0 {
		return nil
	}
	var parties []string
	var sources []entente.BriefSource
	for _, c := range codes {
		parties = append(parties, withArticle(p.names.party[c]))
		r := where[c]
		sources = append(sources, entente.BriefSource{Doc: r.doc.ID, Publisher: r.doc.Publisher, Span: r.span()})
	}
	text := "No words of " + strings.Join(parties[:len(parties)-1], ", ")
	if len(parties) > 1 {
		text += " or "
	}
	return []entente.BriefSentence{{Text: text + parties[len(parties)-1] + " are in these reports.", Kind: "computed", Sources: sources}}
}

// uttered reports whether who is mentioned is the subject of a verb of saying, or of one for a
// view that is made known: regretted, welcomed.
func uttered(d *entente.Document, m *entente.Mention) bool {
	if m.Head < 0 || m.Head >= len(d.Tokens) {
		return false
	}
	t := &d.Tokens[m.Head]
	if t.Deprel != entente.Nsubj || t.Head < 0 {
		return false
	}
	lemma := d.Tokens[t.Head].Lemma
	return tells(lemma) || reckons(lemma) || avows(lemma)
}

// avows reports whether a verb makes known what somebody feels, wants or holds.
func avows(lemma string) bool {
	switch lemma {
	case "regret", "welcome", "praise", "condemn", "deny", "reject", "criticise", "criticize", "urge", "call", "express", "voice", "protest", "demand", "vow", "pledge", "promise",
		"thank", "apologise", "apologize", "denounce", "deplore", "mourn", "congratulate", "accuse", "blame", "ask", "appeal", "oppose", "object", "threaten", "confirm", "refuse",
		"declare", "propose", "offer", "dismiss", "lament", "hail", "applaud", "endorse", "complain", "repeat", "reiterate", "stress", "answer", "reply", "respond":
		return true
	}
	return false
}

// maxJudging is how many words that judge are compared.
const maxJudging = 4

// judging tells which words that judge outlets use in their own voice, where
// some do and others do not.
func (p *plan) judging() []entente.BriefSentence {
	type use struct{ word, outlet string }
	seen := map[use]bool{}
	users, outlets := map[string]bool{}, map[string]bool{}
	var parts []string
	var sources []entente.BriefSource
	for _, d := range p.of.docs {
		outlets[outlet(d)] = true
		for i := range d.Wording {
			w := &d.Wording[i]
			u := use{strings.ToLower(squeeze(w.Span.In(d.Text))), outlet(d)}
			if w.Holder != nil || w.Class == "praise" || seen[u] || d.InRelated(w.Span) || len(parts) == maxJudging {
				continue
			}
			at := slices.IndexFunc(d.Sentences, func(s entente.Sentence) bool { return s.Span.Contains(w.Span) })
			if at < 0 || inQuotes(d.Text[d.Sentences[at].Span.Start:w.Span.Start]) || p.others(d, at) {
				continue
			}
			seen[u], users[u.outlet] = true, true
			parts = append(parts, "“"+u.word+"” ("+u.outlet+")")
			sources = append(sources, entente.BriefSource{Doc: d.ID, Publisher: d.Publisher, Span: d.Sentences[at].Span})
		}
	}
	text := "Words that judge, in an outlet's own voice: " + strings.Join(parts, ", ") + "; none in the other reports."
	if len(parts) == 0 || len(users) == len(outlets) || len(strings.Fields(text)) > maxSentence {
		return nil
	}
	return []entente.BriefSentence{{Text: text, Kind: "computed", Sources: sources}}
}

// others reports whether a sentence may hold words of somebody else than the
// outlet: it tells of a claim, a charge or a refusal, or quotes.
func (p *plan) others(d *entente.Document, sentence int) bool {
	s := &d.Sentences[sentence]
	span := s.Span
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		switch d.Tokens[i].Lemma {
		case "call", "brand", "label", "consider", "regard", "dub", "describe", "denounce", "view", "portray", "decry", "or", "whether", "critic", "?":
			return true // whose word it is stands open
		}
	}
	return slices.ContainsFunc(d.Events, func(e entente.Event) bool {
		return e.Sentence == sentence && (e.Attribution != nil || spoken(&e))
	}) || slices.ContainsFunc(d.Quotes, func(q entente.Quote) bool { return q.Span.Overlaps(span) || q.Content.Overlaps(span) })
}

// inQuotes reports whether quotation marks are open at the end of a text.
func inQuotes(before string) bool {
	return strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, `"`)%2 == 1
}

// mark puts the words of a clause that judge in the outlet's own voice into
// quotation marks, and reports whether there were any.
func (p *plan) mark(text string, r report) (string, bool) {
	span, found := r.span(), false
	for i := range r.doc.Wording {
		w := &r.doc.Wording[i]
		word := squeeze(w.Span.In(r.doc.Text))
		if !span.Contains(w.Span) || w.Holder != nil || r.ev.Attribution != nil || spoken(r.ev) {
			continue
		}
		before, after, ok := strings.Cut(" "+text+" ", " "+word)
		if !ok || after != "" && after[0] >= 'a' && after[0] <= 'z' {
			continue
		}
		found = true
		if !inQuotes(before) {
			text = strings.TrimSpace(before + " “" + word + "”" + after)
		}
	}
	return text, found
}
