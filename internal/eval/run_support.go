package eval

import (
	"context"
	"fmt"
)

// judged is a sentence of a brief that was held to its sources by reading. Words
// in quotation marks are left out of it, and its sources are spans of bytes of
// documents that are not ours, with the start of the SHA-256 of their words.
type judged struct {
	Draw     string `json:"draw"`
	Sentence string `json:"sentence"`
	Verdict  string `json:"verdict"` // supported, not
	Cause    string `json:"cause"`
}

// support counts the verdicts of reading, draw by draw.
func (r *Runner) support(context.Context) error {
	list, err := ReadJSONL[judged](r.Own, "briefs/support.jsonl")
	if err != nil {
		return err
	}
	read, held, causes := map[string]int{}, map[string]int{}, map[string]int{}
	for i, x := range list {
		switch x.Verdict {
		case "supported":
			held[x.Draw]++
		case "not":
			causes[x.Draw+" "+x.Cause]++
		default:
			return fmt.Errorf("briefs/support.jsonl: line %d: verdict %q", i+1, x.Verdict)
		}
		read[x.Draw]++
	}
	for _, draw := range keys(read) {
		note := ""
		for _, c := range keys(causes) {
			if len(c) > len(draw) && c[:len(draw)+1] == draw+" " {
				note += fmt.Sprintf("%s %d ", c[len(draw)+1:], causes[c])
			}
		}
		r.add("support", draw, "sentences supported, by reading", fmt.Sprintf("%d of %d (%.1f %%)", held[draw], read[draw], 100*float64(held[draw])/float64(read[draw])), note)
	}
	return nil
}
