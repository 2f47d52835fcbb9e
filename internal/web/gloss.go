package web

import (
	entente "github.com/entente-news/entente"
)

// rootGloss says in plain words what a root of PLOVER stands for.
func rootGloss(r entente.Root) string {
	switch r {
	case entente.RootAgree:
		return "agree or promise to do something"
	case entente.RootConsult:
		return "meet, visit, call or mediate"
	case entente.RootSupport:
		return "back, praise or recognise"
	case entente.RootConcede:
		return "give way or ease a measure"
	case entente.RootCooperate:
		return "work together in deeds"
	case entente.RootAid:
		return "give money, goods, arms or shelter"
	case entente.RootRetreat:
		return "withdraw, release or cease fire"
	case entente.RootRequest:
		return "ask or demand"
	case entente.RootAccuse:
		return "blame, criticise or investigate"
	case entente.RootReject:
		return "refuse or turn down"
	case entente.RootThreaten:
		return "warn of harm to come"
	case entente.RootProtest:
		return "demonstrate, strike or riot"
	case entente.RootSanction:
		return "cut or reduce relations"
	case entente.RootMobilize:
		return "raise or move forces"
	case entente.RootCoerce:
		return "seize, arrest, restrict or repress"
	case entente.RootAssault:
		return "attack with violence"
	default:
		return ""
	}
}

// statusGloss completes "told as".
func statusGloss(s entente.Status) string {
	switch s {
	case entente.Future:
		return "something to come"
	case entente.Hypothetical:
		return "a possibility, not a fact"
	case entente.Negated:
		return "something that did not happen"
	case entente.Historical:
		return "background of an earlier time"
	default:
		return "a fact"
	}
}

// sectorGloss names a sector of PLOVER.
func sectorGloss(s entente.Sector) string {
	names := map[entente.Sector]string{
		entente.COP: "police", entente.GOV: "government", entente.JUD: "courts", entente.LEG: "parliament", entente.MIL: "military",
		entente.PRM: "paramilitary", entente.PTY: "political party", entente.REB: "rebels", entente.SPY: "intelligence",
		entente.UAF: "unaligned armed force", entente.UNK: "unknown sector", entente.AGR: "farmers", entente.BUS: "business",
		entente.CRM: "criminals", entente.CVL: "civilians", entente.EDU: "education", entente.ELI: "former officials", entente.JRN: "journalists",
		entente.LAB: "workers", entente.MED: "media", entente.REF: "refugees", entente.OPP: "opposition",
		entente.PRE: "breakaway authority", entente.REL: "religious body", entente.SOC: "civil society"}
	return names[s]
}

// relationGloss explains a relation of Universal Dependencies.
func relationGloss(r entente.Deprel) string {
	if r == entente.NsubjPass {
		return "subject of a passive: to whom it is done"
	}
	if r == entente.OblAgent {
		return "agent of a passive: by whom"
	}
	if r == entente.NmodPoss {
		return "possessor"
	}
	names := map[entente.Deprel]string{
		entente.Nsubj: "subject", entente.Obj: "object", entente.Iobj: "indirect object", entente.Obl: "phrase with a preposition",
		entente.Nmod: "phrase that belongs to a noun", entente.Appos: "the same thing said again", entente.Conj: "joined by and, or, but",
		entente.Compound: "part of a compound", entente.Amod: "adjective of a noun", entente.Acl: "clause that belongs to a noun",
		entente.Advcl: "adverbial clause", entente.Ccomp: "clause as complement", entente.Xcomp: "complement whose subject stands outside",
		entente.Flat: "part of a name", entente.Parataxis: "clause beside the main one", entente.Csubj: "clause as subject",
		entente.DeprelRoot: "head of the sentence", entente.Case: "preposition", entente.Cop: "form of be", entente.Aux: "auxiliary verb"}
	return names[r.Universal()]
}

// dateBasisGloss says where a document's date comes from.
func dateBasisGloss(b entente.DateBasis) string {
	return [...]string{"no date is known", "date given with the report", "date read from its text", "date read from its address",
		"date of the file", "date given by the user"}[min(int(b), 5)]
}
