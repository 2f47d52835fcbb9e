package eval

import (
	"math/rand/v2"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Page is what is known of a page, gold; Prediction is what was made of it.
type Page struct {
	ID      string   `json:"id"`
	HTML    string   `json:"html"`
	URL     string   `json:"url"`
	Lang    string   `json:"lang"`
	Body    *string  `json:"body"`
	With    []string `json:"with"`
	Without []string `json:"without"`
	Title   Strings  `json:"title"`
	Author  Strings  `json:"author"`
	Date    Strings  `json:"date"`
}

// Extraction is the predicted text of a page.
type Extraction struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Title  Strings `json:"title"`
	Author Strings `json:"author"`
	Date   Strings `json:"date"`
}

// BodyScore compares texts by bags of four-word shingles, page by page, as the
// article extraction benchmark does. F1EmptyZero counts an empty prediction as
// precision 0 instead of leaving its page out.
type BodyScore struct {
	Pages                           int
	P, R, F1, F1EmptyZero, Accuracy float64
}

// SnippetScore counts snippets that must and must not be in the text.
type SnippetScore struct {
	Pages                            int
	P, R, F1, Accuracy               float64
	MustHave, MustNot, TP, FP, FN, T int
}

// FieldScore is how often a field was given and right.
type FieldScore struct {
	N, Given, Right int
	P, R            float64
}

// ExtractScore is how well pages were read.
type ExtractScore struct {
	Pages, Missing, Empty int
	Body                  BodyScore
	Snippets, SnippetsEN  SnippetScore
	Fields                map[string]FieldScore // title, date, author
}

// ScoreExtract scores extracted pages. A page without a prediction is scored
// as empty text.
func ScoreExtract(gold []Page, pred []Extraction) (ExtractScore, error) {
	given, err := byID(pred, func(e *Extraction) string { return e.ID })
	if err != nil {
		return ExtractScore{}, err
	}
	s := ExtractScore{Pages: len(gold), Fields: map[string]FieldScore{}}
	get := func(id string) Extraction {
		if p := given[id]; p != nil {
			return *p
		}
		return Extraction{}
	}
	for i := range gold {
		s.Missing += btoi(given[gold[i].ID] == nil)
		s.Empty += btoi(strings.TrimSpace(get(gold[i].ID).Text) == "")
	}
	s.Body = scoreBody(gold, get)
	s.Snippets = scoreSnippets(gold, get, "")
	s.SnippetsEN = scoreSnippets(gold, get, "en")
	for _, f := range []struct {
		name string
		g    func(*Page) Strings
		p    func(*Extraction) Strings
		same func(a, b string) bool
	}{
		{"title", func(p *Page) Strings { return p.Title }, func(e *Extraction) Strings { return e.Title }, samePlain},
		{"date", func(p *Page) Strings { return p.Date }, func(e *Extraction) Strings { return e.Date }, sameDay},
		{"author", func(p *Page) Strings { return p.Author }, func(e *Extraction) Strings { return e.Author }, sameWords},
	} {
		x := FieldScore{}
		for i := range gold {
			want := f.g(&gold[i]).String()
			if want == "" {
				continue
			}
			x.N++
			e := get(gold[i].ID)
			if v := f.p(&e).String(); v != "" {
				x.Given++
				x.Right += btoi(f.same(v, want))
			}
		}
		x.P, x.R = share(x.Right, x.Given), share(x.Right, x.N)
		s.Fields[f.name] = x
	}
	return s, nil
}

