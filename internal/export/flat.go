package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// Event is a flat row of an event. Several members of a side are joined by
// ";". Days are text in ISO 8601, numbers have their types, what is not told is
// null (empty in CSV). The names of columns stand in the tags, once for all
// formats.
type Event struct {
	ID                string   `parquet:"id"`
	Doc               string   `parquet:"doc"`
	Source            *string  `parquet:"source"`
	URL               *string  `parquet:"url"`
	Published         *string  `parquet:"published"`
	From              *string  `parquet:"from"`
	To                *string  `parquet:"to"`
	DatePrecision     *string  `parquet:"date_precision"`
	DateBasis         string   `parquet:"date_basis"`
	Event             string   `parquet:"event"`
	Mode              *string  `parquet:"mode"`
	Quad              int32    `parquet:"quad"`
	Score             float64  `parquet:"score"`
	CAMEO             *string  `parquet:"cameo"`
	Contexts          string   `parquet:"contexts"`
	Actor             string   `parquet:"actor"`
	ActorCountry      string   `parquet:"actor_country"`
	ActorSector       string   `parquet:"actor_sector"`
	ActorOrg          string   `parquet:"actor_org"`
	ActorName         string   `parquet:"actor_name"`
	Recipient         string   `parquet:"recipient"`
	RecipientCountry  string   `parquet:"recipient_country"`
	RecipientSector   string   `parquet:"recipient_sector"`
	RecipientOrg      string   `parquet:"recipient_org"`
	RecipientName     string   `parquet:"recipient_name"`
	Place             *string  `parquet:"place"`
	PlaceCountry      *string  `parquet:"place_country"`
	Lat               *float64 `parquet:"lat"`
	Lon               *float64 `parquet:"lon"`
	GeoNames          *string  `parquet:"geonames"`
	Status            string   `parquet:"status"`
	Aspect            string   `parquet:"aspect"`
	Speaker           *string  `parquet:"speaker"`
	Interested        *bool    `parquet:"interested"`
	SameAs            *string  `parquet:"same_as"`
	Confidence        float64  `parquet:"confidence"`
	Story             *string  `parquet:"story"`
	Sample            bool     `parquet:"sample"`
	Run               string   `parquet:"run"`
	Text              *string  `parquet:"text"`
	ActorCOW          string   `parquet:"actor_cow"`
	RecipientCOW      string   `parquet:"recipient_cow"`
	ActorGW           string   `parquet:"actor_gw"`
	RecipientGW       string   `parquet:"recipient_gw"`
	Goldstein         *float64 `parquet:"goldstein"`
	Mark              *string  `parquet:"mark"`
	RecipientInferred bool     `parquet:"recipient_inferred"`
}

// Dyad is a flat row of an ordered pair of parties of an event. The weights of
// an event's rows sum to one; what a series leaves out (coalitions, inferred
// members, a party with itself) has no row.
type Dyad struct {
	Actor        string  `parquet:"actor"`
	Recipient    string  `parquet:"recipient"`
	ActorCOW     *string `parquet:"actor_cow"`
	RecipientCOW *string `parquet:"recipient_cow"`
	ActorGW      *string `parquet:"actor_gw"`
	RecipientGW  *string `parquet:"recipient_gw"`
	Weight       float64 `parquet:"weight"`
	ID           string  `parquet:"id"`
	Doc          string  `parquet:"doc"`
	Source       *string `parquet:"source"`
	Published    *string `parquet:"published"`
	From         *string `parquet:"from"`
	To           *string `parquet:"to"`
	Event        string  `parquet:"event"`
	Mode         *string `parquet:"mode"`
	Quad         int32   `parquet:"quad"`
	Score        float64 `parquet:"score"`
	Status       string  `parquet:"status"`
	Aspect       string  `parquet:"aspect"`
	Interested   *bool   `parquet:"interested"`
	SameAs       *string `parquet:"same_as"`
	Confidence   float64 `parquet:"confidence"`
	Series       bool    `parquet:"series"` // whether a series counts it by default
	Story        *string `parquet:"story"`
	Sample       bool    `parquet:"sample"`
	Run          string  `parquet:"run"`
}

func (x *exporter) event(r entente.EventRow) []Event {
	w, e := x.record(r), r.Event
	x.count.Events++
	x.count.Rows++
	out := Event{ID: w.ID, Doc: w.Doc, Source: w.Source, URL: w.URL, Published: w.Published, From: str(e.When.From.String()), To: str(e.When.To.String()),
		DatePrecision: str(e.When.Precision.String()), DateBasis: e.When.Basis.String(), Event: w.Event, Mode: w.Mode, Quad: int32(e.Root.Quad()), //nolint:gosec // 0..4
		Score: e.Score, CAMEO: w.CAMEO, Contexts: strings.Join(w.Contexts, ";"), Status: w.Status, Aspect: w.Aspect, SameAs: w.SameAs,
		Confidence: e.Confidence, Story: w.Story, Sample: w.Sample, Run: w.Run, Text: w.Text, Goldstein: x.goldstein(e),
		Actor: join(e.Actors, entente.Actor.Code), ActorCountry: join(e.Actors, country), ActorSector: join(e.Actors, sector),
		ActorOrg: join(e.Actors, org), ActorName: join(e.Actors, name), ActorCOW: join(e.Actors, x.cow), ActorGW: join(e.Actors, x.gw),
		Recipient: join(e.Recipients, entente.Actor.Code), RecipientCountry: join(e.Recipients, country), RecipientSector: join(e.Recipients, sector),
		RecipientOrg: join(e.Recipients, org), RecipientName: join(e.Recipients, name), RecipientCOW: join(e.Recipients, x.cow), RecipientGW: join(e.Recipients, x.gw)}
	for i := range e.Recipients {
		out.RecipientInferred = out.RecipientInferred || e.Recipients[i].Inferred
	}
	if p := e.Where; p != nil {
		out.Place, out.PlaceCountry = str(p.Name), str(p.Country)
		if p.HasPoint {
			out.Lat, out.Lon = &p.Lat, &p.Lon
		}
		if p.GeoNames != 0 {
			out.GeoNames = str(strconv.Itoa(p.GeoNames))
		}
	}
	if at := e.Attribution; at != nil {
		out.Speaker, out.Interested = str(at.Speaker.Code()), &at.Interested
	}
	if e.Mark != nil {
		out.Mark = str(e.Mark.Verdict.String())
	}
	return []Event{out}
}

