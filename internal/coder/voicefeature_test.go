package coder

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

// TestVoiceAt tells a speaker's own words from those of whoever wrote the text.
func TestVoiceAt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"We condemn the raid .", "own"},
		{"\" We condemn the raid , \" she said .", "quoted"},
		{"\" Never , \" she said , and we agree .", "own"},
		{"“ Talks are over .\nWe leave .", "quoted"},
		{"“ Talks are over .\n\nWe leave .", "own"},
		{"« Talks are over . » We leave .", "own"},
		{"They leave .", ""},
		{"Our leaders met .", "own"},
	} {
		d := &entente.Document{Text: test.text}
		x := &tree{d: d}
		at := -1
		for pos, w := range strings.FieldsFunc(test.text, func(r rune) bool { return r == ' ' || r == '\n' }) {
			begin := strings.Index(test.text, w)
			if pos > 0 {
				end := d.Tokens[pos-1].Span.End
				begin = end + strings.Index(test.text[end:], w)
			}
			d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: begin, End: begin + len(w)}})
			tag := entente.NOUN
			switch strings.ToLower(w) {
			case "we", "our", "they":
				tag, at = entente.PRON, pos
			case "she":
				tag = entente.PRON
			}
			x.pos = append(x.pos, tag)
		}
		if got := x.voiceAt(at); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}
