package actor

import (
	"slices"
	sortpkg "sort" // sort is a kind of party here

	"github.com/entente-news/entente"
)

// maxWhose bounds the countries that a noun may be of.
const maxWhose = 8

// Option is a country that a noun may be of, with what speaks for and against
// it. The one without a country stands for none of the others.
type Option struct {
	Country string
	Signs   []Sign
}

// choice is scratch for the choice between the countries of one noun.
type choice struct {
	list       []Option
	spare      [][]Sign
	group, det int // of whom the noun speaks, and how
}

// clear keeps the memory.
func (c *choice) clear() {
	for i := range c.list {
		c.spare = append(c.spare, c.list[i].Signs[:0])
	}
	c.list = c.list[:0]
}

// find returns the option of a country, nil where there is none.
func (c *choice) find(country string) *Option {
	for i := range c.list {
		if c.list[i].Country == country {
			return &c.list[i]
		}
	}
	return nil
}

// option returns the option of a country, made where there is room; nil else.
func (c *choice) option(country string) *Option {
	if p := c.find(country); p != nil || len(c.list) == maxWhose {
		return p
	}
	return c.more(country)
}

// more returns a new option.
func (c *choice) more(country string) *Option {
	n := Option{Country: country}
	if k := len(c.spare); k > 0 {
		n.Signs, c.spare = c.spare[k-1], c.spare[:k-1]
	}
	c.list = append(c.list, n)
	return &c.list[len(c.list)-1]
}

// add adds a sign once.
func (p *Option) add(k signKind, value int) {
	if s := signOf(k, value); p != nil && !slices.Contains(p.Signs, s) {
		p.Signs = append(p.Signs, s)
	}
}

// options lists the countries that a mention of sentence s may be of: those of
// its sentence, those of the sentence before, where the report begins, which
// country it names first and which most; the last option is none of them. The
// list is good until the next call.
func (w *Worker) options(m *entente.Mention, s int) []Option {
	c := &w.choice
	c.clear()
	c.group, c.det = groupOf(m), w.determiner(m)
	w.ofSentence(m, s)
	named := min(len(c.list), 2)
	w.ofSentenceBefore(s, named)
	w.ofReport(m, s, named)
	w.ofSignposts(named)
	w.ofKin(m, s)
	w.ofNone(m, s, named)
	return c.list
}

// ofSentence adds the countries of the sentence.
func (w *Worker) ofSentence(m *entente.Mention, s int) {
	c := &w.choice
	first, end := w.bounds(s)
	begins, before, behind := "", "", ""
	w.eachCountry(first, end, func(i, kind int, country string) {
		if m.First <= i && i < m.Last {
			return
		}
		p := c.option(country)
		if begins == "" {
			begins = country
			p.add(signFirst, c.det)
			p.add(signFirstGroup, c.group)
		}
		side, gap := 0, m.First-i
		if i >= m.Last {
			side, gap = 1, i-m.Last+1
			if behind == "" {
				behind = country
			}
		} else {
			before = country
		}
		p.add(signPlace, side*len(kindNames)+kind)
		p.add(signPlaceGroup, kind*len(groupNames)+c.group)
		p.add(signPlaceDet, kind*len(detNames)+c.det)
		p.add(signGap, side*4+bucket(gap))
	})
	c.find(before).add(signNear, 0)
	c.find(behind).add(signNear, 1)
}

// bucket sorts how many words lie between.
func bucket(gap int) int {
	switch {
	case gap <= 2:
		return 0
	case gap <= 5:
		return 1
	case gap <= 10:
		return 2
	}
	return 3
}

// ofSentenceBefore adds the countries of the sentence before; named is how many
// the sentence itself names.
func (w *Worker) ofSentenceBefore(s, named int) {
	if s == 0 {
		return
	}
	c := &w.choice
	first, end := w.bounds(s - 1)
	last := ""
	w.eachCountry(first, end, func(_, _ int, country string) {
		if last == "" {
			c.option(country).add(signBefore, named)
		}
		last = country
	})
	if last == "" {
		return
	}
	c.option(last).add(signBeforeLast, named)
	if sole := w.soles[s-1]; sole >= 0 {
		c.option(w.t.parties[sole].country).add(signBeforeSole, named)
	}
}

// ofReport adds the countries of the report as a whole.
func (w *Worker) ofReport(m *entente.Mention, s, named int) {
	c := &w.choice
	state := func(at int32) *Option {
		if at < 0 {
			return nil
		}
		return c.option(w.t.parties[at].country)
	}
	p := state(w.begins)
	p.add(signBegins, named)
	p.add(signBeginsGroup, c.group)
	p.add(signBeginsDet, c.det)
	p = state(w.setting)
	p.add(signSetting, named)
	p.add(signSettingGroup, c.group)
	for k, t := range w.told[:min(len(w.told), 3)] {
		p := state(t.state)
		p.add(signMost, k*len(countNames)+named)
		if k == 0 {
			p.add(signMostGroup, c.group)
		}
	}
	p = state(w.ground)
	p.add(signGround, named)
	p.add(signGroundGroup, c.group)
	state(w.sole).add(signSole, 0)
	state(w.locales[s]).add(signLocale, named)
	if m.Actor.Country != "" {
		c.option(m.Actor.Country).add(signGuess, 0)
	}
}

