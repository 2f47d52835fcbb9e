package merge

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a story tells of once, what a sentence tells twice, and who is somebody
// else.

// once reports whether two reports tell of a deed that a story has once: the
// killing of somebody by the same people, none of an armed force, or what a
// person does once in a story.
func (e *Evidence) once(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	switch {
	case a.report.Doc == b.report.Doc || e.X[TermOthersNames] == 1 || a.claim.Quoted || b.claim.Quoted:
		return false
	case oneCrime(a, b):
		return true
	case onceOnly(x) && onceOnly(y):
		return e.X[TermActorsAlike] == 1 || e.X[TermActorsVague] == 1 && (nameless(x.Actors) || nameless(y.Actors))
	case !killing(a.claim.Lemma) || !killing(b.claim.Lemma) || gas(x) || gas(y):
		return false
	default:
		return e.X[TermActorsAlike] == 1 && !atWar(x.Actors) && !atWar(y.Actors) || e.X[TermOthersPerson] == 1
	}
}

// nameless reports whether nobody of a side is named.
func nameless(as []entente.Actor) bool {
	return !slices.ContainsFunc(as, func(a entente.Actor) bool { return a.Name != "" })
}

func gas(x *entente.Event) bool { return x.Mode.String() == "crowd-control" }

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
