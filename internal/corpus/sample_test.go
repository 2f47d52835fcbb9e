package corpus

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSplitText(t *testing.T) {
	t.Parallel()
	in := "Gov. A. Adams met Dr. Wu of the U.S. Senate. “They left.” Was it 5 p.m. Tuesday? It cost $27. 5 million!\nA line Then more."
	want := []string{"Gov. A. Adams met Dr. Wu of the U.S. Senate.", "“They left.”", "Was it 5 p.m. Tuesday?", "It cost $27. 5 million!", "A line Then more."}
	text := []rune(in)
	var got []string
	for _, s := range splitText(text) {
		got = append(got, string(text[s.Start:s.End]))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestWhole(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"The “old” men left by the back door.":       true,
		"\"We left by the back door,\" he said.":     true,
		"they left by the back door.":                false,
		"They left.":                                 false,
		"The men left by the back door":              false,
		"Smith, Jones, Brown, Adams, Clark, Miller.": false,
		"The \"old men left by the back door.":       false,
		"See www.example.org for what they left.":    false,
		"The men  left by the back door.":            false,
		"Monday, they left by the back door.":        false,
		"JONES: They all left by the back door.":     false,
	} {
		if got := whole(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// articles makes news of nothing: n articles of each of three sources, of
// which one has no dates.
func articles(n int) []Article {
	var out []Article
	for _, s := range []string{"dated-a", "dated-b", "undated", "gum-bio"} {
		for i := range n {
			a := Article{ID: fmt.Sprintf("%s-%d", s, i), Source: s, Title: "What they say"}
			for k := range 5 {
				a.Text += fmt.Sprintf("The ministry’s clerk number %d%d of %s read a paper to them. ", i, k, s)
			}
			if s != "undated" {
				a.Date = "2014-07-03"
			}
			out = append(out, a)
		}
	}
	return out
}

func TestDraw(t *testing.T) {
	t.Parallel()
	in := articles(10)
	drawn, err := Draw(in, 1, 30)
	if err != nil {
		t.Fatal(err)
	}
	sources, docs := map[string]int{}, map[string]int{}
	for _, d := range drawn {
		sources[d.Source]++
		docs[d.Doc]++
		if docs[d.Doc] > maxPerArticle {
			t.Errorf("%s gives %d sentences", d.Doc, docs[d.Doc])
		}
	}
	if len(drawn) != 30 || sources["dated-a"] != 10 || sources["dated-b"] != 10 || sources["undated"] != 10 {
		t.Errorf("%d drawn: %v", len(drawn), sources)
	}
	slices.Reverse(in)
	again, err := Draw(in, 1, 30)
	if err != nil || !slices.Equal(drawn, again) {
		t.Errorf("the order of the articles changes the sample: %v", err)
	}
	other, err := Draw(in, 2, 30)
	if err != nil || slices.Equal(drawn, other) {
		t.Errorf("another seed gives the same sample: %v", err)
	}
	if _, err := Draw(in, 1, 100); err == nil {
		t.Error("more sentences than there are are drawn")
	}
}

func TestStripAndRebuild(t *testing.T) {
	t.Parallel()
	in := articles(10)
	drawn, err := Draw(in, 1, 30)
	if err != nil {
		t.Fatal(err)
	}
	var list, typed bytes.Buffer
	if WriteDrawn(&list, drawn) != nil || WriteDrawnTyped(&typed, drawn) != nil {
		t.Fatal("write sample")
	}
	sample, err := ReadDrawn("list", &list)
	if err != nil {
		t.Fatal(err)
	}
	annotated := strings.ReplaceAll(typed.String(), " to them.\n",
		" to them.\n> CONSULT | @ read | A: ministry's clerk=KEN:GOV | R: them=KEN:CVL | W: none | about: paper\n")
	stripped, err := Strip(read(t, annotated), sample)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := WriteJSON(&out, stripped); err != nil || strings.Contains(out.String(), "clerk") || strings.Contains(out.String(), "paper") {
		t.Errorf("text is left: %s, %v", out.String(), err)
	}
	for i := range stripped {
		if causes := Validate(&stripped[i]); len(causes) > 0 {
			t.Errorf("%s: %v", stripped[i].ID, causes)
		}
	}
	back, err := Rebuild(stripped, in)
	if err != nil {
		t.Fatal(err)
	}
	if got := *back[0].Events[0].Actor[0].Text.Text; got != "ministry’s clerk" {
		t.Errorf("rebuilt %q", got)
	}
	for i := range in {
		in[i].Text = strings.ReplaceAll(in[i].Text, "paper", "novel")
	}
	if _, err := Rebuild(stripped, in); err == nil {
		t.Error("another text is put back")
	}
	if _, err := Strip(read(t, strings.ReplaceAll(annotated, "read", "reread")), sample); err == nil {
		t.Error("a changed sentence is stripped")
	}
}
