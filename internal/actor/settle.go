package actor

import (
	sortpkg "sort" // sort is a kind of party here
	"strings"

	"github.com/entente-news/entente"
)

// Settle gives mentions without a country the one that the places of the
// document leave no doubt of. Worker.Annotate knows states and capitals alone;
// the places of a report know towns and provinces too:
//
//   - the place that the phrase holds or stands beside: "the governor of
//     Cebu", "Hokkaido's governor", "Lagos dockers" – stated;
//   - a place phrase right behind it: "weavers from Hama" – inferred;
//   - the only country of the places and states of the sentence, else of the
//     sentence before, else of the document – inferred.
//
// A town or a province that acts ("Kansas and Oklahoma agreed") becomes a
// mention. What refers back takes what its antecedent was given. It needs the layers of
// actors and places and costs the length of the document.
func (w *Worker) Settle(d *entente.Document) {
	if !d.Layers.Has(entente.LayerPlaces) {
		return
	}
	w.d = d
	w.placesByToken()
	w.addTowns()
	w.countriesBySentence()
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Antecedent.Len() == 0 && len(m.Members) == 0 && w.worldCourt(m) {
			continue
		}
		if m.Antecedent.Len() == 0 && homeless(m) && !w.isOpenPair(m, i) {
			if i+1 < len(d.Mentions) && w.sentBy(m, &d.Mentions[i+1]) {
				continue
			}
			w.settleByPhrase(m, w.sentenceOf(m.First))
		}
	}
	w.countTold()
	w.readSignposts()
	s := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		for s+1 < len(d.Sentences) && d.Sentences[s].Last <= m.First {
			s++
		}
		if m.Antecedent.Len() > 0 {
			w.follow(m, i)
			continue
		}
		if w.otherSide(m, i) || w.isOpenPair(m, i) {
			continue
		}
		if open := homeless(m) && len(m.Candidates) == 0 || reopened(m); open && (w.t.weights != nil || w.watch != nil) {
			w.chooseCountry(m, s)
		} else if homeless(m) {
			w.settle(m, s)
		}
	}
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Kind == entente.MentionNoun && i+1 < len(d.Mentions) && (homeless(m) || m.Actor.Sector == entente.SectorNone) {
			w.bearer(m, &d.Mentions[i+1])
		} else if m.Antecedent.Len() > 0 {
			w.follow(m, i)
		}
	}
	w.d = nil
}

// bearer gives m the party of the body that it is of: "a deputy of the state
// council", "snipers of the army".
func (w *Worker) bearer(m, of *entente.Mention) {
	k := m.Last
	if len(m.Members) > 0 || !w.is(k, of.First, "of") && !w.is(k, of.First, "for") && !(w.is(k, of.First, "from") && entente.IsSupranational(of.Actor.Country)) || of.First-k > 4 || len(of.Members) > 0 || of.Kind == entente.MentionAdjective {
		return
	}
	for j := k + 1; j < of.First; j++ {
		if u := w.d.Tokens[j].UPOS; u != entente.DET && u != entente.ADJ && u != entente.PRON && u != entente.NUM && u != entente.NOUN {
			return
		}
	}
	if m.Actor.Sector == entente.SectorNone && !w.t.isPlaceNoun(w.d.Tokens[m.Head].Lemma) {
		m.Actor.Sector = of.Actor.Sector // "members of the textile union"
	}
	if !homeless(m) {
		return
	}
	if m.Actor.Country, m.Actor.Org, m.Actor.Inferred = of.Actor.Country, of.Actor.Org, of.Actor.Inferred; m.Actor.Country != "" {
		m.Why = join(m.Why, "of "+of.Actor.Span.In(w.d.Text))
	}
}

// homeless reports whether m is somebody of whom no country is known.
func homeless(m *entente.Mention) bool {
	a := &m.Actor
	return a.Country == "" && a.Org == "" && a.Group == "" && len(m.Members) == 0 && (m.Kind == entente.MentionNoun || m.Kind == entente.MentionName ||
		m.Kind == entente.MentionAdjective && (len(m.Candidates) > 0 || a.Sector != entente.SectorNone))
}

// placesByToken notes for each token the place that it is in. "Free" and "Roma" are
// none, nor is a people of the name of a town: the town is Rome in English, and the
// Roma live in many states.
func (w *Worker) placesByToken() {
	d := w.d
	w.placeAt = zeroed(w.placeAt, len(d.Tokens))
	k := 0
	for i := range d.Tokens {
		for k < len(d.Places) && d.Places[k].Span.End <= d.Tokens[i].Span.Start {
			k++
		}
		if k < len(d.Places) && d.Places[k].Span.Overlaps(d.Tokens[i].Span) && d.Places[k].Country != "" && d.Places[k].Use != entente.UseDemonym && !oneOf(w.text(i), "roma", "free") {
			w.placeAt[i] = int32(k + 1)
		}
	}
	for k := range d.Mentions {
		if m := &d.Mentions[k]; strings.Contains(m.Why, "peoples.tsv") {
			clear(w.placeAt[m.First:m.Last]) // a people, not the town of that name
		}
	}
}

