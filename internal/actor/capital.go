package actor

import "github.com/entente-news/entente"

// A capital stands for its government where it acts or is spoken to, and is a
// town where somebody goes, stays or is shelled. What decides behind "to",
// "from" and "of" is the word that the preposition hangs on: one appeals to
// Ottawa and flies to Ottawa. It is looked for in the few words before, since
// there is no tree here; who reads the clause may know better.

// reach is how many tokens back the word is looked for that a preposition
// hangs on.
const reach = 9

// addressed reports whether the capital at token i is the government that
// something is said or given to, comes from or is done by.
func (w *Worker) addressed(i int) bool {
	first := w.d.Sentences[w.sentence].First
	k := i - 1
	if k < first {
		return false
	}
	if w.madeTo(i) {
		return true
	}
	switch w.d.Tokens[k].Lemma {
	case "to":
		return w.hangsOn(k, isGivenOrSaid, isMotion)
	case "from":
		return w.hangsOn(k, isReceived, isMotion)
	case "by":
		return k > first && (w.d.Tokens[k-1].UPOS == entente.VERB || w.d.Tokens[k-1].UPOS == entente.NOUN || w.d.Tokens[k-1].UPOS == entente.ADV)
	case "on", "against", "upon":
		return w.hangsOn(k, isPutOn, isMotion)
	case "of":
		return k > first && isStance(w.d.Tokens[k-1].Lemma)
	}
	return false
}

// subjunctive reports whether the capital m is to do something: "demanded that Moscow
// hand it over", where the verb may be tagged as a noun.
func (w *Worker) subjunctive(m *entente.Mention) bool {
	end := len(w.d.Tokens)
	if m.First < 2 || !w.is(m.First-1, end, "that") || !isDemand(w.d.Tokens[m.First-2].Lemma) {
		return false
	}
	u := w.upos(m.Last, end)
	return u == entente.VERB || u == entente.NOUN && w.d.Tokens[m.Last].Lemma == w.text(m.Last)
}

// isDemand reports whether a word is of wanting something done.
func isDemand(lemma string) bool {
	switch lemma {
	case "demand", "request", "ask", "insist", "propose", "proposal", "suggest", "recommend", "require", "urge", "condition", "rule", "order", "move", "plead", "stipulate":
		return true
	}
	return false
}

// madeTo reports whether the name at token i is what somebody wants or makes to do
// something: "wants Moscow to hand it over".
func (w *Worker) madeTo(i int) bool {
	end := len(w.d.Tokens)
	if w.d.Tokens[i-1].UPOS != entente.VERB {
		return false
	}
	switch w.d.Tokens[i-1].Lemma {
	case "want", "expect", "need", "get", "force", "request", "require", "order", "instruct", "tell", "challenge", "dare", "prod", "push", "compel", "oblige", "encourage", "invite",
		"persuade", "convince", "enable", "cause", "lead", "prompt", "drive", "goad", "trust":
		k := i + 1
		for k < end && k < i+3 && w.d.Tokens[k].UPOS == entente.PROPN {
			k++
		}
		return w.is(k, end, "to") && w.upos(k+1, end) == entente.VERB
	}
	return false
}

// hangsOn reports whether the nearest word before token k that either test
// knows passes the first one.
func (w *Worker) hangsOn(k int, yes, no func(string) bool) bool {
	for j := k - 1; j >= max(w.d.Sentences[w.sentence].First, k-reach); j-- {
		t := &w.d.Tokens[j]
		switch t.UPOS {
		case entente.VERB, entente.NOUN, entente.ADV:
			if no(t.Lemma) {
				return false
			}
			if yes(t.Lemma) {
				return true
			}
		case entente.PUNCT:
			if s := w.text(j); s == ";" || s == ":" || isQuoteMark(s) {
				return false
			}
		}
	}
	return false
}

// isGivenOrSaid reports whether a verb or noun is of something said or given
// to somebody.
func isGivenOrSaid(lemma string) bool {
	switch lemma {
	case "appeal", "protest", "propose", "proposal", "offer", "call", "telephone", "phone", "letter", "note", "petition", "plea", "request", "demand", "message", "word", "question",
		"representation", "thank", "thanks", "sell", "sale", "give", "grant", "lend", "loan", "hand", "deliver", "supply", "provide", "aid", "assistance", "help", "support", "turn",
		"extradite", "extradition", "relay", "report", "pass", "convey", "pledge", "promise", "apologise", "apologize", "apology", "answer", "reply", "complain", "complaint",
		"write", "owe", "pay", "concede", "concession", "cede", "transfer", "ambassador", "envoy", "suggest", "suggestion", "respond", "response", "warn", "warning", "signal",
		"ultimatum", "object", "objection", "explain", "surrender", "submit", "present", "loyal", "loyalty", "allegiance", "condolence", "congratulation", "tribute", "rebuke", "bow", "yield", "defer", "nod", "homage", "accountable", "answerable", "refer", "gift", "import", "export", "shipment", "debt", "return", "inform", "confirm", "deny", "admit", "defeat", "lose", "threat", "challenge", "embarrassment", "blow", "boost", "relief", "favour", "favor":
		return true
	}
	return false
}

