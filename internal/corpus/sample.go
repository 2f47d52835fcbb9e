package corpus

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Article is a text that sentences are drawn from. Date is a day in ISO 8601,
// or empty.
type Article struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	Title  string `json:"title"`
	Date   string `json:"date"`
	Text   string `json:"text"`

	Licence string `json:"licence"`
}

// Limits of a drawn sentence and of an article's share in the sample.
const (
	minDrawnWords = 6
	maxDrawnWords = 60
	maxPerArticle = 2
)

// noReports are the sources of texts that report nothing: biographies,
// interviews and speeches.
var noReports = []string{"gum-bio", "gum-interview", "gum-speech"}

// Drawn is a sentence of the natural sample: where it stands, never what it
// says. SHA256 is that of its bytes in UTF-8.
type Drawn struct {
	ID     string
	Doc    string
	Date   string // empty where the article has none
	Source string
	Span
	SHA256 string
	Pick   string // how it was chosen, if not all were chosen alike

	text string
}

// Text is the sentence. Curly quotes are made straight, one code point for
// one, so that offsets hold in the article.
func (d Drawn) Text() string { return straight(d.text) }

func straight(s string) string {
	return strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(s)
}

// ReadArticles reads the articles of a file in JSON Lines.
func ReadArticles(r io.Reader) ([]Article, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	var out []Article
	for line := 1; sc.Scan(); line++ {
		var a Article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("read article in line %d: %w", line, err)
		}
		if _, err := time.Parse(time.DateOnly, a.Date); err != nil {
			a.Date = ""
		}
		out = append(out, a)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	return out, nil
}

// Draw draws n sentences: two thirds from dated articles, one third from
// sources that date none of theirs. Within each part the sources take turns, and within a source
// the articles do, so that no article gives more than two. The order of
// articles and sentences is that of a hash of seed, id and offset: it does
// not depend on which other articles there are.
func Draw(articles []Article, seed uint64, n int) ([]Drawn, error) {
	var dated, undated []Article
	hasDates := map[string]bool{}
	for _, a := range articles {
		if slices.Contains(noReports, a.Source) {
			continue
		}
		if a.Date != "" {
			dated = append(dated, a)
			hasDates[a.Source] = true
		}
	}
	for _, a := range articles {
		if !hasDates[a.Source] && !slices.Contains(noReports, a.Source) {
			undated = append(undated, a)
		}
	}
	d := drawing{seed: seed, perArticle: maxPerArticle, seen: map[string]bool{}}
	out := d.part(dated, (2*n+2)/3)
	out = append(out, d.part(undated, n-len(out))...)
	if len(out) < n {
		return nil, fmt.Errorf("draw %d sentences: only %d fit", n, len(out))
	}
	inOrder(out, seed, naturalPrefix, 0)
	return out, nil
}

// The beginnings of the ids of drawn sentences.
const (
	naturalPrefix = "n-" // to measure on
	drawnPrefix   = "d-" // to learn from
)

// inOrder orders a sample so that the order tells nothing of the sources, and
// annotators meet them mixed; and gives ids, from behind the last.
func inOrder(out []Drawn, seed uint64, prefix string, last int) {
	slices.SortFunc(out, func(a, b Drawn) int {
		return strings.Compare(rank(seed, "order "+a.Doc, a.Start), rank(seed, "order "+b.Doc, b.Start))
	})
	for i := range out {
		out[i].ID = fmt.Sprintf("%s%04d", prefix, last+i+1)
	}
}

// rank is the place of a thing in the order of drawing.
func rank(seed uint64, id string, at int) string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], seed)
	binary.BigEndian.PutUint64(b[8:], uint64(at)) //nolint:gosec // an offset is not negative
	sum := sha256.Sum256(append(b[:], id...))
	return string(sum[:])
}

// drawing is what the parts of one sample share. A nil fits takes every
// sentence.
type drawing struct {
	seed       uint64
	perArticle int
	seen       map[string]bool // words in small letters
	known      map[place]bool
	fits       func(string) bool
}

// place is where a sentence begins.
type place struct {
	doc   string
	start int
}

