package brief

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	entente "github.com/entente-news/entente"
)

// Rewriter words sentences anew, one for each given, in their order; "" is one
// that it has nothing for.
type Rewriter func(ctx context.Context, sentences []string) ([]string, error)

var errNoGate = errors.New("there is no gate that would hold the sentences to their sources")

// ours is a sentence of a brief taken apart: the head and the support are never
// worded by anybody else.
type ours struct {
	at          *entente.BriefSentence
	head, claim string
	support     string
}

var (
	headOf    = regexp.MustCompile(`^As reported on \d+ \p{L}+ \d{4}, `)
	supportOf = regexp.MustCompile(` \((?:[^“”()]*(?:\([^()]*\))?; )?(?:only |\d+ (?:independent )?reports)[^“”]*\)\.$`)
	dayOfHead = regexp.MustCompile(`^(?:On|In|Between) [^,“”]*?\d{4}\b`)
)

// Rewrite words the sentences of b anew that rest on one clause of a report,
// and returns how many it replaced. The gate of the writer holds each new
// sentence to the same words; one that says more, less exactly or at more length
// leaves ours as it is. An error leaves all of them.
func (w *Writer) Rewrite(ctx context.Context, b *entente.Brief, rewrite Rewriter) (int, error) {
	if w.opt.Check == nil {
		return 0, errNoGate
	}
	var all []ours
	var claims []string
	for i := range b.Sections {
		for k := range b.Sections[i].Sentences {
			if o, ok := apart(&b.Sections[i].Sentences[k]); ok {
				all, claims = append(all, o), append(claims, o.claim+".")
			}
		}
	}
	if len(all) == 0 {
		return 0, nil
	}
	texts, err := rewrite(ctx, claims)
	if err != nil {
		return 0, err
	}
	if len(texts) != len(all) {
		return 0, fmt.Errorf("word the brief anew: %d sentences came back for %d", len(texts), len(all))
	}
	n := 0
	for i, o := range all {
		text, ok, err := w.replaces(ctx, o, texts[i])
		if err != nil {
			return n, err
		}
		if ok {
			o.at.Text, o.at.Kind = text, "rewritten"
			n++
		}
	}
	return n, nil
}

// apart takes a sentence apart; it fails on one that does not rest on the
// clause of a report.
func apart(s *entente.BriefSentence) (ours, bool) {
	if s.Kind != "quoted" && s.Kind != "tightened" && s.Kind != "composed" || len(s.Sources) == 0 || s.Sources[0].Event == "" {
		return ours{}, false
	}
	o := ours{at: s, head: headOf.FindString(s.Text)}
	rest := strings.TrimPrefix(s.Text, o.head)
	o.support = supportOf.FindString(rest)
	if o.support == "" || strings.Contains(rest, "; ") {
		return ours{}, false
	}
	rest = strings.TrimSuffix(rest, o.support)
	o.claim = capital(unquoted.Replace(rest))
	return o, true
}

// replaces returns the sentence that stands for ours when a new wording passes.
func (w *Writer) replaces(ctx context.Context, o ours, text string) (string, bool, error) {
	text = strings.TrimSuffix(strings.TrimSpace(straightQuotes.Replace(text)), ".")
	day := dayOfHead.FindString(o.claim)
	if text == "" || strings.EqualFold(text, o.claim) || strings.ContainsAny(text, "\n[]{}<>()“”") || strings.Count(text, ". ") > 0 || !strings.HasPrefix(text, day) {
		return "", false, nil
	}
	src := o.at.Sources[0]
	d, err := w.archive.Document(ctx, src.Doc, entente.DepthFull)
	if err != nil {
		return "", false, fmt.Errorf("hold a sentence to its source: %w", err)
	}
	for i := range d.Sentences {
		if d.Sentences[i].Span != src.Span {
			continue
		}
		if len(w.opt.Check([]Draft{{capital(text) + ".", d.Day(), []Cited{{d, i}}}})[0]) > 0 {
			return "", false, nil
		}
		body, quoted := quote(text, src.Span.In(d.Text), 0)
		if by := " (" + credit(d) + "; "; quoted && d.Publisher != "" && len(o.at.Sources) > 1 && !strings.HasPrefix(o.support, by) {
			o.support = by + strings.TrimPrefix(o.support, " (")
		}
		out := capital(body) + o.support
		if o.head != "" {
			out = o.head + strings.TrimSpace(body) + o.support
		}
		limit := maxSentence
		if o.head != "" || day != "" && len(strings.Fields(o.at.Text)) > maxSentence {
			limit = maxLead
		}
		return out, len(strings.Fields(out)) <= limit, nil
	}
	return "", false, nil
}

// straightQuotes takes quotation marks out: the words that stand in a source
// get theirs from us.
var straightQuotes = strings.NewReplacer("“", "", "”", "", `"`, "", "«", "", "»", "", "„", "")
