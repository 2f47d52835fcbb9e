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
	if e.Mode.String() == "third-party" {
		return verb{}, false // it does not say who sat at the table
	}
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
	"AID":                    {"gave aid to", "give aid to"},
	"ACCUSE disapprove":      {"criticised", "criticise"},
	"ACCUSE allege":          {"made accusations against", "make accusations against"},
	"ACCUSE investigate":     {"opened an investigation of", "investigate"},
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
	"RETREAT release":        {"released", "release"},
	"COERCE cyber":           {"attacked the computers of", "attack the computers of"},
	"COERCE misinformation":  {"spread false information about", "spread false information about"},
	"SANCTION discontinue":   {"suspended cooperation with", "suspend cooperation with"},
	"CONSULT multilateral":   {"met", "meet"},
	"ASSAULT crowd-control":  {"used force against", "use force against"},
	"ASSAULT unconventional": {"used unconventional weapons against", "use unconventional weapons against"},
}

// compose writes the clause of an event from its record: who did what to whom,
// and where. It fails where a side is unknown or cannot be named.
func compose(r report, n *names, known map[string]bool) (sentence, bool) {
	out, ok := template(r, n, known)
	if ok && len(out.fresh) > 0 {
		if short, ok := template(r, n, n.all); ok {
			out.plain = short.text
		}
	}
	return out, ok
}

// template is compose with persons called as they are known.
func template(r report, n *names, known map[string]bool) (out sentence, ok bool) {
	e := r.ev
	v, ok := verbOf(e)
	if !ok || !r.asserted() || e.Aspect != entente.AspectEvent || len(e.Actors) == 0 || e.Status != entente.Future && !r.told() || negative(r.span().In(r.doc.Text)) {
		return sentence{}, false
	}
	for _, x := range append(e.Actors[:len(e.Actors):len(e.Actors)], e.Recipients...) {
		if x.Inferred || !political(x.Sector) {
			return sentence{}, false
		}
	}
	c := &clause{d: r.doc, e: e, names: n, known: known, fresh: map[string]bool{}}
	subject, ok := c.call(e.Actors)
	if !ok {
		return sentence{}, false
	}
	object := ""
	switch {
	case len(e.Recipients) > 0:
		if object, ok = c.call(e.Recipients); !ok || object == subject {
			return sentence{}, false
		}
	case e.Root == entente.RootConsult && len(e.Actors) > 1 && strings.Contains(subject, " and "):
		v = verb{"held talks", "hold talks"}
	default:
		return sentence{}, false
	}
	var text string
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
		return sentence{}, false
	}
	if object != "" {
		text += " " + object
	}
	if p := e.Where; p != nil && placed(e.Root) && p.Name != "" && !strings.Contains(text, p.Name) {
		text += " in " + withArticle(p.Name)
	}
	return sentence{text: tidy(text), plain: tidy(text), subject: len(strings.Fields(subject)), fresh: c.fresh, from: r}, true
}

// told reports whether the words of an event assert it: a verb with a tense of its
// own, or a noun; an infinitive or a participle may tell of a plan or a purpose,
// and so may all that stands beside "will".
func (r report) told() bool {
	for _, w := range strings.Fields(strings.ToLower(r.span().In(r.doc.Text))) {
		if w == "will" {
			return false
		}
	}
	t := tokenOf(r.doc, r.ev.Trigger)
	if t == nil || t.UPOS != entente.VERB {
		return t != nil && r.ev.Root.Quad() != entente.MaterialConflict
	}
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBN" && t.Deprel.Universal() != entente.Acl && t.Deprel.Universal() != entente.Amod
}

// asserted reports whether the words of an event stand under nothing that could
// make it a plan, a purpose, a condition or a comparison: they are the verb of the
// sentence, one joined to it or what somebody says, or the object of a verb that
// only carries them, as in "held talks".
func (r report) asserted() bool {
	i := tokenIndex(r.doc, r.ev.Trigger)
	if i < 0 || r.ev.Sentence < 0 || r.ev.Sentence >= len(r.doc.Sentences) || !r.doc.Sentences[r.ev.Sentence].Parsed {
		return false
	}
	if t := &r.doc.Tokens[i]; t.UPOS != entente.VERB {
		h := int(t.Head)
		if h < 0 || t.Deprel != entente.Obj && t.Deprel != entente.NsubjPass || !carries(r.doc.Tokens[h].Lemma) {
			return false
		}
		i = h
	}
	for range 100 {
		t := &r.doc.Tokens[i]
		switch t.Deprel.Universal() {
		case entente.DeprelRoot, entente.Parataxis:
			return true
		case entente.Conj:
		case entente.Ccomp:
			if r.ev.Attribution == nil {
				return false
			}
		default:
			return false
		}
		if i = int(t.Head); i < 0 {
			return false
		}
	}
	return false
}

// carries reports whether a verb only carries its object, which says what is done.
func carries(lemma string) bool {
	switch lemma {
	case "hold", "have", "make", "carry", "launch", "conduct", "pay", "open", "impose", "stage", "give":
		return true
	}
	return false
}

// placed reports whether the place of an event of that root is where it
// happened rather than what it is about.
func placed(r entente.Root) bool {
	switch r {
	case entente.RootConsult, entente.RootProtest, entente.RootAssault, entente.RootMobilize, entente.RootCoerce:
		return true
	}
	return false
}

// negative reports whether a sentence holds a word that may take back what its
// record says; a template would lose it.
func negative(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && r != '\'' }) {
		switch w {
		case "not", "no", "never", "neither", "nor", "none", "without", "if", "unless", "whether", "hardly", "alleged", "allegedly", "reportedly",
			"would", "could", "might", "should", "denied", "denies":
			return true
		}
		if strings.HasSuffix(w, "n't") {
			return true
		}
	}
	return false
}

// political reports whether a template may speak of a party of that sector
// without more words than the record has.
func political(s entente.Sector) bool {
	switch s {
	case entente.JRN, entente.EDU, entente.CVL, entente.SOC, entente.UNK, entente.MED, entente.ELI, entente.BUS, entente.LAB, entente.AGR:
		return false
	}
	return true
}