// maxSetting is how many sentences a report has begun in: a place named first
// in a later one is not where it plays.
const maxSetting = 2

// countriesBySentence notes the only country of each sentence: index of the
// state, -1 for none, -2 for several, and whether it tells of the country where
// the report begins; w.sole is that of the document.
func (w *Worker) countriesBySentence() {
	d := w.d
	w.soles = zeroed(w.soles, len(d.Sentences))
	w.locales = zeroed(w.locales, len(d.Sentences))
	w.homes = zeroed(w.homes, len(d.Sentences))
	w.sole, w.setting, w.begins = -1, -1, -1
	m := 0
	for s := range d.Sentences {
		first, end := w.bounds(s)
		sole, locale, home := int32(-1), int32(-1), false
		tell := func(code string) {
			sole = w.join(sole, code)
			if at, ok := w.t.codes[code]; ok && at == w.setting {
				home = true
			}
		}
		if w.begins < 0 {
			w.begins = w.firstNamed(m, first, end)
		}
		for i := first; i < end; i++ {
			at := w.placeAt[i]
			if at == 0 {
				continue
			}
			p := &d.Places[at-1]
			tell(p.Country)
			if p.Use == entente.UseLiteral && (w.standsIn(i) || w.opens(i, first)) {
				locale = w.join(locale, p.Country)
				if st, ok := w.t.codes[p.Country]; ok && w.setting == -1 && s < maxSetting {
					w.setting = st
				}
			}
		}
		w.locales[s] = locale
		for ; m < len(d.Mentions) && d.Mentions[m].First < end; m++ {
			a := &d.Mentions[m].Actor
			if a.Country != "" && !a.Inferred {
				tell(a.Country)
			}
			for j := range d.Mentions[m].Members {
				tell(d.Mentions[m].Members[j].Country)
			}
		}
		w.soles[s], w.homes[s] = sole, home
		if sole != -1 {
			w.sole = only(w.sole, sole)
		}
	}
}

// opens reports whether the place at token i is a dateline: in capitals, at the
// beginning of a sentence.
func (w *Worker) opens(i, first int) bool {
	return i == first && len(w.text(i)) > 2 && allCapitals(w.text(i))
}

// firstNamed returns the state that tokens [first, end) name or imply first, in
// a place or a mention from the mth on; -1 for none.
func (w *Worker) firstNamed(m, first, end int) int32 {
	for i := first; i < end; i++ {
		for m < len(w.d.Mentions) && w.d.Mentions[m].Last <= i {
			m++
		}
		code := ""
		if m < len(w.d.Mentions) && w.d.Mentions[m].First <= i {
			a := &w.d.Mentions[m]
			if code = a.Actor.Country; a.Actor.Inferred {
				code = ""
			}
			if len(a.Members) > 0 {
				code = a.Members[0].Country
			}
		} else if at := w.placeAt[i]; at != 0 {
			code = w.d.Places[at-1].Country
		}
		if at, ok := w.t.codes[code]; ok {
			return at
		}
	}
	return -1
}

// join adds the country with that code to a set of which only one counts.
func (w *Worker) join(have int32, code string) int32 {
	if at, ok := w.t.codes[code]; ok {
		return only(have, at)
	}
	return have
}

// follow gives m, which refers back, what its antecedent has.
func (w *Worker) follow(m *entente.Mention, i int) {
	if !(m.Actor.Country == "" && m.Actor.Org == "" && m.Actor.Group == "") {
		return
	}
	for back := 1; back <= maxBack; back++ {
		for _, k := range [2]int{i - back, i + back} { // who says "we" may stand behind it
			if k < 0 || k >= len(w.d.Mentions) || w.d.Mentions[k].Actor.Span != m.Antecedent {
				continue
			}
			o := &w.d.Mentions[k].Actor
			m.Actor.Country, m.Actor.Inferred = o.Country, o.Inferred
			return
		}
	}
}

// settleByPhrase gives m the country that its own phrase tells.
func (w *Worker) settleByPhrase(m *entente.Mention, s int) {
	if o := w.joinedTo(m); o != nil && mayBe(m, o.Actor.Country) {
		m.Actor.Country, m.Actor.Inferred = o.Actor.Country, o.Actor.Inferred
		m.Why = join(m.Why, "joined to "+o.Actor.Span.In(w.d.Text))
		return
	}
	if at := w.placeBeside(m, s); at != 0 && mayBe(m, w.d.Places[at-1].Country) {
		p := &w.d.Places[at-1]
		m.Actor.Country = p.Country
		m.Why = join(m.Why, "of "+p.Span.In(w.d.Text))
		return
	}
	if w.elsewhere(m) {
		return
	}
	if at := w.placePhrase(m, s); at != 0 && mayBe(m, w.d.Places[at-1].Country) && !w.exiled(m) {
		p := &w.d.Places[at-1]
		m.Actor.Country, m.Actor.Inferred = p.Country, true
		m.Why = join(m.Why, "in a place phrase behind it: "+p.Span.In(w.d.Text))
	}
}

