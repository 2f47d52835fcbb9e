package eval

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one syntactic word with its stretch of the text's characters, white
// space left out.
type word struct {
	start, end int
	multi      bool // part of a contraction: the stretch is the whole token's
	form       string
	lemma      string
	upos, xpos string
	rel, full  string
	head       int // index of the head in the same list; -1 for a root
}

// treebank is a file of trees, flattened.
type treebank struct {
	chars     strings.Builder
	pos       int // length of chars in characters
	tokens    [][2]int
	words     []word
	sentences [][2]int
}

// builder reads one sentence after another.
type builder struct {
	treebank
	start    int // first character of the sentence
	first    int // first word of the sentence
	ids      []int
	heads    []int
	multiEnd int
	multi    [2]int
}

var errColumns = errors.New("a word line needs eight columns")

func readTreebank(fsys fs.FS, name string) (*treebank, error) {
	b := &builder{}
	err := lines(fsys, name, func(_ int, line []byte) error { return b.line(string(line)) })
	b.close()
	return &b.treebank, err
}

func (b *builder) line(l string) error {
	if l == "" {
		b.close()
		return nil
	}
	if l[0] == '#' {
		return nil
	}
	c := strings.Split(l, "\t")
	if len(c) < 8 {
		return errColumns
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	form := strings.Join(strings.FieldsFunc(c[1], unicode.IsSpace), "")
	n := utf8.RuneCountInString(form)
	if from, to, ok := strings.Cut(c[0], "-"); ok {
		if _, err := strconv.Atoi(from); err != nil {
			return fmt.Errorf("word range: %w", err)
		}
		last, err := strconv.Atoi(to)
		if err != nil {
			return fmt.Errorf("word range: %w", err)
		}
		b.multiEnd, b.multi = last, [2]int{b.pos, b.pos + n}
		b.add(form, n)
		b.tokens = append(b.tokens, b.multi)
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return fmt.Errorf("word number: %w", err)
	}
	w := word{form: form, lemma: c[2], upos: c[3], xpos: c[4], full: c[7], head: -1}
	w.rel, _, _ = strings.Cut(c[7], ":")
	if id <= b.multiEnd {
		w.start, w.end, w.multi = b.multi[0], b.multi[1], true
	} else {
		w.start, w.end = b.pos, b.pos+n
		b.add(form, n)
		b.tokens = append(b.tokens, [2]int{w.start, w.end})
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		head = 0
	}
	b.words, b.ids, b.heads = append(b.words, w), append(b.ids, id), append(b.heads, head)
	return nil
}

func (b *builder) add(form string, n int) {
	b.chars.WriteString(form)
	b.pos += n
}

func (b *builder) close() {
	if len(b.ids) > 0 {
		at := map[int]int{}
		for i, id := range b.ids {
			at[id] = b.first + i
		}
		for i, h := range b.heads {
			if k, ok := at[h]; ok && h != 0 {
				b.words[b.first+i].head = k
			}
		}
		b.sentences = append(b.sentences, [2]int{b.start, b.pos})
	}
	b.start, b.first, b.ids, b.heads, b.multiEnd = b.pos, len(b.words), nil, nil, 0
}

// align maps system words to gold words: those with the same characters, and
// within contractions the longest common run of forms, as the CoNLL 2018
// shared task did (Zeman et al., 2018). -1 is none.
func align(g, s []word) []int {
	out := make([]int, len(s))
	for i := range out {
		out[i] = -1
	}
	i, j := 0, 0
	for i < len(g) && j < len(s) {
		a, b := &g[i], &s[j]
		switch {
		case !a.multi && !b.multi:
			switch {
			case a.start == b.start && a.end == b.end:
				out[j] = i
				i, j = i+1, j+1
			case a.start < b.start || (a.start == b.start && a.end <= b.end):
				i++
			default:
				j++
			}
		case a.end <= b.start:
			i++
		case b.end <= a.start:
			j++
		default:
			i, j = alignBlock(g, s, i, j, out)
		}
	}
	return out
}

// alignBlock aligns the stretch of words that covers the contractions at i and
// j, and returns where it ends on both sides.
func alignBlock(g, s []word, i, j int, out []int) (int, int) {
	i0, j0, end := i, j, 0
	if g[i].multi {
		end = g[i].end
	}
	if s[j].multi {
		end = max(end, s[j].end)
	}
	for grew := true; grew; {
		grew = false
		for ; i < len(g) && g[i].start < end; i++ {
			if g[i].multi && g[i].end > end {
				end, grew = g[i].end, true
			}
		}
		for ; j < len(s) && s[j].start < end; j++ {
			if s[j].multi && s[j].end > end {
				end, grew = s[j].end, true
			}
		}
	}
	for _, p := range common(g[i0:i], s[j0:j]) {
		out[j0+p[1]] = i0 + p[0]
	}
	return i, j
}

// common returns the pairs of a longest common subsequence of forms.
func common(a, b []word) [][2]int {
	n, m := len(a), len(b)
	t := make([][]int, n+1)
	for x := range t {
		t[x] = make([]int, m+1)
	}
	same := func(x, y int) bool { return strings.EqualFold(a[x].form, b[y].form) }
	for x := n - 1; x >= 0; x-- {
		for y := m - 1; y >= 0; y-- {
			if same(x, y) {
				t[x][y] = t[x+1][y+1] + 1
			} else {
				t[x][y] = max(t[x+1][y], t[x][y+1])
			}
		}
	}
	var out [][2]int
	for x, y := 0, 0; x < n && y < m; {
		switch {
		case same(x, y):
			out = append(out, [2]int{x, y})
			x, y = x+1, y+1
		case t[x+1][y] >= t[x][y+1]:
			x++
		default:
			y++
		}
	}
	return out
}

// ParseScore is how well a text was cut, tagged and parsed; parts in percent.
type ParseScore struct {
	Tokens, Sentences, Words        PRF
	UPOS, XPOS, Lemma, UAS, LAS     PRF
	GoldWords, SystemWords, Aligned int
	Relations                       map[string]RelationScore // 20 cases or more
}

// RelationScore is how often a relation was found with its head.
type RelationScore struct {
	PRF
	Gold int
}

var errText = errors.New("the two files do not hold the same characters")

// ScoreParse scores the trees of one CoNLL-U file against those of another
// that holds the same characters.
func ScoreParse(goldFS fs.FS, gold string, sysFS fs.FS, sys string) (ParseScore, error) {
	g, err := readTreebank(goldFS, gold)
	if err != nil {
		return ParseScore{}, err
	}
	s, err := readTreebank(sysFS, sys)
	if err != nil {
		return ParseScore{}, err
	}
	if gc, sc := g.chars.String(), s.chars.String(); gc != sc {
		n := 0
		for n < len(gc) && n < len(sc) && gc[n] == sc[n] {
			n++
		}
		return ParseScore{}, fmt.Errorf("%w: they differ near %q and %q", errText, clip(gc, n), clip(sc, n))
	}
	m := align(g.words, s.words)
	out := ParseScore{GoldWords: len(g.words), SystemWords: len(s.words), Tokens: sameSpans(g.tokens, s.tokens).Percent(),
		Sentences: sameSpans(g.sentences, s.sentences).Percent()}
	var ok [5]int
	relTP, relSys, relGold := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range s.words {
		count(relSys, &s.words[i])
	}
	for i := range g.words {
		count(relGold, &g.words[i])
	}
	for j := range s.words {
		if m[j] < 0 {
			continue
		}
		out.Aligned++
		w, gw := &s.words[j], &g.words[m[j]]
		head := (w.head < 0 && gw.head < 0) || (w.head >= 0 && m[w.head] >= 0 && m[w.head] == gw.head)
		ok[0] += btoi(w.upos == gw.upos)
		ok[1] += btoi(w.xpos == gw.xpos)
		ok[2] += btoi(w.lemma == gw.lemma || gw.lemma == "_")
		ok[3] += btoi(head)
		ok[4] += btoi(head && w.rel == gw.rel)
		if head && (gw.full == w.full || gw.full == w.rel) {
			relTP[gw.full]++
		}
		if head && gw.rel != gw.full && (gw.rel == w.full || gw.rel == w.rel) {
			relTP[gw.rel]++
		}
	}
	n, k := len(s.words), len(g.words)
	out.Words = prf(out.Aligned, n, k).Percent()
	for i, p := range []*PRF{&out.UPOS, &out.XPOS, &out.Lemma, &out.UAS, &out.LAS} {
		*p = prf(ok[i], n, k).Percent()
	}
	out.Relations = map[string]RelationScore{}
	for _, r := range keys(relGold) {
		if relGold[r] >= 20 {
			out.Relations[r] = RelationScore{prf(relTP[r], relSys[r], relGold[r]).Percent(), relGold[r]}
		}
	}
	return out, nil
}

func count(c map[string]int, w *word) {
	c[w.full]++
	if w.rel != w.full {
		c[w.rel]++
	}
}

func clip(s string, at int) string {
	return string(bytes.ToValidUTF8([]byte(s[at:min(len(s), at+30)]), nil))
}

func sameSpans(g, s [][2]int) PRF {
	gs, ss := map[[2]int]bool{}, map[[2]int]bool{}
	for _, x := range g {
		gs[x] = true
	}
	tp := 0
	for _, x := range s {
		if gs[x] && !ss[x] {
			tp++
		}
		ss[x] = true
	}
	return prf(tp, len(s), len(g))
}
