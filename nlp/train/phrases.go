package train

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
)

// grammar makes sentences from lists of words.
type grammar struct {
	rand                                          *model.Rand
	strike, threaten, say, move, announce, meetUp []verb
	countries, cities, given, family, peoples     []string
}

func newGrammar(seed uint64) *grammar {
	g := &grammar{rand: model.NewRand(seed), given: oneWord(givenNames), family: oneWord(surnames), peoples: demonyms()}
	g.countries, g.cities = oneWord(countries), oneWord(cities)
	for _, l := range []struct {
		to   *[]verb
		list string
	}{
		{&g.strike, transitive}, {&g.threaten, withInfinitive}, {&g.say, reporting}, {&g.move, moving}, {&g.announce, announcing}, {&g.meetUp, meeting},
	} {
		for _, s := range split(l.list) {
			*l.to = append(*l.to, parseVerb(s))
		}
	}
	return g
}

func oneWord(list string) []string {
	var out []string
	for _, s := range split(list) {
		if !strings.ContainsAny(s, " .") {
			out = append(out, s)
		}
	}
	return out
}

func (g *grammar) pick(list []string) string { return list[g.rand.Intn(len(list))] }
func (g *grammar) verb(list []verb) verb     { return list[g.rand.Intn(len(list))] }
func (g *grammar) chance(percent int) bool   { return g.rand.Intn(100) < percent }

func (g *grammar) name(list []string) *node {
	w := g.pick(list)
	return leaf(w, w, "PROPN", "NNP", "")
}

func (g *grammar) people(rel string) *node {
	w := g.pick(g.peoples)
	return leaf(w, w, "ADJ", "JJ", rel)
}

func the(rel string) *node { return leaf("the", "the", "DET", "DT", rel) }

// noun picks "singular" or "singular plural" from a list.
func (g *grammar) noun(list string, plural bool) *node {
	f := strings.Fields(g.pick(split(list)))
	if plural {
		form := f[0] + "s"
		if len(f) > 1 {
			form = f[1]
		}
		return leaf(form, f[0], "NOUN", "NNS", "")
	}
	return leaf(f[0], f[0], "NOUN", "NN", "")
}

// actor returns who acts or is acted upon, and whether it is plural.
func (g *grammar) actor() (*node, bool) {
	switch g.rand.Intn(9) {
	case 0, 1:
		return g.name(g.countries), false
	case 2:
		n := g.noun(people, true)
		return n.before(g.people("amod")), true
	case 3:
		return g.noun(people, true), true
	case 4:
		n := g.noun(bodies, false)
		if g.chance(40) {
			n.before(g.people("amod"))
		}
		return n.before(the("det")), false
	case 5:
		return g.owned(g.noun(bodies, false)), false
	case 6:
		a, b := g.name(g.countries), g.name(g.countries)
		return a.after(b.as("conj").before(leaf("and", "and", "CCONJ", "CC", "cc"))), true
	default:
		return g.person(), false
	}
}

func (g *grammar) owned(n *node) *node {
	s := leaf("'s", "'s", "PART", "POS", "case")
	s.glue = true
	return n.before(g.name(g.countries).as("nmod:poss").after(s))
}

// person returns an office holder: Russian President Vladimir Putin, the
// minister, Mr. Putin, Putin.
func (g *grammar) person() *node {
	switch g.rand.Intn(4) {
	case 0:
		return g.name(g.family)
	case 1:
		n := g.noun(offices, false)
		return n.before(the("det"))
	default:
		n := g.name(g.given).after(g.name(g.family).as("flat"))
		t := g.title()
		if g.chance(60) {
			t.before(g.people("amod"))
		}
		return n.before(t)
	}
}

func (g *grammar) title() *node {
	if g.chance(20) {
		w := g.pick(split("leader, chief, spokesman, spokeswoman, envoy, negotiator, minister"))
		n := leaf(w, w, "NOUN", "NN", "nmod:desc")
		if g.chance(60) {
			c := g.pick(split("opposition, army, rebel, party, peace, defense, government"))
			n.before(leaf(c, c, "NOUN", "NN", "compound"))
		}
		return n
	}
	f := strings.Fields(g.pick(split(titleList)))
	last := len(f) - 1
	n := leaf(f[last], f[last], "PROPN", "NNP", "nmod:desc")
	for i := range f[:last] {
		if f[i] == "Prime" || f[i] == "Foreign" {
			n.left = append(n.left, leaf(f[i], f[i], "ADJ", "NNP", "amod"))
		} else {
			n.left = append(n.left, leaf(f[i], f[i], "PROPN", "NNP", "compound"))
		}
	}
	return n
}

// thing returns an object that is no actor.
func (g *grammar) thing() *node {
	if g.chance(50) {
		n := g.noun(things, true)
		if g.chance(40) {
			n.before(g.adjective())
		}
		return g.modified(n)
	}
	n := g.noun(things, false)
	if g.chance(40) {
		n.before(g.adjective())
	}
	return g.modified(n.before(the("det")))
}

