package wire

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Story is a story in a list or, with its reports, alone.
type Story struct {
	Type    string    `json:"type"`
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	From    *string   `json:"from"`
	To      *string   `json:"to"`
	Reports int       `json:"reports"`
	Copies  int       `json:"copies"`
	Outlets int       `json:"outlets"`
	Events  int       `json:"events"`
	Indep   int       `json:"independent"`
	Links   *[]Tie    `json:"links,omitempty"`
	Docs    *[]Member `json:"documents,omitempty"`
	Sample  bool      `json:"sample,omitempty"`
}

// Member is a document of a story.
type Member struct {
	ID          string  `json:"id"`
	DuplicateOf *string `json:"duplicate_of"`
}

// Tie is a link of a story to another. Back is true when the other is the one
// that follows this one or is part of it.
type Tie struct {
	Type  string `json:"type"`
	Story string `json:"story"`
	Title string `json:"title"`
	Back  bool   `json:"back"`
}

// TiesOf returns the records of the links of a story.
func TiesOf(ls []entente.StoryLink) *[]Tie {
	out := make([]Tie, len(ls))
	for i, l := range ls {
		out[i] = Tie{l.Type, l.Story, l.Title, l.Back}
	}
	return &out
}

// StoryOf returns the record of a story.
func StoryOf(r entente.StoryRow) Story {
	s := Story{Type: "story", ID: r.Story.ID, Title: r.Story.Title, From: day(r.Story.From), To: day(r.Story.To), Reports: r.Reports,
		Copies: r.Copies, Outlets: r.Outlets, Events: r.Events, Indep: r.Independent, Sample: r.Story.Sample}
	if r.Story.Members != nil {
		ms := make([]Member, len(r.Story.Members))
		for i, m := range r.Story.Members {
			ms[i] = Member{ID: m.Doc, DuplicateOf: str(m.DuplicateOf)}
		}
		s.Docs = &ms
	}
	return s
}

// Hit is a document that a search found.
type Hit struct {
	Type    string  `json:"type"`
	ID      string  `json:"id"`
	URL     *string `json:"url"`
	Source  *string `json:"source"`
	Title   *string `json:"title"`
	Date    *string `json:"date"`
	Lang    *string `json:"lang"`
	Story   *string `json:"story"`
	Events  int     `json:"events"`
	Snippet string  `json:"snippet"`
	Sample  bool    `json:"sample,omitempty"`
}

// HitOf returns the record of a search hit.
func HitOf(h entente.Hit) Hit {
	out := Hit{Type: "hit", ID: h.Doc.ID, URL: str(h.Doc.URL), Source: str(h.Doc.Publisher), Title: str(h.Doc.Title), Date: dateOf(h.Doc),
		Lang: str(h.Doc.Lang), Story: str(h.Story), Events: h.Events, Sample: h.Doc.Sample}
	for _, p := range h.Snippet {
		out.Snippet += p.Text
	}
	return out
}

// RelationPoint is one period of a relation. The numbers of a period without
// any document are null: no coverage is not peace.
type RelationPoint struct {
	Type      string  `json:"type"`
	A         string  `json:"a"`
	B         string  `json:"b"`
	From      string  `json:"from"`
	To        string  `json:"to"`
	Documents int     `json:"documents"`
	Events    *int    `json:"events"`
	Quads     []int   `json:"quads"` // verbal, material cooperation; verbal, material conflict
	Weight    *Share  `json:"weight"`
	ScoreSum  *Number `json:"score_sum"`
	ScoreMean *Number `json:"score_mean"`
	Sample    bool    `json:"sample,omitempty"`

	Words      *int    `json:"words"` // events in words, of cooperation and conflict
	Deeds      *int    `json:"deeds"`
	Low        *Number `json:"low"` // 95 % interval of score_mean
	High       *Number `json:"high"`
	Thin       *bool   `json:"thin"`      // few events
	SureMean   *Number `json:"sure_mean"` // weighted by confidence
	Forward    *Share  `json:"forward"`   // of weight, what a did
	Back       *Share  `json:"back"`
	Claims     *int    `json:"claims"` // events that nobody but a party tells
	ClaimMean  *Number `json:"claim_mean"`
	Outlets    int     `json:"outlets"`
	Rate       *Number `json:"rate"`        // events per 1,000 documents
	SteadyRate *Number `json:"steady_rate"` // the same over outlets read throughout
}