// part draws up to n sentences; sources take turns, and articles within one.
func (d *drawing) part(articles []Article, n int) []Drawn {
	queues := map[string][]Article{}
	var sources []string
	for _, a := range articles {
		if queues[a.Source] == nil {
			sources = append(sources, a.Source)
		}
		queues[a.Source] = append(queues[a.Source], a)
	}
	slices.Sort(sources)
	for _, s := range sources {
		slices.SortFunc(queues[s], func(a, b Article) int {
			return strings.Compare(rank(d.seed, a.ID, 0), rank(d.seed, b.ID, 0))
		})
		// Every article a first time, then every article a second time, ….
		once := queues[s]
		for range d.perArticle - 1 {
			queues[s] = append(queues[s], once...)
		}
	}
	var out []Drawn
	for len(out) < n {
		before := len(out)
		for _, s := range sources {
			for len(queues[s]) > 0 && len(out) < n {
				a := queues[s][0]
				queues[s] = queues[s][1:]
				if one, ok := d.from(a); ok {
					out = append(out, one)
					break
				}
			}
		}
		if len(out) == before {
			break
		}
	}
	return out
}

// from takes the first sentence of an article, in the order of drawing,
// that looks whole and was not drawn yet in the same words.
func (d *drawing) from(a Article) (Drawn, bool) {
	text := []rune(a.Text)
	spans := splitText(text)
	slices.SortFunc(spans, func(x, y Span) int {
		return strings.Compare(rank(d.seed, a.ID, x.Start), rank(d.seed, a.ID, y.Start))
	})
	for _, s := range spans {
		t := string(text[s.Start:s.End])
		key := strings.ToLower(t)
		if d.seen[key] || d.known[place{a.ID, s.Start}] || !whole(t) || sameWords(t, a.Title) || d.fits != nil && !d.fits(straight(t)) {
			continue
		}
		d.seen[key] = true
		sum := sha256.Sum256([]byte(t))
		return Drawn{Doc: a.ID, Date: a.Date, Source: a.Source, Span: s, SHA256: hex.EncodeToString(sum[:]), text: t}, true
	}
	return Drawn{}, false
}

// whole says whether a string looks like one whole sentence of prose. A
// weekday before a comma is the date line of a page.
func whole(s string) bool {
	words := strings.Split(s, " ")
	if len(words) < minDrawnWords || len(words) > maxDrawnWords || slices.Contains(words, "") {
		return false
	}
	s = straight(s)
	if strings.ContainsFunc(s, unicode.IsControl) || strings.HasSuffix(words[0], ":") || strings.HasSuffix(words[1], ":") {
		return false // a list or the label of a speaker
	}
	if strings.ContainsAny(s, "[]{}|<>@\t_*•\u00a0…�") || strings.Contains(s, "..") || strings.Contains(s, "http") || strings.Contains(s, "www") {
		return false
	}
	first := []rune(strings.TrimLeft(s, `"'`))
	if len(first) == 0 || !unicode.IsUpper(first[0]) || !strings.ContainsAny(s[len(s)-1:], `.?!"`) {
		return false
	}
	if s[len(s)-1] == '"' && !strings.ContainsAny(s[len(s)-2:len(s)-1], ".?!,") {
		return false
	}
	if strings.Count(s, `"`)%2 != 0 || strings.Count(s, "(") != strings.Count(s, ")") {
		return false
	}
	return mostlyLower(words) && !strings.HasSuffix(words[0], "day,")
}

// mostlyLower says whether at least four words, and two fifths of all, begin
// with a small letter: a headline, a list of names or a table does not.
func mostlyLower(words []string) bool {
	lower := 0
	for _, w := range words {
		if r := []rune(strings.TrimLeft(w, `"'“‘(`)); len(r) > 0 && unicode.IsLower(r[0]) {
			lower++
		}
	}
	return lower >= 4 && 5*lower >= 2*len(words)
}

// sameWords says whether two strings have the same letters and digits.
func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return fold(a) == fold(b)
}

// WriteDrawn lists drawn sentences: id, document, start, end and hash, parted
// by tabs, and how it was chosen where not all were chosen alike.
func WriteDrawn(w io.Writer, drawn []Drawn) error {
	for _, d := range drawn {
		pick := ""
		if d.Pick != "" {
			pick = "\t" + d.Pick
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%s%s\n", d.ID, d.Doc, d.Start, d.End, d.SHA256, pick); err != nil {
			return fmt.Errorf("write sample: %w", err)
		}
	}
	return nil
}

// WriteDrawnTyped writes drawn sentences as blocks to annotate. Tag and region
// are placeholders.
func WriteDrawnTyped(w io.Writer, drawn []Drawn) error {
	var errs []error
	for _, d := range drawn {
		date := d.Date
		if date == "" {
			date = "-"
		}
		_, err := fmt.Fprintf(w, "= %s | %s | none | INT\n%s\n\n", d.ID, date, d.Text())
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("write sample: %w", err)
	}
	return nil
}
