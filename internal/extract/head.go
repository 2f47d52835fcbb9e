package extract

import (
	"regexp"
	"strings"
	"time"
)

// head is what the first lines of a text without markup say of it.
type head struct {
	byline   string
	date     time.Time
	dateOnly bool
}

const months = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`

var (
	dayMonth  = `(\d{1,2})(?:st|nd|rd|th)?\s+(` + months + `),?\s+((?:19|20)\d\d)`
	monthDay  = `(` + months + `)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)`
	isoDay    = `((?:19|20)\d\d)-(\d\d)-(\d\d)`
	weekday   = `(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?`
	lead      = `(?i:(?:(?:first\s+)?published|posted|updated|last updated|date|dated|released?|issued)(?:\s+(?:on|at))?\s*:?\s+)?`
	clock     = `(?:,?\s*(?:at\s+|[-–|]\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)?`
	dateLine  = regexp.MustCompile(`^` + lead + weekday + `(?:` + dayMonth + `|` + monthDay + `|` + isoDay + `)` + clock + `\.?$`)
	placeLine = regexp.MustCompile(`^\p{Lu}[\p{Lu}\p{M}' .-]{2,40}(?:,\s*[\p{L} .]{2,30}?)?(?:,|\s*[(/-])?\s*` + weekday + `(?:` + dayMonth + `|` + monthDay + `|` + isoDay + `)\b`)
	byLine    = regexp.MustCompile(`^(?:(?i:by)|Reported by|Written by|Story by)\s+(\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|al|bin|el|la|di|da|and|&)|,\s+\p{Lu}[\p{L}'’.-]*){0,9})\s*(?:[,|–—-].*)?$`)
)

// readHead looks at the first lines of a text for a line that is a date, a
// dateline with a full date ("GENEVA, May 16, 2024 (Agency) —") and a byline.
// A date without its year is none.
func readHead(text string) head {
	var h head
	seen := 0
	for line := range strings.Lines(text[:min(len(text), 3000)]) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if seen++; seen > 5 {
			break
		}
		if h.byline == "" && len(line) < 120 {
			if m := byLine.FindStringSubmatch(line); m != nil && strings.Count(m[1], " ") > 0 {
				h.byline = strings.TrimRight(m[1], " .,")
			}
		}
		if !h.date.IsZero() {
			continue
		}
		m := []string(nil)
		if len(line) < 80 {
			m = dateLine.FindStringSubmatch(line)
		}
		if m == nil {
			m = placeLine.FindStringSubmatch(line)
		}
		if m != nil {
			h.date, h.dateOnly = civil(m[1:]), true
		}
	}
	return h
}

// civil makes a day of the groups of dayMonth, monthDay and isoDay; zero when
// there is no such day.
func civil(g []string) time.Time {
	var y, m, d string
	switch {
	case g[0] != "":
		d, m, y = g[0], g[1], g[2]
	case g[3] != "":
		m, d, y = g[3], g[4], g[5]
	default:
		t, err := time.Parse(time.DateOnly, g[6]+"-"+g[7]+"-"+g[8])
		if err != nil {
			return time.Time{}
		}
		return t
	}
	t, err := time.Parse("2 Jan 2006", d+" "+m[:3]+" "+y)
	if err != nil {
		return time.Time{}
	}
	return t
}