// isReceived reports whether a verb or noun is of something that comes from
// somebody who acts.
func isReceived(lemma string) bool {
	switch lemma {
	case "invitation", "note", "call", "relief", "aid", "assistance", "help", "complaint", "protest", "rebuke", "gift", "order", "appeal", "demand", "request", "word", "assurance",
		"letter", "message", "loan", "grant", "support", "backing", "pressure", "criticism", "response", "reply", "answer", "condemnation", "praise", "thanks", "condolence",
		"guarantee", "promise", "pledge", "denial", "apology", "warning", "threat", "ultimatum", "instruction", "permission", "approval", "credit", "money", "independence",
		"autonomy", "buy", "borrow", "obtain", "recognition", "concession", "offer", "objection", "reaction", "signal", "seek", "want", "claim", "wring", "win", "receive", "get", "expect", "await", "hear", "accept", "extract", "secure", "plea", "present", "decree", "directive", "delivery", "supply", "subsidy", "fund", "cash", "refund", "compensation", "statement", "comment", "silence", "hint", "nod", "proposal", "petition", "ask", "beg", "learn", "proof", "import", "purchase", "inherit", "distance", "expel":
		return true
	}
	return false
}

// isPutOn reports whether a verb or noun is of what one puts on a government.
func isPutOn(lemma string) bool {
	switch lemma {
	case "sanction", "embargo", "pressure", "tariff", "duty", "call", "claim", "protest", "complaint", "campaign", "ruling", "verdict", "vote",
		"blame", "reliance", "dependence", "depend", "rely", "criticism", "suit", "lawsuit", "case", "charge", "accusation", "grudge", "grievance", "retaliation", "retaliate",
		"demand", "stance", "line", "measure", "press", "urge", "prevail", "lean", "boycott", "warn", "appeal", "testify", "plot", "conspire", "rebel", "revolt", "rail", "spy":
		return true
	}
	return false
}

// isMotion reports whether a verb or noun is of going or bringing somewhere.
func isMotion(lemma string) bool {
	switch lemma {
	case "travel", "trip", "come", "go", "visit", "fly", "flight", "truck", "rush", "drive", "arrive", "arrival", "journey", "march", "ferry", "road", "route", "train", "ship",
		"move", "return", "head", "advance", "sail", "walk", "ride", "flee", "escape", "second", "deploy", "airlift", "evacuate", "evacuation", "leave", "withdraw", "recall",
		"accompany", "invite", "summon", "bring", "take", "carry", "transport", "convoy", "way", "pilgrimage", "tour", "departure", "retreat", "push", "close", "mile", "kilometre",
		"kilometer", "hour", "highway", "link", "bus", "plane":
		return true
	}
	return false
}

// isStance reports whether a noun before "of" is what a government does or
// has: "at the request of Phnom Penh".
func isStance(lemma string) bool {
	switch lemma {
	case "request", "rejection", "refusal", "behest", "insistence", "demand", "critic", "ally", "enemy", "foe", "support", "backing", "approval", "consent", "invitation", "decision",
		"accusation", "suspicion", "criticism", "condemnation", "recognition", "opponent", "friend", "envoy", "fear", "will", "blessing", "permission", "authority", "control",
		"influence", "defiance", "denunciation", "praise", "appeasement", "distrust", "patience", "intention", "wish", "order", "instruction", "plan", "policy", "position", "stance", "attitude", "proposal", "offer", "objection", "claim", "complaint", "view", "mediation", "government", "interest", "mistrust", "wrath", "anger", "displeasure", "favour", "favor", "complicity", "role", "agent", "puppet", "pawn", "tool", "client", "proxy", "satellite", "protege", "instrument", "hand", "leave":
		return true
	}
	return false
}

// isGiving reports whether a verb takes two objects, whom and what.
func isGiving(lemma string) bool {
	switch lemma {
	case "give", "sell", "send", "offer", "lend", "grant", "promise", "tell", "ask", "hand", "owe", "deny", "supply", "show", "pay", "award", "pass", "accord", "pledge", "urge",
		"warn", "press", "accuse", "blame", "thank", "assure", "remind", "inform", "beg", "implore", "entreat", "allow", "permit", "advise", "criticise", "criticize", "rebuke",
		"condemn", "praise", "threaten", "defy", "chide", "scold", "back", "fault", "help", "assist", "congratulate", "persuade", "pressure", "bribe", "sue", "pelt", "petition", "lobby":
		return true
	}
	return false
}

