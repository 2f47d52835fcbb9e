package export

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/store"
)

// Merged is a flat row of a happening that one report or several tell. Lists
// are joined by ";", and the low and high of a number are those over all
// versions.
type Merged struct {
	ID               string   `parquet:"id"`
	Story            string   `parquet:"story"`
	From             *string  `parquet:"from"`
	To               *string  `parquet:"to"`
	DatePrecision    *string  `parquet:"date_precision"`
	DateBasis        string   `parquet:"date_basis"`
	Event            string   `parquet:"event"`
	Mode             *string  `parquet:"mode"`
	Quad             int32    `parquet:"quad"`
	Score            float64  `parquet:"score"`
	CAMEO            *string  `parquet:"cameo"`
	Contexts         string   `parquet:"contexts"`
	Actor            string   `parquet:"actor"`
	ActorCountry     string   `parquet:"actor_country"`
	ActorSector      string   `parquet:"actor_sector"`
	Recipient        string   `parquet:"recipient"`
	RecipientCountry string   `parquet:"recipient_country"`
	RecipientSector  string   `parquet:"recipient_sector"`
	Place            *string  `parquet:"place"`
	PlaceCountry     *string  `parquet:"place_country"`
	Lat              *float64 `parquet:"lat"`
	Lon              *float64 `parquet:"lon"`
	GeoNames         *string  `parquet:"geonames"`
	Status           string   `parquet:"status"`
	Aspect           string   `parquet:"aspect"`
	Interested       bool     `parquet:"interested"`
	KilledLow        *int64   `parquet:"killed_low"`
	KilledHigh       *int64   `parquet:"killed_high"`
	InjuredLow       *int64   `parquet:"injured_low"`
	InjuredHigh      *int64   `parquet:"injured_high"`
	Reports          int32    `parquet:"reports"`
	Copies           int32    `parquet:"copies"`
	Independent      int32    `parquet:"independent"`
	Differences      string   `parquet:"differences"`
	Docs             string   `parquet:"docs"`
	Sources          string   `parquet:"sources"`
	Confidence       float64  `parquet:"confidence"`
	Sample           bool     `parquet:"sample"`
	ActorCOW         string   `parquet:"actor_cow"`
	RecipientCOW     string   `parquet:"recipient_cow"`
	Goldstein        *float64 `parquet:"goldstein"`
}

// MergedDyad is a flat row of an ordered pair of parties of a happening. The
// weights of those rows of two parties that have Series sum to the weight of
// their relation, and the happenings among them are its events.
type MergedDyad struct {
	Actor        string  `parquet:"actor"`
	Recipient    string  `parquet:"recipient"`
	ActorCOW     *string `parquet:"actor_cow"`
	RecipientCOW *string `parquet:"recipient_cow"`
	ActorGW      *string `parquet:"actor_gw"`
	RecipientGW  *string `parquet:"recipient_gw"`
	Weight       float64 `parquet:"weight"`
	ID           string  `parquet:"id"`
	Story        string  `parquet:"story"`
	From         *string `parquet:"from"`
	To           *string `parquet:"to"`
	Event        string  `parquet:"event"`
	Mode         *string `parquet:"mode"`
	Quad         int32   `parquet:"quad"`
	Score        float64 `parquet:"score"`
	Status       string  `parquet:"status"`
	Aspect       string  `parquet:"aspect"`
	Interested   bool    `parquet:"interested"`
	Reports      int32   `parquet:"reports"`
	Independent  int32   `parquet:"independent"`
	Confidence   float64 `parquet:"confidence"`
	Series       bool    `parquet:"series"` // whether a relation counts it
	Sample       bool    `parquet:"sample"`
}

// WriteMerged writes merged events as CSV or Parquet, by event or by dyad.
func WriteMerged(w io.Writer, rows iter.Seq2[entente.MergedRow, error], opt Options) error {
	if opt.Format != "csv" && opt.Format != "parquet" {
		return &entente.Error{Code: entente.ErrInvalid, Op: "export merged events", Err: fmt.Errorf("there is no format %q of them", opt.Format)}
	}
	x := &exporter{opt: opt}
	if opt.Unit == "dyad" {
		return writeFlat(w, opt.Format, rows, func(r entente.MergedRow) []MergedDyad { return x.mergedDyads(r.Merged) })
	}
	return writeFlat(w, opt.Format, rows, func(r entente.MergedRow) []Merged { return []Merged{x.merged(r.Merged)} })
}

