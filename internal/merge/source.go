package merge

import (
	"net/url"
	"slices"
	"strings"
)

// credited returns the agencies on whose word x rests: those of the report as a
// whole and those of its sentence, in order of the text, each once.
func credited(x *item) []string {
	out := []string{}
	for _, c := range x.report.Provenance.Credits {
		if (c.Whole || c.Span.Overlaps(x.claim.Sentence)) && !slices.Contains(out, c.Agency) {
			out = append(out, c.Agency)
		}
	}
	return out
}

// sources numbers the sources of items, from 0 in the order of the first: two
// items have the same number when one rests on the other or both on a third,
// as near-copies, by crediting the same agency, or as outlets of one owner.
// Reports of unnamed outlets count as one, since nothing shows that they are
// several.
func sources(items []item) []int {
	marks := make([][]string, len(items))
	for i := range items {
		marks[i] = marksOf(items[i].report, credited(&items[i]))
	}
	return classes(marks)
}

// Independent returns how many of reports rest on sources of their own, by the
// agencies that they credit as a whole, their owners, and their copies.
func Independent(reports []Report) int {
	marks := make([][]string, len(reports))
	for i := range reports {
		var whole []string
		for _, c := range reports[i].Provenance.Credits {
			if c.Whole {
				whole = append(whole, c.Agency)
			}
		}
		marks[i] = marksOf(&reports[i], whole)
	}
	n := 0
	for _, k := range classes(marks) {
		n = max(n, k+1)
	}
	return n
}

// marksOf are what two reports that are not independent have in common.
func marksOf(r *Report, credits []string) []string {
	out := []string{"copy:" + head(r), "outlet:" + Fold(Outlet(r.Outlet, r.URL))}
	if r.Provenance.Owner != "" {
		out = append(out, "owner:"+Fold(r.Provenance.Owner))
	}
	for _, c := range credits {
		out = append(out, "outlet:"+Fold(c), "owner:"+Fold(c)) // an agency's own report is one that credits it
	}
	return out
}

// classes numbers the classes that sharing a mark makes, from 0 in the order
// of their first.
func classes(marks [][]string) []int {
	parent := make([]int, len(marks))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	first := map[string]int{}
	for i := range marks {
		for _, k := range marks[i] {
			if j, ok := first[k]; ok {
				a, b := find(i), find(j)
				parent[max(a, b)] = min(a, b)
			} else {
				first[k] = i
			}
		}
	}
	out := make([]int, len(marks))
	number := map[int]int{}
	for i := range marks {
		root := find(i)
		n, ok := number[root]
		if !ok {
			n = len(number)
			number[root] = n
		}
		out[i] = n
	}
	return out
}

// Outlet returns the name of an outlet: the one given, else the host of the
// address, else "".
func Outlet(name, address string) string {
	if name != "" {
		return name
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// Fold brings names of outlets and owners that differ in case, spacing or an
// article to one form.
func Fold(name string) string {
	s := strings.Join(strings.Fields(strings.ToLower(name)), " ")
	return strings.TrimPrefix(s, "the ")
}
