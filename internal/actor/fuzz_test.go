package actor

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-news/entente"
)

func FuzzLoad(f *testing.F) {
	f.Add("KEN\tKenya\tRepublic of Kenya\tKenyan\tKenyans\tNairobi", "Jane Doe\tDoe\tKEN\tGOV\tminister\t\t2020\t2021-02", "trade minister\tGOV\toffice\tminister", "Kenya trade minister Doe")
	f.Add("SUHH\tSoviet Union\t\tSoviet\t\t\t\t1991-12-26", "", "", "a-b.c'd")
	f.Fuzz(func(t *testing.T, states, people, agents, query string) {
		table, _, err := Load(fstest.MapFS{
			"states.tsv": {Data: []byte(header(statesHeader) + states)},
			"people.tsv": {Data: []byte(header(peopleHeader) + people)},
			"agents.tsv": {Data: []byte(header(agentsHeader) + agents)},
		})
		if err != nil {
			return
		}
		table.Lookup(query, entente.NoDay)
		table.Parties(query)
		annotateWords(t, table, query, []byte(states))
	})
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Russian President Vladimir Putin 's army met the president of France in Paris , Texas", []byte{1, 12, 12, 12})
	f.Add("US - China talks ( XYZ ) then - President the two leaders he it they both sides", []byte{12, 13, 8, 0})
	f.Add("former - ex - Moscow of of the Kenya and Uganda 's", []byte{0})
	table := weighted(f, "nearest\tbehind\t160; open\tseveral\t90")
	f.Fuzz(func(t *testing.T, text string, tags []byte) { annotateWords(t, table, text, tags) })
}

// annotateWords annotates the words of text, tagged and marked as names by
// the bytes of tags, and checks what comes out, twice.
func annotateWords(tb testing.TB, table *Table, text string, tags []byte) {
	tb.Helper()
	d := &entente.Document{Text: text}
	at := 0
	for i, word := range strings.Fields(text) {
		start := at + strings.Index(text[at:], word)
		at = start + len(word)
		var b byte
		if len(tags) > 0 {
			b = tags[i%len(tags)]
		}
		tok := entente.Token{Span: entente.Span{Start: start, End: at}, Lemma: strings.ToLower(word), UPOS: entente.UPOS(b % 19)}
		d.Tokens = append(d.Tokens, tok)
		if n := len(d.Tokens); b > 200 && n > 1 {
			e := entente.Entity{First: n - 2, Last: n, Type: entente.EntityType(b % 5)}
			if k := len(d.Entities); k == 0 || d.Entities[k-1].Last <= e.First {
				e.Span = entente.Span{Start: d.Tokens[n-2].Span.Start, End: at}
				d.Entities = append(d.Entities, e)
			}
		}
		if b%7 == 0 || len(d.Sentences) == 0 {
			d.Sentences = append(d.Sentences, entente.Sentence{First: len(d.Tokens) - 1})
		}
		d.Sentences[len(d.Sentences)-1].Last = len(d.Tokens)
	}
	w := table.NewWorker()
	w.Annotate(d)
	checkMentions(tb, d)
	first := strings.Join(mentionLines(d), "\n")
	w.Annotate(d)
	if again := strings.Join(mentionLines(d), "\n"); again != first {
		tb.Fatalf("first\n%s\nagain\n%s", first, again)
	}
	for i, t := range d.Tokens { // every third word is a place
		if i%3 == 0 {
			d.Places = append(d.Places, entente.Place{Span: t.Span, Country: [...]string{"KEN", "RUS", "", "XYZ"}[(i+len(tags))%4], Use: entente.PlaceUse(i % 4)}) //nolint:gosec // one of four
		}
	}
	d.Layers |= entente.LayerPlaces
	w.Settle(d)
	checkMentions(tb, d)
}