// RelationPointOf returns the record of one point of the relation of a and b.
// sample marks a series that holds nothing but sample news.
func RelationPointOf(a, b string, p entente.RelationPoint, sample bool) RelationPoint {
	out := RelationPoint{Type: "relation", A: a, B: b, From: p.From.String(), To: p.To.String(), Documents: p.Documents,
		Quads: []int{}, Sample: sample || p.Sample}
	if p.Documents == 0 && p.Events == 0 {
		return out
	}
	n := p.Events
	out.Events, out.Quads = &n, p.Quads[1:]
	weight, forward, back := Share(p.Weight), Share(p.Forward), Share(p.Back)
	out.Weight, out.Forward, out.Back, out.ScoreSum = &weight, &forward, &back, num(p.ScoreSum)
	words, deeds, thin, claims := p.Quads[1]+p.Quads[3], p.Quads[2]+p.Quads[4], p.Thin(), p.Claims
	out.Words, out.Deeds, out.Thin, out.Claims, out.Outlets = &words, &deeds, &thin, &claims, p.Outlets
	if mean, ok := p.Mean(); ok {
		out.ScoreMean = num(mean)
	}
	if low, high, ok := p.Interval(); ok {
		out.Low, out.High = num(low), num(high)
	}
	if mean, ok := p.SureMean(); ok {
		out.SureMean = num(mean)
	}
	if p.ClaimWeight > 0 {
		out.ClaimMean = num(p.ClaimScore / p.ClaimWeight)
	}
	if r, ok := p.Rate(); ok {
		out.Rate = num(r)
	}
	if r, ok := p.SteadyRate(); ok {
		out.SteadyRate = num(r)
	}
	return out
}

// EventOf returns the record of one archived event.
func EventOf(r entente.EventRow, opt Options) Event {
	v := &view{d: r.Doc, ix: text.NewIndex(r.Doc.Text), opt: opt}
	out := v.event(r.Event)
	out.Story = str(r.Story)
	return out
}

// Source points at the characters that a sentence of a brief rests on.
type Source struct {
	Doc    string  `json:"doc"`
	Source *string `json:"source"`
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Event  *string `json:"event"`
}

// BriefSentence is one sentence of a brief.
type BriefSentence struct {
	Text    string   `json:"text"`
	Kind    string   `json:"kind"`
	Sources []Source `json:"sources"`
}

// BriefSection is one head of a brief with its sentences.
type BriefSection struct {
	Head      string          `json:"head"`
	Sentences []BriefSentence `json:"sentences"`
}

// BriefRelated is a story or a headline that stands beside a brief's subject.
type BriefRelated struct {
	Story *string `json:"story"`
	Title string  `json:"title"`
}

// BriefFooter says what a brief was made from.
type BriefFooter struct {
	Documents int     `json:"documents"`
	Used      int     `json:"used"`
	Copies    int     `json:"copies"`
	NoEvent   int     `json:"without_event"`
	Newest    *string `json:"newest"`
	Version   string  `json:"version"`
	Dropped   int     `json:"dropped"` // sentences that the gate did not let pass
	// Countries are those of the outlets that were read; absent when nobody knows
	// where outlets are.
	Countries []CountryOutlets `json:"outlets_by_country,omitempty"`
}

// CountryOutlets is how many outlets of a country were read; null is unknown.
type CountryOutlets struct {
	Country *string `json:"country"`
	Outlets int     `json:"outlets"`
}

