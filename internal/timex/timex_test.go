package timex

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

// newsDay is a Thursday.
const newsDay = "2024-05-16"

// document makes a document of one sentence; day "" leaves it undated.
func document(t testing.TB, text, day string) *entente.Document {
	t.Helper()
	d := &entente.Document{Text: text, DateOnly: true}
	d.Sentences = []entente.Sentence{{Span: entente.Span{Start: 0, End: len(text)}}}
	if day == "" {
		return d
	}
	p, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatalf("parse day: %v", err)
	}
	d.Published = p
	return d
}

func TestCalendar(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		got  entente.Day
		want string
	}{
		{easter(2024), "2024-03-31"},
		{easter(1999), "1999-04-04"},
		{nthWeekday(2024, 11, 4, 4), "2024-11-28"},
		{nthWeekday(2024, 5, 1, -1), "2024-05-27"},
		{addMonths(dayOf(2024, 1, 31), 1), "2024-02-29"},
		{onWeekday(dayOf(2024, 5, 16), 4, -1), "2024-05-16"},
		{onWeekday(dayOf(2024, 5, 16), 3, 1), "2024-05-22"},
		{weekStart(dayOf(1969, 12, 31)), "1969-12-29"},
	} {
		if c.got.String() != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

// news is prose of our own with many kinds of expressions.
const news = `The foreign ministers of the two countries met in Vienna on Tuesday, two weeks after the ceasefire of 1 May 2024 broke down.
Officials said late on Wednesday that a second round will be held next month, most likely on June 12-13. "We have waited since 2022," one of them said.
In the early hours of Sunday, at about 4:15 a.m. local time, rockets hit the port; the attack followed a lull of three weeks.
The bank cut its forecast for the first quarter, after exports fell by 12 percent between 2019 and 2023. The parliament votes every Monday.
Nothing in this long sentence about ships, grain, ports, insurers and inspectors speaks of any day at all, and the lexer must run through it.
`

func TestProperties(t *testing.T) {
	t.Parallel()
	d := document(t, strings.Repeat(news, 3), newsDay)
	Annotate(d)
	if len(d.Dates) < 30 {
		t.Fatalf("found %d expressions, want at least 30", len(d.Dates))
	}
	check(t, d)
	again := document(t, d.Text, newsDay)
	var w Worker
	w.Annotate(document(t, "They met on Friday.", "2020-01-01"))
	w.Annotate(again)
	if diff := cmp.Diff(d.Dates, again.Dates); diff != "" {
		t.Errorf("a used worker differs (-new +used):\n%s", diff)
	}
}

// check reports what no text may lead to.
func check(t *testing.T, d *entente.Document) {
	t.Helper()
	last := 0
	for _, e := range d.Dates {
		s := e.Span.In(d.Text)
		if s == "" || e.Span.Start < last {
			t.Fatalf("span %v is empty, out of the text or out of order", e.Span)
		}
		if utf8.ValidString(d.Text) && !utf8.ValidString(s) {
			t.Errorf("span %v cuts a rune", e.Span)
		}
		if e.From.Known() && e.To.Known() && e.From > e.To {
			t.Errorf("%q: interval %s..%s is reversed", s, e.From, e.To)
		}
		if (e.From.Known() || e.To.Known()) != (e.Precision != entente.PrecisionNone) {
			t.Errorf("%q: precision %q for %s..%s", s, e.Precision, e.From, e.To)
		}
		if e.Why == "" {
			t.Errorf("%q: no reason given", s)
		}
		last = e.Span.End
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range strings.Split(news, "\n") {
		f.Add(s, int32(19859))
	}
	f.Add("the 1990's, '68, Q3 2024, 2014–16 | 16.05.2024 @ 5p EST, 29 February, 99999999999 years ago", int32(0))
	f.Add("half past seven o'clock, 5 to 6 p.m., 9.30-4.30pm on 17 May; tomorrow at 6, the 4th, Friday the 31st", int32(19859))
	f.Add("twenty-three, nineteen ninety-six, two thousand and five, 13 billion years ago, AD 842 - 400 BC, c. 347", int32(19859))
	f.Add("three weeks from tomorrow the day before 2 May to June 2020 first week of last month week 3 of 2020 once a week", int32(19859))
	f.Add("from May 31 to 2 May, between 2016 and 2014, next mid-late early last past few weeks before", int32(-700000))
	f.Fuzz(func(t *testing.T, text string, day int32) {
		d := document(t, text, "")
		if day > -719000 && day < 2900000 {
			d.Published = entente.Day(day).Time()
		}
		Annotate(d)
		check(t, d)
	})
}

func BenchmarkAnnotate(b *testing.B) {
	d := document(b, strings.Repeat(news, 20), newsDay)
	tokens := float64(len(strings.Fields(d.Text)))
	var w Worker
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Annotate(d)
	}
	b.ReportMetric(tokens*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestMixtures reads words of the lexicon in any order.
func TestMixtures(t *testing.T) {
	t.Parallel()
	vocab := []string{"1", "2", "12", "30", "31", "2024", "1999", "05", "10:30", ":", "-", "/", ".", ",", "(", ")", "'", "s", "p.m.", "3rd", "1,000", "Kim", "ships"}
	for k := range lexicon {
		vocab = append(vocab, k, strings.ToUpper(k[:1])+k[1:])
	}
	slices.Sort(vocab)
	r := rand.New(rand.NewPCG(7, 7))
	for n := range 300 {
		words := vocab
		if n%2 == 0 { // few words, often
			words = nil
			for range 6 {
				words = append(words, vocab[r.IntN(len(vocab))])
			}
		}
		var b strings.Builder
		for range 400 {
			b.WriteString(words[r.IntN(len(words))])
			if r.IntN(4) > 0 {
				b.WriteByte(' ')
			}
		}
		d := document(t, b.String(), "")
		if n%3 > 0 {
			d.Published = entente.Day(19859 + n).Time()
		}
		Annotate(d)
		check(t, d)
	}
}

// TestRepeats runs inputs that send rules into one another.
func TestRepeats(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"1:00 ", "first Monday of ", "the ", "early ", "Monday, ", "( ", "about ", "9 a ", "May 1 (", "'90", "last ", "1 to 2 or 3 ", "the the end of the ",
		"May to ", "May 1 to ", "two days before ", "the day after ", "first week of ", "last week of ", "twenty ", "two thousand and ", "2010-", "1 to ",
		"from 5 to ", "half past ", "until ", "Monday of next week ", "Monday the 3rd ", "1:00 to ", "2020 - ", "quarter to ", "every Monday at ", "5 May - ", "the 4th of ", "a ", "now ", "Monday (", "in ", "12 noon ", "1/2 ", "9/11 ", "summer of ", "usually "} {
		d := document(t, strings.Repeat(s, 3000), newsDay)
		Annotate(d)
		check(t, d)
	}
}
