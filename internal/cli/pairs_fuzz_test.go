package cli

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// FuzzPair reads any line as a pair; what is taken has spans inside its text.
func FuzzPair(f *testing.F) {
	f.Add([]byte(`{"id":"a","marked_sentence":"<s>Oslo</s> thanked <t>Cairo</t>."}`))
	f.Add([]byte(`{"sentence":"é met É","source":"é","target":null}`))
	f.Add([]byte(`{"marked_sentence":"<s><t></s></t> \ud800"}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		d, err := pairDocument(line, entente.Origin{File: "f", Line: 1})
		if err != nil {
			return
		}
		if d.Text == "" || len(d.Extra[pairKey]) == 0 {
			t.Fatalf("%q gives an empty pair", line)
		}
		var s pairSpans
		if err := json.Unmarshal(d.Extra[pairKey], &s); err != nil {
			t.Fatal(err)
		}
		for _, span := range []entente.Span{s.Source, s.Target} {
			if span.Start < 0 || span.End > len(d.Text) || span.Start > span.End || !utf8.ValidString(span.In(d.Text)) {
				t.Errorf("span %v lies outside %q", span, d.Text)
			}
		}
	})
}