// modified adds a prepositional phrase that belongs to the noun: an agreement
// with Iran, sanctions against the party.
func (g *grammar) modified(n *node) *node {
	if g.chance(70) {
		return n
	}
	var of *node
	if g.chance(50) {
		of = g.name(g.countries)
	} else {
		of = g.noun(bodies, false).before(the("det"))
	}
	return n.after(prep(g.pick(split("with, against, on, of, of, of, to, from, for, with, against")), of, "nmod"))
}

func (g *grammar) adjective() *node {
	w := g.pick(split(adjectives))
	return leaf(w, w, "ADJ", "JJ", "amod")
}

func (g *grammar) any() *node {
	if g.chance(50) {
		return g.thing()
	}
	n, _ := g.actor()
	return n
}

func prep(p string, n *node, rel string) *node {
	return n.before(leaf(p, p, "ADP", "IN", "case")).as(rel)
}

// place and day return where and when, as dependents of a verb.
func (g *grammar) place() *node {
	switch g.rand.Intn(4) {
	case 0:
		n := g.name(g.countries)
		return prep("in", n.before(leaf(g.pick(split("northern, southern, eastern, western, central")), "", "ADJ", "JJ", "amod").selfLemma()), "obl")
	case 1:
		return prep("near", g.name(g.cities), "obl")
	default:
		return prep("in", g.name(g.cities), "obl")
	}
}

func (n *node) selfLemma() *node { n.lemma = n.form; return n }

func (g *grammar) day() *node {
	d := g.pick(split("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"))
	return prep("on", leaf(d, d, "PROPN", "NNP", ""), "obl")
}

// circumstances adds a place, a day, both or none.
func (g *grammar) circumstances(v *node) *node {
	if g.chance(45) {
		v.after(g.place())
	}
	if g.chance(45) {
		v.after(g.day())
	}
	return v
}

const (
	people = `force, troop, soldier, official, fighter, rebel, protester, worker, leader, minister, diplomat, lawmaker, militant, warplane, jet, tank, gunman gunmen, negotiator,
student, resident, activist, journalist, prosecutor, settler, separatist, insurgent, migrant, refugee, policeman policemen, demonstrator, envoy, voter, opposition, general, investigator`
	bodies  = `government, army, military, parliament, police, ministry, cabinet, navy, opposition, embassy, court, regime, coalition, alliance, council, union, junta, group, party, company, bank, commission, agency, delegation`
	offices = `president, minister, premier, ambassador, spokesman, spokeswoman, general, king, envoy, chancellor, governor, mayor, senator, leader, commander, diplomat, judge, lawmaker`
	things  = `target, agreement, deal, treaty, bill, plan, proposal, sanction, talk, attack, border, road, village, town, base, convoy, aircraft aircraft, missile, drone, weapon, protest, election,
vote, strike, ceasefire, truce, accord, statement, demand, reform, tariff, law, ban, embargo, offensive, raid, operation, exercise, report, letter, visit, summit, loan, contract, city cities, decision, resolution, camp, bridge, power, resignation`
	adjectives = `new, military, nuclear, joint, foreign, armed, diplomatic, key, major, controversial, long, economic, political, recent, first, illegal, latest, several, former, strategic, humanitarian, bilateral`
	titleList  = `President, Prime Minister, Foreign Minister, Defense Minister, Interior Minister, Chancellor, General, Gen., Sen., Mr., Secretary, King, Premier, Ambassador, Finance Minister`
	transitive = `condemn, attack, criticize, support, reject, denounce, strike struck struck, seize, shell, bomb, invade, capture, arrest, detain, expel expelled expelled expelling, sanction, praise, welcome, sign, approve,
back, block, oppose, shoot shot, fight fought, kill, wound, injure, free, release, recapture, raid, storm, occupy, ban banned banned banning, blame, summon, recall, halt, suspend, resume, postpone, cancel, abandon, break broke broken, violate, ratify, veto, target,
destroy, hit hit hit hitting, leave left, enter, visit, host, thank, warn, urge, defend, provoke, insult, sue, rebuff, slam slammed slammed slamming, accept, sever, restore, impose, lift, launch, stage, win won won winning, lose lost, join, quit quit quit quitting, lead led, send sent, deploy, withdraw withdrew withdrawn,
besiege, encircle, liberate, annex, overthrow overthrew overthrown, oust, topple, mediate, broker, rule, arm, train, fund, supply, question, probe, investigate, evacuate, shelter, deport, repel repelled repelled repelling, intercept, ambush, blockade, boycott, reopen, dismiss, sack, appoint, nominate, replace`
	withInfinitive = `threaten, agree, refuse, vow, pledge, decide, promise, offer, plan planned planned planning, want, try, seek sought, prepare, fail, begin began begun beginning, continue, demand, hope, intend, move, vote, decline`
	reporting      = `say said, announce, claim, report, state, add, insist, warn, tell told, confirm, declare, note, argue, suggest, acknowledge, reiterate, stress, predict, believe, deny`
	moving         = `arrive, march, gather, flee fled, return, protest, advance, retreat, withdraw withdrew withdrawn, fight fought, resign, rally rallied, clash, die, demonstrate, travel, land, fly flew flown, escape, surrender`
	announcing     = `announce, propose, discuss, demand, reject, deny, back, support`
	meeting        = `meet met, host, receive, visit, greet, welcome, join, phone, call`
)
