package place

import entente "github.com/entente-news/entente"

// A town that the name finder takes for a body or a person is known by what
// stands beside it: people hold office in towns, and towns have courts.

// heldPoints are the points of a name that an office or a town's own thing
// stands beside in small letters: "Poltava mayor", "the mayor of Antratsyt".
const heldPoints = 2

// seated reports whether such a noun stands right behind m, or one of a place
// before an "of" that stands right before it.
func (w *Worker) seated(m *mention) bool {
	if m.next-m.first > 3 {
		return false
	}
	if k := m.next; w.linked(k) && !w.list[k].capital {
		if of := w.list[k-1].possessive; of && owned[w.keyText(k)] || !of && seats[w.keyText(k)] {
			return true
		}
	}
	k := m.first - 2
	return k >= 0 && w.linked(k+1) && w.linked(k+2) && w.is(k+1, "of") && !w.list[k].capital && (offices[w.keyText(k)] || localities[w.keyText(k)])
}

// offices are held in towns and divisions.
var offices = set("mayor mayors governor governors prefect prefects superintendent commissioner bishop archbishop emir sultan magistrate magistrates councillors residents inhabitants people villagers townspeople citizens " +
	"streets outskirts suburbs centre center")

// localities say what a name behind "of" is.
var localities = set("city town village port district province county region municipality hamlet governorate oblast suburb prefecture canton island islet commune township")

// seats are nouns that the name of a town or a division stands before, and no
// person's.
var seats = set("mayor mayors governor governors prefect prosecutor prosecutors councillor councillors council court courts prison jail airport airfield harbour harbor port university cathedral " +
	"province provinces district districts county municipality residents villagers townspeople hospital docks dockers bishop archbishop police region oblast governorate")

// owned are nouns that a town has and a person has not: "Zadar's mayor".
var owned = set("mayor mayors prefect prefects councillors residents villagers townspeople harbour harbor port airport airfield jail court courts hospital hospitals docks dockers cathedral mosque " +
	"bishop archbishop streets outskirts suburbs university magistrates magistrate prosecutor prosecutors fishermen farmers")

// within reports whether "in", "near", "outside" or "around" stands right before m:
// one is inside a town, and seldom a body of its name.
func (w *Worker) within(m *mention) bool {
	return w.linked(m.first) && !w.list[m.first].allCaps && (w.is(m.first-1, "in") || w.is(m.first-1, "near") || w.is(m.first-1, "outside") || w.is(m.first-1, "around"))
}

// bodyEvidence is what the label of a body or a person says of m, where the words
// beside it may say otherwise.
func (w *Worker) bodyEvidence(m *mention, points int) int {
	if m.inEntity || !(w.seated(m) || w.within(m) || w.cameFrom(m)) {
		return points
	}
	return max(points, organisations) + 1
}

// cameFrom reports whether people come from m: "fishermen from Barbate".
func (w *Worker) cameFrom(m *mention) bool {
	k := m.first - 1
	return w.linked(m.first) && w.is(k, "from") && w.linked(k) && !w.list[k-1].capital && w.upos(k-1) == entente.NOUN
}