// settle gives m the country of the scene, where there is one.
func (w *Worker) settle(m *entente.Mention, s int) {
	if w.elsewhere(m) || m.Kind == entente.MentionName && len(m.Candidates) == 0 && !w.atHome(m, s) {
		return
	}
	if sole, because := w.scene(s); sole >= 0 && mayBe(m, w.t.parties[sole].country) {
		m.Actor.Country, m.Actor.Inferred = w.t.parties[sole].country, true
		m.Why = join(m.Why, because)
	} else if sole == -2 && m.Kind == entente.MentionNoun && len(m.Candidates) == 0 {
		w.whichever(m, s)
	}
}

// atHome reports whether somebody with a name is taken to be of where the
// sentence plays: a person with a title, any person where the places of the
// sentence or the whole document are of one country; an organisation in the
// last case alone.
func (w *Worker) atHome(m *entente.Mention, s int) bool {
	switch w.entityAt(m.Head) {
	case entente.ORG:
		return w.sole >= 0
	case entente.LOC, entente.NORP:
		return w.locales[s] >= 0
	case entente.PER, entente.EntityNone:
	}
	return w.locales[s] >= 0 || w.sole >= 0 || m.Actor.Sector != entente.SectorNone
}

// mayBe reports whether a country is among the candidates of m, where it has
// any.
func mayBe(m *entente.Mention, country string) bool {
	for i := range m.Candidates {
		if m.Candidates[i].Actor.Country == country {
			return true
		}
	}
	return len(m.Candidates) == 0
}

// joinedTo returns the mention that "and" joins m to, whose owner is m's too:
// "Saudi warplanes and ground troops"; nil for none.
func (w *Worker) joinedTo(m *entente.Mention) *entente.Mention {
	if m.Kind != entente.MentionNoun || !w.is(m.First-1, m.First, "and") {
		return nil
	}
	all := w.d.Mentions
	k := sortpkg.Search(len(all), func(k int) bool { return all[k].First >= m.First }) - 1
	if k < 0 || all[k].Last != m.First-1 || all[k].Actor.Country == "" || len(all[k].Members) > 0 {
		return nil
	}
	switch all[k].Kind {
	case entente.MentionNoun, entente.MentionAdjective:
		return &all[k]
	case entente.MentionName, entente.MentionCapital, entente.MentionDemonym, entente.MentionPronoun:
	}
	return nil
}

// entityAt returns the type of the entity that token i is in.
func (w *Worker) entityAt(i int) entente.EntityType {
	all := w.d.Entities
	k := sortpkg.Search(len(all), func(k int) bool { return all[k].Last > i })
	if k < len(all) && all[k].First <= i {
		return all[k].Type
	}
	return entente.EntityNone
}

// placeBeside returns 1 + the place that m's phrase holds, that stands before it as
// its owner, or behind "of"; 0 for none.
func (w *Worker) placeBeside(m *entente.Mention, s int) int32 {
	first, end := w.bounds(s)
	named := m.Kind == entente.MentionName // a person's name may be a town's too
	for i := m.First; i < min(m.Last, end); i++ {
		if at := w.placeAt[i]; at != 0 && len(m.Candidates) == 0 && (!named || w.entityAt(i) == entente.ORG) {
			return at
		}
	}
	for i, n := m.First-1, 0; i >= first && n < 3 && !named; i, n = i-1, n+1 {
		if at := w.placeAt[i]; at != 0 {
			return at
		}
		switch w.d.Tokens[i].UPOS {
		case entente.ADJ, entente.NOUN, entente.PART:
		default:
			n = 3
		}
	}
	if w.is(m.Last, end, "of") {
		for i := m.Last + 1; i < min(end, m.Last+4); i++ {
			if at := w.placeAt[i]; at != 0 {
				return at
			}
			if u := w.d.Tokens[i].UPOS; u != entente.DET && u != entente.ADJ {
				break
			}
		}
	}
	return 0
}

// placePhrase returns 1 + the place of a place phrase right behind m, 0 for none.
func (w *Worker) placePhrase(m *entente.Mention, s int) int32 {
	_, end := w.bounds(s)
	k := m.Last
	if w.upos(k, end) != entente.ADP || !oneOf(w.text(k), "in", "at", "near", "from", "on", "across", "around", "outside", "along", "throughout") {
		return 0
	}
	for i := k + 1; i < min(end, k+6); i++ {
		if at := w.placeAt[i]; at != 0 {
			return at
		}
		switch w.d.Tokens[i].UPOS {
		case entente.DET, entente.ADJ, entente.NOUN, entente.PROPN, entente.PART:
		default:
			return 0
		}
	}
	return 0
}
