package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

// ploverEvent is a record as the PLOVER manual (draft 0.8) writes it. Keys that
// we do not fill are left out; date and id are required.
type ploverEvent struct {
	ID          string         `json:"id"`
	Date        string         `json:"date"`
	EndDate     string         `json:"enddate,omitempty"`
	Actor       []ploverEntity `json:"actor"`
	Recipient   []ploverEntity `json:"recipient"`
	Event       []string       `json:"event"`
	Mode        []string       `json:"mode"`
	Context     []string       `json:"context"`
	QuadCode    int            `json:"quad_code"`
	EventScale  wire.Number    `json:"event_scale"`
	EventLoc    *ploverPlace   `json:"event_loc,omitempty"`
	EventText   string         `json:"event_text,omitempty"`
	Size        *ploverSize    `json:"size,omitempty"`
	HasEvent    bool           `json:"has_event"`
	Text        string         `json:"text,omitempty"`
	TextInfo    ploverText     `json:"text_info"`
	CiteInfo    ploverCite     `json:"cite_info"`
	Coder       string         `json:"coder"`
	Sample      bool           `json:"sample,omitempty"`
	Probability wire.Number    `json:"confidence"`
}

type ploverEntity struct {
	Code           string `json:"code"`
	Sector         string `json:"sector,omitempty"`
	EntityText     string `json:"entity_text,omitempty"`
	IdentifierID   string `json:"identifier_id,omitempty"`
	IdentifierText string `json:"identifier_text,omitempty"`
	Office         string `json:"office,omitempty"`
}

type ploverPlace struct {
	ExtractedPlace string       `json:"extracted_place,omitempty"`
	ResolvedPlace  string       `json:"resolved_place"`
	GeoNameID      string       `json:"geonameid,omitempty"`
	Lat            *wire.Number `json:"lat,omitempty"`
	Lon            *wire.Number `json:"lon,omitempty"`
	Province       string       `json:"province,omitempty"`
	CountryCode    string       `json:"country_code"`
	Resolution     int          `json:"resolution,omitempty"`
}

// ploverSize holds numbers of which the text gives one value.
type ploverSize struct {
	Dead     *int64 `json:"dead,omitempty"`
	Injured  *int64 `json:"injured,omitempty"`
	Arrested *int64 `json:"arrested,omitempty"`
}

type ploverText struct {
	Sequence  int    `json:"sequence"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	TextStory string `json:"text_story"`
}

type ploverCite struct {
	Citation    string `json:"citation"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Language    string `json:"language,omitempty"`
	Publication string `json:"publication,omitempty"`
}

func (x *exporter) plover(w io.Writer, rows iter.Seq2[entente.EventRow, error]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for r, err := range rows {
		if err != nil {
			return err
		}
		x.count.Events++
		if !r.Event.When.From.Known() {
			x.count.Undated++
			continue
		}
		x.count.Rows++
		if err := enc.Encode(x.ploverOf(r)); err != nil {
			return fmt.Errorf("write event %s: %w", r.Event.ID, err)
		}
	}
	return nil
}

func (x *exporter) ploverOf(r entente.EventRow) ploverEvent {
	e, rec := r.Event, x.record(r)
	out := ploverEvent{ID: e.ID, Date: e.When.From.String(), Actor: x.entities(e.Actors, r.Doc.Text), Recipient: x.entities(e.Recipients, r.Doc.Text),
		Event: []string{e.Root.String()}, Mode: []string{}, Context: rec.Contexts, QuadCode: int(e.Root.Quad()), EventScale: wire.Number(e.Score), HasEvent: true,
		TextInfo: ploverText{Sequence: e.Sentence + 1, Start: rec.Trigger.Start, End: rec.Trigger.End, TextStory: r.Doc.ID},
		CiteInfo: ploverCite{Citation: r.Doc.ID, URL: r.Doc.URL, Language: r.Doc.Lang, Publication: r.Doc.Publisher},
		Coder:    "entente " + r.Run, Sample: r.Doc.Sample, Probability: wire.Number(e.Confidence)}
	if !x.opt.NoText {
		out.CiteInfo.Title, out.EventText = r.Doc.Title, e.Trigger.In(r.Doc.Text)
		if rec.Text != nil {
			out.Text = *rec.Text
		}
	}
	if e.When.To.Known() && e.When.To != e.When.From {
		out.EndDate = e.When.To.String()
	}
	if m := e.Mode.String(); m != "" {
		out.Mode = append(out.Mode, m)
	}
	switch e.Status { // PLOVER has these as auxiliary modes
	case entente.Historical:
		out.Mode = append(out.Mode, "historical")
	case entente.Future:
		out.Mode = append(out.Mode, "future")
	case entente.Hypothetical:
		out.Mode = append(out.Mode, "hypothetical")
	case entente.Negated:
		out.Mode = append(out.Mode, "negation")
	case entente.Actual:
	}
	out.EventLoc, out.Size = x.ploverPlace(e.Where, r.Doc.Text), sizeOf(e.Magnitudes)
	return out
}

func (x *exporter) entities(as []entente.Actor, text string) []ploverEntity {
	out := make([]ploverEntity, len(as))
	for i, a := range as {
		code := a.Country
		switch { // PLOVER has codes of its own for these
		case a.Org == "UN":
			code = "UNO"
		case a.Org == "EU":
			code = "EUR"
		case a.Country == "XKX":
			code = "KOS"
		}
		out[i] = ploverEntity{Code: code, Sector: a.Sector.String(), IdentifierID: a.Wikidata, Office: a.Role}
		if a.Wikidata != "" {
			out[i].IdentifierText = a.Name
		}
		if !x.opt.NoText {
			out[i].EntityText = a.Span.In(text)
		}
	}
	return out
}

func (x *exporter) ploverPlace(p *entente.Place, text string) *ploverPlace {
	if p == nil || p.Unresolved {
		return nil
	}
	out := &ploverPlace{ResolvedPlace: p.Name, Province: p.Admin1, CountryCode: p.Country,
		Resolution: map[string]int{"country": 1, "region": 2, "city": 4, "point": 5}[p.Precision]}
	if !x.opt.NoText {
		out.ExtractedPlace = p.Span.In(text)
	}
	if p.GeoNames != 0 {
		out.GeoNameID = strconv.Itoa(p.GeoNames)
	}
	if p.HasPoint {
		lat, lon := wire.Number(p.Lat), wire.Number(p.Lon)
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}

func sizeOf(ms []entente.Magnitude) *ploverSize {
	var out ploverSize
	for i := range ms {
		to := map[string]**int64{"killed": &out.Dead, "injured": &out.Injured, "arrested": &out.Arrested}[ms[i].Kind]
		if to != nil && ms[i].HasBest {
			*to = &ms[i].Best
		}
	}
	if out == (ploverSize{}) {
		return nil
	}
	return &out
}
