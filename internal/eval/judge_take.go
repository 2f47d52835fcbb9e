package eval

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/audit"
)

// happening is one event as two readers placed it: the number of a story, the
// document and the code points of the trigger, root and status, and the letter
// of the happening within its story that each reader gave. "x" tells none, and
// "?" is unsure.
type happening struct {
	story string
	doc   string
	at    entente.Span
	kind  string // root and status
	by    [2]string
}

// judged reports whether both readers placed it.
func (h *happening) judged() bool { return placed(h.by[0]) && placed(h.by[1]) }

func placed(letter string) bool { return letter != "x" && letter != "?" && letter != "" }

// eventPairs calls f for each pair of events of one story that both readers
// placed, with what each says of it.
func eventPairs(list []happening, f func(a, b *happening, same [2]bool)) {
	for i := range list {
		for j := i + 1; j < len(list) && list[j].story == list[i].story; j++ {
			if a, b := &list[i], &list[j]; a.judged() && b.judged() {
				f(a, b, [2]bool{a.by[0] == b.by[0], a.by[1] == b.by[1]})
			}
		}
	}
}

// TakeMerged joins the answers of two readers to a sheet of [Runner.DrawMerged]
// and returns the table of labels, which holds no text, and how far they agree.
func TakeMerged(sheet, first, second string) (table, note string, err error) {
	list, err := readMergedSheet(sheet)
	if err != nil {
		return "", "", err
	}
	var answers [2]map[string]string
	for k, text := range []string{first, second} {
		if answers[k], err = readAnswers(text, k+1); err != nil {
			return "", "", err
		}
	}
	var b strings.Builder
	b.WriteString("story\tdoc\tstart\tend\troot\tstatus\tfirst\tsecond\n" +
		"# Events of one story, placed by two readers who saw neither each other's answers nor what the program makes of them: events with one\n" +
		"# letter within a story are one happening, x tells none, ? is unsure. Start and end are the code points of the trigger in the\n" +
		"# document, of the sample news, gold/corpus or gold/stories. No text is kept. A pair counts where both readers say the same of it.\n")
	missing := [2]int{}
	for i := range list {
		h := &list[i]
		no := fmt.Sprintf("%s.%d", h.story, number(list, i))
		for k := range answers {
			if h.by[k] = answers[k][no]; h.by[k] == "" {
				h.by[k] = "?"
				missing[k]++
			}
		}
		root, status, _ := strings.Cut(h.kind, " ")
		b.WriteString(strings.Join([]string{h.story, h.doc, strconv.Itoa(h.at.Start), strconv.Itoa(h.at.End), root, status, h.by[0], h.by[1]}, "\t") + "\n")
	}
	return b.String(), agreementNote(list, missing), nil
}

// number is the number of an event within its story.
func number(list []happening, i int) int {
	n := 1
	for ; i > 0 && list[i-1].story == list[i].story; i-- {
		n++
	}
	return n
}

// agreementNote says how far two readers agree on pairs of one kind, and on
// pairs of two.
func agreementNote(list []happening, missing [2]int) string {
	stories, none := map[string]bool{}, [2]int{}
	for i := range list {
		stories[list[i].story] = true
		for k, letter := range list[i].by {
			if !placed(letter) {
				none[k]++
			}
		}
	}
	one, two := agreementOf(list, true), agreementOf(list, false)
	return fmt.Sprintf("%d events of %d stories; without an answer %d and %d; placed nowhere %d and %d\npairs of one kind: %s\npairs of two kinds: %s\n",
		len(list), len(stories), missing[0], missing[1], none[0], none[1], one, two)
}

// agreementText is the agreement of two readers, as printed.
func agreementText(g audit.Agreement) string {
	kappa := "not defined"
	if !math.IsNaN(g.Kappa) {
		kappa = f3(g.Kappa)
	}
	return fmt.Sprintf("%d of %d alike (%.1f %%), κ %s", g.Same, g.Both, 100*ratio(g.Same, g.Both), kappa)
}

