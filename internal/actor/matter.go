package actor

import "github.com/entente-news/entente"

// ofState reports whether a noun that may be anybody's stands behind a matter of
// public business, so that its bearer is the state's: "forest secretary", "harbour
// inspectorate".
func (w *Worker) ofState(n *agent, at int) bool {
	if at == 0 || w.upos(at-1, at) != entente.NOUN && w.upos(at-1, at) != entente.PROPN && w.upos(at-1, at) != entente.ADJ {
		return false
	}
	switch n.noun {
	case "commissioner", "secretary", "inspector", "chief", "director", "administrator", "boss", "supervisor", "superintendent", "auditor", "head", "official", "officer", "agent",
		"commission", "inspectorate", "authority", "department", "office", "bureau", "directorate", "agency", "administration", "board", "service", "secretariat", "council":
		return isMatter(w.d.Tokens[at-1].Lemma) || isMatter(w.text(at-1))
	}
	return false
}

// isMatter reports whether a word is a matter of public business.
func isMatter(word string) bool {
	switch word {
	case "agriculture", "aid", "anti-corruption", "antiquities", "archive", "archives", "aviation", "banking", "border", "bridge", "broadcasting", "budget",
		"building", "buildings", "burial", "cadastral", "canal", "cemetery", "census", "coal", "coastal", "cocoa", "coffee", "competition", "consumer", "cotton",
		"culture", "currency", "customs", "dairy", "dam", "dams", "debt", "development", "disaster", "district", "drought", "drug", "drugs", "education", "election",
		"elections", "electoral", "electricity", "emergencies", "emergency", "energy", "environment", "environmental", "ethics", "excise", "export",
		"famine", "ferry", "fertiliser", "fisheries", "fishery", "flood", "food", "forest", "forestry", "gambling", "game", "gas", "grain", "grants",
		"harbor", "harbour", "health", "heritage", "highway", "highways", "housing", "hunting", "hydrology", "immigration", "import", "information", "insurance",
		"integrity", "irrigation", "islands", "labor", "labour", "land", "lands", "levee", "licence", "licensing", "lighting", "liquor", "maize", "malaria", "map",
		"maps", "maritime", "meat", "metro", "milk", "mines", "mining", "minorities", "minority", "monuments", "museum", "museums", "nuclear", "oil", "parking", "parks",
		"passport", "patent", "patents", "peace", "pensions", "permits", "petroleum", "planning", "postal", "power", "price", "prices", "privacy", "provincial",
		"quarantine", "rail", "railway", "reconciliation", "reconstruction", "refugee", "refugees", "refuse", "regional", "relief", "resettlement", "revenue", "rice",
		"river", "rivers", "road", "roads", "rural", "sanitation", "schools", "securities", "seed", "seeds", "sewage", "shipping", "sports", "standards",
		"statistics", "sugar", "survey", "tax", "taxation", "tea", "telecommunications", "telecoms", "timber", "tourism", "trade", "tram", "transport", "transportation",
		"tribal", "tunnel", "vaccination", "vaccine", "veterinary", "visa", "wage", "wages", "waste", "water", "welfare", "whaling", "wheat", "wildlife",
		"works", "youth", "zoning":
		return true
	}
	return false
}
