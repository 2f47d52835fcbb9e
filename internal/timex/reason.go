package timex

import "strings"

// reason says why f is what it is: the rule that read it; the day that it was
// counted from, where the rule names one; the word whose tense decided, where
// tense did.
func (w *Worker) reason(f found) string {
	anchor := ""
	switch {
	case !f.known:
	case strings.Contains(f.why, "last mentioned"):
		anchor = w.ref.String()
	case strings.Contains(f.why, "the document's"):
		anchor = w.dct.String()
	}
	if anchor == "" && !f.tense {
		return f.why
	}
	var b strings.Builder
	b.Grow(len(f.why) + 64)
	b.WriteString(f.why)
	if anchor != "" {
		b.WriteString(" (" + anchor + ")")
	}
	if f.tense {
		w.cue = -1
		dir := w.direction(f.first, f.next)
		said := [...]string{"; past", "; no tense", "; future"}[dir+1]
		if w.term(f.first) {
			said = "; a term"
		}
		b.WriteString(said)
		if dir != 0 && w.cue >= 0 && w.cue < len(w.items) {
			b.WriteString(", by \"" + w.text[w.items[w.cue].start:w.items[w.cue].end] + "\"")
		}
	}
	return b.String()
}