func scoreBody(gold []Page, get func(string) Extraction) BodyScore {
	var rows [][3]float64
	var exact []float64
	for i := range gold {
		if gold[i].Body == nil {
			continue
		}
		want, got := words(*gold[i].Body), words(get(gold[i].ID).Text)
		rows = append(rows, shingleOverlap(want, got))
		exact = append(exact, float64(btoi(strings.Join(want, "\x00") == strings.Join(got, "\x00"))))
	}
	if len(rows) == 0 {
		return BodyScore{}
	}
	var ps, rs, strict []float64
	for _, x := range rows {
		hit, extra, missed := x[0], x[1], x[2]
		if hit+extra > 0 {
			ps = append(ps, rate(hit, extra, missed))
			strict = append(strict, rate(hit, extra, missed))
		} else {
			strict = append(strict, float64(btoi(hit+missed == 0)))
		}
		if hit+missed > 0 {
			rs = append(rs, rate(hit, missed, extra))
		}
	}
	b := BodyScore{Pages: len(rows), P: mean(ps), R: mean(rs), Accuracy: round(mean(exact), 4)}
	b.F1, b.F1EmptyZero = round(fscore(b.P, b.R).F, 4), round(fscore(mean(strict), b.R).F, 4)
	b.P, b.R = round(b.P, 4), round(b.R, 4)
	return b
}

func rate(hit, bad, other float64) float64 {
	if bad == 0 && other == 0 {
		return 1
	}
	if hit+bad == 0 {
		return 0
	}
	return hit / (hit + bad)
}

// words cuts text into runs of letters, digits, marks that are part of words,
// and underscores, as Python's \w+ does.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

func shingles(w []string) map[string]int {
	out := map[string]int{}
	if len(w) == 0 {
		return out
	}
	for i := range max(1, len(w)-3) {
		out[strings.Join(w[i:min(len(w), i+4)], "\x00")]++
	}
	return out
}

// shingleOverlap returns hits, extras and misses scaled to sum to one.
func shingleOverlap(want, got []string) [3]float64 {
	g, p := shingles(want), shingles(got)
	hit, np, ng := 0, 0, 0
	for k, v := range p {
		hit += min(v, g[k])
		np += v
	}
	for _, v := range g {
		ng += v
	}
	s := float64(hit + (np - hit) + (ng - hit))
	if s == 0 {
		return [3]float64{}
	}
	return [3]float64{float64(hit) / s, float64(np-hit) / s, float64(ng-hit) / s}
}

func scoreSnippets(gold []Page, get func(string) Extraction, lang string) SnippetScore {
	var s SnippetScore
	for i := range gold {
		p := &gold[i]
		if len(p.With) == 0 || (lang != "" && p.Lang != lang) {
			continue
		}
		s.Pages++
		text := squeeze(get(p.ID).Text)
		for _, w := range p.With {
			if strings.Contains(text, squeeze(w)) {
				s.TP++
			} else {
				s.FN++
			}
		}
		for _, w := range p.Without {
			if strings.Contains(text, squeeze(w)) {
				s.FP++
			} else {
				s.T++
			}
		}
	}
	s.MustHave, s.MustNot = s.TP+s.FN, s.FP+s.T
	x := prf(s.TP, s.TP+s.FP, s.TP+s.FN).Rounded()
	s.P, s.R, s.F1 = x.P, x.R, x.F
	s.Accuracy = share(s.TP+s.T, max(1, s.TP+s.FP+s.FN+s.T))
	return s
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func plain(s string) string {
	return strings.Join(words(strings.ToLower(norm.NFKC.String(s))), " ")
}

func samePlain(a, b string) bool { return plain(a) == plain(b) }

func sameDay(a, b string) bool { return first10(a) == first10(b) }

func first10(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 10)])
}

func sameWords(a, b string) bool {
	set := func(s string) string {
		w := strings.Fields(plain(s))
		sort.Strings(w)
		out := w[:0]
		for i, x := range w {
			if i == 0 || x != w[i-1] {
				out = append(out, x)
			}
		}
		return strings.Join(out, " ")
	}
	return set(a) == set(b)
}

// Interval returns the middle 95 % of a statistic over n resamples of size
// items, drawn with a fixed seed (Efron, 1979).
func Interval(size, n int, stat func(sample []int) float64) (low, high float64) {
	rnd := rand.New(rand.NewPCG(7, 7)) //nolint:gosec // a fixed seed is the point
	values := make([]float64, n)
	sample := make([]int, size)
	for i := range values {
		for k := range sample {
			sample[k] = rnd.IntN(size)
		}
		values[i] = stat(sample)
	}
	sort.Float64s(values)
	return values[n*25/1000], values[n*975/1000]
}