func (x *exporter) dyads(r entente.EventRow) []Dyad {
	w, e := x.record(r), r.Event
	x.count.Events++
	var out []Dyad
	for _, d := range store.Dyads(e) {
		row := Dyad{Actor: d.Actor, Recipient: d.Recipient, Weight: d.Weight, ID: w.ID, Doc: w.Doc, Source: w.Source, Published: w.Published,
			ActorCOW: str(x.opt.Codes.COW(d.Actor)), RecipientCOW: str(x.opt.Codes.COW(d.Recipient)),
			ActorGW: str(x.opt.Codes.GW(d.Actor)), RecipientGW: str(x.opt.Codes.GW(d.Recipient)),
			From: str(e.When.From.String()), To: str(e.When.To.String()), Event: w.Event, Mode: w.Mode, Quad: int32(e.Root.Quad()), //nolint:gosec // 0..4
			Score: e.Score, Status: w.Status, Aspect: w.Aspect, SameAs: w.SameAs, Confidence: e.Confidence, Story: w.Story, Sample: w.Sample, Run: w.Run}
		interested := e.Attribution != nil && e.Attribution.Interested
		if e.Attribution != nil {
			row.Interested = &interested
		}
		row.Series = e.Status == entente.Actual && e.SameAs == "" && !interested && e.When.OnDay()
		out = append(out, row)
	}
	x.count.Rows += len(out)
	return out
}

func (x *exporter) cow(a entente.Actor) string { return x.opt.Codes.COW(a.Country) }
func (x *exporter) gw(a entente.Actor) string  { return x.opt.Codes.GW(a.Country) }

func (x *exporter) goldstein(e *entente.Event) *float64 {
	if v, ok := x.opt.Codes.Goldstein(e.CAMEO); ok {
		return &v
	}
	return nil
}

func country(a entente.Actor) string { return a.Country }
func sector(a entente.Actor) string  { return a.Sector.String() }
func org(a entente.Actor) string     { return a.Org }
func name(a entente.Actor) string    { return a.Name }

// join writes what f says of each member, joined by ";".
func join(as []entente.Actor, f func(entente.Actor) string) string {
	parts := make([]string, len(as))
	for i := range as {
		parts[i] = f(as[i])
	}
	return strings.Join(parts, ";")
}

func str(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// writeFlat writes the rows that f makes of each event, as CSV or Parquet.
func writeFlat[R, T any](w io.Writer, format string, rows iter.Seq2[R, error], f func(R) []T) error {
	if format == "parquet" {
		return writeParquet(w, rows, f)
	}
	out := csv.NewWriter(w)
	var zero T
	if err := out.Write(head(reflect.TypeOf(zero))); err != nil {
		return fmt.Errorf("write the head: %w", err)
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		for _, row := range f(r) {
			if err := out.Write(cells(reflect.ValueOf(row))); err != nil {
				return fmt.Errorf("write a row: %w", err)
			}
		}
	}
	out.Flush()
	return out.Error()
}

// rowGroup is how many rows of Parquet are held before they are written.
const rowGroup = 65536

func writeParquet[R, T any](w io.Writer, rows iter.Seq2[R, error], f func(R) []T) error {
	out := parquet.NewGenericWriter[T](w, parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.CreatedBy("entente", entente.Version(), ""))
	for r, err := range rows {
		if err != nil {
			return err
		}
		if _, err := out.Write(f(r)); err != nil {
			return fmt.Errorf("write a row: %w", err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("end the file: %w", err)
	}
	return nil
}

// head lists the names of a row's columns, in their order.
func head(t reflect.Type) []string {
	out := make([]string, t.NumField())
	for i := range out {
		out[i], _, _ = strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
	}
	return out
}

// cells writes a row's fields as text; null is empty.
func cells(v reflect.Value) []string {
	out := make([]string, v.NumField())
	for i := range out {
		f := v.Field(i)
		if f.Kind() == reflect.Pointer {
			if f.IsNil() {
				continue
			}
			f = f.Elem()
		}
		switch f.Kind() { //nolint:exhaustive // the kinds that rows have
		case reflect.Float64:
			if v.Type().Field(i).Name == "Weight" { // shares of one: sixths rounded would not sum to it
				out[i] = strconv.FormatFloat(f.Float(), 'f', -1, 64)
			} else {
				out[i] = decimal(f.Float())
			}
		case reflect.Int32, reflect.Int64:
			out[i] = strconv.FormatInt(f.Int(), 10)
		case reflect.Bool:
			out[i] = strconv.FormatBool(f.Bool())
		default:
			out[i] = f.String()
		}
	}
	return out
}

// decimal writes f with at most four decimals, as JSON does.
func decimal(f float64) string {
	b, err := wire.Number(f).MarshalJSON()
	if err != nil {
		return ""
	}
	return string(b)
}