func (x *exporter) mergedDyads(m *entente.Merged) []MergedDyad {
	var out []MergedDyad
	for _, d := range store.Dyads(&entente.Event{Actors: m.Actors, Recipients: m.Recipients}) {
		out = append(out, MergedDyad{Actor: d.Actor, Recipient: d.Recipient, Weight: d.Weight, ID: m.ID, Story: m.Story,
			ActorCOW: str(x.opt.Codes.COW(d.Actor)), RecipientCOW: str(x.opt.Codes.COW(d.Recipient)),
			ActorGW: str(x.opt.Codes.GW(d.Actor)), RecipientGW: str(x.opt.Codes.GW(d.Recipient)),
			From: str(m.When.From.String()), To: str(m.When.To.String()), Event: m.Root.String(), Mode: str(m.Mode.String()), Quad: int32(m.Root.Quad()), //nolint:gosec // 0..4
			Score: m.Score, Status: m.Status.String(), Aspect: m.Aspect.String(), Interested: m.Interested, Reports: int32(m.Reports), //nolint:gosec // counts of reports
			Independent: int32(m.Independent), Confidence: m.Confidence, Sample: m.Sample, //nolint:gosec // as above
			Series: m.Status == entente.Actual && !m.Interested && m.When.OnDay()})
	}
	return out
}

func (x *exporter) merged(m *entente.Merged) Merged {
	out := Merged{ID: m.ID, Story: m.Story, From: str(m.When.From.String()), To: str(m.When.To.String()), DatePrecision: str(m.When.Precision.String()),
		DateBasis: m.When.Basis.String(), Event: m.Root.String(), Mode: str(m.Mode.String()), Quad: int32(m.Root.Quad()), Score: m.Score, CAMEO: str(m.CAMEO), //nolint:gosec // 0..4
		Actor: join(m.Actors, entente.Actor.Code), ActorCountry: join(m.Actors, country), ActorSector: join(m.Actors, sector), ActorCOW: join(m.Actors, x.cow),
		Recipient: join(m.Recipients, entente.Actor.Code), RecipientCountry: join(m.Recipients, country), RecipientSector: join(m.Recipients, sector),
		RecipientCOW: join(m.Recipients, x.cow), Status: m.Status.String(), Aspect: m.Aspect.String(), Interested: m.Interested,
		Reports: int32(m.Reports), Copies: int32(m.Copies), Independent: int32(m.Independent), Confidence: m.Confidence, Sample: m.Sample} //nolint:gosec // counts of reports
	if v, ok := x.opt.Codes.Goldstein(m.CAMEO); ok {
		out.Goldstein = &v
	}
	var contexts, differ, docs, sources []string
	for _, c := range m.Contexts {
		contexts = append(contexts, c.String())
	}
	for _, d := range m.Differences {
		differ = append(differ, d.Field)
	}
	for i := range m.Tellings {
		docs = append(docs, m.Tellings[i].Doc)
		sources = append(sources, merge.Outlet(m.Tellings[i].Outlet, m.Tellings[i].URL))
	}
	out.Contexts, out.Differences, out.Docs, out.Sources = strings.Join(contexts, ";"), strings.Join(differ, ";"), strings.Join(docs, ";"), strings.Join(sources, ";")
	if p := m.Where; p != nil {
		out.Place, out.PlaceCountry = str(p.Name), str(p.Country)
		if p.HasPoint {
			out.Lat, out.Lon = &p.Lat, &p.Lon
		}
		if p.GeoNames != 0 {
			out.GeoNames = str(strconv.Itoa(p.GeoNames))
		}
	}
	out.KilledLow, out.KilledHigh = spanOf(m, "killed")
	out.InjuredLow, out.InjuredHigh = spanOf(m, "injured")
	return out
}

// spanOf is the least and the greatest of a number over all versions.
func spanOf(m *entente.Merged, kind string) (low, high *int64) {
	var all []entente.Magnitude
	for _, x := range m.Magnitudes {
		if x.Kind == kind {
			all = append(all, x)
		}
	}
	for _, d := range m.Differences {
		for _, v := range d.Versions {
			if d.Field == kind && v.Magnitude != nil {
				all = append(all, *v.Magnitude)
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	lo, hi := all[0].Low, all[0].High
	for _, x := range all[1:] {
		lo, hi = min(lo, x.Low), max(hi, x.High)
	}
	return &lo, &hi
}
