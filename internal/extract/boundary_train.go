package extract

import (
	"encoding/binary"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/model"
)

// BoundaryTags counts, for each word in lower case, the Penn tags it bears in
// a treebank.
type BoundaryTags map[string]map[string]int

// Headline is one to learn borders from.
type Headline struct {
	Title string // in any style of capitals
	Story string // what it is about; those of one story are not run together
}

// BoundaryScore says how well headlines were told apart.
type BoundaryScore struct {
	Headlines, Exact int // in runs of three, and those found with both ends
	Borders, Found   int // true ones, and those found
	Marked           int // borders that were set
}

const (
	runLength   = 3   // headlines in a run
	clauseShare = 3   // of ten headlines, that are made of clauses of treebanks
	blindShare  = 3   // of ten runs, in which only the classes of words are seen
	learnMargin = 100 // by which a true border must beat a false one
	wordStories = 8   // a word is learnt from if so many stories have it
	tagCount    = 2   // a word of the treebanks counts if seen so often
	tagShare    = 12  // percent of a word's uses that make a part of speech
	weightUnit  = 32  // integer weight of one step
)

// posOf maps the beginning of Penn tags to parts of speech.
var posOf = []struct {
	tag string
	pos uint16
}{{"NNP", posName}, {"NNS", posPlural}, {"NN", posNoun}, {"JJ", posAdj}, {"VBZ", posThird}, {"VBD", posPast}, {"VBN", posPast}, {"VBG", posIng}, {"VB", posBase}, {"RB", posAdverb}}

// LearnBoundaries makes the tables of the borders of headlines: weights and
// classes of words, each as pairs of a hash and 16 bits, sorted. Words are kept
// as hashes only. runs is the number of runs of three that are learnt from.
func LearnBoundaries(tags BoundaryTags, heads, clauses []Headline, runs int, seed uint64) (weights, classes []byte) {
	t := &boundaryTable{classes: wordClasses(tags)}
	l := &learner{r: &reader{lex: words(), classes: t.classes}, rnd: model.NewRand(seed), w: map[uint32]*weight{}}
	l.common = commonWords(append(append([]Headline{}, heads...), clauses...))
	l.stories, l.clauses = byStory(heads), byStory(clauses)
	for range runs {
		ex := l.example()
		l.learn(&ex)
	}
	return l.pack(), packClasses(t.classes)
}

// wordClasses returns the parts of speech of the words of a treebank.
func wordClasses(tags BoundaryTags) map[uint32]uint16 {
	out := map[uint32]uint16{}
	for w, counts := range tags {
		total, by := 0, map[uint16]int{}
		for tag, n := range counts {
			pos := uint16(posOther)
			for _, p := range posOf {
				if strings.HasPrefix(tag, p.tag) {
					pos = p.pos
					break
				}
			}
			by[pos] += n
			total += n
		}
		if total < tagCount {
			continue
		}
		var m uint16
		for pos, n := range by {
			if n*100 >= total*tagShare {
				m |= pos
			}
		}
		out[wordKey(w)] |= m
	}
	return out
}

// byStory groups headlines, in the order in which stories first come.
func byStory(heads []Headline) [][]Headline {
	var out [][]Headline
	at := map[string]int{}
	for _, h := range heads {
		k, ok := at[h.Story]
		if !ok {
			k = len(out)
			at[h.Story] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], h)
	}
	return out
}

// commonWords returns the words that enough stories have.
func commonWords(heads []Headline) map[uint64]bool {
	stories := map[string]map[string]bool{}
	for _, h := range heads {
		for _, w := range split(h.Title, 0, len(h.Title)) {
			if stories[w.low] == nil {
				stories[w.low] = map[string]bool{}
			}
			stories[w.low][h.Story] = true
		}
	}
	out := map[uint64]bool{}
	for w, s := range stories {
		if len(s) >= wordStories {
			out[uint64(wordKey(w))|1<<40] = true
		}
	}
	return out
}

// example is a run of headlines with its true borders.
type example struct {
	as     []cue
	limits []limit
	starts []int
}

// weight is one of the perceptron's, with what its mean needs.
type weight struct{ now, sum, since int64 }

type learner struct {
	r                *reader
	rnd              *model.Rand
	common           map[uint64]bool
	stories, clauses [][]Headline
	w                map[uint32]*weight
	step             int64
}

// example draws three headlines of different stories.
func (l *learner) example() example {
	text, at := joinHeads(l.rnd, l.stories, l.clauses)
	return l.read(text, at)
}

// joinHeads draws headlines and runs them together; at has the byte where each
// begins.
func joinHeads(rnd *model.Rand, stories, clauses [][]Headline) (text string, at []int) {
	style := rnd.Intn(2)
	seen := map[int]bool{}
	for len(at) < runLength {
		from, k := stories, rnd.Intn(len(stories))
		if len(clauses) > 0 && rnd.Intn(10) < clauseShare {
			from, k = clauses, rnd.Intn(len(clauses))
		} else if seen[k] {
			continue
		} else {
			seen[k] = true
		}
		h := from[k][rnd.Intn(len(from[k]))]
		s := h.Title
		switch k := rnd.Intn(20); {
		case k < 16:
			s = titleCase(s, style == 0)
		case k < 18:
			s = titleCase(s, true)
		}
		if text != "" {
			text += " "
		}
		at = append(at, len(text))
		text += s
	}
	return text, at
}

