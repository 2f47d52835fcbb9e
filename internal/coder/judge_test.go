package coder

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

func TestScored(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		tags []entente.UPOS
		date string // a part of text that is one
		want bool
	}{
		{"beat Togo 2 - 1 in Kumasi", nil, "", false}, // the dash does not touch
		{"beat Togo 2-1 in Kumasi", []entente.UPOS{entente.VERB, entente.PROPN, entente.NUM, entente.SYM, entente.NUM, entente.ADP, entente.PROPN}, "", true},
		{"won 104–98", []entente.UPOS{entente.VERB, entente.NUM, entente.SYM, entente.NUM}, "", true},
		{"shelled 2-3 villages", []entente.UPOS{entente.VERB, entente.NUM, entente.SYM, entente.NUM, entente.NOUN}, "", false},
		{"fired in 2019-2020 again", []entente.UPOS{entente.VERB, entente.ADP, entente.NUM, entente.SYM, entente.NUM, entente.ADV}, "", false},
		{"raided on 5-6 May", []entente.UPOS{entente.VERB, entente.ADP, entente.NUM, entente.SYM, entente.NUM, entente.PROPN}, "5-6 May", false},
		{"beat Togo 2-1 on 5 May", []entente.UPOS{entente.VERB, entente.PROPN, entente.NUM, entente.SYM, entente.NUM, entente.ADP, entente.NUM, entente.PROPN}, "5 May", true},
	}
	for _, tt := range tests {
		d := &entente.Document{Text: tt.text}
		at := 0
		for _, w := range strings.Fields(strings.NewReplacer("–", " – ", "-", " - ").Replace(tt.text)) {
			at += strings.Index(tt.text[at:], w)
			k := entente.Token{Span: entente.Span{Start: at, End: at + len(w)}, UPOS: entente.NUM}
			if n := len(d.Tokens); n < len(tt.tags) {
				k.UPOS = tt.tags[n]
			}
			d.Tokens = append(d.Tokens, k)
			at += len(w)
		}
		if tt.date != "" {
			from := strings.Index(tt.text, tt.date)
			d.Dates = []entente.TimeExpr{{Span: entente.Span{Start: from, End: from + len(tt.date)}}}
		}
		x := &tree{}
		x.load(d, &table{})
		if got := x.scored(0, len(d.Tokens)); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}
