// Package audit draws events to be judged by people, writes them as a sheet,
// and reads the sheet back into precision. It knows nothing of archives: it is
// given events, and gives verdicts.
package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// Draw takes n of the ids, all where there are fewer: those whose SHA-256 with
// the seed is smallest, in that order. The draw is a simple random sample that
// does not depend on the order of the ids, and a larger n only adds to it.
func Draw(ids []string, n int, seed uint64) []string {
	type ranked struct{ hash, id string }
	rs := make([]ranked, len(ids))
	for i, id := range ids {
		b := binary.BigEndian.AppendUint64(nil, seed)
		sum := sha256.Sum256(append(b, id...))
		rs[i] = ranked{string(sum[:]), id}
	}
	slices.SortFunc(rs, func(a, b ranked) int { return strings.Compare(a.hash, b.hash) })
	out := make([]string, 0, min(n, len(rs)))
	for _, r := range rs[:min(n, len(rs))] {
		out = append(out, r.id)
	}
	return out
}

// Verdict is a reader's word on a row of a sheet.
type Verdict uint8

// The verdicts.
const (
	Open   Verdict = iota // not judged
	Right                 // root and both sides are right
	Wrong                 // one of them is not, or there is no event
	Unsure                // the reader cannot tell; counted by itself
)

// Row is one event of a sheet.
type Row struct {
	ID         string
	Doc        string
	Source     string
	Published  string
	Sentence   string
	Trigger    string
	Actor      string // codes
	Event      string // root
	Mode       string
	Recipient  string
	When       string
	Where      string
	Status     string
	Speaker    string
	Confidence float64
	Verdict    Verdict
	Parts      []string // what is wrong: columns of the sheet
	Note       string
}

// Share is a proportion with its 95 % interval (Wilson, 1927).
type Share struct {
	Right, N  int
	P         float64
	Low, High float64
}

// ShareOf returns the share of right ones among n; nothing known is 0 to 1.
func ShareOf(right, n int) Share {
	s := Share{Right: right, N: n, High: 1}
	if n == 0 {
		return s
	}
	const z = 1.959964
	f := float64(n)
	s.P = float64(right) / f
	mid := (s.P + z*z/(2*f)) / (1 + z*z/f)
	half := z / (1 + z*z/f) * math.Sqrt(s.P*(1-s.P)/f+z*z/(4*f*f))
	s.Low, s.High = max(0, mid-half), min(1, mid+half)
	return s
}

// Result is what a sheet says.
type Result struct {
	Rows, Open, Unsure int
	All                Share
	ByRoot             []Named // in order of name
	ByConfidence       []Level // from low to high
	Parts              []Count // what was wrong, most often first
}

// Named is the share of one root.
type Named struct {
	Name string
	Share
}

// Level is events of like confidence: what they claimed, and what was right.
type Level struct {
	Mean float64
	Share
}

// Count is how often a part was wrong.
type Count struct {
	Name string
	N    int
}

// levels is into how many parts of equal size a sheet is cut by confidence.
const levels = 5

// Sum counts the verdicts of a sheet.
func Sum(rows []Row) Result {
	r := Result{Rows: len(rows)}
	var judged []Row
	parts := map[string]int{}
	for _, row := range rows {
		switch row.Verdict {
		case Open:
			r.Open++
		case Unsure:
			r.Unsure++
		case Right, Wrong:
			judged = append(judged, row)
		}
		for _, p := range row.Parts {
			parts[p]++
		}
	}
	r.All = ShareOf(countRight(judged), len(judged))
	byRoot := map[string][]Row{}
	for _, row := range judged {
		byRoot[row.Event] = append(byRoot[row.Event], row)
	}
	for _, name := range sortedKeys(byRoot) {
		r.ByRoot = append(r.ByRoot, Named{name, ShareOf(countRight(byRoot[name]), len(byRoot[name]))})
	}
	slices.SortStableFunc(judged, func(a, b Row) int {
		switch {
		case a.Confidence < b.Confidence:
			return -1
		case a.Confidence > b.Confidence:
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	bins := min(levels, len(judged))
	for k := range bins {
		part := judged[k*len(judged)/bins : (k+1)*len(judged)/bins]
		sum := 0.0
		for _, row := range part {
			sum += row.Confidence
		}
		r.ByConfidence = append(r.ByConfidence, Level{sum / float64(len(part)), ShareOf(countRight(part), len(part))})
	}
	for _, name := range sortedKeys(parts) {
		r.Parts = append(r.Parts, Count{name, parts[name]})
	}
	slices.SortStableFunc(r.Parts, func(a, b Count) int { return b.N - a.N })
	return r
}

func countRight(rows []Row) int {
	n := 0
	for _, r := range rows {
		if r.Verdict == Right {
			n++
		}
	}
	return n
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Agreement is how far two readers of one sheet agree.
type Agreement struct {
	Both  int     // rows that both judged right or wrong
	Same  int     // of them with one verdict
	Kappa float64 // agreement beyond chance (Cohen, 1960); NaN when it is not defined
}

// Agree compares the verdicts of two sheets over the rows that both have.
func Agree(a, b []Row) Agreement {
	of := map[string]Verdict{}
	for _, r := range a {
		of[r.ID] = r.Verdict
	}
	var out Agreement
	var n [2][2]int
	for _, r := range b {
		x, y := of[r.ID], r.Verdict
		if x != Right && x != Wrong || y != Right && y != Wrong {
			continue
		}
		out.Both++
		if x == y {
			out.Same++
		}
		n[x-Right][y-Right]++
	}
	total := float64(out.Both)
	rightA, rightB := float64(n[0][0]+n[0][1])/total, float64(n[0][0]+n[1][0])/total
	chance := rightA*rightB + (1-rightA)*(1-rightB)
	out.Kappa = (float64(out.Same)/total - chance) / (1 - chance)
	if math.IsInf(out.Kappa, 0) {
		out.Kappa = math.NaN()
	}
	return out
}
