package coder

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// readPattern reads "lemma lemma+prt … : key=value …".
func (r *reader) readPattern(kind triggerKind, text, rest string) error {
	if !r.section.set {
		return r.fail(ErrSyntax, "pattern before the first section")
	}
	left, right, ok := strings.Cut(rest, ":")
	triggers := strings.Fields(left)
	if !ok || len(triggers) == 0 {
		return r.fail(ErrSyntax, "no ':' or no trigger")
	}
	p := pattern{kind: kind, file: r.file, line: r.line, text: text}
	s := r.section
	for _, f := range strings.Fields(right) {
		if err := r.readField(&p, &s, f); err != nil {
			return err
		}
	}
	p.root, p.mode, p.auto, p.cameo = s.root, s.mode, s.auto, s.cameo
	p.prior, p.ongoing, p.guard, p.future = s.prior, s.ongoing, s.guard, s.future
	if len(p.actor) == 0 {
		return r.fail(ErrSyntax, "no actor: A=")
	}
	if plover.NeedsRecipient(p.root) && !p.reciprocal && (len(p.recipient) == 0 || p.optional) {
		return r.fail(ErrNeeds, "%v", p.root)
	}
	if p.cameo == "" {
		p.cameo = plover.CAMEOClass(p.root)
	}
	return r.addTriggers(p, triggers)
}

// addTriggers adds a pattern for each particle that the triggers name.
func (r *reader) addTriggers(p pattern, triggers []string) error {
	byPrt := map[string][]string{}
	var prts []string
	for _, w := range triggers {
		lemma, prt, _ := strings.Cut(strings.ToLower(w), "+")
		if lemma == "" || strings.HasPrefix(lemma, "@") {
			return r.fail(ErrSyntax, "trigger %q", w)
		}
		if _, ok := byPrt[prt]; !ok {
			prts = append(prts, prt)
		}
		if slices.Contains(byPrt[prt], lemma) {
			return r.fail(ErrConflict, "trigger %q stands twice", w)
		}
		byPrt[prt] = append(byPrt[prt], lemma)
	}
	for _, prt := range prts {
		q := p
		q.prt, q.lemmas = prt, byPrt[prt]
		q.rank, q.id = q.specificity(), len(r.t.all)
		r.t.all = append(r.t.all, &q)
	}
	return nil
}

// readField reads one key=value of a pattern.
func (r *reader) readField(p *pattern, s *section, f string) error {
	key, value, ok := strings.Cut(f, "=")
	if !ok {
		switch f {
		case "reciprocal":
			p.reciprocal = true
			return nil
		case "foreign":
			p.foreign = true
			return nil
		case "direct":
			p.direct = true
			return nil
		case "ongoing", "guard", "future":
			return r.setCode(s, f, "yes")
		}
		return r.fail(ErrSyntax, "%q has no '='", f)
	}
	switch key {
	case "A":
		return r.readSlots(&p.actor, value)
	case "R":
		return r.readSlots(&p.recipient, value)
	case "R?":
		p.optional = true
		return r.readSlots(&p.recipient, value)
	case "mode", "cameo", "prior", "ongoing", "guard", "future":
		return r.setCode(s, key, value)
	}
	if done, err := r.readLimit(p, key, value); done {
		return err
	}
	c := cond{}
	if rest, ok := strings.CutPrefix(key, "!"); ok {
		c.not, key = true, rest
	}
	sl, err := r.slot(key)
	if err != nil {
		return err
	}
	c.slot = sl
	if value != "*" {
		c.class = map[string]bool{}
		r.fill(c.class, strings.Split(value, "/"))
	}
	p.conds = append(p.conds, c)
	return nil
}

// readLimit reads the fields that limit a pattern other than by its slots. It
// reports whether key is one of them.
func (r *reader) readLimit(p *pattern, key, value string) (bool, error) {
	words := func(into *map[string]bool) (bool, error) {
		*into = map[string]bool{}
		r.fill(*into, strings.Split(value, "/"))
		return true, nil
	}
	switch key {
	case "comp":
		return true, r.readComp(p, value)
	case "case":
		if !slices.Contains(prepositions[:], value) {
			return true, r.fail(ErrUnknown, "preposition %q", value)
		}
		p.prep = value
		return true, nil
	case "who":
		return true, r.readSectors(&p.who, value)
	case "whom":
		return true, r.readSectors(&p.whom, value)
	case "need":
		return words(&p.need)
	case "aux":
		return words(&p.compAux)
	case "!comp":
		return words(&p.compNot)
	}
	return false, nil
}

// readSectors reads GOV/LEG/none.
func (r *reader) readSectors(into *[]entente.Sector, value string) error {
	for _, name := range strings.Split(value, "/") {
		if name == "none" {
			name = ""
		} else if name == "" {
			return r.fail(ErrSyntax, "empty sector")
		}
		s, err := entente.ParseSector(name)
		if err != nil {
			return r.fail(ErrUnknown, "sector %q", name)
		}
		*into = append(*into, s)
	}
	return nil
}

// readComp reads comp=inf, that, ger, none, with lemmas or roots of the
// complement after a colon: comp=inf:resign, comp=inf:AID/COOPERATE.
func (r *reader) readComp(p *pattern, value string) error {
	form, words, restricted := strings.Cut(value, "~")
	switch form {
	case "inf":
		p.comp = compInf
	case "that":
		p.comp = compClause
	case "ger":
		p.comp = compGerund
	case "none":
		p.comp = compNone
	default:
		return r.fail(ErrUnknown, "comp %q", form)
	}
	if !restricted {
		return nil
	}
	var lemmas []string
	for _, w := range strings.Split(words, "/") {
		if root, err := entente.ParseRoot(w); err == nil && w != "" {
			p.compRoots = append(p.compRoots, root)
			continue
		}
		lemmas = append(lemmas, w)
	}
	if lemmas != nil {
		p.compClass = map[string]bool{}
		r.fill(p.compClass, lemmas)
	}
	return nil
}