// maxKin bounds how many mentions to either side may be of the same noun.
const maxKin = 128

// ofKin adds what is said of others of the same noun or sector: where the report
// speaks of Kenyan police, police are rather Kenya's.
func (w *Worker) ofKin(m *entente.Mention, s int) {
	first, end := w.bounds(s)
	all := w.d.Mentions
	at := w.mentionAt(m.First)
	for k := max(0, at-maxKin); k < min(len(all), at+maxKin); k++ {
		x := &all[k]
		if k == at || x.Actor.Country == "" || x.Actor.Inferred || x.Kind != entente.MentionNoun {
			continue
		}
		value := 0
		if x.First >= first && x.First < end {
			value = 1
		}
		if k > at {
			value += 2
		}
		if p := w.choice.find(x.Actor.Country); w.d.Tokens[x.Head].Lemma == w.d.Tokens[m.Head].Lemma {
			p.add(signKin, value)
		} else if x.Actor.Sector == m.Actor.Sector {
			p.add(signKinSector, value)
		}
	}
}

// ofNone adds what speaks for no country at all.
func (w *Worker) ofNone(m *entente.Mention, s, named int) {
	c := &w.choice
	p := c.more("")
	p.add(signOpen, named)
	p.add(signOpenGroup, c.group)
	p.add(signOpenDet, c.det)
	if w.elsewhere(m) {
		p.add(signOpenElsewhere, min(named, 1))
	}
	if w.pluralHead(m) {
		p.add(signOpenPlural, named)
	}
	if s == 0 {
		p.add(signOpenStart, 0)
	}
}

// mentionAt returns the first mention that does not end before token i.
func (w *Worker) mentionAt(i int) int {
	all := w.d.Mentions
	return sortpkg.Search(len(all), func(k int) bool { return all[k].Last > i })
}

// sentenceOf returns the sentence of token i.
func (w *Worker) sentenceOf(i int) int {
	all := w.d.Sentences
	return min(sortpkg.Search(len(all), func(s int) bool { return all[s].Last > i }), len(all)-1)
}

// eachCountry calls see for every token of [first, end) that tells of a state,
// with the way in which it does.
func (w *Worker) eachCountry(first, end int, see func(i, kind int, country string)) {
	all := w.d.Mentions
	k := w.mentionAt(first)
	for i := first; i < end; i++ {
		for k < len(all) && all[k].Last <= i {
			k++
		}
		if k < len(all) && all[k].First <= i {
			m := &all[k]
			if i != m.First {
				continue
			}
			if len(m.Members) > 0 {
				for j := range m.Members {
					if w.isState(m.Members[j].Country) {
						see(m.Head, kindMember, m.Members[j].Country)
					}
				}
				continue
			}
			if m.Actor.Country != "" && !m.Actor.Inferred && w.isState(m.Actor.Country) {
				see(m.Head, w.kindOf(m), m.Actor.Country)
				continue
			}
			if m.Actor.Country != "" {
				continue
			}
		}
		if at := w.placeAt[i]; at != 0 && (i == first || w.placeAt[i-1] != at) {
			p := &w.d.Places[at-1]
			if !w.isState(p.Country) {
				continue
			}
			kind := kindPlace
			if p.Use == entente.UseLiteral && (w.standsIn(i) || w.opens(i, first)) {
				kind = kindGround
			} else if p.Use == entente.UseMetonymic {
				kind = kindActing
			}
			see(i, kind, p.Country)
		}
	}
}

// kindOf returns the way in which a mention tells of a state.
func (w *Worker) kindOf(m *entente.Mention) int {
	switch m.Kind {
	case entente.MentionName, entente.MentionCapital:
		if w.standsIn(m.First) || allCapitals(w.text(m.First)) && len(w.text(m.First)) > 3 && w.opens(m.First, w.d.Sentences[w.sentenceOf(m.First)].First) {
			return kindGround
		}
		return kindActing
	case entente.MentionPronoun:
		return kindPronoun
	case entente.MentionAdjective, entente.MentionDemonym:
		return kindAdjective
	case entente.MentionNoun:
	}
	return kindNoun
}

// told is how often the places and mentions of a document tell of a state.
type told struct {
	state  int32
	n      int
	ground int
}

// countTold lists the states of the document, those told of most first, ties in
// the order in which they are named.
func (w *Worker) countTold() {
	w.told = w.told[:0]
	for s := range w.d.Sentences {
		first, end := w.bounds(s)
		w.eachCountry(first, end, func(_, kind int, country string) {
			at := w.t.codes[country]
			n := 0
			if kind == kindGround {
				n = 1
			}
			for k := range w.told {
				if w.told[k].state == at {
					w.told[k].n++
					w.told[k].ground += n
					return
				}
			}
			if len(w.told) < maxTold {
				w.told = append(w.told, told{at, 1, n})
			}
		})
	}
	w.ground = -1
	best := 0
	for _, t := range w.told {
		if t.ground > best {
			w.ground, best = t.state, t.ground
		}
	}
	slices.SortStableFunc(w.told, func(a, b told) int { return b.n - a.n })
}

// maxTold bounds the states of a document that are counted.
const maxTold = 32
