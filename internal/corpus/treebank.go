package corpus

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// ReadTreebank reads the texts of those documents of a CoNLL-U file whose ids
// begin with kind and a hyphen, as articles of the given source: their
// sentences, with a space between them and a new line at a paragraph.
func ReadTreebank(r io.Reader, kind, source string) ([]Article, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	var out []Article
	var text strings.Builder
	wanted, paragraph := false, false
	end := func() {
		if wanted {
			out[len(out)-1].Text = text.String()
		}
		text.Reset()
	}
	for sc.Scan() {
		key, value, _ := strings.Cut(sc.Text(), " = ")
		switch {
		case key == "# newdoc id":
			end()
			if wanted = strings.HasPrefix(value, kind+"-"); wanted {
				out = append(out, Article{ID: source + "-" + strings.TrimPrefix(value, kind+"-"), Source: source, Licence: "CC BY-SA 4.0"})
			}
		case strings.HasPrefix(key, "# newpar"):
			paragraph = true
		case key == "# text" && wanted:
			if text.Len() > 0 {
				text.WriteByte(map[bool]byte{true: '\n', false: ' '}[paragraph])
			}
			text.WriteString(value)
			paragraph = false
		}
	}
	end()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	return out, nil
}
