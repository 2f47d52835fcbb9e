package export

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// columns writes rows of tab-separated text, with a head where there is one.
// Tabs and line breaks within a field become spaces.
func (x *exporter) columns(w io.Writer, rows iter.Seq2[entente.EventRow, error], head []string, f func(entente.EventRow) [][]string) error {
	out := bufio.NewWriter(w)
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				out.WriteByte('\t') //nolint:errcheck // Flush reports it
			}
			out.WriteString(oneLine.Replace(c)) //nolint:errcheck // as above
		}
		out.WriteByte('\n') //nolint:errcheck // as above
	}
	if head != nil {
		line(head)
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		x.count.Events++
		for _, cells := range f(r) {
			x.count.Rows++
			line(cells)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	return nil
}

var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// gdeltColumns is how many columns an event of GDELT 2.0 has.
const gdeltColumns = 61

// gdelt makes the rows of an event in the columns of GDELT 2.0's export files,
// which have no head: one for each pair of members.
func (x *exporter) gdelt(r entente.EventRow) [][]string {
	e := r.Event
	if !e.When.From.Known() {
		x.count.Undated++
		return nil
	}
	var out [][]string
	for _, p := range pairs(e) {
		c := make([]string, gdeltColumns)
		c[0] = e.ID
		y, m, d := e.When.From.Time().Date()
		c[1], c[2], c[3] = fmt.Sprintf("%04d%02d%02d", y, m, d), fmt.Sprintf("%04d%02d", y, m), strconv.Itoa(y)
		c[4] = fmt.Sprintf("%.4f", float64(y)+float64(int(m)*30+d)/365)
		copy(c[5:], gdeltActor(p.actor))
		copy(c[15:], gdeltActor(p.recipient))
		c[26], c[27], c[28] = e.CAMEO, e.CAMEO[:min(3, len(e.CAMEO))], e.CAMEO[:min(2, len(e.CAMEO))]
		c[29] = strconv.Itoa(int(e.Root.Quad()))
		if g := x.goldstein(e); g != nil {
			c[30] = strconv.FormatFloat(*g, 'f', 1, 64)
		}
		c[31], c[32], c[33] = "1", "1", "1"
		if w := e.Where; w != nil {
			c[51], c[52], c[53] = gdeltGeoType(w), w.Name, x.opt.Codes.FIPS(w.Country)
			if w.HasPoint {
				c[56], c[57] = decimal(w.Lat), decimal(w.Lon)
			}
		}
		c[60] = r.Doc.URL
		out = append(out, c)
	}
	return out
}

// gdeltActor fills code, name, country and the first type; groups, ethnicity
// and religion are not measured.
func gdeltActor(a entente.Actor) []string {
	c := make([]string, 10)
	kind := cameoRole(a.Sector)
	c[0], c[1], c[7] = a.Country+kind, strings.ToUpper(a.Name), kind
	if !entente.IsSupranational(a.Country) {
		c[2] = a.Country
	} else if kind == "" {
		c[7] = a.Country
	}
	return c
}

// cameoRole is the role code of CAMEO for a sector, "" where it has none.
func cameoRole(s entente.Sector) string {
	switch s.String() {
	case "JRN":
		return "MED"
	case "MED":
		return "HLH"
	case "COP", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY", "REB", "SPY", "UAF", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "LAB", "REF":
		return s.String()
	}
	return ""
}

// gdeltGeoType is 1 country, 2 US state, 3 US city, 4 city elsewhere, 5 first
// division elsewhere.
func gdeltGeoType(p *entente.Place) string {
	us := p.Country == "USA"
	switch {
	case p.Precision == "country":
		return "1"
	case p.Precision == "region" && us:
		return "2"
	case p.Precision == "region":
		return "5"
	case us:
		return "3"
	}
	return "4"
}

var icewsHead = []string{"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
	"Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country",
	"Latitude", "Longitude"}

// icews makes the rows of an event in the columns of ICEWS: one for each pair
// of members.
func (x *exporter) icews(r entente.EventRow) [][]string {
	e := r.Event
	if !e.When.From.Known() {
		x.count.Undated++
		return nil
	}
	var out [][]string
	for _, p := range pairs(e) {
		c := make([]string, len(icewsHead))
		c[0], c[1] = e.ID, e.When.From.String()
		c[2], c[3], c[4] = actorName(p.actor), p.actor.Sector.String(), p.actor.Country
		c[5], c[6] = strings.TrimSpace(e.Root.String()+" "+e.Mode.String()), e.CAMEO
		if g := x.goldstein(e); g != nil {
			c[7] = strconv.FormatFloat(*g, 'f', 1, 64)
		}
		c[8], c[9], c[10] = actorName(p.recipient), p.recipient.Sector.String(), p.recipient.Country
		c[11], c[12], c[13] = r.Story, strconv.Itoa(e.Sentence+1), r.Doc.Publisher
		if w := e.Where; w != nil {
			if w.Precision == "city" {
				c[14] = w.Name
			}
			c[16], c[17] = w.Admin1, w.Country
			if w.HasPoint {
				c[18], c[19] = decimal(w.Lat), decimal(w.Lon)
			}
		}
		out = append(out, c)
	}
	return out
}

var polecatHead = []string{"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
	"Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
	"Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename",
	"City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
	"Story People", "Story Organizations", "Story Locations", "Language", "Version"}

// polecat makes the row of an event in the columns of POLECAT. Several members
// of a side are joined by "; ".
func (x *exporter) polecat(r entente.EventRow) [][]string {
	e := r.Event
	if !e.When.From.Known() {
		x.count.Undated++
		return nil
	}
	c := make([]string, 0, len(polecatHead))
	quad := []string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}[e.Root.Quad()]
	var contexts []string
	for _, k := range e.Contexts {
		contexts = append(contexts, k.String())
	}
	c = append(c, e.ID, e.When.From.String(), e.Root.String(), e.Mode.String(), strconv.FormatFloat(math.Round(10*e.Score)/10, 'f', -1, 64), quad,
		strings.Join(contexts, "; "))
	c = append(append(c, x.polecatSide(e.Actors, r.Doc.Text)...), x.polecatSide(e.Recipients, r.Doc.Text)...)
	place := make([]string, 10)
	if w := e.Where; w != nil {
		place[0], place[3], place[4] = w.Name, w.Admin1, w.Country
		if w.Precision == "city" {
			place[1] = w.Name
		}
		if w.HasPoint {
			place[5], place[6] = decimal(w.Lat), decimal(w.Lon)
		}
		if w.GeoNames != 0 {
			place[7] = strconv.Itoa(w.GeoNames)
		}
		if !x.opt.NoText {
			place[8] = w.Span.In(r.Doc.Text)
		}
		place[9] = w.Precision
	}
	c = append(c, place...)
	return [][]string{append(c, r.Doc.Publisher, r.Doc.Day().String(), "", "", "", r.Doc.Lang, r.Run)}
}

func (x *exporter) polecatSide(as []entente.Actor, text string) []string {
	list := func(f func(entente.Actor) string) string { return strings.ReplaceAll(join(as, f), ";", "; ") }
	primary := ""
	if len(as) > 0 {
		primary = as[0].Sector.String()
	}
	raw := ""
	if !x.opt.NoText {
		raw = list(func(a entente.Actor) string { return a.Span.In(text) })
	}
	return []string{list(actorName), list(country), list(x.cow), primary, list(sector),
		list(func(a entente.Actor) string { return a.Role }), raw, ""}
}

// actorName is the name of the tables, else the code: the words of the text
// have a column of their own.
func actorName(a entente.Actor) string {
	if a.Name != "" {
		return a.Name
	}
	return a.Code()
}
