package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// Findings is what a check of the corpus says: figures, and what fails.
type Findings struct {
	Figures  []string
	Failures []string
}

func (f *Findings) figure(format string, args ...any) {
	f.Figures = append(f.Figures, fmt.Sprintf(format, args...))
}

// least notes a count and fails when it is too small.
func (f *Findings) least(what string, n, least int) {
	f.figure("%s: %d (at least %d)", what, n, least)
	if n < least {
		f.Failures = append(f.Failures, fmt.Sprintf("%s: %d, %d are missing", what, n, least-n))
	}
}

// none notes the number of things that must not be, and fails with each.
func (f *Findings) none(what string, found []string) {
	f.figure("%s: %d", what, len(found))
	for _, x := range found {
		f.Failures = append(f.Failures, what+": "+x)
	}
}

// Check measures the corpus against its plan: well-formed records, counts,
// repeats, leakage of the held-out part.
func (c *Corpus) Check() Findings {
	var f Findings
	f.none("malformed", c.malformed())
	written := newTally(c.Written)
	f.counts(c, written)
	for _, q := range quotas() {
		f.quota(q, written)
	}
	lines, held := linesOf(c.Written), linesOf(c.HeldOut)
	f.none(fmt.Sprintf("runs of %d words in %d written sentences", sharedWords, sharedSentences), sharedRuns(lines, sharedWords, sharedSentences))
	f.none("duplicates", duplicates(slices.Concat(lines, held)))
	natural := linesOf(slices.Concat(c.Natural, c.Second, c.Drawn))
	if all := len(c.Natural) + len(c.Second) + len(c.Drawn); len(natural) < all {
		f.figure("leakage is not measured against %d drawn sentences without text", all-len(natural))
	}
	f.none(fmt.Sprintf("runs of %d content words that the held-out part shares", leakedWords), leaks(held, slices.Concat(lines, natural), leakedWords))
	return f
}

// malformed lists what is wrong with single records, and ids that stand twice.
func (c *Corpus) malformed() []string {
	var out []string
	seen := map[string]bool{}
	for _, rec := range c.All() {
		if seen[rec.ID] {
			out = append(out, "id "+rec.ID+" stands twice")
		}
		seen[rec.ID] = true
		for _, cause := range Validate(&rec) {
			out = append(out, rec.ID+": "+cause)
		}
	}
	for _, rec := range c.Written {
		if rec.heldOut() || rec.Drawn != nil {
			out = append(out, rec.ID+" does not belong to the written part")
		}
		if n := len(rec.Sentences); rec.report() && (n < minReportLength || n > maxReportLength) {
			out = append(out, fmt.Sprintf("%s: a report of %d sentences", rec.ID, n))
		}
		if !rec.report() && len(rec.Sentences) != 1 {
			out = append(out, fmt.Sprintf("%s: a sentence of %d", rec.ID, len(rec.Sentences)))
		}
	}
	out = append(out, c.strays()...)
	for _, rec := range c.HeldOut {
		if !rec.heldOut() {
			out = append(out, rec.ID+" does not belong to the held-out part")
		}
	}
	return out
}

// strays lists drawn records that stand in the wrong part, and what is both
// learnt from and measured on: documents, and sentences in the same words.
func (c *Corpus) strays() []string {
	var out []string
	measured, words := map[string]bool{}, map[string]string{}
	for _, rec := range slices.Concat(c.Natural, c.Second) {
		if rec.Drawn == nil || !strings.HasPrefix(rec.ID, naturalPrefix) {
			out = append(out, rec.ID+" does not belong to the natural part")
			continue
		}
		measured[rec.Drawn.Doc] = true
		words[rec.Drawn.SHA256] = rec.ID
	}
	for _, rec := range c.Drawn {
		if rec.Drawn == nil || !strings.HasPrefix(rec.ID, drawnPrefix) {
			out = append(out, rec.ID+" does not belong to the drawn part")
			continue
		}
		if measured[rec.Drawn.Doc] {
			out = append(out, rec.ID+": document "+rec.Drawn.Doc+" is measured on")
		}
		if other := words[rec.Drawn.SHA256]; other != "" {
			out = append(out, rec.ID+" says the same as "+other)
		}
	}
	return out
}

// counts checks the sizes of the parts.
func (f *Findings) counts(c *Corpus, written *tally) {
	f.least("written sentences that stand alone", written.singles, minSingles)
	f.least("written reports", written.reports, minReports)
	f.figure("sentences of the written part: %d, without event %d; events %d", written.sentences, written.withoutEvent, written.events)
	f.least("written sentences without event", written.withoutEvent, int(float64(written.sentences)*minWithoutEvent))
	f.least("distinct triggers of the written part", len(written.lemmas), minLemmas)
	most := frequent(written.lemmas, len(written.lemmas))
	for i, l := range most {
		share := float64(written.lemmas[l]) / float64(written.events)
		if i == 0 {
			f.figure("most frequent trigger: %s, %.2f %% of events", written.forms[l], 100*share)
		}
		if share > maxLemmaShare {
			f.Failures = append(f.Failures, fmt.Sprintf("trigger %s: %d events, %.2f %%", written.forms[l], written.lemmas[l], 100*share))
		}
	}
	held := newTally(c.HeldOut)
	f.least("held-out sentences", held.sentences, minHeldOut)
	for _, root := range dimensions()[0].values {
		f.least("held-out events of "+root, held.by["root"][root], minHeldOutOfRoot)
	}
	f.least("drawn sentences", newTally(c.Natural).sentences, minNatural)
	drawn := newTally(c.Drawn)
	f.least("drawn sentences to learn from", drawn.sentences, minDrawn)
	f.figure("of them without event: %d; events %d", drawn.withoutEvent, drawn.events)
}

// quota checks the spread of the written part over one dimension.
func (f *Findings) quota(q quota, written *tally) {
	for _, d := range dimensions() {
		if d.name != q.dimension {
			continue
		}
		for _, v := range d.values {
			f.least("written, "+d.name+" "+v, written.by[d.name][v], q.leastOf(v))
		}
	}
}
