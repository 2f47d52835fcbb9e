package coder

import "strings"

// familyEnds are the endings of nouns and adjectives that are made of verbs,
// with what may stand in their place in the verb, longest first.
var familyEnds = [...]struct {
	end  string
	verb []string
}{
	{"isation", []string{"ise", "ize"}}, {"ization", []string{"ize", "ise"}}, {"ification", []string{"ify"}},
	{"ication", []string{"icate", "y", "ish"}}, {"iation", []string{"iate", "y"}}, {"ulsion", []string{"el"}},
	{"ation", []string{"ate", "e", ""}}, {"ition", []string{"e", "it", "ite", "ish"}}, {"ution", []string{"ute", "ve"}},
	{"ption", []string{"pt", "be", "ve"}}, {"ction", []string{"ct", "cate", "e"}}, {"ssion", []string{"t", "ss", "de"}},
	{"nsion", []string{"nd", "nse"}}, {"sion", []string{"de", "d", "se", "t"}}, {"tion", []string{"te", "t", ""}},
	{"ment", []string{"", "e"}}, {"ance", []string{"", "e", "ate"}}, {"ence", []string{"", "e"}}, {"ancy", []string{"", "e"}},
	{"iness", []string{"y"}}, {"ure", []string{"", "e"}}, {"age", []string{"", "e"}}, {"ery", []string{"", "e", "er"}},
	{"ial", []string{"y"}}, {"al", []string{"", "e", "ate"}}, {"ing", []string{"", "e"}}, {"ied", []string{"y"}}, {"ed", []string{"", "e"}},
	{"er", []string{"", "e"}}, {"or", []string{"", "e", "ate"}}, {"th", []string{"", "e"}}, {"s", []string{""}}, {"", []string{"e", "ise", "ize", "ify"}},
}

// verbOf returns a verb of the list that the noun or adjective l is made of,
// "" for none: "withdrawal" of "withdraw", "condemnation" of "condemn".
func verbOf(l string, isVerb func(string) bool) string {
	for _, f := range familyEnds {
		stem, ok := strings.CutSuffix(l, f.end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, v := range f.verb {
			if v == "" && f.end == "" {
				continue
			}
			if isVerb(stem + v) {
				return stem + v
			}
		}
		if n := len(stem); n > 3 && stem[n-1] == stem[n-2] && isVerb(stem[:n-1]) {
			return stem[:n-1]
		}
	}
	return ""
}