// titleCase capitalises a headline; small words stay small if asked.
func titleCase(s string, small bool) string {
	fields := strings.Fields(s)
	for i, w := range fields {
		low := strings.ToLower(w)
		if k := kinds()[low]; small && i > 0 && (k == 'd' || k == 'p' || k == 'c') && len(low) < 5 && !strings.HasSuffix(fields[i-1], ":") {
			fields[i] = low
			continue
		}
		j := strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if j >= 0 {
			r, size := utf8.DecodeRuneInString(w[j:])
			fields[i] = w[:j] + string(unicode.ToUpper(r)) + w[j+size:]
		}
	}
	return strings.Join(fields, " ")
}

// read makes an example of a text.
func (l *learner) read(text string, at []int) example {
	ws := split(text, 0, len(text))
	ex := example{as: l.r.cues(ws), limits: borders(text, ws, nil)}
	blind := l.rnd != nil && l.rnd.Intn(10) < blindShare
	for i, w := range ws {
		for _, a := range at {
			if w.start == a {
				ex.starts = append(ex.starts, i)
				ex.limits[i] = mayBegin
			}
		}
		if l.common != nil {
			if !l.common[ex.as[i].word] || blind {
				ex.as[i].word = 0
			}
			if blind {
				ex.as[i].mask = 0
			}
		}
	}
	return ex
}

// learn makes one step.
func (l *learner) learn(ex *example) {
	l.step++
	bonus := make([]int64, len(ex.as))
	for i := range bonus {
		bonus[i] = int64(learnMargin)
	}
	for _, i := range ex.starts {
		bonus[i] = -bonus[i]
	}
	got := divide(ex.as, ex.limits, func(k uint32) int32 {
		if w := l.w[k]; w != nil {
			return int32(w.now) //nolint:gosec // small
		}
		return 0
	}, bonus)
	if equalInts(got, ex.starts) {
		return
	}
	l.update(ex, ex.starts, 1)
	l.update(ex, got, -1)
}

func equalInts(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// update adds d to the weights of a division.
func (l *learner) update(ex *example, starts []int, d int64) {
	var fs []uint32
	for k, s := range starts {
		end := len(ex.as)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		if s > 0 {
			fs = borderFeatures(fs, ex.as, s)
		}
		fs = segmentFeatures(fs, ex.as, s, end)
	}
	for _, k := range fs {
		w := l.w[k]
		if w == nil {
			w = &weight{since: l.step}
			l.w[k] = w
		}
		w.sum += w.now * (l.step - w.since)
		w.since = l.step
		w.now += d
	}
}

// pack writes the means of the weights, in parts of a step.
func (l *learner) pack() []byte {
	keys := make([]uint32, 0, len(l.w))
	vals := map[uint32]int64{}
	for k, w := range l.w {
		v := (w.sum + w.now*(l.step-w.since)) * weightUnit / max(l.step, 1)
		if v > weightUnit/4 || v < -weightUnit/4 {
			keys = append(keys, k)
			vals[k] = min(max(v, -32768), 32767)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	var out []byte
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, k)
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(vals[k]))) //nolint:gosec // clamped
	}
	return out
}

func packClasses(m map[uint32]uint16) []byte {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	var out []byte
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, k)
		out = binary.LittleEndian.AppendUint16(out, m[k])
	}
	return out
}

// ScoreBoundaries measures the program's own tables on runs of three that are
// drawn from heads.
func ScoreBoundaries(heads []Headline, runs int, seed uint64) BoundaryScore {
	t := boundaries()
	l := &learner{r: &reader{lex: words(), classes: t.classes}}
	rnd, stories := model.NewRand(seed), byStory(heads)
	var s BoundaryScore
	for range runs {
		ex := l.read(joinHeads(rnd, stories, nil))
		bonus := make([]int64, len(ex.as))
		for i := range bonus {
			bonus[i] = int64(learnMargin)
		}
		for _, i := range ex.starts {
			bonus[i] = -bonus[i]
		}
		got := divide(ex.as, ex.limits, func(k uint32) int32 { return t.weights[k] }, nil)
		s.add(got, ex.starts)
	}
	return s
}

// add counts one run.
func (s *BoundaryScore) add(got, want []int) {
	next := map[int]int{}
	for i, g := range got {
		next[g] = -1
		if i+1 < len(got) {
			next[g] = got[i+1]
		}
	}
	s.Marked += len(got) - 1
	s.Borders += len(want) - 1
	s.Headlines += len(want)
	for i, w := range want {
		end := -1
		if i+1 < len(want) {
			end = want[i+1]
		}
		n, ok := next[w]
		if ok && n == end {
			s.Exact++
		}
		if ok && i > 0 {
			s.Found++
		}
	}
}
