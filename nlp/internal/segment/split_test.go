package segment

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// The sentences that the model of the tests learns, a paragraph a line, with a
// stroke between sentences.
const lessons = `The army left the town on Monday. | The rebels said no. | It was over.
He met the U.S. envoy in Geneva. | They talked about the war.
The talks, which began on Monday, failed. | “We agree,” the envoy said. | “No deal.”
The town of Kherson was shelled; the bridge fell. | Is it over? | No! | The army said so.
The president met the envoy - a friend - in Geneva. | He left the town.
Dear all, | The talks failed. | Regards, | Anna
Anna Berg 08/16/2000 03:48 PM | The army left the town. | Anna Berg
See http://example.org/a | The envoy said so.
-------------------------- | The talks began. | ==================== | The army left.
The envoy of the U.S. left. | He met the president. | They agreed on the talks with the army.
`

func learnt(t testing.TB) *Model {
	t.Helper()
	pos := map[string]string{"left": "VERB", "said": "VERB", "met": "VERB", "failed": "VERB", "fell": "VERB", "began": "VERB", "agree": "VERB", "was": "AUX"}
	var examples []Example
	for line := range strings.Lines(strings.Repeat(lessons, 4)) {
		e := Example{Ends: map[int]bool{}}
		for k, s := range strings.Split(strings.TrimSpace(line), " | ") {
			if k > 0 {
				e.Text += " "
			}
			e.Text += s
			e.Ends[len(e.Text)] = true
			for i, w := range strings.Fields(s) {
				e.Words = append(e.Words, Word{Form: strings.Trim(w, ".,!?"), UPOS: pos[w], First: i == 0})
			}
		}
		examples = append(examples, e)
	}
	f := &model.File{}
	Train(f, examples, Settings{Epochs: 6, Runs: 2, Seed: 1, Log: func(string, ...any) {}})
	f, err := model.Decode(f.Encode())
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sentencesOf returns the sentences that tokens and ends stand for.
func sentencesOf(text string, tokens []Token, ends []int) []string {
	var out []string
	first := 0
	for _, e := range ends {
		out = append(out, text[tokens[first].Start:tokens[e-1].End])
		first = e
	}
	return out
}

func TestSplit(t *testing.T) {
	t.Parallel()
	m := learnt(t)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"plain", "The rebels left. The army said no.", []string{"The rebels left.", "The army said no."}},
		{"abbreviation", "He met the U.S. president.", []string{"He met the U.S. president."}},
		{"title", "He met Gen. Haftar. They agreed.", []string{"He met Gen. Haftar.", "They agreed."}},
		{"delegate", "He met former Del. Anna Berg of McLean. They agreed.", []string{"He met former Del. Anna Berg of McLean.", "They agreed."}},
		{"titles of police and courts", "He met Asst. Dist. Atty. Anna Berg and Const. Lee on Monday.", []string{"He met Asst. Dist. Atty. Anna Berg and Const. Lee on Monday."}},
		{"calibre", "The envoy left with a .357 Magnum. They agreed.", []string{"The envoy left with a .357 Magnum.", "They agreed."}},
		{"calibre with space", "The envoy left with a. 38 calibre revolver. They agreed.", []string{"The envoy left with a. 38 calibre revolver.", "They agreed."}},
		{"dateline", "KYIV, Ukraine (AP) — The army left.", []string{"KYIV, Ukraine (AP) —", "The army left."}},
		{"headline", "Talks fail\n\nThe talks failed on Monday.", []string{"Talks fail", "The talks failed on Monday."}},
		{"headline above its text", "Army Left The Town On Monday\nThe army left the town.", []string{"Army Left The Town On Monday", "The army left the town."}},
		{"bullets", "• The army left\n• The talks failed", []string{"• The army left", "• The talks failed"}},
		{"saint and street", "He left St. Petersburg. He left Main St. The army left.", []string{"He left St. Petersburg.", "He left Main St.", "The army left."}},
		{"greeting", "Dear all, The talks failed.", []string{"Dear all,", "The talks failed."}},
		{"line of dashes", "------------------------------ The talks began.", []string{"------------------------------", "The talks began."}},
		{"address", "See http://example.org/b The envoy said so.", []string{"See http://example.org/b", "The envoy said so."}},
		{"nothing", " \n\n\t", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tokens, ends := NewSplitter(m, word.NewCache()).Split(tt.text)
			if diff := cmp.Diff(tt.want, sentencesOf(tt.text, tokens, ends)); diff != "" {
				t.Errorf("sentences of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// TestForbidden checks where no sentence may end, whatever was learnt.
func TestForbidden(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		at   int
		want bool
	}{
		{"former Del. Anna Berg", 1, true},
		{"of Dover, Del. The army", 3, false},
		{"with a. 38 calibre", 2, true},
		{"with a. Then 38", 2, false},
		{"at 8: 30 p. m. Monday", 5, true},
		{"The 5. 9 - magnitude quake", 2, true},
		{"at around 4. 30am on Monday", 3, true},
		{"on May 5. 30 people came", 3, false},
		{"It began in 1995. 30 people came", 4, false},
		{"He met 12. 1000 people came", 3, false},
		{"They cost $ 2. 5 million", 4, true},
		{"They grossed $ 368. 9 million", 4, true},
		{"MyHouston. com reports", 1, true},
		{"said Spc. Anna Berg", 1, true},
	}
	for _, tt := range tests {
		cut := tokenizer{text: tt.text}
		cut.paragraph(0, len(tt.text))
		var words []*word.Info
		c := newContext(tt.text, cut.tokens, word.NewCache(), &words)
		if got := c.forbidden(tt.at); got != tt.want {
			t.Errorf("forbidden behind word %d of %q: got %v", tt.at, tt.text, got)
		}
	}
}

// TestLongSentences checks that no sentence is longer than MaxWords and where
// it is cut.
func TestLongSentences(t *testing.T) {
	t.Parallel()
	s := NewSplitter(learnt(t), word.NewCache())
	tests := []struct{ name, part, end string }{
		{"words alone", "peace ", "peace"},
		{"commas", "the red and blue town, ", ","},
		{"semicolons", "the town, the red and blue bridge; ", ";"},
		{"conjunctions", "this long town and that red bridge ", "bridge"},
		{"contractions", "don't ", "n't"},
	}
	for _, tt := range tests {
		text := strings.Repeat(tt.part, 100_000/len(strings.Fields(tt.part)))
		tokens, ends := s.Split(text)
		check(t, text, tokens, ends)
		if len(ends) < len(tokens)/MaxWords {
			t.Errorf("%s: %d sentences of %d tokens", tt.name, len(ends), len(tokens))
		}
		for _, e := range ends[:len(ends)-1] {
			if got := text[tokens[e-1].Start:tokens[e-1].End]; !strings.HasSuffix(got, tt.end) && tt.name != "conjunctions" {
				t.Fatalf("%s: a piece ends in %q, want %q", tt.name, got, tt.end)
			}
			if got := text[tokens[e].Start:tokens[e].End]; tt.name == "conjunctions" && got != "and" {
				t.Fatalf("%s: a piece begins with %q", tt.name, got)
			}
		}
	}
}

// check reports what is wrong with a split: every visible character lies in one
// token, tokens lie between runes and in order, sentences cover them all.
func check(t *testing.T, text string, tokens []Token, ends []int) {
	t.Helper()
	at := 0
	boundary := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text) }
	blank := func(s string) bool { return strings.TrimFunc(s, space) == "" }
	for i, k := range tokens {
		if k.Start < at || k.End <= k.Start || !boundary(k.Start) || !boundary(k.End) {
			t.Fatalf("token %d is %+v, the one before ended at %d", i, k, at)
		}
		if !blank(text[at:k.Start]) || strings.ContainsFunc(text[k.Start:k.End], unicode.IsSpace) {
			t.Fatalf("token %d is %q behind %q", i, text[k.Start:k.End], text[at:k.Start])
		}
		at = k.End
	}
	if !blank(text[at:]) {
		t.Fatalf("no token covers %q", text[at:])
	}
	first := 0
	for i, e := range ends {
		if e <= first || e-first > MaxWords || e > len(tokens) {
			t.Fatalf("sentence %d holds tokens %d to %d of %d", i, first, e, len(tokens))
		}
		if tokens[first].Joined {
			t.Fatalf("sentence %d begins with the later part of a contraction", i)
		}
		first = e
	}
	if first != len(tokens) {
		t.Fatalf("sentences cover %d of %d tokens", first, len(tokens))
	}
}

var seeds = []string{
	"", " \n\n ", "The army left. It was over.\n\nTalks fail\nThe talks failed.", "“We’ll see,” said Mr. O’Neill (left). \"No!\" he added…",
	"KYIV (AP) — No.\r\n\r\nhttp://a.b/c?d don't e.g. 1,000.5 $5m ... ?! b/c alt.a.b", "\xff\xfe broken \xc3( bytes", "日本の首相は北京を訪問した。 Привет, мир!",
	"''", "(", "No.\n\n5", "Dear all,\nthe lines of this mail were filled to a width of sixty\nor so; their ends say nothing of where sentences end. The\nlast is short.",
	"a\u200bb\u2028c\u0085d", "A-\n-B 'tis '90s cannot gonna I'd've",
}

// FuzzSplit checks what must hold for any text, and that a text gives the same
// whether it is read as a whole, a paragraph at a time or after another one.
func FuzzSplit(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i])
	}
	m := learnt(f)
	used := NewSplitter(m, word.NewCache())
	f.Fuzz(func(t *testing.T, a, b string) {
		var tokens []Token
		var ends []int
		for _, part := range []struct {
			text   string
			offset int
		}{{a, 0}, {b, len(a) + 2}} {
			ks, es := NewSplitter(m, word.NewCache()).Split(part.text)
			check(t, part.text, ks, es)
			before := len(tokens)
			for _, k := range ks {
				tokens = append(tokens, Token{k.Start + part.offset, k.End + part.offset, k.Joined})
			}
			for _, e := range es {
				ends = append(ends, e+before)
			}
		}
		whole := a + "\n\n" + b
		ks, es := used.Split(whole)
		check(t, whole, ks, es)
		if !slices.Equal(ks, tokens) || !slices.Equal(es, ends) {
			t.Errorf("%q\nas a whole gives %q,\nits two halves give %q", whole, sentencesOf(whole, ks, es), sentencesOf(whole, tokens, ends))
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	s := NewSplitter(learnt(b), word.NewCache())
	text := strings.Repeat("The army left the town of Kherson on Monday, officials said. “We agree,” the U.S. envoy told the BBC. ", 100)
	b.SetBytes(int64(len(text)))
	for range b.N {
		s.Split(text)
	}
}
