package eval

import (
	"encoding/json"
	"math"
	"sort"
	"strconv"

	entente "github.com/entente-news/entente"
)

// Toponym is a place name, gold or predicted. Offsets are code points.
type Toponym struct {
	Start   int         `json:"start"`
	End     int         `json:"end"`
	Named   *bool       `json:"named,omitempty"` // absent is true
	Lat     *float64    `json:"lat,omitempty"`
	Lon     *float64    `json:"lon,omitempty"`
	Country string      `json:"country,omitempty"` // ISO 3166-1 alpha-2
	ID      json.Number `json:"geonameid,omitempty"`
	Kind    string      `json:"kind,omitempty"` // of use, in GWN's words
	// Of predictions: how sure, and how the name is used.
	Confidence float64 `json:"confidence,omitempty"`
	Use        string  `json:"use,omitempty"`
}

// ToponymDoc is a document's place names.
type ToponymDoc struct {
	ID       string    `json:"id"`
	Text     string    `json:"text,omitempty"`
	Date     string    `json:"date,omitempty"`
	Host     string    `json:"host,omitempty"`
	URL      string    `json:"url,omitempty"`
	Toponyms []Toponym `json:"toponyms"`
}

// PlaceScore is how well place names are found and resolved; shares are in
// [0,1], distances in kilometres.
type PlaceScore struct {
	Docs, Gold, Predicted, Missing int
	Exact, Overlap                 PRF
	GoldPoints, Resolved           int
	Acc161OfResolved, Acc161OfAll  float64
	MeanKm, MedianKm, AUC          float64
	CountryOfGiven, CountryOfAll   float64
	IDOfGiven, IDOfAll             float64
	// Literal is recognition of literal uses alone, where gold tells them, and
	// LiteralFound the share of them that is found with whatever use.
	Literal      PRF
	LiteralFound float64
	// Steps are the shares within 161 km by the confidence that was given, and
	// CalibrationError the mean distance between the two.
	Steps            []PlaceStep
	CalibrationError float64
}

// PlaceStep is what was resolved with one confidence.
type PlaceStep struct {
	Confidence float64
	N, Right   int
}

// ScorePlaces scores predicted place names against the named ones of gold
// (Gritta, Pilehvar and Collier, 2020, for the measures).
func ScorePlaces(gold, pred []ToponymDoc) (PlaceScore, error) {
	given, err := byID(pred, func(d *ToponymDoc) string { return d.ID })
	if err != nil {
		return PlaceScore{}, err
	}
	s := PlaceScore{Docs: len(gold)}
	var exact, overlap, countryGold, countryGiven, countryRight, idGold, idGiven, idRight int
	var km []float64
	var literal, literalGold, literalGiven, literalFound int
	steps := map[float64]*PlaceStep{}
	for _, d := range gold {
		g, p := named(d.Toponyms), []Toponym(nil)
		if x := given[d.ID]; x != nil {
			p = distinct(x.Toponyms)
		} else {
			s.Missing++
		}
		s.Gold, s.Predicted = s.Gold+len(g), s.Predicted+len(p)
		for _, t := range p {
			literalGiven += btoi(t.Use == entente.UseLiteral.String())
		}
		for _, t := range g {
			literalGold += btoi(literalKinds[t.Kind])
			s.GoldPoints += btoi(t.Lat != nil)
			countryGold += btoi(t.Country != "")
			idGold += btoi(known(t.ID))
		}
		for _, x := range pairSpans(len(g), len(p), func(i, j int) (int, bool) { return overlapOf(g[i].Start, g[i].End, p[j].Start, p[j].End) }) {
			a, b := g[x.i], p[x.j]
			overlap++
			exact += btoi(x.same)
			literalFound += btoi(literalKinds[a.Kind])
			literal += btoi(literalKinds[a.Kind] && b.Use == entente.UseLiteral.String())
			if a.Lat != nil && b.Lat != nil && b.Lon != nil {
				km = append(km, distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon))
				step(steps, b.Confidence, km[len(km)-1])
			}
			if a.Country != "" && b.Country != "" {
				countryGiven++
				countryRight += btoi(a.Country == b.Country)
			}
			if known(a.ID) && known(b.ID) {
				idGiven++
				idRight += btoi(a.ID == b.ID)
			}
		}
	}
	s.Exact, s.Overlap = perhaps(exact, s.Predicted, s.Gold), perhaps(overlap, s.Predicted, s.Gold)
	if literalGold > 0 {
		s.Literal, s.LiteralFound = perhaps(literal, literalGiven, literalGold), share(literalFound, literalGold)
	}
	s.calibration(steps)
	s.resolution(km)
	s.CountryOfGiven, s.CountryOfAll = share(countryRight, countryGiven), share(countryRight, countryGold)
	s.IDOfGiven, s.IDOfAll = share(idRight, idGiven), share(idRight, idGold)
	return s, nil
}

