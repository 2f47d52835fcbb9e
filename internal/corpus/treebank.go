package corpus

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// maxTreebankLine bounds a line of a treebank, in bytes.
const maxTreebankLine = 1 << 24

// ReadTreebank reads the texts of those documents of a CoNLL-U file whose ids
// begin with kind and a hyphen, as articles of the given source: their
// sentences, with a space between them and a new line at a paragraph. Trees are
// skipped unread, and damage in them does no harm. Errors name the line.
func ReadTreebank(r io.Reader, kind, source string) ([]Article, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxTreebankLine)
	var out []Article
	var text strings.Builder
	wanted, between := false, byte(' ')
	end := func() {
		if wanted {
			out[len(out)-1].Text = text.String()
		}
		text.Reset()
	}
	line := 0
	for ; sc.Scan(); line++ {
		key, value, _ := strings.Cut(sc.Text(), " = ")
		switch {
		case key == "# newdoc id":
			end()
			if wanted = strings.HasPrefix(value, kind+"-"); wanted {
				out = append(out, Article{ID: source + "-" + strings.TrimPrefix(value, kind+"-"), Source: source, Licence: "CC BY-SA 4.0"})
			}
		case strings.HasPrefix(key, "# newpar"):
			between = '\n'
		case key == "# text" && wanted:
			if text.Len() > 0 {
				text.WriteByte(between)
			}
			text.WriteString(value)
			between = ' '
		}
	}
	end()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read treebank, line %d: %w", line+1, err)
	}
	return out, nil
}
