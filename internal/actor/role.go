package actor

import "github.com/entente-news/entente"

// Some nouns are of no trade: an officer may be of the police or the army, men
// may be anybody. What the words around tell of them decides (codebook 7: in
// which role does it act here?).

// byRole returns the sector of the bearers of such a noun in its sentence, and
// whether the words around tell it.
func (w *Worker) byRole(p *phrase) (entente.Sector, bool) {
	switch n := &w.t.agents[p.noun]; n.noun {
	case "officer":
		if p.inherit < 0 && p.nowners > 0 {
			return w.officer() // without a country they are the police
		}
	case "man", "men", "woman", "women", "youth", "youths", "person", "people", "family", "child", "children", "resident", "infant":
		if w.armedBehind(p.nounEnd) {
			return entente.UAF, true
		}
		if w.fleeing(p) {
			return entente.REF, true
		}
	}
	return entente.SectorNone, false
}

// officer tells policemen from soldiers by what else the sentence speaks of,
// where it speaks of one more than of the other.
func (w *Worker) officer() (entente.Sector, bool) {
	first, end := w.bounds(w.sentence)
	police, army := 0, 0
	for i := first; i < end; i++ {
		switch l := w.d.Tokens[i].Lemma; {
		case isPolicing(l):
			police++
		case isSoldiering(l):
			army++
		}
	}
	switch {
	case police > army:
		return entente.COP, true
	case army > police:
		return entente.MIL, true
	}
	return entente.SectorNone, false
}

// isPolicing reports whether a word is of the work of police.
func isPolicing(lemma string) bool {
	switch lemma {
	case "arrest", "detain", "custody", "riot", "suspect", "drug", "smuggle", "smuggler", "smuggling", "handcuff", "cordon", "marcher", "protest", "protester", "demonstrate",
		"demonstrator", "demonstration", "crowd", "cell", "jail", "search", "fraud", "theft", "rubber", "baton", "customs", "police", "heroin", "cocaine", "poach", "poacher",
		"traffic", "trafficker", "evict", "patrolman", "burglary", "robbery", "crime", "criminal", "gang":
		return true
	}
	return false
}

// isSoldiering reports whether a word is of armed forces and war.
func isSoldiering(lemma string) bool {
	switch lemma {
	case "coup", "mutiny", "mutineer", "barracks", "regiment", "artillery", "junta", "troop", "troops", "army", "soldier", "garrison", "general", "colonel", "truce", "ceasefire",
		"shell", "tank", "front", "war", "putsch", "navy", "naval", "base", "military", "battalion", "brigade", "warship", "staff":
		return true
	}
	return false
}

// armedBehind reports whether "with rifles", "in masks", "carrying machetes"
// follow at token k.
func (w *Worker) armedBehind(k int) bool {
	n := len(w.d.Tokens)
	if k >= n || !oneOf(w.text(k), "with", "in", "carrying", "wielding", "wearing", "armed", "brandishing") {
		return false
	}
	for i := k + 1; i < min(n, k+5); i++ {
		switch w.d.Tokens[i].Lemma {
		case "gun", "rifle", "machete", "knife", "explosive", "bomb", "grenade", "pistol", "axe", "club", "stick", "bar", "spear", "arrow", "sword", "mask", "hood", "balaclava",
			"uniform", "fatigue", "fatigues", "cape", "camouflage", "weapon", "arm", "arms", "petrol":
			return true
		}
		if u := w.d.Tokens[i].UPOS; u == entente.VERB || u == entente.PUNCT {
			return false
		}
	}
	return false
}

// fleeing reports whether the bearers of p's noun flee, are displaced or are
// given shelter.
func (w *Worker) fleeing(p *phrase) bool {
	n := len(w.d.Tokens)
	for i := p.nounEnd; i < min(n, p.nounEnd+4); i++ {
		switch w.d.Tokens[i].Lemma {
		case "flee", "displace", "uproot":
			return true
		}
		if w.d.Tokens[i].UPOS == entente.PUNCT {
			break
		}
	}
	for i := p.nounAt - 1; i >= max(0, p.nounAt-4); i-- {
		switch t := &w.d.Tokens[i]; t.Lemma {
		case "flee", "displaced", "displace", "uprooted", "stateless", "shelter", "resettle", "deport", "repatriate":
			return true
		}
		if u := w.d.Tokens[i].UPOS; u != entente.ADJ && u != entente.NUM && u != entente.DET && u != entente.NOUN && u != entente.PROPN {
			break
		}
	}
	return false
}
