package corpus

import (
	"regexp"
	"strings"

	"github.com/entente-news/entente"
)

// members reads actors or recipients.
func (x *eventReader) members(s string) []Member {
	out := []Member{}
	if s == "" {
		return out
	}
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		m := Member{}
		part, m.Inferred = strings.CutSuffix(part, "!")
		at := strings.LastIndex(part, "=")
		if at < 0 {
			x.fail("member %q without a code", part)
			continue
		}
		x.party(&m, part[:at], part[at+1:])
		out = append(out, m)
	}
	return out
}

// infer marks members that stand in another sentence as inferred: the clause
// does not give them.
func (x *eventReader) infer(ms []Member) {
	sent := x.b.sentences[x.line.sentence]
	for i := range ms {
		m := &ms[i]
		if m.End > 0 && !m.Inferred && (m.Start < sent.offset || m.End > sent.offset+sent.runes) {
			x.r.warn(x.line.line, "member %q stands in another sentence and is taken as inferred; write !", *m.Text.Text)
			m.Inferred = true
		}
	}
}

// party reads the span, name and code of a member or speaker.
func (x *eventReader) party(m *Member, span, code string) {
	span, name, _ := strings.Cut(span, "~")
	m.Name = optional(strings.TrimSpace(name))
	if strings.TrimSpace(span) != "_" {
		m.Text = x.span(span)
	}
	x.actorCode(m, strings.TrimSpace(code))
}

var orgForm = regexp.MustCompile(`^[A-Z0-9][A-Z0-9+-]*$`)

// actorCode reads COUNTRY[:SECTOR[:ORG]], *GROUP[:SECTOR], -:SECTOR or ?.
func (x *eventReader) actorCode(m *Member, code string) {
	if code == "?" {
		m.Unresolved = true
		return
	}
	group, isGroup := strings.CutPrefix(code, "*")
	p := append(strings.Split(group, ":"), "", "")
	if len(p) > 5 || isGroup && p[2] != "" {
		x.fail("bad code %q", code)
		return
	}
	switch {
	case isGroup:
		m.Group = &p[0]
		if !listed(groupList, p[0]) {
			x.fail("unknown coalition %q", p[0])
		}
	case p[0] == "-":
	case entente.IsSupranational(p[0]) || listed(countryList, p[0]):
		m.Country = &p[0]
	default:
		x.fail("unknown country %q", p[0])
	}
	if _, err := entente.ParseSector(p[1]); err != nil {
		x.fail("unknown sector %q", p[1])
	}
	m.Sector, m.Org = optional(p[1]), optional(p[2])
	if m.Org == nil {
		return
	}
	if !orgForm.MatchString(p[2]) {
		x.fail("bad code of a body %q", p[2])
	} else if x.r.orgs != nil && !x.r.orgs[p[2]] {
		x.r.warn(x.line.line, "body %s is in no table", p[2])
	}
}

var byForm = regexp.MustCompile(`^(.+)=(\S+) \(([^)]+)\)(?: at \(([^)]+)\))?(?: (interested|neutral))?$`)

// by reads the attribution.
func (x *eventReader) by(s string) {
	if s == "" {
		return
	}
	m := byForm.FindStringSubmatch(s)
	if m == nil {
		x.fail("bad attribution %q: write span=CODE (cue)", s)
		return
	}
	a := &Attribution{Cue: x.span(m[3])}
	x.party(&a.Speaker, m[1], m[2])
	if m[4] != "" {
		t := x.span(m[4])
		a.Venue = &t
	}
	a.Interested = m[5] == "interested" || m[5] == "" && interested(a.Speaker, x.ev.Actor, x.ev.Recipient)
	x.ev.Attribution = a
}

// interested says whether a speaker is a party to the event: of the same
// state, body or coalition as a member, and on its side of society, or one an
// organ of the state and the other an enemy of it.
func interested(speaker Member, lists ...[]Member) bool {
	for _, list := range lists {
		for _, m := range list {
			if sameParty(speaker, m) && sameSide(value(speaker.Sector), value(m.Sector)) {
				return true
			}
		}
	}
	return false
}

func sameParty(a, b Member) bool {
	country := value(a.Country)
	return country != "" && country == value(b.Country) && !entente.IsSupranational(country) ||
		a.Org != nil && value(a.Org) == value(b.Org) || a.Group != nil && value(a.Group) == value(b.Group)
}

func sameSide(a, b string) bool {
	return a == b || organ(a) && organ(b) || organ(a) && enemy(b) || enemy(a) && organ(b)
}

// organ says whether a sector is one of the state itself.
func organ(sector string) bool {
	return sector == "" || listed("GOV MIL COP SPY LEG JUD PRM", sector)
}

func enemy(sector string) bool { return sector == "REB" || sector == "PRE" }
