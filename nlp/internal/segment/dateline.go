package segment

import "github.com/entente-news/entente/nlp/internal/word"

// longestDateline is the number of tokens within which the dash of a dateline
// must come.
const longestDateline = 16

// dateline returns the number of tokens of the dateline that the paragraph
// begins with, its dash or colon included, 0 if there is none: "BEIJING (Agency)
// —", "GENEVA, May 16 (Agency) --", "Kyiv (Agency) -", "LEXINGTON, Neb. (AP)",
// "Harare -", "ISLAMABAD:". It is a sentence of its own, so that the tree of the
// first sentence holds nothing else. A colon needs a known town or a bracket
// before it: otherwise it stands behind a speaker more often.
func (c *context) dateline() int {
	if len(c.words) == 0 || c.words[0].Flags&word.Capital == 0 {
		return 0
	}
	from := c.town()
	town := from > 0
	certain := c.shouts(0, 3) || c.shouts(0, 2) && c.shouts(1, 3) || town
	depth := 0
	for i := from; i < min(len(c.words)-1, longestDateline); i++ {
		w := c.words[i]
		switch {
		case w.Lower == "(":
			depth++
		case w.Lower == ")":
			depth--
			if certain && depth == 0 && agencies[c.words[i-1].Form] && c.words[i+1].Flags&word.Capital != 0 {
				return i + 1 // the dash was lost
			}
			certain = certain && depth == 0 || depth == 0 && i > 2
			town = town || certain && c.words[i-1].Flags&word.Capital != 0 // not "SMITH (laughing):"
		case dash(w.Form):
			apart := i > 0 && c.tokens[i].Start > c.tokens[i-1].End && c.tokens[i+1].Start > c.tokens[i].End
			if !apart && depth == 0 && c.tokens[i+1].Start == c.tokens[i].End && c.tokens[i].Start == c.tokens[i-1].End {
				continue // within a name
			}
			if certain && depth == 0 && i > 0 && c.words[i+1].Flags&(word.Capital|word.Symbol|word.Digit) != 0 {
				return i + 1
			}
			return 0
		case w.Form == ":" && depth == 0:
			if town && i > 0 && c.words[i+1].Flags&(word.Capital|word.Symbol|word.Digit) != 0 {
				return i + 1
			}
			return 0
		case depth > 0, w.Flags&(word.Capital|word.Digit) != 0, w.Lower == ",", w.Lower == "/", w.Lower == ".", w.Lower == "and", w.Lower == "of":
		default:
			return 0
		}
	}
	return 0
}

// shouts reports whether word i is written in capitals and has at least n bytes.
func (c *context) shouts(i, n int) bool {
	return i < len(c.words) && c.words[i].Flags&word.AllCaps != 0 && len(c.words[i].Form) >= n
}

// town returns the number of tokens of the town that news is filed from with which
// the paragraph begins, 0 if there is none.
func (c *context) town() int {
	var room [64]byte
	name := room[:0]
	for i := 0; i < min(len(c.words), longestTown); i++ {
		if i > 0 && c.tokens[i].Start > c.tokens[i-1].End {
			name = append(name, ' ')
		}
		name = append(name, c.words[i].Lower...)
		if towns[string(name)] { // without a copy
			return i + 1
		}
	}
	return 0
}

func dash(form string) bool {
	return form == "-" || form == "--" || form == "—" || form == "–" || form == "_"
}
