package merge

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// printedWords is the share of words, in thousandths, from which two sentences
// are one that is printed again.
const printedWords = 600

// toldWithin reports whether two events can be of one day when the later is told
// again without its date.
func toldWithin(a, b *item) bool {
	if !a.from.Known() || !b.from.Known() {
		return !a.byYear() && !b.byYear()
	}
	late := b
	if a.from > b.from {
		late = a
	}
	gap := max(int(a.from)-int(b.to), int(b.from)-int(a.to), 0)
	return gap == 0 || gap <= lateDays && !late.given
}

// oneCrime reports whether two events of force are one, told by two reports: the
// deed of one named person without an office, of which a story has one, whomever
// a report says that it was aimed at and by whatever means; or the killing of
// one named person.
func oneCrime(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if x.Root != entente.RootAssault || a.report.Doc == b.report.Doc || !toldWithin(a, b) {
		return false
	}
	return private(x.Actors) && private(y.Actors) && x.Actors[0].Name == y.Actors[0].Name ||
		killing(a.claim.Lemma) && killing(b.claim.Lemma) && victim(x.Recipients) != "" && victim(x.Recipients) == victim(y.Recipients)
}

// victim returns the name of the one person of a side, "" for none.
func victim(as []entente.Actor) string {
	if len(as) != 1 || !strings.Contains(as[0].Name, " ") || as[0].Org != "" {
		return ""
	}
	return as[0].Name
}

// private reports whether a side is one person, named in full, who is in no
// table and holds no office, and of no armed force.
func private(as []entente.Actor) bool {
	if len(as) != 1 {
		return false
	}
	a := &as[0]
	if !strings.Contains(a.Name, " ") || a.Role != "" || a.Org != "" || a.Wikidata != "" {
		return false
	}
	switch a.Sector {
	case entente.SectorNone, entente.CVL, entente.CRM, entente.UAF:
		return true
	default:
		return false
	}
}

// printedAgain reports whether two reports have one sentence on an act of speech,
// told by one word and with one side in common: what the other side was read as
// may differ. Deeds are left out, because one sentence tells the strikes of many
// days.
func printedAgain(a, b *item, words int) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if !said(x.Root) || a.report.Doc == b.report.Doc || words < printedWords || family(a.claim.Lemma) != family(b.claim.Lemma) || x.Aspect != y.Aspect || !toldWithin(a, b) ||
		namesApart(x.Actors, y.Actors) {
		return false
	}
	side := func(p, q []entente.Actor) bool { return len(p) > 0 && sameSide(p, q, sameActor) }
	return side(x.Actors, y.Actors) || side(x.Recipients, y.Recipients)
}
