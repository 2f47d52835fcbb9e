package merge

import (
	"cmp"
	"slices"
	"time"

	entente "github.com/entente-news/entente"
)

// Report is one document with its events, as merging sees it.
type Report struct {
	Doc        string
	Story      string
	Outlet     string
	URL        string
	Published  time.Time // zero when unknown
	DateOnly   bool
	Day        entente.Day // of publication, NoDay when unknown
	CopyOf     string      // id of the earliest near-copy, "" when it is none
	Provenance entente.Provenance
	Sample     bool
	Run        string
	Claims     []entente.Claim
}

// Events returns what happened according to the reports of one chain of
// stories, ordered by the earliest telling: its time of publication, document
// and place in the text. Each event that is a first mention in its document is
// in exactly one of them. The order of reports does not matter.
func Events(reports []Report) []entente.Merged { return learnt.Events(reports) }

// ordered returns the first mentions of all reports, or all, by time of
// publication, undated ones last, then by document and place in the text.
func ordered(reports []Report, all bool) []item {
	var out []item
	for i := range reports {
		for j := range reports[i].Claims {
			if c := &reports[i].Claims[j]; all || c.Event.SameAs == "" {
				out = append(out, newItem(&reports[i], c))
			}
		}
	}
	slices.SortFunc(out, func(a, b item) int {
		p, q := a.report, b.report
		if p.Published.IsZero() != q.Published.IsZero() {
			if p.Published.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(p.Published.Compare(q.Published), cmp.Compare(p.Doc, q.Doc),
			cmp.Compare(a.claim.Event.Trigger.Start, b.claim.Event.Trigger.Start), cmp.Compare(a.claim.Event.ID, b.claim.Event.ID))
	})
	return out
}

// sameCopy reports whether one report is a near-copy of the other, or both are
// of a third.
func sameCopy(a, b *Report) bool { return head(a) == head(b) }

func head(r *Report) string {
	if r.CopyOf != "" {
		return r.CopyOf
	}
	return r.Doc
}
