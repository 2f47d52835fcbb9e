package models

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp"
)

// TestCards checks that each card lists the checksum of its file, and that the
// files stay small.
func TestCards(t *testing.T) {
	t.Parallel()
	total := 0
	for _, name := range []string{"detail", "en", "events", "places", "words"} {
		data, err := fs.ReadFile(FS, name+".bin")
		if err != nil {
			t.Fatal(err)
		}
		card, err := fs.ReadFile(cards, name+".md")
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if !strings.Contains(string(card), hex.EncodeToString(sum[:])) {
			t.Errorf("%s.md does not list the checksum %x of %s.bin", name, sum, name)
		}
		total += len(data)
	}
	// The networks were trained with these vectors; others would need another
	// training.
	words, err := fs.ReadFile(FS, "words.bin")
	if err != nil {
		t.Fatal(err)
	}
	card, err := fs.ReadFile(cards, "en.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(words); !strings.Contains(string(card), hex.EncodeToString(sum[:])) {
		t.Errorf("en.md does not list the checksum %x of the words.bin that en.bin was trained with", sum)
	}
	if total > 15_000_000 {
		t.Errorf("all files together have %d bytes, more than 15 MB: 12 for what is learnt, 3 for the gazetteer", total)
	}
}

func open(t testing.TB) *nlp.Model {
	t.Helper()
	m, err := nlp.Open(FS)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// parseOf returns "form/UPOS>head:relation" for the words of a text.
func parseOf(d *entente.Document) string {
	var b strings.Builder
	for _, k := range d.Tokens {
		head := "-"
		if k.Head >= 0 {
			head = d.Tokens[k.Head].Span.In(d.Text)
		}
		b.WriteString(k.Span.In(d.Text) + "/" + k.UPOS.String() + ">" + head + ":" + k.Deprel.String() + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	w := open(t).NewWorker()
	tests := []struct {
		text string
		want []string
	}{
		{"Turkey expelled two Syrian diplomats on Friday.", []string{"Turkey/PROPN>expelled:nsubj", "expelled/VERB>-:root", "diplomats/NOUN>expelled:obj", "Friday/PROPN>expelled:obl"}},
		{"The rebels were attacked by government troops.", []string{"rebels/NOUN>attacked:nsubj:pass", "troops/NOUN>attacked:obl:agent"}},
		{"The minister said that Norway would not send soldiers.", []string{"minister/NOUN>said:nsubj", "send/VERB>said:ccomp", "soldiers/NOUN>send:obj", "not/PART>send:advmod"}},
		{"China and India agreed to withdraw their troops.", []string{"China/PROPN>agreed:nsubj", "India/PROPN>China:conj", "withdraw/VERB>agreed:xcomp", "troops/NOUN>withdraw:obj"}},
	}
	for _, tt := range tests {
		d := &entente.Document{Text: tt.text}
		w.Annotate(d)
		got := parseOf(d)
		for _, want := range tt.want {
			if !strings.Contains(" "+got+" ", " "+want+" ") {
				t.Errorf("%s\nlacks %s", got, want)
			}
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	w := open(t).NewWorker()
	d := &entente.Document{Text: "French President Emmanuel Macron flew to Cairo for talks with the Arab League, the United Nations said."}
	w.Annotate(d)
	var got []string
	for _, e := range d.Entities {
		got = append(got, e.Type.String()+" "+e.Span.In(d.Text))
	}
	want := "NORP French, PER Emmanuel Macron, LOC Cairo, ORG Arab League, ORG United Nations"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("names = %s, want %s", s, want)
	}
}

// news is copy of our own in the manner of a wire service.
const news = `ANKARA (Agency) — Turkey's foreign minister said on Monday that his country would not withdraw its troops from northern Iraq until the militants had left the mountains along the border.

The minister, who spoke after a meeting with his Iraqi counterpart, told reporters that the two governments had agreed to share intelligence and to open a second crossing before the end of the year. "We don't want to stay," he said. "We want a border that is safe for both peoples."

Iraq has repeatedly condemned the operation, which began in April with air strikes on camps and depots. At least 40 civilians have been killed since then, according to local officials, and some 12,000 people were forced to leave their villages.

A spokesman for the rebels rejected the plan. He accused Ankara of trying to occupy the valley for good and warned that his fighters would answer every attack. The United Nations urged all sides to show restraint, and the Arab League called an emergency session for next week.

In Washington, the State Department welcomed the talks but declined to comment on the reports of civilian deaths. Analysts said that the agreement, if it holds, could reopen a road that carried $2 billion in trade a year before the fighting.
`

func document(b *testing.B) *entente.Document {
	b.Helper()
	return &entente.Document{Text: strings.Repeat(news, 8)}
}

func report(b *testing.B, d *entente.Document) {
	b.Helper()
	b.SetBytes(int64(len(d.Text)))
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := nlp.Open(FS); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTokenize(b *testing.B) {
	w, d := open(b).NewWorker(), document(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Tokenize(d)
	}
	report(b, d)
}

// BenchmarkTag measures tokens, tags and lemmas together.
func BenchmarkTag(b *testing.B) {
	w, d := open(b).NewWorker(), document(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Tokenize(d)
		w.Tag(d)
	}
	report(b, d)
}

func BenchmarkParse(b *testing.B) {
	w, d := open(b).NewWorker(), document(b)
	w.Tokenize(d)
	w.Tag(d)
	b.ReportAllocs()
	for b.Loop() {
		w.Parse(d, nil)
	}
	report(b, d)
}

func BenchmarkNames(b *testing.B) {
	w, d := open(b).NewWorker(), document(b)
	w.Tokenize(d)
	w.Tag(d)
	b.ReportAllocs()
	for b.Loop() {
		w.Names(d)
	}
	report(b, d)
}

func BenchmarkAnnotate(b *testing.B) { benchmarkAnnotate(b, open(b).NewWorker()) }

func BenchmarkAnnotateFast(b *testing.B) { benchmarkAnnotate(b, open(b).NewFastWorker()) }

func benchmarkAnnotate(b *testing.B, w *nlp.Worker) {
	d := document(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Annotate(d)
	}
	report(b, d)
}

// TestAllocations checks that a worker that has seen the words of a text reads
// it again with next to no new memory.
func TestAllocations(t *testing.T) {
	w := open(t).NewWorker()
	d := &entente.Document{Text: news}
	w.Annotate(d)
	n := testing.AllocsPerRun(5, func() { w.Annotate(d) })
	if most := float64(len(d.Tokens)) / 10; n > most {
		t.Errorf("%v allocations for %d tokens, want at most %v", n, len(d.Tokens), most)
	}
}

// TestBatches checks that what is read of a sentence does not depend on what is
// read together with it: whole documents, single sentences and chosen ones give
// the same.
func TestBatches(t *testing.T) {
	t.Parallel()
	m := open(t)
	for name, w := range map[string]*nlp.Worker{"full": m.NewWorker(), "fast": m.NewFastWorker()} {
		whole := &entente.Document{Text: strings.Repeat(news, 3)}
		w.Annotate(whole)
		parts := &entente.Document{Text: whole.Text}
		w.Tokenize(parts)
		w.TagAndName(parts)
		for i := range parts.Sentences {
			w.Parse(parts, func(k int) bool { return k == i })
		}
		if got, want := parseOf(parts), parseOf(whole); got != want {
			t.Errorf("%s: sentence by sentence:\n%s\nwant:\n%s", name, got, want)
		}
		if len(parts.Entities) != len(whole.Entities) {
			t.Errorf("%s: %d names, want %d", name, len(parts.Entities), len(whole.Entities))
		}
	}
}

// TestManyForms checks that a text is read the same by a worker that has read
// nothing and by one that has read more forms than it keeps.
func TestManyForms(t *testing.T) {
	t.Parallel()
	m := open(t)
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "The w%dord met %dth a%db. ", i%1500, i, i)
	}
	for name, make := range map[string]func() *nlp.Worker{"full": m.NewWorker, "fast": m.NewFastWorker} {
		want := &entente.Document{Text: news}
		make().Annotate(want)
		worn := make()
		worn.Annotate(&entente.Document{Text: b.String()})
		for range 2 { // from what is kept of other texts, then of this one
			got := &entente.Document{Text: news}
			worn.Annotate(got)
			if parseOf(got) != parseOf(want) {
				t.Errorf("%s: after other texts:\n%s\nwant:\n%s", name, parseOf(got), parseOf(want))
			}
		}
	}
}
