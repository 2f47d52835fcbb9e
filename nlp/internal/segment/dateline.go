package segment

import "github.com/entente-news/entente/nlp/internal/word"

// longestDateline is the number of tokens within which the dash of a dateline
// must come.
const longestDateline = 16

// dateline returns the number of tokens of the dateline that the paragraph
// begins with, its dash included, 0 if there is none: "BEIJING (Agency) —",
// "GENEVA, May 16 (Agency) --", "Kyiv (Agency) -", "LEXINGTON, Neb. (AP)". It is
// a sentence of its own, so that the tree of the first sentence holds nothing
// else.
func (c *context) dateline() int {
	if len(c.words) == 0 || c.words[0].Flags&word.Capital == 0 {
		return 0
	}
	certain := c.words[0].Flags&word.AllCaps != 0 && len(c.words[0].Form) > 2
	depth := 0
	for i := 0; i < min(len(c.words)-1, longestDateline); i++ {
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
		case dash(w.Form):
			apart := i > 0 && c.tokens[i].Start > c.tokens[i-1].End && c.tokens[i+1].Start > c.tokens[i].End
			if !apart && depth == 0 && c.tokens[i+1].Start == c.tokens[i].End && c.tokens[i].Start == c.tokens[i-1].End {
				continue // within a name
			}
			if certain && depth == 0 && i > 0 && c.words[i+1].Flags&(word.Capital|word.Symbol|word.Digit) != 0 {
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

func dash(form string) bool {
	return form == "-" || form == "--" || form == "—" || form == "–" || form == "_"
}