// named drops what is no name of a place.
func named(ts []Toponym) []Toponym {
	var out []Toponym
	for _, t := range ts {
		if t.Named == nil || *t.Named {
			out = append(out, t)
		}
	}
	return out
}

// literalKinds are the uses in GWN that are ground, or ground as well.
var literalKinds = map[string]bool{"Literal": true, "Mixed": true, "Coercion": true, "Literal_Modifier": true, "Embedded_Literal": true}

func step(steps map[float64]*PlaceStep, confidence, km float64) {
	if steps[confidence] == nil {
		steps[confidence] = &PlaceStep{Confidence: confidence}
	}
	steps[confidence].N++
	steps[confidence].Right += btoi(km <= 161)
}

func (s *PlaceScore) calibration(steps map[float64]*PlaceStep) {
	n, off := 0, 0.0
	for _, x := range steps {
		s.Steps = append(s.Steps, *x)
	}
	sort.Slice(s.Steps, func(i, j int) bool { return s.Steps[i].Confidence < s.Steps[j].Confidence })
	for _, x := range s.Steps {
		n += x.N
		off += math.Abs(x.Confidence*float64(x.N) - float64(x.Right))
	}
	if n > 0 {
		s.CalibrationError = round(off/float64(n), 4)
	}
}

func (s *PlaceScore) resolution(km []float64) {
	s.Resolved = len(km)
	if len(km) == 0 {
		return
	}
	near := 0
	logs := make([]float64, len(km))
	for i, e := range km {
		near += btoi(e <= 161)
		logs[i] = math.Log(e + 1)
	}
	sort.Float64s(logs)
	area := 0.0
	for i := range len(logs) - 1 {
		area += (logs[i] + logs[i+1]) / 2
	}
	s.Acc161OfResolved, s.Acc161OfAll = share(near, len(km)), share(near, s.GoldPoints)
	s.MeanKm, s.MedianKm = round(mean(km), 1), round(median(km), 2)
	s.AUC = round(area/(math.Log(20039)*float64(max(1, len(logs)-1))), 4)
}

// perhaps is prf where nothing predicted is right when there is nothing to
// find, rounded to four decimals.
func perhaps(tp, sys, gold int) PRF {
	x := PRF{R: 1}
	switch {
	case sys > 0:
		x.P = float64(tp) / float64(sys)
	case gold == 0:
		x.P = 1
	}
	if gold > 0 {
		x.R = float64(tp) / float64(gold)
	}
	if x.P+x.R > 0 {
		x.F = 2 * x.P * x.R / (x.P + x.R)
	}
	return x.Rounded()
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return round(float64(a)/float64(b), 4)
}

func known(n json.Number) bool {
	v, err := strconv.Atoi(string(n))
	return err == nil && v != 0
}

func distinct(ts []Toponym) []Toponym {
	seen := map[[2]int]bool{}
	var out []Toponym
	for _, t := range ts {
		if k := [2]int{t.Start, t.End}; !seen[k] {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// distance is the great-circle distance in kilometres between two points in
// degrees.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	rad := func(x float64) float64 { return x * math.Pi / 180 }
	a, b, c, d := rad(lat1), rad(lon1), rad(lat2), rad(lon2)
	sa, sb := math.Sin((c-a)/2), math.Sin((d-b)/2)
	h := float64(sa*sa) + float64(float64(math.Cos(a)*math.Cos(c))*float64(sb*sb))
	return 2 * 6371.0088 * math.Asin(math.Min(1, math.Sqrt(h)))
}
