package wire

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Party is a member of a merged event's actors or recipients: a member of an
// event's without the words, which each telling has.
type Party struct {
	Name     *string `json:"name"`
	Country  *string `json:"country"`
	Sector   *string `json:"sector"`
	Org      *string `json:"org"`
	Group    *string `json:"group"`
	Role     *string `json:"role"`
	Wikidata *string `json:"wikidata"`
	Inferred bool    `json:"inferred"`
}

// MergedWhen is the time of a merged event.
type MergedWhen struct {
	From      *string `json:"from"`
	To        *string `json:"to"`
	Precision *string `json:"precision"`
	Basis     string  `json:"basis"`
}

// MergedWhere is the place of a merged event.
type MergedWhere struct {
	Name      *string `json:"name"`
	Country   *string `json:"country"`
	Admin1    *string `json:"admin1"`
	Lat       *Number `json:"lat"`
	Lon       *Number `json:"lon"`
	GeoNames  *int    `json:"geonames"`
	Precision *string `json:"precision"`
}

// Telling is one event of one document as part of a merged event.
type Telling struct {
	Event         string       `json:"event"`
	Run           string       `json:"run"`
	Doc           string       `json:"doc"`
	URL           *string      `json:"url"`
	Source        *string      `json:"source"`
	Published     *string      `json:"published"`
	Story         *string      `json:"story"`
	DuplicateOf   *string      `json:"duplicate_of"`
	Owner         *string      `json:"owner"`
	Credits       []string     `json:"credits"`
	Group         int          `json:"group"`
	SentenceStart int          `json:"sentence_start"`
	Text          *string      `json:"text"`
	Trigger       Text         `json:"trigger"`
	Actor         []Actor      `json:"actor"`
	Recipient     []Actor      `json:"recipient"`
	When          *When        `json:"when"`
	Where         *Where       `json:"where"`
	Attribution   *Attribution `json:"attribution"`
	Magnitude     Magnitude    `json:"magnitude"`
	Confidence    Number       `json:"confidence"`
}

// Variant is one of several answers that tellings give.
type Variant struct {
	Value       *string  `json:"value"`
	Low         *int64   `json:"low"`
	High        *int64   `json:"high"`
	Best        *int64   `json:"best"`
	Currency    *string  `json:"currency,omitempty"`
	Independent int      `json:"independent"`
	Events      []string `json:"events"`
}

// Difference is one thing that tellings say differently.
type Difference struct {
	Field    string    `json:"field"`
	Versions []Variant `json:"versions"`
}

// Merged is the record of a merged event.
type Merged struct {
	Type        string       `json:"type"`
	ID          string       `json:"id"`
	Story       string       `json:"story"`
	Stories     []string     `json:"stories"`
	Event       string       `json:"event"`
	Mode        *string      `json:"mode"`
	Contexts    []string     `json:"contexts"`
	Quad        int          `json:"quad"`
	Score       Number       `json:"score"`
	CAMEO       *string      `json:"cameo"`
	Actor       []Party      `json:"actor"`
	Recipient   []Party      `json:"recipient"`
	When        *MergedWhen  `json:"when"`
	Where       *MergedWhere `json:"where"`
	Status      string       `json:"status"`
	Aspect      string       `json:"aspect"`
	Interested  bool         `json:"interested"`
	Magnitude   Magnitude    `json:"magnitude"`
	Reports     int          `json:"reports"`
	Copies      int          `json:"copies"`
	Independent int          `json:"independent"`
	Differences []Difference `json:"differences"`
	Tellings    []Telling    `json:"tellings"`
	Confidence  Number       `json:"confidence"`
	Sample      bool         `json:"sample,omitempty"`
}

func parties(as []entente.Actor) []Party {
	out := make([]Party, len(as))
	for i, a := range as {
		out[i] = Party{Name: str(a.Name), Country: str(a.Country), Sector: str(a.Sector.String()), Org: str(a.Org), Group: str(a.Group),
			Role: str(a.Role), Wikidata: str(a.Wikidata), Inferred: a.Inferred}
	}
	return out
}

// MergedOf returns the record of a merged event. Texts of documents that the
// row lacks are read as empty.
func MergedOf(r entente.MergedRow, opt Options) Merged {
	m := r.Merged
	out := Merged{Type: "merged", ID: m.ID, Story: m.Story, Stories: append([]string{}, m.Stories...), Event: m.Root.String(), Mode: str(m.Mode.String()),
		Contexts: []string{}, Quad: int(m.Root.Quad()), Score: Number(m.Score), CAMEO: str(m.CAMEO), Actor: parties(m.Actors),
		Recipient: parties(m.Recipients), Status: m.Status.String(), Aspect: m.Aspect.String(), Interested: m.Interested, Reports: m.Reports,
		Copies: m.Copies, Independent: m.Independent, Differences: []Difference{}, Tellings: make([]Telling, len(m.Tellings)),
		Confidence: Number(m.Confidence), Sample: m.Sample}
	for _, c := range m.Contexts {
		out.Contexts = append(out.Contexts, c.String())
	}
	if w := m.When; w.Basis != entente.WhenNone {
		out.When = &MergedWhen{From: day(w.From), To: day(w.To), Precision: str(w.Precision.String()), Basis: w.Basis.String()}
	}
	bare := &view{d: &entente.Document{}, ix: text.NewIndex(""), opt: Options{NoText: true}}
	if p := bare.where(m.Where); p != nil {
		out.Where = &MergedWhere{p.Name, p.Country, p.Admin1, p.Lat, p.Lon, p.GeoNames, p.Precision}
	}
	out.Magnitude = bare.magnitude(m.Magnitudes)
	for _, d := range m.Differences {
		out.Differences = append(out.Differences, differenceOf(d))
	}
	for i := range m.Tellings {
		out.Tellings[i] = tellingOf(&m.Tellings[i], r.Texts[m.Tellings[i].Doc], opt)
	}
	return out
}

func differenceOf(d entente.Difference) Difference {
	out := Difference{Field: d.Field, Versions: make([]Variant, len(d.Versions))}
	for i, v := range d.Versions {
		w := Variant{Value: str(v.Value), Independent: v.Groups, Events: append([]string{}, v.Events...)}
		if n := v.Magnitude; n != nil {
			low, high, best := n.Low, n.High, n.Best
			w.Low, w.High, w.Currency = &low, &high, str(n.Currency)
			if n.HasBest {
				w.Best = &best
			}
		}
		out.Versions[i] = w
	}
	return out
}

func tellingOf(t *entente.Telling, body string, opt Options) Telling {
	d := &entente.Document{Text: body, Published: t.Published, DateOnly: t.DateOnly}
	v := &view{d: d, ix: text.NewIndex(body), opt: opt}
	return Telling{Event: t.Event, Run: t.Run, Doc: t.Doc, URL: str(t.URL), Source: str(t.Outlet), Published: dateOf(d), Story: str(t.Story),
		DuplicateOf: str(t.CopyOf), Owner: str(t.Owner), Credits: append([]string{}, t.Credits...), Group: t.Group,
		SentenceStart: v.ix.Rune(t.Sentence.Start), Text: v.words(t.Sentence), Trigger: v.span(t.Trigger), Actor: v.actors(t.Actors),
		Recipient: v.actors(t.Recipients), When: v.when(t.When), Where: v.where(t.Where), Attribution: v.attribution(t.Attribution),
		Magnitude: v.magnitude(t.Magnitudes), Confidence: Number(t.Confidence)}
}
