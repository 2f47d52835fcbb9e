package wire

import (
	"encoding/json"
	"sort"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Related is a headline of another story.
type Related struct {
	Title *string `json:"title"`
	URL   *string `json:"url"`
	Start *int    `json:"start,omitempty"`
	End   *int    `json:"end,omitempty"`
}

// Range is a half-open range in code points.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Token is one word of an annotated document. Head and Deprel are absent when
// the sentence was not parsed.
type Token struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Lemma  *string `json:"lemma,omitempty"`
	UPOS   *string `json:"upos,omitempty"`
	Head   *int    `json:"head,omitempty"`
	Deprel *string `json:"deprel,omitempty"`
}

// Entity is a name, with the actor that it was read as.
type Entity struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Text     *string `json:"text"`
	Type     string  `json:"type"`
	Name     *string `json:"name"`
	Country  *string `json:"country"`
	Sector   *string `json:"sector"`
	Org      *string `json:"org,omitempty"`
	Role     *string `json:"role,omitempty"`
	Wikidata *string `json:"wikidata,omitempty"`

	Candidates []ActorCandidate `json:"candidates,omitempty"` // what else the name may stand for
}

// ActorCandidate is one thing that a name may stand for.
type ActorCandidate struct {
	Name    *string `json:"name"`
	Country *string `json:"country"`
	Sector  *string `json:"sector"`
	Org     *string `json:"org"`
	Group   *string `json:"group"`
	Why     *string `json:"why,omitempty"`
}

// Mention is a phrase that names a possible actor.
type Mention struct {
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Text      *string `json:"text"`
	Kind      string  `json:"kind"`
	Name      *string `json:"name"`
	Country   *string `json:"country"`
	Sector    *string `json:"sector"`
	Org       *string `json:"org"`
	Group     *string `json:"group"`
	Role      *string `json:"role"`
	Wikidata  *string `json:"wikidata"`
	Inferred  bool    `json:"inferred"`
	Members   []Actor `json:"members,omitempty"` // when the phrase stands for several
	Ambiguous bool    `json:"ambiguous,omitempty"`

	Confidence *Number          `json:"confidence,omitempty"` // of the reading, where below 1
	Candidates []ActorCandidate `json:"candidates,omitempty"` // where it is below 0.8
	Antecedent *Text            `json:"antecedent,omitempty"` // with --explain: what it refers back to

	Why *string `json:"why,omitempty"`
}

// Place is a toponym.
type Place struct {
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       *string `json:"text"`
	Use        string  `json:"use"`
	Name       *string `json:"name"`
	Country    *string `json:"country"`
	Admin1     *string `json:"admin1"`
	Lat        *Number `json:"lat"`
	Lon        *Number `json:"lon"`
	GeoNames   *int    `json:"geonames"`
	Precision  *string `json:"precision"`
	Unresolved bool    `json:"unresolved,omitempty"`
	Confidence Number  `json:"confidence"`
	// ClaimedBy lists the states and authorities that claim the place beside
	// its country; absent for none.
	ClaimedBy []string `json:"claimed_by,omitempty"`
	// Candidates are the readings that were weighed, where the confidence is
	// below [entente.Unsure] or an explanation is asked for.
	Candidates []PlaceCandidate `json:"candidates,omitempty"`
	Why        *string          `json:"why,omitempty"`
}

// PlaceCandidate is a reading of a place name that was weighed.
type PlaceCandidate struct {
	Name     string  `json:"name"`
	Country  *string `json:"country"`
	Admin1   *string `json:"admin1"`
	Lat      Number  `json:"lat"`
	Lon      Number  `json:"lon"`
	GeoNames *int    `json:"geonames"`
	Points   int     `json:"points"`
}

// Date is a time expression.
type Date struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Text  *string `json:"text"`
	Type  string  `json:"type"`
	Value *string `json:"value"`
	From  *string `json:"from"`
	To    *string `json:"to"`
	// Unresolved is set when the text says it and it could not be resolved.
	Unresolved bool    `json:"unresolved,omitempty"`
	Why        *string `json:"why,omitempty"`
}

