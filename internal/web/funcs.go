package web

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// funcs are the helpers of the templates. They return text, which is escaped
// where it stands.
func (s *server) funcs() template.FuncMap {
	return template.FuncMap{
		"members":   s.members,
		"party":     s.PartyName,
		"eventline": s.eventTitle,
		"gloss":     rootGloss,
		"told":      statusGloss,
		"basis":     dateBasisGloss,
		"sentence": func(r entente.EventRow) []segment {
			e := r.Event
			if e.Sentence < 0 || e.Sentence >= len(r.Doc.Sentences) {
				return nil
			}
			return segments(r.Doc.Text, r.Doc.Sentences[e.Sentence].Span, eventMarks(e))
		},
		"quad":        quadClass,
		"score":       scoreText,
		"scorebar":    scoreBar,
		"pct":         percent,
		"outlet":      outlet,
		"title":       docTitle,
		"stamp":       stamp,
		"machinetime": machineTime,
		"day":         dayText,
		"dayrange":    dayRange,
		"when": func(w entente.When) string {
			if t := dayRange(w.From, w.To); t != "" {
				return t
			}
			return "undated"
		},
		"whole":      func(f float64) int { return int(f) },
		"count":      count,
		"doclink":    docLink,
		"storylink":  storyLink,
		"eventlink":  eventLink,
		"partylink":  partyLink,
		"dyadlink":   dyadLink,
		"periodname": func(p entente.Period) string { return [...]string{"day", "week", "month"}[min(int(p), 2)] },
		"mean": func(p entente.RelationPoint) string {
			if m, ok := p.Mean(); ok {
				return scoreText(m)
			}
			return ""
		},
		"interval":   intervalText,
		"meanline":   meanLine,
		"claimtext":  claimText,
		"rate":       func(p entente.RelationPoint) string { return rateText(p.Rate()) },
		"steadyrate": func(p entente.RelationPoint) string { return rateText(p.SteadyRate()) },
		"share":      func(f float64) string { return strconv.FormatFloat(f, 'f', 3, 64) },
		"signed":     signed,
		"spanquery":  spanQuery,
		"num":        func(n int) string { return number(int64(n)) },
		"inc":        func(n int) int { return n + 1 },
		"rows":       func(head string, rows []readSum) sumTable { return sumTable{head, rows} },
	}
}

// sumTable is a table of what was read under a head.
type sumTable struct {
	Head string
	Rows []readSum
}

// intervalText writes the interval of a point's mean, "" for none.
func intervalText(p entente.RelationPoint) string {
	low, high, ok := p.Interval()
	if !ok {
		return ""
	}
	return scoreText(low) + "…" + scoreText(high)
}

// meanLine says the mean of a point and its interval in a sentence.
func meanLine(p entente.RelationPoint) string {
	m, _ := p.Mean()
	low, high, _ := p.Interval()
	t := "mean score " + scoreText(m) + " (95 % interval " + scoreText(low) + " to " + scoreText(high)
	if p.Thin() {
		t += ", thin"
	}
	return t + ")"
}

// claimText says the mean of what only a party tells.
func claimText(p entente.RelationPoint) string {
	if p.ClaimWeight <= 0 {
		return ""
	}
	return "told by nobody but a party, mean score " + scoreText(p.ClaimScore/p.ClaimWeight)
}

// rateText writes events per 1,000 documents, nothing without coverage.
func rateText(f float64, ok bool) string {
	if !ok {
		return ""
	}
	return strconv.FormatFloat(f, 'f', 1, 64)
}

// signed writes a sum with its sign and three decimals.
func signed(f float64) string {
	t := strconv.FormatFloat(f, 'f', 3, 64)
	switch {
	case strings.HasPrefix(t, "-"):
		return "−" + t[1:]
	case strings.Trim(t, "0.") == "":
		return t
	}
	return "+" + t
}

// quadClass is the class of an event for the style sheet.
func quadClass(e *entente.Event) string { return fmt.Sprintf("quad%d", e.Root.Quad()) }

// scoreText writes a score with its sign and one decimal.
func scoreText(f float64) string {
	t := strconv.FormatFloat(f, 'f', 1, 64)
	switch {
	case t == "0.0" || t == "-0.0":
		return "0.0"
	case strings.HasPrefix(t, "-"):
		return "−" + t[1:]
	default:
		return "+" + t
	}
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(int64(n)) + " " + many
}

// number groups the digits of n by three.
func number(n int64) string {
	t := strconv.FormatInt(n, 10)
	sign := ""
	if strings.HasPrefix(t, "-") {
		sign, t = "−", t[1:]
	}
	for i := len(t) - 3; i > 0; i -= 3 {
		t = t[:i] + "," + t[i:]
	}
	return sign + t
}

// dayText writes a day for people: 16 May 2024.
func dayText(d entente.Day) string {
	if !d.Known() {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// dayRange writes an inclusive span of days as short as it can; "" when both
// sides are unknown.
func dayRange(from, to entente.Day) string {
	switch {
	case !from.Known() && !to.Known():
		return ""
	case !from.Known():
		return "until " + dayText(to)
	case !to.Known():
		return "since " + dayText(from)
	case from == to:
		return dayText(from)
	}
	a, b := from.Time(), to.Time()
	switch {
	case a.Year() != b.Year():
		return dayText(from) + " – " + dayText(to)
	case a.Month() != b.Month():
		return a.Format("2 January") + " – " + dayText(to)
	default:
		return a.Format("2") + "–" + dayText(to)
	}
}

// stamp writes when a document was published, in its own offset.
func stamp(d *entente.Document) string {
	switch {
	case d.Published.IsZero():
		return "undated"
	case d.DateOnly:
		return d.Published.Format("2 January 2006")
	}
	zone := "UTC"
	if _, off := d.Published.Zone(); off != 0 {
		zone = d.Published.Format("-07:00")
	}
	return d.Published.Format("2 January 2006, 15:04 ") + zone
}

// machineTime is the same for machines, "" for an undated document.
func machineTime(d *entente.Document) string {
	switch {
	case d.Published.IsZero():
		return ""
	case d.DateOnly:
		return d.Published.Format("2006-01-02")
	default:
		return d.Published.Format("2006-01-02T15:04:05Z07:00")
	}
}

// capital writes the first letter of s large.
func capital(s string) string {
	if s == "" {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// quote puts words of a report between quotation marks; "" stays empty.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}
