package brief

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// verb is how a template tells an event: past tense and infinitive, with the
// preposition before the recipient.
type verb struct{ past, bare string }

// verbOf returns the words for an event with a recipient; those of roots that
// no single verb renders fairly are missing, and such events are only told in
// the words of a report.
func verbOf(e *entente.Event) (verb, bool) {
	if v, ok := modeVerbs[e.Root.String()+" "+e.Mode.String()]; ok {
		return v, true
	}
	v, ok := modeVerbs[e.Root.String()]
	return v, ok
}

var modeVerbs = map[string]verb{
	"CONSULT":                {"held talks with", "hold talks with"},
	"CONSULT visit":          {"visited", "visit"},
	"CONSULT phone":          {"spoke by telephone with", "speak by telephone with"},
	"SUPPORT":                {"expressed support for", "express support for"},
	"COOPERATE":              {"worked together with", "work together with"},
	"AID":                    {"gave aid to", "give aid to"},
	"ACCUSE disapprove":      {"criticised", "criticise"},
	"ACCUSE allege":          {"made accusations against", "make accusations against"},
	"ACCUSE investigate":     {"opened an investigation of", "investigate"},
	"REQUEST":                {"made a request or demand of", "make a request or demand of"},
	"THREATEN":               {"threatened", "threaten"},
	"PROTEST demo":           {"demonstrated against", "demonstrate against"},
	"SANCTION expel":         {"expelled officials of", "expel officials of"},
	"SANCTION relations":     {"reduced relations with", "reduce relations with"},
	"COERCE arrest":          {"detained", "detain"},
	"COERCE restrict":        {"imposed restrictions on", "impose restrictions on"},
	"COERCE deport":          {"deported", "deport"},
	"ASSAULT":                {"attacked", "attack"},
	"ASSAULT aerial":         {"attacked from the air", "attack from the air"},
	"ASSAULT abduct":         {"abducted", "abduct"},
	"ASSAULT drone":          {"attacked with drones", "attack with drones"},
	"ASSAULT heavy-weapons":  {"shelled", "shell"},
	"ASSAULT firearms":       {"shot at", "shoot at"},
	"MOBILIZE troops":        {"deployed troops against", "deploy troops against"},
	"RETREAT release":        {"released", "release"},
	"COERCE cyber":           {"attacked the computers of", "attack the computers of"},
	"COERCE misinformation":  {"spread false information about", "spread false information about"},
	"SANCTION discontinue":   {"suspended cooperation with", "suspend cooperation with"},
	"CONSULT third-party":    {"mediated with", "mediate with"},
	"CONSULT multilateral":   {"met", "meet"},
	"ASSAULT crowd-control":  {"used force against", "use force against"},
	"ASSAULT unconventional": {"used unconventional weapons against", "use unconventional weapons against"},
}

// compose writes the clause of an event from its record: who did what to whom,
// and where. It fails where a side is unknown or cannot be named.
func compose(r report, n *names, known map[string]bool) (text string, fresh map[string]bool, ok bool) {
	e := r.ev
	v, ok := verbOf(e)
	if !ok || e.Aspect != entente.AspectEvent || len(e.Actors) == 0 {
		return "", nil, false
	}
	c := &clause{d: r.doc, e: e, names: n, known: known, fresh: map[string]bool{}}
	subject, ok := c.call(e.Actors)
	if !ok {
		return "", nil, false
	}
	object := ""
	switch {
	case len(e.Recipients) > 0:
		if object, ok = c.call(e.Recipients); !ok || object == subject {
			return "", nil, false
		}
	case e.Root == entente.RootConsult && len(e.Actors) > 1 && strings.Contains(subject, " and "):
		v = verb{"held talks", "hold talks"}
	default:
		return "", nil, false
	}
	switch e.Status {
	case entente.Actual, entente.Historical:
		text = subject + " " + v.past
	case entente.Future:
		is := " is to "
		if len(e.Actors) > 1 {
			is = " are to "
		}
		text = subject + is + v.bare
	default:
		return "", nil, false
	}
	if object != "" {
		text += " " + object
	}
	if p := e.Where; p != nil && p.Name != "" && !strings.Contains(text, p.Name) {
		text += " in " + withArticle(p.Name)
	}
	return text, c.fresh, true
}