// Quote is reported speech.
type Quote struct {
	Start   int   `json:"start"`
	End     int   `json:"end"`
	Speaker Actor `json:"speaker"`
	Cue     Text  `json:"cue"`
	Content Text  `json:"content"`
	Direct  bool  `json:"direct"`
	// Claim and Of are set where the content is a claim of another that the
	// speaker repeats, disputes or denies.
	Claim *string `json:"claim,omitempty"`
	Of    *Actor  `json:"of,omitempty"`
}

// Wording is a word that judges; Holder is null where it is the outlet's own.
type Wording struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Text   *string `json:"text"`
	Class  string  `json:"class"`
	Holder *Actor  `json:"holder"`
}

// Position is a stance of an actor.
type Position struct {
	Holder Actor  `json:"holder"`
	Topic  *Text  `json:"topic"`
	Stance string `json:"stance"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// Document is an annotated document. A layer that was not run is absent.
type Document struct {
	Type      string                     `json:"type"`
	ID        string                     `json:"id"`
	URL       *string                    `json:"url"`
	Source    *string                    `json:"source"`
	Title     *string                    `json:"title"`
	Byline    *string                    `json:"byline"`
	Date      *string                    `json:"date"`
	DateBasis string                     `json:"date_basis"`
	Lang      *string                    `json:"lang"`
	Text      *string                    `json:"text"`
	Related   []Related                  `json:"related"`
	Sentences *[]Range                   `json:"sentences,omitempty"`
	Tokens    *[]Token                   `json:"tokens,omitempty"`
	Entities  *[]Entity                  `json:"entities,omitempty"`
	Mentions  *[]Mention                 `json:"mentions,omitempty"`
	Places    *[]Place                   `json:"places,omitempty"`
	Dates     *[]Date                    `json:"dates,omitempty"`
	Quotes    *[]Quote                   `json:"quotes,omitempty"`
	Positions *[]Position                `json:"positions,omitempty"`
	Wording   *[]Wording                 `json:"wording,omitempty"`
	Events    *[]Event                   `json:"events,omitempty"`
	Sample    bool                       `json:"sample,omitempty"`
	Extra     map[string]json.RawMessage `json:"extra,omitempty"`
}

// Extracted is a line of what extraction prints.
type Extracted struct {
	ID      string    `json:"id"`
	URL     *string   `json:"url"`
	Title   *string   `json:"title"`
	Byline  *string   `json:"byline"`
	Date    *string   `json:"date"`
	Source  *string   `json:"source"`
	Lang    *string   `json:"lang"`
	Text    string    `json:"text"`
	Related []Related `json:"related"`
	Sample  bool      `json:"sample,omitempty"`

	Extra map[string]json.RawMessage `json:"extra,omitempty"`
}

// Assignment is a line of what clustering prints.
type Assignment struct {
	ID          string  `json:"id"`
	Story       string  `json:"story"`
	DuplicateOf *string `json:"duplicate_of"`
}

// StoryMerge is a line of clustering as a stream: all documents of the story
// From are in Into.
type StoryMerge struct {
	Type string `json:"type"`
	From string `json:"from"`
	Into string `json:"into"`
}

// dateOf returns the day of publication, with its time of day when known.
func dateOf(d *entente.Document) *string {
	if d.Published.IsZero() {
		return nil
	}
	if d.DateOnly {
		return day(d.Day())
	}
	return str(d.Published.Format(time.RFC3339))
}

func (v *view) related() []Related {
	out := make([]Related, 0, len(v.d.Related))
	for _, r := range v.d.Related {
		w := Related{Title: str(r.Title), URL: str(r.URL)}
		if v.opt.NoText {
			w.Title = nil
		}
		if !r.Span.IsEmpty() {
			t := v.span(r.Span)
			w.Start, w.End = &t.Start, &t.End
		}
		out = append(out, w)
	}
	return out
}

// ExtractedOf returns what extraction prints of d.
func ExtractedOf(d *entente.Document) Extracted {
	v := &view{d: d, ix: text.NewIndex(d.Text)}
	return Extracted{ID: d.ID, URL: str(d.URL), Title: str(d.Title), Byline: str(d.Byline), Date: dateOf(d), Source: str(d.Publisher),
		Lang: str(d.Lang), Text: d.Text, Related: v.related(), Sample: d.Sample, Extra: rawExtra(d.Extra)}
}

// DocumentOf returns the record of d with the layers in show that d has.
func DocumentOf(d *entente.Document, show entente.Layer, opt Options) Document {
	v := &view{d: d, ix: text.NewIndex(d.Text), opt: opt}
	out := Document{Type: "document", ID: d.ID, URL: str(d.URL), Source: str(d.Publisher), Title: str(d.Title), Byline: str(d.Byline),
		Date: dateOf(d), DateBasis: d.DateBasis.String(), Lang: str(d.Lang), Text: &d.Text, Related: v.related(), Sample: d.Sample,
		Extra: rawExtra(d.Extra)}
	if opt.NoText {
		out.Text, out.Title = nil, nil
	}
	has := func(l entente.Layer) bool { return show.Has(l) && d.Layers.Has(l) }
	if has(entente.LayerTokens) {
		out.Sentences, out.Tokens = v.sentences(), v.tokens(show)
	}
	if has(entente.LayerNames) {
		out.Entities = v.entities()
	}
	if has(entente.LayerActors) {
		out.Mentions = v.mentions()
	}
	if has(entente.LayerPlaces) {
		out.Places = v.places()
	}
	if has(entente.LayerDates) {
		out.Dates = v.dates()
	}
	if has(entente.LayerQuotes) {
		out.Quotes, out.Wording = v.quotes(), v.wording()
	}
	if has(entente.LayerPositions) {
		out.Positions = v.positions()
	}
	if has(entente.LayerEvents) {
		ev := Events(d, opt)
		out.Events = &ev
	}
	return out
}

func rawExtra(in map[string][]byte) map[string]json.RawMessage {
	if len(in) == 0 {
		return nil
	}
	out := make(map[string]json.RawMessage, len(in))
	for k, v := range in { // encoding/json writes maps in key order
		out[k] = v
	}
	return out
}

func (v *view) sentences() *[]Range {
	out := make([]Range, len(v.d.Sentences))
	for i, s := range v.d.Sentences {
		out[i] = Range{v.ix.Rune(s.Span.Start), v.ix.Rune(s.Span.End)}
	}
	return &out
}

func (v *view) tokens(show entente.Layer) *[]Token {
	d := v.d
	out := make([]Token, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		out[i] = Token{Start: v.ix.Rune(t.Span.Start), End: v.ix.Rune(t.Span.End)}
		if show.Has(entente.LayerTags) && d.Layers.Has(entente.LayerTags) {
			out[i].UPOS = str(t.UPOS.String())
			if !v.opt.NoText {
				out[i].Lemma = str(t.Lemma)
			}
		}
	}
	if !show.Has(entente.LayerTrees) {
		return &out
	}
	for _, s := range d.Sentences {
		if !s.Parsed {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			head := int(d.Tokens[i].Head)
			out[i].Head, out[i].Deprel = &head, str(d.Tokens[i].Deprel.String())
		}
	}
	return &out
}

// entities returns the names with the actors that cover them. Mentions and
// entities both stand in text order.
func (v *view) entities() *[]Entity {
	d := v.d
	out := make([]Entity, len(d.Entities))
	for i, e := range d.Entities {
		t := v.span(e.Span)
		out[i] = Entity{Start: t.Start, End: t.End, Text: t.Text, Type: e.Type.String()}
		k := sort.Search(len(d.Mentions), func(k int) bool { return d.Mentions[k].Actor.Span.End > e.Span.Start })
		if k < len(d.Mentions) && d.Mentions[k].Actor.Span.Overlaps(e.Span) {
			a := d.Mentions[k].Actor
			out[i].Name, out[i].Country, out[i].Sector = str(a.Name), str(a.Country), str(a.Sector.String())
			out[i].Org, out[i].Role, out[i].Wikidata = str(a.Org), str(a.Role), str(a.Wikidata)
			out[i].Candidates = v.readings(&d.Mentions[k])
		}
	}
	return &out
}

func (v *view) why(s string) *string {
	if !v.opt.Explain {
		return nil
	}
	return str(s)
}

// readings lists what a mention may stand for, where that is not sure.
func (v *view) readings(m *entente.Mention) []ActorCandidate {
	if m.Confidence >= entente.SureReading || len(m.Candidates) == 0 {
		return nil
	}
	out := make([]ActorCandidate, len(m.Candidates))
	for i := range m.Candidates {
		a := &m.Candidates[i].Actor
		out[i] = ActorCandidate{Name: str(a.Name), Country: str(a.Country), Sector: str(a.Sector.String()), Org: str(a.Org), Group: str(a.Group),
			Why: v.why(m.Candidates[i].Why)}
	}
	return out
}

func (v *view) mentions() *[]Mention {
	out := make([]Mention, len(v.d.Mentions))
	for i := range v.d.Mentions {
		m := &v.d.Mentions[i]
		a := v.actor(m.Actor)
		out[i] = Mention{Start: a.Start, End: a.End, Text: a.Text, Kind: m.Kind.String(), Name: a.Name, Country: a.Country,
			Sector: a.Sector, Org: a.Org, Group: a.Group, Role: a.Role, Wikidata: a.Wikidata, Inferred: a.Inferred,
			Ambiguous: m.Ambiguous, Why: v.why(m.Why)}
		if len(m.Members) > 0 {
			out[i].Members = v.actors(m.Members)
		}
		if out[i].Candidates = v.readings(m); out[i].Candidates != nil {
			c := Number(float64(m.Confidence) / 100)
			out[i].Confidence = &c
		}
		if v.opt.Explain && m.Antecedent.Len() > 0 {
			t := v.span(m.Antecedent)
			out[i].Antecedent = &t
		}
	}
	return &out
}

func (v *view) places() *[]Place {
	out := make([]Place, len(v.d.Places))
	for i := range v.d.Places {
		p := &v.d.Places[i]
		w := v.where(p)
		out[i] = Place{Start: w.Start, End: w.End, Text: w.Text, Use: p.Use.String(), Name: w.Name, Country: w.Country,
			Admin1: w.Admin1, Lat: w.Lat, Lon: w.Lon, GeoNames: w.GeoNames, Precision: w.Precision, Unresolved: w.Unresolved,
			Confidence: Number(p.Confidence), ClaimedBy: p.ClaimedBy, Candidates: v.placeCandidates(p), Why: v.why(p.Why)}
	}
	return &out
}

// candidates returns the readings of a place that is not sure, or of any when
// it is to be explained.
func (v *view) placeCandidates(p *entente.Place) []PlaceCandidate {
	if p.Confidence >= entente.Unsure && !v.opt.Explain {
		return nil
	}
	var out []PlaceCandidate
	for _, c := range p.Candidates {
		w := PlaceCandidate{Name: c.Name, Country: str(c.Country), Admin1: str(c.Admin1), Lat: Number(c.Lat), Lon: Number(c.Lon), Points: c.Points}
		if id := c.GeoNames; id != 0 {
			w.GeoNames = &id
		}
		out = append(out, w)
	}
	return out
}

func (v *view) dates() *[]Date {
	out := make([]Date, len(v.d.Dates))
	for i, t := range v.d.Dates {
		s := v.span(t.Span)
		out[i] = Date{Start: s.Start, End: s.End, Text: s.Text, Type: t.Type.String(), Value: str(t.Value), From: day(t.From),
			To: day(t.To), Unresolved: t.Value == "", Why: v.why(t.Why)}
	}
	return &out
}

func (v *view) quotes() *[]Quote {
	out := make([]Quote, len(v.d.Quotes))
	for i, q := range v.d.Quotes {
		out[i] = Quote{Start: v.ix.Rune(q.Span.Start), End: v.ix.Rune(q.Span.End), Speaker: v.actor(q.Speaker), Cue: v.span(q.Cue),
			Content: v.span(q.Content), Direct: q.Direct, Claim: str(q.Claim)}
		if q.Of != nil {
			of := v.actor(*q.Of)
			out[i].Of = &of
		}
	}
	return &out
}

func (v *view) wording() *[]Wording {
	out := make([]Wording, len(v.d.Wording))
	for i, w := range v.d.Wording {
		t := v.span(w.Span)
		out[i] = Wording{Start: t.Start, End: t.End, Text: t.Text, Class: w.Class}
		if w.Holder != nil {
			holder := v.actor(*w.Holder)
			out[i].Holder = &holder
		}
	}
	return &out
}

func (v *view) positions() *[]Position {
	out := make([]Position, len(v.d.Positions))
	for i, p := range v.d.Positions {
		out[i] = Position{Holder: v.actor(p.Holder), Topic: v.optional(p.Topic), Stance: p.Stance, Start: v.ix.Rune(p.Span.Start),
			End: v.ix.Rune(p.Span.End)}
	}
	return &out
}
