package web

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// saying is a quotation, or a position, as a page lists it.
type saying struct {
	Who    string
	Link   string // the party's page, "" when it is not resolved
	How    string // the cue, or the stance
	Words  string
	Direct bool
	Claim  string // what the speaker does with another's claim, in words
	At     string // the address of the words in the report
}

// sayingsOf lists the quotations of d that overlap s.
func (s *server) sayingsOf(d *entente.Document, span entente.Span) []saying {
	var out []saying
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if !q.Content.Overlaps(span) {
			continue
		}
		x := s.saying(d, q.Speaker, q.Content)
		x.How, x.Direct = q.Cue.In(d.Text), q.Direct
		if q.Claim != "" {
			x.Claim = q.Claim + " a claim"
			if q.Of != nil {
				x.Claim += " of " + s.speakerName(d, *q.Of)
			}
		}
		out = append(out, x)
	}
	return out
}

// positionsOf lists the positions of d that overlap s.
func (s *server) positionsOf(d *entente.Document, span entente.Span) []saying {
	var out []saying
	for i := range d.Positions {
		p := &d.Positions[i]
		if !p.Span.Overlaps(span) {
			continue
		}
		x := s.saying(d, p.Holder, p.Span)
		x.How, x.Words = stanceGloss(p.Stance), p.Topic.In(d.Text)
		out = append(out, x)
	}
	return out
}

// saying fills in who it is and where it stands.
func (s *server) saying(d *entente.Document, a entente.Actor, at entente.Span) saying {
	x := saying{Who: s.speakerName(d, a), Words: at.In(d.Text), At: citeLink(d.ID, at)}
	if p := a.Party(); p != "" {
		x.Link = partyLink(p)
	}
	return x
}

// speakerName names a by the words of the text, and the party where those do not
// name it.
func (s *server) speakerName(d *entente.Document, a entente.Actor) string {
	words := strings.TrimSpace(a.Span.In(d.Text))
	party := s.PartyName(a.Party())
	switch {
	case words == "":
		return party
	case party == "" || strings.Contains(words, party):
		return words
	}
	return words + " (" + party + ")"
}

// stanceGloss says a stance in a few words.
func stanceGloss(stance string) string {
	switch stance {
	case "support":
		return "supports"
	case "oppose":
		return "opposes"
	case "demand":
		return "demands"
	case "ready":
		return "is ready for"
	case "unwilling":
		return "is unwilling:"
	case "concern":
		return "is concerned about"
	case "interest":
		return "is interested in"
	case "neutral":
		return "is neutral on"
	case "undecided":
		return "is undecided on"
	case "trend":
		return "is said to turn to"
	}
	return "holds a stance, " + stance + ":"
}

// wordingMarks marks the words of d that judge, with whose they are.
func (s *server) wordingMarks(d *entente.Document) []mark {
	var out []mark
	for i := range d.Wording {
		w := &d.Wording[i]
		whose := "the outlet’s own word"
		if w.Holder != nil {
			whose = "a word of " + s.speakerName(d, *w.Holder)
		}
		out = append(out, mark{span: w.Span, class: "judging", title: "judges: " + whose})
	}
	return out
}