// readSlots reads slot/slot/….
func (r *reader) readSlots(into *[]slot, value string) error {
	if len(*into) > 0 {
		return r.fail(ErrSyntax, "parties given twice")
	}
	for _, name := range strings.Split(value, "/") {
		s, err := r.slot(name)
		if err != nil {
			return err
		}
		if slices.Contains(*into, s) {
			return r.fail(ErrSyntax, "slot %q stands twice", name)
		}
		*into = append(*into, s)
	}
	return nil
}

// slotNames are the slots that are not prepositions.
var slotNames = [...]struct {
	name string
	kind slotKind
}{
	{"subj", slotSubj}, {"obj", slotObj}, {"iobj", slotIobj}, {"poss", slotPoss}, {"mod", slotMod}, {"sup", slotSup},
	{"comp", slotComp}, {"compsubj", slotSubj2}, {"sufferer", slotSufferer}, {"pred", slotPred}, {"place", slotPlace},
}

// prepositions are the prepositions that a slot may name.
var prepositions = [...]string{"about", "above", "across", "after", "against", "alongside", "along", "amid", "among", "around", "as", "at",
	"before", "behind", "between", "beyond", "by", "despite", "during", "following", "for", "from", "in", "inside", "into", "near", "of",
	"off", "on", "onto", "out", "outside", "over", "through", "to", "toward", "towards", "under", "until", "upon", "via", "with", "within",
	"without"}

// slot returns the slot of that name.
func (r *reader) slot(name string) (slot, error) {
	for _, s := range slotNames {
		if s.name == name {
			return slot{kind: s.kind}, nil
		}
	}
	if slices.Contains(prepositions[:], name) {
		return slot{kind: slotPrep, prep: name}, nil
	}
	return slot{}, r.fail(ErrUnknown, "slot %q", name)
}

// index sorts the patterns under their lemmas, most specific first, and
// refuses those that contradict each other or can never match.
func (t *table) index() error {
	t.indexClasses()
	if err := t.indexWeapons(); err != nil {
		return err
	}
	t.byWord = map[string][]entente.EventContext{}
	for _, c := range t.contexts {
		t.byWord[c.lemma] = append(t.byWord[c.lemma], c.context)
	}
	for _, m := range [...]struct {
		name string
		into *entente.Mode
	}{{"visit", &t.visit}, {"phone", &t.phone}, {"allege", &t.allege}} {
		mode, err := entente.ParseMode(m.name)
		if err != nil {
			return err
		}
		*m.into = mode
	}
	var clashes []error
	for _, p := range t.all {
		for _, l := range p.lemmas {
			list := t.byLemma[p.kind][l]
			for _, q := range list {
				if err := compare(q, p, l); err != nil {
					clashes = append(clashes, err)
				}
			}
			t.byLemma[p.kind][l] = append(list, p)
			t.gate[l] = true
		}
	}
	if clashes != nil {
		return errors.Join(clashes...)
	}
	for k := range t.byLemma {
		for _, list := range t.byLemma[k] {
			slices.SortStableFunc(list, func(a, b *pattern) int {
				if a.rank != b.rank {
					return b.rank - a.rank
				}
				return a.id - b.id
			})
		}
	}
	return nil
}

// compare returns an error when q, read after p, asks for the same as p.
func compare(p, q *pattern, lemma string) error {
	if p.prt != q.prt || p.prep != q.prep || p.comp != q.comp || p.optional != q.optional || !equalSets(p.compClass, q.compClass) ||
		!equalSets(p.need, q.need) || !slices.Equal(p.compRoots, q.compRoots) || !slices.Equal(p.who, q.who) ||
		!slices.Equal(p.whom, q.whom) || p.foreign != q.foreign || p.direct != q.direct || !equalSets(p.compNot, q.compNot) || !equalSets(p.compAux, q.compAux) || len(p.conds) != len(q.conds) {
		return nil
	}
	for i := range p.conds {
		a, b := p.conds[i], q.conds[i]
		if a.slot != b.slot || a.not != b.not || (a.class == nil) != (b.class == nil) || !equalSets(a.class, b.class) {
			return nil
		}
	}
	if !slices.Equal(p.actor, q.actor) || !covers(p.recipient, q.recipient) {
		return nil
	}
	cause := ErrReach
	if p.root != q.root || p.mode != q.mode {
		cause = ErrConflict
	}
	return &entente.Error{Code: entente.ErrConflict, Where: q.file + ":" + strconv.Itoa(q.line), Op: "read patterns",
		Hint: "add a condition to one of the two, or take the trigger out", Err: &clash{lemma, p.file, p.line, cause}}
}

// clash is the meeting of two patterns.
type clash struct {
	lemma string
	file  string
	line  int
	err   error
}

// Error names the trigger and the earlier pattern.
func (c *clash) Error() string {
	return c.err.Error() + ": trigger " + c.lemma + ", " + c.file + ":" + strconv.Itoa(c.line)
}

// Unwrap returns the kind of clash.
func (c *clash) Unwrap() error { return c.err }

// covers reports whether every slot of b is one of a, so that a matches first
// wherever b could.
func covers(a, b []slot) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for _, s := range b {
		if !slices.Contains(a, s) {
			return false
		}
	}
	return true
}

// equalSets reports whether a and b hold the same words.
func equalSets(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
