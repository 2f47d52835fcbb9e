package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is a paragraph: a half-open range of bytes of the text. It may hold
// line breaks when the text was filled to a width.
type Block struct{ Start, End int }

// Paragraphs appends the paragraphs of text to out. An empty line always ends
// one, and any other line break does too, unless the lines between two empty
// ones look as if they had been filled to a width.
func Paragraphs(text string, out []Block) []Block {
	for at := 0; at < len(text); {
		end := at
		lines := 0
		for end < len(text) {
			stop := lineEnd(text, end)
			if strings.TrimSpace(text[end:stop]) == "" {
				break
			}
			lines++
			end = min(stop+1, len(text))
		}
		if lines > 1 && !filled(text[at:end]) {
			out = lineBlocks(text, at, end, out)
		} else if lines > 0 {
			out = append(out, Block{at, end})
		}
		if end < len(text) {
			end = min(lineEnd(text, end)+1, len(text))
		}
		at = end
	}
	return out
}

// lineEnd returns the index of the line break that ends the line at i, or the
// length of text.
func lineEnd(text string, i int) int {
	if k := strings.IndexByte(text[i:], '\n'); k >= 0 {
		return i + k
	}
	return len(text)
}

func lineBlocks(text string, at, end int, out []Block) []Block {
	for at < end {
		stop := min(lineEnd(text, at), end)
		out = append(out, Block{at, stop})
		at = stop + 1
	}
	return out
}

// The widths to which mail and wire copy is filled, in characters.
const (
	leastWidth = 40
	mostWidth  = 110
)

// filled reports whether the lines of a block were broken to fit a width: each
// line but the last is so long that the next line's first word would not have
// fitted within the longest line. Two lines are too few to tell, unless the
// second goes on in lower case.
func filled(block string) bool {
	lines := strings.Split(strings.TrimRight(block, "\r\n"), "\n")
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimRight(l, " \r")))
	}
	if width < leastWidth || width > mostWidth {
		return false
	}
	lower := 0
	for i, l := range lines[1:] {
		first, _, _ := strings.Cut(strings.TrimSpace(l), " ")
		if utf8.RuneCountInString(strings.TrimRight(lines[i], " \r"))+1+utf8.RuneCountInString(first) <= width {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(first); unicode.IsLower(r) {
			lower++
		}
	}
	return lower > 0 && (len(lines) > 2 || lower == 1)
}
