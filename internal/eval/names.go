package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// NameSpan is a name: a range with its type.
type NameSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// NameDoc is a document's names. Offsets are code points.
type NameDoc struct {
	ID       string     `json:"id"`
	Text     string     `json:"text,omitempty"`
	Entities []NameSpan `json:"entities"`
}

// NameScore is how well names were found with the same ends and type; Untyped
// leaves the type aside. In percent.
type NameScore struct {
	All, Untyped PRF
	ByType       map[string]RelationScore
}

// scoreNames scores sets of spans, sentence by sentence or document by
// document.
func scoreNames(gold, sys []map[NameSpan]bool) NameScore {
	tp, ns, ng := map[string]int{}, map[string]int{}, map[string]int{}
	var loose, all [3]int
	for i := range gold {
		g, s := gold[i], sys[i]
		ga, sa := map[[2]int]bool{}, map[[2]int]bool{}
		for x := range g {
			ng[x.Type]++
			all[2]++
			ga[[2]int{x.Start, x.End}] = true
		}
		for x := range s {
			ns[x.Type]++
			all[1]++
			sa[[2]int{x.Start, x.End}] = true
			if g[x] {
				tp[x.Type]++
				all[0]++
			}
		}
		for x := range sa {
			loose[0] += btoi(ga[x])
		}
		loose[1], loose[2] = loose[1]+len(sa), loose[2]+len(ga)
	}
	out := NameScore{All: prf(all[0], all[1], all[2]).Percent(), Untyped: prf(loose[0], loose[1], loose[2]).Percent(), ByType: map[string]RelationScore{}}
	for t := range ns {
		ng[t] += 0
	}
	for _, t := range keys(ng) {
		out.ByType[t] = RelationScore{prf(tp[t], ns[t], ng[t]).Percent(), ng[t]}
	}
	return out
}

// ScoreNameSpans scores names by character offsets. Documents without a
// prediction have none.
func ScoreNameSpans(gold, pred []NameDoc) (NameScore, error) {
	given, err := byID(pred, func(d *NameDoc) string { return d.ID })
	if err != nil {
		return NameScore{}, err
	}
	g, s := make([]map[NameSpan]bool, len(gold)), make([]map[NameSpan]bool, len(gold))
	for i, d := range gold {
		g[i], s[i] = set(d.Entities), map[NameSpan]bool{}
		if p := given[d.ID]; p != nil {
			s[i] = set(p.Entities)
		}
	}
	return scoreNames(g, s), nil
}

func set(xs []NameSpan) map[NameSpan]bool {
	out := map[NameSpan]bool{}
	for _, x := range xs {
		out[x] = true
	}
	return out
}

// TaggedWord is one word of a file of names.
type TaggedWord struct{ Form, Tag string }

// ReadIOB reads sentences of "index TAB word TAB tag" lines, parted by empty
// lines.
func ReadIOB(fsys fs.FS, name string) ([][]TaggedWord, error) {
	var out [][]TaggedWord
	var cur []TaggedWord
	err := lines(fsys, name, func(_ int, line []byte) error {
		l := string(line)
		switch {
		case strings.TrimSpace(l) == "":
			if len(cur) > 0 {
				out, cur = append(out, cur), nil
			}
		case l[0] != '#' || strings.HasPrefix(l, "#\t"):
			c := strings.Split(l, "\t")
			if len(c) < 3 {
				return errors.New("a line needs a number, a word and a tag")
			}
			cur = append(cur, TaggedWord{c[1], c[2]})
		}
		return nil
	})
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out, err
}

// ScoreIOB scores names of the types PER, LOC and ORG on the same words.
func ScoreIOB(gold, sys [][]TaggedWord) (NameScore, error) {
	if len(gold) != len(sys) {
		return NameScore{}, fmt.Errorf("%d sentences in gold, %d in the system's file", len(gold), len(sys))
	}
	g, s := make([]map[NameSpan]bool, len(gold)), make([]map[NameSpan]bool, len(gold))
	for i := range gold {
		if len(gold[i]) != len(sys[i]) {
			return NameScore{}, fmt.Errorf("sentence %d has other words", i+1)
		}
		g[i], s[i] = tagSpans(gold[i]), tagSpans(sys[i])
	}
	return scoreNames(g, s), nil
}

// tagSpans reads the names off IOB2 tags. An I that continues nothing opens.
func tagSpans(ws []TaggedWord) map[NameSpan]bool {
	out := map[NameSpan]bool{}
	start, kind := -1, ""
	for i := 0; i <= len(ws); i++ {
		p, k := "O", ""
		if i < len(ws) {
			p, k, _ = strings.Cut(ws[i].Tag, "-")
		}
		if start >= 0 && (p == "B" || p == "O" || (p == "I" && k != kind)) {
			if kind == "PER" || kind == "LOC" || kind == "ORG" {
				out[NameSpan{start, i, kind}] = true
			}
			start = -1
		}
		if p == "B" || (p == "I" && start < 0) {
			start, kind = i, k
		}
	}
	return out
}
