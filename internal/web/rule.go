package web

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// ruleTerms says in words what a line of a pattern file asks for. What it does
// not know it leaves to the line itself, which the page shows beside it.
func ruleTerms(rule string) []term {
	_, fields, ok := strings.Cut(rule, ":")
	if !ok {
		return nil
	}
	var out []term
	for _, f := range strings.Fields(fields) {
		if text := fieldGloss(f); text != "" {
			out = append(out, term{f, text})
		}
	}
	return out
}

func fieldGloss(field string) string {
	key, value, _ := strings.Cut(field, "=")
	switch key {
	case "A":
		return "the actor is " + slotsGloss(value)
	case "R":
		return "the recipient is " + slotsGloss(value)
	case "R?":
		return "the recipient, if there is one, is " + slotsGloss(value)
	case "who":
		return "the actor is of one of these sectors"
	case "whom":
		return "the recipient is of one of these sectors"
	case "need":
		return "one of these words stands in the clause"
	case "comp":
		return compGloss(value)
	case "case":
		return "after this preposition"
	case "foreign":
		return "the sides are of different countries"
	case "reciprocal":
		return "all who take part are actors"
	case "direct":
		return "the recipient stands there itself, not as a part of a phrase"
	case "guard":
		return "not in reports on sport"
	case "future":
		return "it speaks of what is to come"
	case "ongoing":
		return "it tells a standing state"
	case "prior", "mode", "cameo":
		return ""
	}
	if name, not := strings.CutPrefix(key, "!"); not {
		return slotGloss(name) + " is none of these words"
	}
	return slotGloss(key) + " is one of these words"
}

// slotsGloss names places in the clause; the prepositions stand together.
func slotsGloss(value string) string {
	var out, preps []string
	for _, v := range strings.Split(value, "/") {
		if g := slotNames(v); g != "" {
			out = append(out, g)
		} else {
			preps = append(preps, "“"+v+"”")
		}
	}
	if len(preps) > 0 {
		out = append(out, "the phrase with "+strings.Join(preps, ", "))
	}
	return strings.Join(out, " or ")
}

// slotGloss names a place in the clause; one that is no slot is a preposition.
func slotGloss(name string) string {
	if g := slotNames(name); g != "" {
		return g
	}
	return "the phrase with “" + name + "”"
}

// slotNames names the slots that are no prepositions, "" for others.
func slotNames(name string) string {
	names := map[string]string{"subj": "its subject", "obj": "its object", "iobj": "its indirect object", "poss": "its possessor",
		"mod": "a word before it", "sup": "the subject of the verb it hangs on", "comp": "the recipient in its complement",
		"compsubj": "the subject of its complement", "sufferer": "the subject of the verb that endures it", "place": "the place of the clause"}
	return names[name]
}

func compGloss(value string) string {
	form, words, narrowed := strings.Cut(value, ":")
	names := map[string]string{"inf": "“to” and a verb follow", "that": "a clause with “that” follows", "ger": "a verb in -ing follows", "none": "no clause follows"}
	g := names[form]
	if g != "" && narrowed && words != "" {
		g += ", and it is one of these"
	}
	return g
}

// foundGloss says in words how a party was found: "actor by subj".
func foundGloss(note string) string {
	side, how, ok := strings.Cut(note, " by ")
	if !ok {
		return note
	}
	names := map[string]string{"subj": "as its subject", "subject": "as its subject", "obj": "as its object", "iobj": "as its indirect object",
		"poss": "as its possessor", "possessor": "as a possessor", "mod": "as a word before it", "modifier": "as a modifier", "sup": "as the subject of the verb it hangs on",
		"name": "by name", "noun": "by a noun such as troops or officials", "adjective": "by an adjective of nationality", "demonym": "by the name of a people", "capital": "as a capital that stands for its government", "pronoun": "as a pronoun", "place": "by the place",
		"of-phrase": "in a phrase with “of”", "in-phrase": "in a phrase with “in”", "shared subject": "as a subject shared with another verb",
		"control": "as the subject of the verb above", "adverbial clause": "as the subject of the main clause",
		"country of the other side": "as the country of the other side"}
	if g := names[how]; g != "" {
		return side + ": found " + g
	}
	if !strings.Contains(how, " ") {
		return side + ": found in the phrase with “" + how + "”"
	}
	return side + ": found by " + how
}

// named is a party in words with its code.
func (s *server) named(a entente.Actor) string {
	code := a.Code()
	if code == "" {
		return "nobody we know"
	}
	name := a.Name
	if p := s.PartyName(a.Party()); name == "" {
		name = p
	}
	if name == code {
		return code
	}
	return name + " (" + code + ")"
}
