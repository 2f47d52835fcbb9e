package merge

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// What a story tells of once, what a sentence tells twice, and who is somebody
// else.

// oneKilling reports whether two killings of a story are by the same kind of
// people, none of them of an armed force, and of the same kind where both name
// it: such a story tells of one.
func (e *evidence) oneKilling(a, b *item) bool {
	gas := func(x *item) bool { return x.claim.Event.Mode.String() == "crowd-control" }
	return killing(a.claim.Lemma) && killing(b.claim.Lemma) && e.namedAlike && !gas(a) && !gas(b) && !atWar(a.claim.Event.Actors) && !atWar(b.claim.Event.Actors)
}

// onceOnly reports whether an act is one that a person does once in a story: to
// apologise, or to resign.
func onceOnly(x *entente.Event) bool {
	return x.Root == entente.RootConcede || x.Root == entente.RootRetreat && x.Mode.String() == "resign"
}

// lightVerb is how far, in bytes, a verb and its noun stand apart that tell one
// deed: "offered his condolences".
const lightVerb = 25

// oneSentence reports whether two events stand in one sentence of one report.
func oneSentence(a, b *item) bool {
	return a.report.Doc == b.report.Doc && a.claim.Sentence == b.claim.Sentence && !a.claim.Sentence.IsEmpty()
}

func between(s, t entente.Span) int { return max(s.Start-t.End, t.Start-s.End, 0) }

// namesApart reports whether two sides name private parties that have no word of
// their names in common: two clubs, two firms, two defendants.
func namesApart(a, b []entente.Actor) bool {
	both := false
	for i := range a {
		for j := range b {
			if !unofficial(&a[i]) || !unofficial(&b[j]) {
				continue
			}
			both = true
			if shareWord(a[i].Name, b[j].Name) {
				return false
			}
		}
	}
	return both
}

func shareWord(x, y string) bool {
	for _, p := range strings.Fields(x) {
		for _, q := range strings.Fields(y) {
			if strings.EqualFold(p, q) {
				return true
			}
		}
	}
	return false
}

// unofficial reports whether a party is named and of no office or organ.
func unofficial(x *entente.Actor) bool {
	switch x.Sector {
	case entente.SectorNone, entente.CVL, entente.BUS, entente.CRM:
		return x.Name != "" && x.Role == ""
	default:
		return false
	}
}
