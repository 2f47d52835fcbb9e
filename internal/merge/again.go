package merge

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// printed is the share of words, in eighths, from which two sentences are one
// that is printed again; printedSense is how like what they are about then is at
// least, as [senseLike] has it.
const (
	printed      = 5
	printedSense = 2
)

// printedAgain reports whether two reports have one sentence: of near-copies
// nearly word by word; of others on an act of speech, told by one word and with
// one side in common. Deeds of others are left out, because one sentence tells the
// strikes of many days.
func (e *Evidence) printedAgain(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if a.report.Doc == b.report.Doc || e.X[TermNumbersApart] == 1 {
		return false
	}
	if sameCopy(a.report, b.report) && e.X[TermWords] >= eighths-1 {
		return true
	}
	if !said(x.Root) || e.X[TermWords] < printed || e.X[TermLemma]+e.X[TermFamily] == 0 {
		return false
	}
	if sense, known := senseLike(x.Sense, y.Sense); known && sense < printedSense {
		return false
	}
	side := func(p, q []entente.Actor) bool { return len(p) > 0 && sameSide(p, q, sameActor) }
	return side(x.Actors, y.Actors) || side(x.Recipients, y.Recipients)
}

// otherSides reports whether two events of two reports can be one although their
// sides differ: the readers of one sentence, or those who tell of one crime, may
// have taken a side otherwise, and who did something may be disputed.
func (e *Evidence) otherSides(a, b *item) bool {
	return a.report.Doc != b.report.Doc && (e.X[TermPrinted] == 1 || oneCrime(a, b) || disputed(a, b) && e.X[TermWords] >= disputedWords)
}

// disputedWords is the share of words, in eighths, from which one happening may
// have two doers.
const disputedWords = 3

// oneCrime reports whether two events of force are the deed of one named person
// without an office, of which a story has one, or the killing of one named
// person.
func oneCrime(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if x.Root != entente.RootAssault {
		return false
	}
	return private(x.Actors) && private(y.Actors) && x.Actors[0].Name == y.Actors[0].Name ||
		killing(a.claim.Lemma) && killing(b.claim.Lemma) && person(x.Recipients) != "" && person(x.Recipients) == person(y.Recipients)
}

// disputed reports whether reports may name different doers of a deed: same
// sufferer, same town, days that are known.
func disputed(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	return x.Root.Quad() == entente.MaterialConflict && a.from.Known() && b.from.Known() && exactPlace(x.Where, y.Where) &&
		len(x.Actors) > 0 && len(y.Actors) > 0 && len(x.Recipients) > 0 && len(y.Recipients) > 0 && sameSide(x.Recipients, y.Recipients, sameActor)
}

// person returns the name of the one person of a side, "" for none.
func person(as []entente.Actor) string {
	if len(as) != 1 || !strings.Contains(as[0].Name, " ") || as[0].Org != "" {
		return ""
	}
	return as[0].Name
}

// private reports whether a side is one person, named in full, who is in no
// table and holds no office, and of no armed force.
func private(as []entente.Actor) bool {
	if person(as) == "" || as[0].Role != "" || as[0].Wikidata != "" {
		return false
	}
	switch as[0].Sector {
	case entente.SectorNone, entente.CVL, entente.CRM, entente.UAF:
		return true
	default:
		return false
	}
}
