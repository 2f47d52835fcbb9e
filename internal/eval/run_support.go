package eval

import (
	"context"
	"fmt"
	"strings"

	"github.com/entente-news/entente/internal/audit"
)

// judged is a sentence of a brief that was held to its sources by reading. Words
// in quotation marks are left out of it, and its sources are spans of bytes of
// documents that are not ours, with the start of the SHA-256 of their words.
type judged struct {
	Draw     string `json:"draw"`
	Kind     string `json:"kind"` // "" where all of a draw are of one
	Sentence string `json:"sentence"`
	Verdict  string `json:"verdict"` // supported, not, unclear
	Second   string `json:"second"`  // of another reader who did not see the first, "" where one has read
	Cause    string `json:"cause"`
}

// drawn are the sentences of a draw, or those of one kind of it.
type drawn struct {
	read, held, first, agreed, twice int
	causes                           map[string]int
}

func (d *drawn) add(x judged) {
	d.read++
	if x.Verdict == "supported" {
		d.first++
	}
	if x.Second != "" {
		d.twice++
		if x.Second == x.Verdict {
			d.agreed++
		}
	}
	if x.Verdict == "supported" && (x.Second == "" || x.Second == "supported") {
		d.held++
		return
	}
	d.causes[x.Cause]++
}

// row is the figure of a draw, with what was wrong.
func (d *drawn) row() (figure, note string) {
	s := audit.ShareOf(d.held, d.read)
	figure = fmt.Sprintf("%d of %d (%.1f %%, %.1f to %.1f)", s.Right, s.N, 100*s.P, 100*s.Low, 100*s.High)
	if d.twice > 0 {
		note = fmt.Sprintf("by both readers; by the first %d; one verdict on %d; ", d.first, d.agreed)
	}
	for _, c := range keys(d.causes) {
		note += fmt.Sprintf("%s %d ", c, d.causes[c])
	}
	return figure, note
}

// support counts the verdicts of reading, draw by draw. What two have read is
// supported where both say so.
func (r *Runner) support(context.Context) error {
	list, err := ReadJSONL[judged](r.Own, "briefs/support.jsonl")
	if err != nil {
		return err
	}
	all := map[string]*drawn{}
	for i, x := range list {
		for _, v := range []string{x.Verdict, x.Second} {
			if v != "supported" && v != "not" && v != "unclear" && (v != "" || v == x.Verdict) {
				return fmt.Errorf("briefs/support.jsonl: line %d: verdict %q", i+1, v)
			}
		}
		names := []string{x.Draw}
		if x.Kind != "" {
			names = append(names, x.Draw+", "+x.Kind)
		}
		for _, name := range names {
			if all[name] == nil {
				all[name] = &drawn{causes: map[string]int{}}
			}
			all[name].add(x)
		}
	}
	for _, name := range keys(all) {
		figure, note := all[name].row()
		r.add("support", name, "sentences supported, by reading", figure, strings.TrimSpace(note))
	}
	return nil
}
