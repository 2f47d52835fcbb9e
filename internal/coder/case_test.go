package coder_test

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

var (
	update = flag.Bool("update", false, "write the events that are found into the case files")
	relay  = flag.Bool("relayer", false, "make the layers of the case files anew with the shipped models and tables")
)

// caseDay is the day of every case's document.
var caseDay = time.Date(2024, 5, 16, 0, 0, 0, 0, time.UTC)

// sentenceCase is one sentence of a case file: "+" lines are the events that it
// gives, all of them; "!" lines name roots that it must never give, "! *" any.
type sentenceCase struct {
	text    string
	want    []string
	never   []string
	comment []string
}

func readCases(t *testing.T, path string) []sentenceCase {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []sentenceCase
	var comment []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := strings.TrimSpace(sc.Text())
		switch {
		case line == "":
		case line[0] == '#':
			comment = append(comment, line)
		case line[0] == '+':
			c := &out[len(out)-1]
			c.want = append(c.want, strings.TrimSpace(line[1:]))
		case line[0] == '!':
			c := &out[len(out)-1]
			c.never = append(c.never, strings.TrimSpace(line[1:]))
		default:
			out = append(out, sentenceCase{text: line, comment: comment})
			comment = nil
		}
	}
	return out
}

func writeCases(t *testing.T, path string, cases []sentenceCase) {
	t.Helper()
	var b strings.Builder
	for _, c := range cases {
		for _, l := range c.comment {
			fmt.Fprintln(&b, l)
		}
		fmt.Fprintln(&b, c.text)
		for _, l := range c.want {
			fmt.Fprintln(&b, "+ "+l)
		}
		for _, l := range c.never {
			fmt.Fprintln(&b, "! "+l)
		}
		fmt.Fprintln(&b)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// line writes an event the way case files hold it.
func line(d *entente.Document, e *entente.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", side(e.Actors), e.Root)
	if e.Mode != entente.ModeNone {
		fmt.Fprintf(&b, "/%s", e.Mode)
	}
	fmt.Fprintf(&b, " %s %s %s [%s]", side(e.Recipients), e.CAMEO, e.Status, e.Trigger.In(d.Text))
	if e.Aspect == entente.AspectOngoing {
		b.WriteString(" ongoing")
	}
	switch e.When.Basis {
	case entente.WhenText:
		fmt.Fprintf(&b, " when %v..%v", e.When.From, e.When.To)
	case entente.WhenDocument:
		b.WriteString(" when doc")
	}
	if e.Where != nil {
		fmt.Fprintf(&b, " where %s", cmp.Or(e.Where.Country, e.Where.Name))
	}
	if a := e.Attribution; a != nil {
		fmt.Fprintf(&b, " by %s", side([]entente.Actor{a.Speaker}))
		if a.Interested {
			b.WriteString("!")
		}
	}
	for _, m := range e.Magnitudes {
		fmt.Fprintf(&b, " %s %d-%d%s", m.Kind, m.Low, m.High, m.Currency)
	}
	return b.String()
}

// side joins the codes of one side, "-" for none.
func side(in []entente.Actor) string {
	var out []string
	for i := range in {
		out = append(out, in[i].Code())
	}
	if s := strings.Join(out, "+"); s != "" {
		return s
	}
	return "-"
}

func TestCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.events")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	c := shipped(t)
	perRoot := map[entente.Root]int{}
	for _, path := range files {
		cases := readCases(t, path)
		layers := loadLayers(t, strings.TrimSuffix(path, ".events")+".layers", cases)
		for i := range cases {
			d := layers[i]
			c.Code(d)
			var got []string
			for k := range d.Events {
				got = append(got, line(d, &d.Events[k]))
				perRoot[d.Events[k].Root]++
			}
			if *update {
				cases[i].want = got
			} else if diff := gocmp.Diff(cases[i].want, got); diff != "" {
				t.Errorf("%s: %s\n%s", path, cases[i].text, diff)
			}
			checkNever(t, &cases[i], d)
			checkSpans(t, d)
		}
		if *update {
			writeCases(t, path, cases)
		}
	}
	for _, r := range entente.Roots() {
		if perRoot[r] < 18 {
			t.Errorf("%v: %d events in all cases, too few to trust", r, perRoot[r])
		}
	}
}

// checkNever reports events that a case forbids. Events that are denied or only
// thought of do not count.
func checkNever(t *testing.T, c *sentenceCase, d *entente.Document) {
	t.Helper()
	for _, n := range c.never {
		for k := range d.Events {
			e := &d.Events[k]
			if e.Status == entente.Negated || e.Status == entente.Hypothetical {
				continue
			}
			if n == "*" || n == e.Root.String() {
				t.Errorf("%s: gives %v, which it must not", c.text, line(d, e))
			}
		}
	}
}

// checkSpans reports spans of events that do not lie in the text, and fields
// out of range.
func checkSpans(t testing.TB, d *entente.Document) {
	t.Helper()
	in := func(s entente.Span) bool { return s.IsEmpty() || s.Start >= 0 && s.End <= len(d.Text) }
	for i := range d.Events {
		e := &d.Events[i]
		ok := in(e.Trigger) && in(e.About) && in(e.When.Span) && !e.Trigger.IsEmpty()
		for _, list := range [][]entente.Actor{e.Actors, e.Recipients} {
			for k := range list {
				ok = ok && in(list[k].Span)
			}
		}
		for _, m := range e.Magnitudes {
			ok = ok && in(m.Span) && m.Low <= m.High
		}
		if !ok {
			t.Errorf("event %d has a span outside the text: %+v", i, e)
		}
		if e.Confidence < 0 || e.Confidence > 1 || e.Score < -10 || e.Score > 10 || len(e.ID) != 16 || len(e.Actors) == 0 {
			t.Errorf("event %d is out of range: %+v", i, e)
		}
	}
}

func TestGateLosesNothing(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	files, err := filepath.Glob("testdata/*.events")
	if err != nil {
		t.Fatal(err)
	}
	n, closed := 0, 0
	for _, path := range files {
		cases := readCases(t, path)
		for _, d := range loadLayers(t, strings.TrimSuffix(path, ".events")+".layers", cases) {
			open := c.Gate(d, 0)
			c.Code(d)
			n++
			if !open {
				closed++
				if len(d.Events) > 0 {
					t.Errorf("the gate refuses %q, which gives %s", d.Text, line(d, &d.Events[0]))
				}
			}
		}
	}
	if closed == 0 || closed*2 > n {
		t.Errorf("the gate refuses %d of %d sentences", closed, n)
	}
}

func BenchmarkCode(b *testing.B) {
	c := shipped(b)
	docs, words := benchDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			c.Code(d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkGate(b *testing.B) {
	c := shipped(b)
	docs, words := benchDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			for s := range d.Sentences {
				c.Gate(d, s)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// benchDocs returns the documents of all cases and the number of their tokens.
func benchDocs(b *testing.B) (docs []*entente.Document, words int) {
	files, err := filepath.Glob("testdata/*.layers")
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range files {
		list, err := readLayers(path)
		if err != nil {
			b.Fatal(err)
		}
		for _, d := range list {
			docs = append(docs, d)
			words += len(d.Tokens)
		}
	}
	return docs, words
}