// Brief is a brief as JSON.
type Brief struct {
	Type     string         `json:"type"`
	Title    string         `json:"title"`
	Scope    string         `json:"scope"`
	From     *string        `json:"from"`
	To       *string        `json:"to"`
	Sections []BriefSection `json:"sections"`
	Related  []BriefRelated `json:"related"`
	Footer   BriefFooter    `json:"footer"`
	Sample   bool           `json:"sample,omitempty"`
}

// BriefOf returns the record of a brief. indexes gives the index of a
// document's text by id; spans of documents without one stay in bytes.
func BriefOf(b *entente.Brief, indexes map[string]*text.Index) Brief {
	out := Brief{Type: "brief", Title: b.Title, Scope: b.Scope, From: day(b.From), To: day(b.To), Sections: []BriefSection{},
		Related: []BriefRelated{}, Sample: b.Sample, Footer: BriefFooter{Documents: b.Footer.Documents, Used: b.Footer.Used,
			Copies: b.Footer.Copies, NoEvent: b.Footer.NoEvent, Newest: str(b.Footer.Newest), Version: b.Footer.Version,
			Dropped: b.Footer.Dropped}}
	for _, c := range b.Footer.Countries {
		out.Footer.Countries = append(out.Footer.Countries, CountryOutlets{str(c.Country), c.Outlets})
	}
	for _, s := range b.Sections {
		sec := BriefSection{Head: s.Head, Sentences: []BriefSentence{}}
		for _, x := range s.Sentences {
			sen := BriefSentence{Text: x.Text, Kind: x.Kind, Sources: []Source{}}
			for _, src := range x.Sources {
				w := Source{Doc: src.Doc, Source: str(src.Publisher), Start: src.Span.Start, End: src.Span.End, Event: str(src.Event)}
				if ix := indexes[src.Doc]; ix != nil {
					w.Start, w.End = ix.Rune(src.Span.Start), ix.Rune(src.Span.End)
				}
				sen.Sources = append(sen.Sources, w)
			}
			sec.Sentences = append(sec.Sentences, sen)
		}
		out.Sections = append(out.Sections, sec)
	}
	for _, r := range b.Related {
		out.Related = append(out.Related, BriefRelated{Story: str(r.Story), Title: r.Title})
	}
	return out
}

// BriefIn is BriefOf with the texts of the documents by id, in place of their
// indexes.
func BriefIn(b *entente.Brief, texts map[string]string) Brief {
	indexes := make(map[string]*text.Index, len(texts))
	for id, t := range texts {
		indexes[id] = text.NewIndex(t)
	}
	return BriefOf(b, indexes)
}

// Dyad is how often two parties meet.
type Dyad struct {
	Type      string `json:"type"`
	A         string `json:"a"`
	B         string `json:"b"`
	Events    int    `json:"events"`
	ScoreMean Number `json:"score_mean"`
	Sample    bool   `json:"sample,omitempty"`
}

// DyadOf returns the record of a pair of parties.
func DyadOf(d entente.DyadCount) Dyad {
	return Dyad{Type: "dyad", A: d.A, B: d.B, Events: d.Events, ScoreMean: Number(d.Score), Sample: d.Sample}
}

// Run is the first line of an output with a header: what coded it.
type Run struct {
	Type    string `json:"type"`
	Schema  int    `json:"schema"`
	Run     string `json:"run"`
	Version string `json:"version"`
	Command string `json:"command"`
	// Tables is the SHA-256 of models, tables and patterns, in hex.
	Tables string `json:"tables"`
	// Options are those given that change what is read, as name=value.
	Options []string `json:"options"`
}

// AssignmentOf returns the record of a document's place.
func AssignmentOf(a entente.Assignment) Assignment {
	return Assignment{ID: a.Doc, Story: a.Story, DuplicateOf: str(a.DuplicateOf)}
}

// Pair is the relation between two given actors. Root and quad are null when
// nothing was read; scores are by root, in [0,1].
type Pair struct {
	ID     string            `json:"id"`
	Root   *string           `json:"root"`
	Quad   *int              `json:"quad"`
	Scores map[string]Number `json:"scores"`
}
