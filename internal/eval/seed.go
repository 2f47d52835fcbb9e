package eval

import (
	"encoding/json"
	"sort"
	"strings"
)

// SeedExpected is what a careful coder finds in one document.
type SeedExpected struct {
	ID      string      `json:"id"`
	Date    string      `json:"date"`
	Text    string      `json:"text"`
	Must    []SeedEvent `json:"must"`
	May     []SeedEvent `json:"may"`
	Related []string    `json:"related"`
}

// SeedEvent is one expected event. Mode, When, Where and Aspect are checked
// where they are given.
type SeedEvent struct {
	Actor          []string        `json:"actor"`
	Event          string          `json:"event"` // roots, parted by |
	Recipient      []string        `json:"recipient"`
	MayLackTarget  bool            `json:"recipient_may_be_empty"`
	Mode           string          `json:"mode"`
	When           json.RawMessage `json:"when"` // a day, a prefix of one, or null: no day may be given
	Where          string          `json:"where"`
	Aspect         string          `json:"aspect"`
	From           string          `json:"from"`
	Magnitude      json.RawMessage `json:"magnitude"`
	RawAttribution json.RawMessage `json:"attribution"`
}

// SeedFound is an event that the coder found. Actors and recipients are
// countries, organisations, or group:CODE.
type SeedFound struct {
	Actor, Recipient          []string
	Event, Mode, Aspect, From string // From is the first day, "" when none
	WhereName, WhereCountry   string
	Related                   bool // it lies in the headline of a related story
}

// SeedScore is the result for one document.
type SeedScore struct {
	Must, Found, FalseAlarms int
	MissedFrom               []string // the sentences of what was missed
	False                    []SeedFound
	RelatedWanted            int
	RelatedRight             int
}

// ScoreSeed matches found events with expected ones on root and the sets of
// countries. Repeats of a matched triple cost nothing; what matches nothing is
// a false alarm, as is anything from a related headline.
func ScoreSeed(want SeedExpected, found []SeedFound, related []string) SeedScore {
	s := SeedScore{Must: len(want.Must), RelatedWanted: len(want.Related)}
	hit := make([]bool, len(want.Must))
	for _, f := range found {
		ok := false
		if !f.Related {
			for i := range want.Must {
				if want.Must[i].matches(f) {
					ok = true
					hit[i] = hit[i] || want.Must[i].details(f)
				}
			}
			for i := range want.May {
				ok = ok || want.May[i].matches(f)
			}
		}
		if !ok {
			s.FalseAlarms++
			s.False = append(s.False, f)
		}
	}
	for i, h := range hit {
		if h {
			s.Found++
		} else {
			s.MissedFrom = append(s.MissedFrom, want.Must[i].Event+": "+want.Must[i].From)
		}
	}
	for i, r := range want.Related {
		if i < len(related) && strings.Join(strings.Fields(related[i]), " ") == r {
			s.RelatedRight++
		}
	}
	return s
}

// matches compares roots and parties; members of a reciprocal event may stand
// on either side.
func (e *SeedEvent) matches(f SeedFound) bool {
	ok := false
	for _, r := range strings.Split(e.Event, "|") {
		ok = ok || r == f.Event
	}
	if !ok {
		return false
	}
	if sameSet(e.Actor, f.Actor) && (sameSet(e.Recipient, f.Recipient) || (e.MayLackTarget && len(f.Recipient) == 0)) {
		return true
	}
	reciprocal := len(e.Recipient) == 0 && len(e.Actor) > 1 || len(f.Recipient) == 0 && len(f.Actor) > 1
	return reciprocal && sameSet(append(append([]string{}, e.Actor...), e.Recipient...), append(append([]string{}, f.Actor...), f.Recipient...))
}

// details compares what is given beside the triple.
func (e *SeedEvent) details(f SeedFound) bool {
	if e.Mode != "" && e.Mode != f.Mode {
		return false
	}
	if e.Aspect != "" && e.Aspect != f.Aspect {
		return false
	}
	if e.Where != "" && e.Where != f.WhereCountry && !strings.Contains(strings.ToLower(f.WhereName), strings.ToLower(e.Where)) {
		return false
	}
	var day *string
	if len(e.When) == 0 || json.Unmarshal(e.When, &day) != nil {
		return true
	}
	if day == nil {
		return f.From == ""
	}
	return strings.HasPrefix(f.From, *day)
}

func sameSet(a, b []string) bool {
	x, y := unique(a), unique(b)
	return strings.Join(x, " ") == strings.Join(y, " ")
}

func unique(a []string) []string {
	s := append([]string{}, a...)
	sort.Strings(s)
	out := s[:0]
	for i, v := range s {
		if i == 0 || v != s[i-1] {
			out = append(out, v)
		}
	}
	return out
}