// agreementOf is the agreement of two readers over the pairs of one kind, or of
// two.
func agreementOf(list []happening, oneKind bool) string {
	var rows [2][]audit.Row
	eventPairs(list, func(a, b *happening, same [2]bool) {
		if (a.kind == b.kind) != oneKind {
			return
		}
		id := strconv.Itoa(len(rows[0]))
		for k := range rows {
			rows[k] = append(rows[k], audit.Row{ID: id, Verdict: verdictOf(same[k])})
		}
	})
	return agreementText(audit.Agree(rows[0], rows[1]))
}

func verdictOf(yes bool) audit.Verdict {
	if yes {
		return audit.Right
	}
	return audit.Wrong
}

// readMergedSheet reads the heads of the events of a sheet, in their order.
func readMergedSheet(sheet string) ([]happening, error) {
	var out []happening
	for n, line := range strings.Split(sheet, "\n") {
		if !strings.HasPrefix(line, "[") {
			continue
		}
		f := strings.Fields(line)
		if len(f) < 8 || f[4] != "|" {
			return nil, fmt.Errorf("line %d of the sheet is no head of an event", n+1)
		}
		story, _, _ := strings.Cut(strings.Trim(f[0], "[]"), ".")
		start, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("line %d of the sheet: %w", n+1, err)
		}
		end, err := strconv.Atoi(f[3])
		if err != nil {
			return nil, fmt.Errorf("line %d of the sheet: %w", n+1, err)
		}
		out = append(out, happening{story: story, doc: f[1], at: entente.Span{Start: start, End: end}, kind: f[5] + " " + f[6]})
	}
	return out, nil
}

// readAnswers reads "NUMBER tab ANSWER" by line; what stands behind a further
// tab is a remark.
func readAnswers(text string, reader int) (map[string]string, error) {
	out := map[string]string{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 2 {
			return nil, fmt.Errorf("reader %d, line %d: %q has no tab", reader, n+1, line)
		}
		no, answer := strings.TrimSpace(f[0]), strings.ToLower(strings.TrimSpace(f[1]))
		if old, twice := out[no]; twice && old != answer {
			return nil, fmt.Errorf("reader %d, line %d: %s has two answers", reader, n+1, no)
		}
		out[no] = answer
	}
	return out, nil
}

// TakeCopies joins the answers of two readers to a sheet of [Runner.DrawCopies]
// and returns the table of labels, which holds no text, and how far they agree.
func TakeCopies(sheet, first, second string) (table, note string, err error) {
	var answers [2]map[string]string
	for k, text := range []string{first, second} {
		if answers[k], err = readAnswers(text, k+1); err != nil {
			return "", "", err
		}
	}
	var b strings.Builder
	b.WriteString("a\tb\tfirst\tsecond\n" +
		"# Pairs of reports of real news, judged by two readers who saw neither each other's answers nor any score: y when more than half of\n" +
		"# the shorter is taken over from the same text, word by word or lightly edited; n otherwise, reports of one template on different\n" +
		"# days among them; ? is unsure. Ids are those of the corpus of news (gold/corpus); no text is kept. A pair counts where both agree.\n")
	var rows [2][]audit.Row
	n, missing := 0, 0
	for _, line := range strings.Split(sheet, "\n") {
		f := strings.Fields(line)
		if len(f) != 5 || f[0] != "===" {
			continue
		}
		n++
		var by [2]string
		for k := range by {
			switch by[k] = answers[k][f[2]]; by[k] {
			case "y", "n":
				rows[k] = append(rows[k], audit.Row{ID: f[2], Verdict: verdictOf(by[k] == "y")})
			case "?":
			case "":
				by[k] = "?"
				missing++
			default:
				return "", "", fmt.Errorf("reader %d: pair %s has the answer %q", k+1, f[2], by[k])
			}
		}
		b.WriteString(f[3] + "\t" + f[4] + "\t" + by[0] + "\t" + by[1] + "\n")
	}
	return b.String(), fmt.Sprintf("%d pairs, %d answers missing: %s\n", n, missing, agreementText(audit.Agree(rows[0], rows[1]))), nil
}