// isUnilateral reports whether a noun behind a capital is what its government
// does alone: "Dhaka handover", not "Geneva talks".
func isUnilateral(lemma string) bool {
	switch lemma {
	case "handover", "bailout", "offer", "ban", "rejection", "refusal", "decision", "demand", "warning", "threat", "veto", "pledge", "vow", "appeal", "rebuke", "denial", "bid", "plea",
		"order", "decree", "embargo", "aid", "loan", "ultimatum", "apology", "boycott", "stance", "policy", "protest", "request", "claim", "promise", "rule", "edict", "line":
		return true
	}
	return false
}

// misreadVerb reports whether the word at token k, tagged as a noun behind a
// capital, is the verb of its clause, which has no other: "Dhaka offers Delhi".
// Behind other words of the sentence, and where it ends in a full stop, an object
// has to follow: "said that Cairo arms the rebels", not "before Geneva talks on arms".
func (w *Worker) misreadVerb(k, end int) bool {
	s := w.text(k)
	if w.upos(k, end) != entente.NOUN || w.marks[k].capital || len(s) < 4 || w.marks[k].noun != 0 && s != "arms" || s[len(s)-1] != 's' && !(len(s) > 4 && s[len(s)-2:] == "ed") {
		return false
	}
	first := w.d.Sentences[w.sentence].First
	if w.info[w.sentence].bare && isHeadlineVerb(s) {
		return true
	}
	begins := w.clauseStart(k, first)
	object := w.objectAt(k+1, end)
	if !w.info[w.sentence].bare && (begins < 0 || !object) {
		return w.verbless(first, end)
	}
	if begins < 0 {
		begins = first
	}
	return w.verbless(begins, w.clauseEnd(k, end))
}

// clauseStart returns the token that begins the clause whose subject is the capital
// before token k; -1 where something stands before it.
func (w *Worker) clauseStart(k, first int) int {
	j := k - 1
	for j > first && w.d.Tokens[j-1].UPOS == entente.PROPN {
		j--
	}
	if j == first {
		return j
	}
	switch u := w.d.Tokens[j-1].UPOS; {
	case u == entente.SCONJ && w.is(j-1, k, "that"), u == entente.PUNCT && oneOf(w.text(j-1), ",", ";", ":"), u == entente.CCONJ && oneOf(w.text(j-1), "but", "and"):
		return j
	}
	return -1
}

// clauseEnd returns the token that ends the clause of token k.
func (w *Worker) clauseEnd(k, end int) int {
	for j := k + 1; j < end; j++ {
		if w.d.Tokens[j].UPOS == entente.PUNCT && oneOf(w.text(j), ",", ";", ":", ".") || oneOf(w.text(j), "after", "as", "while", "amid", "when", "if", "because", "before", "but", "that") {
			return j
		}
	}
	return end
}

// objectAt reports whether an object begins at token k with an article or a
// possessive, or a clause does: "arms the rebels", "denies having".
func (w *Worker) objectAt(k, end int) bool {
	switch w.upos(k, end) {
	case entente.DET, entente.PRON:
		return true
	case entente.AUX:
		return w.is(k, end, "having") || w.is(k, end, "being")
	case entente.SCONJ:
		return w.is(k, end, "that")
	}
	return false
}

// verbless reports whether tokens [first, end) have no finite verb.
func (w *Worker) verbless(first, end int) bool {
	for j := first; j < end; j++ {
		switch t := &w.d.Tokens[j]; t.UPOS {
		case entente.VERB:
			if x := t.XPOS; x == "VBZ" || x == "VBD" || x == "VBP" {
				return false
			}
		case entente.AUX:
			if !w.is(j, end, "having") && !w.is(j, end, "being") {
				return false
			}
		}
	}
	return true
}

// isHeadlineVerb reports whether a word is a verb of headlines that may be tagged as a
// noun, and as a noun is seldom what a place has.
func isHeadlineVerb(s string) bool {
	switch s {
	case "accepts", "accuses", "agrees", "allows", "approves", "asks", "backs", "bans", "blames", "blasts", "blocks", "bows", "buys", "cancels", "cedes", "closes", "condemns", "cuts",
		"declares", "defies", "demands", "denies", "deports", "detains", "drops", "ends", "expels", "extends", "extradites", "frees", "grants", "hails", "halts", "hosts", "imposes",
		"invites", "jails", "joins", "lauds", "leaves", "lifts", "lodges", "mulls", "nixes", "oks", "offers", "okays", "opens", "ousts", "pardons", "pays", "pledges", "postpones",
		"pulls", "quits", "raps", "ratifies", "reaches", "readmits", "recalls", "refuses", "rejects", "releases", "resumes", "revokes", "rips", "sacks", "says", "scraps", "seeks",
		"seizes", "sells", "sends", "shuns", "shuts", "signs", "slams", "slaps", "snubs", "spurns", "sues", "summons", "suspends", "threatens", "urges", "vetoes", "vows", "warns",
		"weighs", "welcomes", "wins", "withdraws", "woos":
		return true
	}
	return false
}
