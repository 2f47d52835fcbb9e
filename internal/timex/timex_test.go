package timex

import (
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

// lines writes what was found as "text | type value | from..to precision".
func lines(d *entente.Document) string {
	var b strings.Builder
	for i, e := range d.Dates {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(e.Span.In(d.Text) + " | " + e.Type.String() + " " + e.Value)
		if e.From.Known() || e.To.Known() {
			b.WriteString(" | " + e.From.String() + ".." + e.To.String() + " " + e.Precision.String())
		}
	}
	return b.String()
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"The envoy arrived yesterday.", "yesterday | DATE 2024-05-15 | 2024-05-15..2024-05-15 day"},
		{"The ministers met on Thursday.", "Thursday | DATE 2024-05-16 | 2024-05-16..2024-05-16 day"},
		{"The ministers met on Friday.", "Friday | DATE 2024-05-10 | 2024-05-10..2024-05-10 day"},
		{"The ministers will meet on Friday.", "Friday | DATE 2024-05-17 | 2024-05-17..2024-05-17 day"},
		{"On Monday, the court will hear the appeal.", "Monday | DATE 2024-05-20 | 2024-05-20..2024-05-20 day"},
		{"The talks are scheduled for Sunday.", "Sunday | DATE 2024-05-19 | 2024-05-19..2024-05-19 day"},
		{"Both sides agreed to meet on Tuesday.", "Tuesday | DATE 2024-05-21 | 2024-05-21..2024-05-21 day"},
		{"The envoy said on Tuesday that they would return.", "Tuesday | DATE 2024-05-14 | 2024-05-14..2024-05-14 day"},
		{"Envoy to visit Oslo on Wednesday", "Wednesday | DATE 2024-05-22 | 2024-05-22..2024-05-22 day"},
		{"The vote is to be held on Saturday.", "Saturday | DATE 2024-05-18 | 2024-05-18..2024-05-18 day"},
		{"It happened last Monday.", "last Monday | DATE 2024-05-06 | 2024-05-06..2024-05-06 day"},
		{"They meet next Thursday.", "next Thursday | DATE 2024-05-23 | 2024-05-23..2024-05-23 day"},
		{"Rain fell last week.", "last week | DATE 2024-W19 | 2024-05-06..2024-05-12 week"},
		{"The law passed last month.", "last month | DATE 2024-04 | 2024-04-01..2024-04-30 month"},
		{"The law takes effect next year.", "next year | DATE 2025 | 2025-01-01..2025-12-31 year"},
		{"They spoke earlier this month.", "earlier this month | DATE 2024-05 | 2024-05-01..2024-05-16 span"},
		{"They will speak later this year.", "later this year | DATE 2024 | 2024-05-16..2024-12-31 span"},
		{"The strike began three days ago.", "three days ago | DATE 2024-05-13 | 2024-05-13..2024-05-13 day"},
		{"The strike began two weeks ago.", "two weeks ago | DATE 2024-W18 | 2024-04-29..2024-05-05 week"},
		{"The war ended two years ago.", "two years ago | DATE 2022 | 2022-01-01..2022-12-31 year"},
		{"It fell several years ago.", "several years ago | DATE PAST_REF | ..2024-05-16 span"},
		{"They met on 2 May. Three days later they parted.", "2 May | DATE 2024-05-02 | 2024-05-02..2024-05-02 day; Three days later | DATE 2024-05-05 | 2024-05-05..2024-05-05 day"},
		{"They met on 2 May. The day before, they had quarrelled.", "2 May | DATE 2024-05-02 | 2024-05-02..2024-05-02 day; The day before | DATE 2024-05-01 | 2024-05-01..2024-05-01 day"},
		{"Shelling went on overnight.", "overnight | TIME 2024-05-15TNI | 2024-05-15..2024-05-16 span"},
		{"The blast came on Sunday night.", "Sunday night | TIME 2024-05-12TNI | 2024-05-12..2024-05-12 day"},
		{"The blast came last night.", "last night | TIME 2024-05-15TNI | 2024-05-15..2024-05-15 day"},
		{"He was shot on May 16, 2022, in Riga.", "May 16, 2022 | DATE 2022-05-16 | 2022-05-16..2022-05-16 day"},
		{"He was shot on the 16th of May 2022.", "the 16th of May 2022 | DATE 2022-05-16 | 2022-05-16..2022-05-16 day"},
		{"The visit on 16-17 May was short.", "16-17 May | DATE 2024-05-16/2024-05-17 | 2024-05-16..2024-05-17 span"},
		{"The army entered on Feb. 24 and stayed.", "Feb. 24 | DATE 2024-02-24 | 2024-02-24..2024-02-24 day"},
		{"The pact of May 2022 holds.", "May 2022 | DATE 2022-05 | 2022-05-01..2022-05-31 month"},
		{"The pact was signed in December.", "December | DATE 2023-12 | 2023-12-01..2023-12-31 month"},
		{"The pact will be signed in December.", "December | DATE 2024-12 | 2024-12-01..2024-12-31 month"},
		{"It has held since 2022.", "2022 | DATE 2022 | 2022-01-01.. span"},
		{"It must reply by Friday and will not.", "Friday | DATE 2024-05-17 | ..2024-05-17 span"},
		{"It ruled between 2014 and 2016.", "2014 | DATE 2014 | 2014-01-01..2016-12-31 span; 2016 | DATE 2016 | 2014-01-01..2016-12-31 span"},
		{"In the war of 2014-16 many fled.", "2014-16 | DATE 2014/2016 | 2014-01-01..2016-12-31 span"},
		{"The camps of the 1990s are gone.", "the 1990s | DATE 199X | 1990-01-01..1999-12-31 decade"},
		{"Troops left in early March.", "early March | DATE 2024-03 | 2024-03-01..2024-03-10 span"},
		{"The plan dates from mid-2023.", "mid-2023 | DATE 2023 | 2023-05-02..2023-08-31 span"},
		{"Borders closed in spring 2020.", "spring 2020 | DATE 2020-SP | 2020-03-01..2020-05-31 span"},
		{"Exports fell in the first quarter.", "the first quarter | DATE 2024-Q1 | 2024-01-01..2024-03-31 quarter"},
		{"Exports fell in the fourth quarter of 2022.", "the fourth quarter of 2022 | DATE 2022-Q4 | 2022-10-01..2022-12-31 quarter"},
		{"Spending in fiscal 2023 grew.", "fiscal 2023 | DATE FY2023 | 2023-01-01..2023-12-31 year"},
		{"Trade doubled over the past three years.", "the past three years | DURATION P3Y | 2021-05-16..2024-05-16 span"},
		{"They talked for two days.", "two days | DURATION P2D"},
		{"The patrol sails every Monday.", "every Monday | SET XXXX-WXX-1"},
		{"Vigils are held on Sundays.", "Sundays | SET XXXX-WXX-7"},
		{"A 23-year-old student was held.", ""},
		{"The general, 61 years old, resigned.", ""},
		{"Troops paraded on Victory Day.", "Victory Day | DATE 2024-05-09 | 2024-05-09..2024-05-09 day"},
		{"A truce held on Christmas Day.", "Christmas Day | DATE 2023-12-25 | 2023-12-25..2023-12-25 day"},
		{"The guns fell silent at noon.", "noon | TIME 2024-05-16T12:00 | 2024-05-16..2024-05-16 day"},
		{"The council opens at 10:30 a.m. GMT.", "10:30 a.m. GMT | TIME 2024-05-16T10:30Z | 2024-05-16..2024-05-16 day"},
		{"Police came about 8.40am on Saturday.", "about 8.40am on Saturday | TIME 2024-05-11T08:40 | 2024-05-11..2024-05-11 day"},
		{"Published Thu May 16, 2024 11:30 PM EDT", "Thu May 16, 2024 11:30 PM EDT | TIME 2024-05-17T03:30Z | 2024-05-16..2024-05-16 day"},
		{"The order of 2024-03-02 stands.", "2024-03-02 | DATE 2024-03-02 | 2024-03-02..2024-03-02 day"},
		{"Posted 05/12/2024 by the desk", "05/12/2024 | DATE 2024-05-12 | 2024-05-12..2024-05-12 day"},
		{"They may march in anger.", ""},
		{"Some 2000 rebels surrendered.", ""},
		{"The army lost 1,990 men.", ""},
		{"The weekend saw new clashes.", "The weekend | DATE 2024-W19-WE | 2024-05-11..2024-05-12 span"},
		{"He ruled until the end of the year.", "the end of the year | DATE 2024 | ..2024-12-31 span"},
		{"The ban took effect before 2014.", "2014 | DATE 2014 | ..2013-12-31 span"},
		{"The treaty of the 19th century lapsed.", "the 19th century | DATE 18XX | 1800-01-01..1899-12-31 span"},
		{"On June 3, 1950, he left. On July 9 he was seen in Lima.", "June 3, 1950 | DATE 1950-06-03 | 1950-06-03..1950-06-03 day; July 9 | DATE 1950-07-09 | 1950-07-09..1950-07-09 day"},
	} {
		d := document(t, c.text, newsDay)
		Annotate(d)
		if diff := cmp.Diff(c.want, lines(d)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestAnnotateUndated(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"They met on Thursday.", "Thursday | DATE XXXX-WXX-4"},
		{"They met on May 16.", "May 16 | DATE XXXX-05-16"},
		{"They met in October.", "October | DATE XXXX-10"},
		{"They met yesterday.", "yesterday | DATE "},
		{"They met two weeks ago.", "two weeks ago | DATE "},
		{"They met over the past two weeks.", "the past two weeks | DURATION P2W"},
		{"They met in 2019.", "2019 | DATE 2019 | 2019-01-01..2019-12-31 year"},
		{"They met at 5 p.m.", "5 p.m. | TIME XXXX-XX-XXT17:00"},
	} {
		d := document(t, c.text, "")
		Annotate(d)
		if diff := cmp.Diff(c.want, lines(d)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
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

// TestRepeats runs inputs that send rules into one another.
func TestRepeats(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"1:00 ", "first Monday of ", "the ", "early ", "Monday, ", "( ", "about ", "9 a ", "May 1 (", "'90", "last ", "1 to 2 or 3 ", "the the end of the "} {
		d := document(t, strings.Repeat(s, 20000), newsDay)
		Annotate(d)
		check(t, d)
	}
}
