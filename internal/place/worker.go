package place

import (
	entente "github.com/entente-news/entente"
)

// Worker finds and resolves the places of documents with the scratch memory of
// one goroutine. What it writes depends on the document and the gazetteer
// alone.
type Worker struct {
	g        *Gazetteer
	doc      *entente.Document
	list     []word
	key      []byte
	scratch  []byte
	refs     []int32
	mentions []mention
	votes    map[string]int // by country
	adminVs  map[uint32]int // by first-order division
	voted    map[uint64]bool
	picks    map[uint64]int32 // the sense that containment settled, by name
	echoes   map[uint64]int   // what a name's surest mention says, by name
	nameKey  []byte
	home     home // of the outlet
	why      []byte
	entityAt []int32 // by token: index of its entity, -1 for none
}

// NewWorker returns a worker of g for one goroutine.
func (g *Gazetteer) NewWorker() *Worker {
	return &Worker{
		g: g, votes: map[string]int{}, adminVs: map[uint32]int{}, voted: map[uint64]bool{},
		picks: map[uint64]int32{}, echoes: map[uint64]int{},
	}
}

// mention is a toponym of the document while it is resolved.
type mention struct {
	first, next int    // words
	from, to    int    // refs of its readings
	name        uint64 // hash of its key
	chosen      int32
	solved      bool // containment settled it
	why         string
	entity      entente.EntityType
	inEntity    bool // it is only a part of the entity
	generic     int  // words of the kind behind it: "region"
	behindComma bool // only a reading behind a comma
	division    bool // "state of", "province of" stands before it
	holds       bool // it holds the place before it: "Sofia, Bulgaria"
	county      bool // in a list of counties
	ownS        bool // the 's belongs to the name: "St. John's"
	points      int  // evidence that it is a place
	echo        int  // and from the same name elsewhere
	rivals      [maxRivals]scored
}

// scored is a reading with its points; noRef for none.
type scored struct {
	ref    int32
	points int32
}

// noRivals are the rivals of a mention that nothing was weighed for.
var noRivals = [maxRivals]scored{{ref: noRef}, {ref: noRef}, {ref: noRef}, {ref: noRef}}

// maxRivals is how many readings are kept for the record.
const maxRivals = 4

// Annotate fills d.Places, in the order of the text and without overlaps, from
// its text and sentences; tags, names and trees are used where d has them.
func (w *Worker) Annotate(d *entente.Document) {
	w.doc = d
	d.Places = d.Places[:0]
	w.list, w.key, w.refs, w.mentions = w.list[:0], w.key[:0], w.refs[:0], w.mentions[:0]
	if len(d.Sentences) == 0 {
		w.words(d.Text, entente.Span{Start: 0, End: len(d.Text)})
	}
	for i := range d.Sentences {
		w.words(d.Text, clip(d.Sentences[i].Span, len(d.Text)))
	}
	w.home, _ = w.g.homeOf(d)
	w.align()
	w.counties()
	w.match()
	w.contain()
	w.resolve()
	w.weigh()
	w.write()
	d.Layers |= entente.LayerPlaces
	w.doc = nil
}

func clip(s entente.Span, n int) entente.Span {
	return entente.Span{Start: max(s.Start, 0), End: min(s.End, n)}
}

// align finds the token of each word and the entity of each token.
func (w *Worker) align() {
	d := w.doc
	t := 0
	for i := range w.list {
		for t < len(d.Tokens) && d.Tokens[t].Span.End <= int(w.list[i].start) {
			t++
		}
		if t < len(d.Tokens) && d.Tokens[t].Span.Start < int(w.list[i].end) {
			w.list[i].token = int32(t) //nolint:gosec // bounded documents
		}
	}
	w.entityAt = w.entityAt[:0]
	for range d.Tokens {
		w.entityAt = append(w.entityAt, -1)
	}
	for i := range d.Entities {
		for k := max(d.Entities[i].First, 0); k < min(d.Entities[i].Last, len(d.Tokens)); k++ {
			w.entityAt[k] = int32(i) //nolint:gosec // bounded documents
		}
	}
}

// keyText returns the key of word i.
func (w *Worker) keyText(i int) string {
	if i < 0 || i >= len(w.list) {
		return ""
	}
	return string(w.key[w.list[i].keyFrom:w.list[i].keyTo])
}

// is reports whether the key of word i is s.
func (w *Worker) is(i int, s string) bool {
	return i >= 0 && i < len(w.list) && string(w.key[w.list[i].keyFrom:w.list[i].keyTo]) == s
}

// upos returns the tag of word i.
func (w *Worker) upos(i int) entente.UPOS {
	if i < 0 || i >= len(w.list) || w.list[i].token < 0 {
		return entente.UPOSNone
	}
	return w.doc.Tokens[w.list[i].token].UPOS
}

// linked reports whether word i follows the one before after blanks or a
// hyphen.
func (w *Worker) linked(i int) bool {
	return i > 0 && i < len(w.list) && (w.list[i].before == gapBlank || w.list[i].before == gapHyphen)
}

// maxWords bounds the length of a name.
const maxWords = 8

// match takes the longest name of the gazetteer at each word.
func (w *Worker) match() {
	for i := 0; i < len(w.list); {
		if !w.opens(i) {
			i++
			continue
		}
		m, ok := w.longest(i)
		if !ok {
			i++
			continue
		}
		m.name = w.nameOf(&m)
		for k := m.first; k < m.next; k++ {
			w.list[k].taken = true
		}
		w.mentions = append(w.mentions, m)
		i = m.next
	}
}

// nameOf hashes the words of a mention (FNV-1a, 64 bits): mentions of one hash
// are taken for the same name.
func (w *Worker) nameOf(m *mention) uint64 {
	h := uint64(14695981039346656037)
	for k := m.first; k < m.next; k++ {
		for _, c := range w.key[w.list[k].keyFrom:w.list[k].keyTo] {
			h = (h ^ uint64(c)) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	kind := uint64(m.generic) //nolint:gosec // 0 or 1
	if m.county {
		kind = 2
	}
	return (h ^ kind) * 1099511628211
}

// opens reports whether a name can open at word i: a capital, or an Arabic
// article with a hyphen before one.
func (w *Worker) opens(i int) bool {
	x := w.list[i]
	if x.keyTo == x.keyFrom {
		return false
	}
	if x.capital {
		return true
	}
	return i+1 < len(w.list) && w.list[i+1].before == gapHyphen && w.list[i+1].capital && w.article(i)
}

// article reports whether word i is a form of the Arabic article.
func (w *Worker) article(i int) bool {
	x := w.list[i]
	return x.keyTo-x.keyFrom <= 3 && isArticle(string(w.key[x.keyFrom:x.keyTo]))
}

// longest finds the longest name at word i.
func (w *Worker) longest(i int) (mention, bool) {
	if w.list[i].dot || w.list[i].dotted || w.list[i].allCaps {
		if m, ok := w.afterComma(i); ok {
			return m, true
		}
	}
	if w.list[i].county {
		if m, ok := w.oneCounty(i); ok {
			return m, true
		}
	}
	n := w.run(i)
	for ; n >= 1; n-- {
		from := len(w.refs)
		k := w.join(i, n)
		if !w.list[i+n-1].capital {
			// "Rafah crossing", "Kharkiv region": in the tables alone
			w.refs = append(w.refs, w.g.keys[string(k)]...)
			if w.collectOwn(from, k, true); len(w.refs) > from {
				return mention{first: i, next: i + n, from: from, to: len(w.refs), chosen: noRef, rivals: noRivals}, true
			}
			continue
		}
		if w.list[i+n-1].possessive { // "St. John's" before "Georgia's"
			if w.collect(i, n, append(k, 's')); len(w.refs) > from && n > 1 {
				m := mention{first: i, next: i + n, from: from, to: len(w.refs), chosen: noRef, ownS: true, rivals: noRivals}
				return m, true
			}
			w.refs = w.refs[:from]
		}
		w.collect(i, n, k)
		if len(w.refs) > from {
			m := mention{first: i, next: i + n, from: from, to: len(w.refs), chosen: noRef, rivals: noRivals}
			w.kindBehind(&m)
			return m, true
		}
	}
	if m, ok := w.afterComma(i); ok {
		return m, true
	}
	return mention{}, false
}

// run returns how many words from i on may belong to one name.
func (w *Worker) run(i int) int {
	x := w.list[i]
	h := hash(w.key[x.keyFrom:x.keyTo]) & 0xffff
	most := int(w.g.p.wordLimits[h])
	if w.is(i, "saint") || w.is(i, "mount") || w.is(i, "fort") || w.article(i) || w.is(i, "the") || x.possessive {
		most = maxWords
	}
	n := 1
	for n < min(most, maxWords) && w.linked(i+n) {
		n++
	}
	return min(n, max(most, 1))
}

// join writes the key of words [i, i+n) to the scratch.
func (w *Worker) join(i, n int) []byte {
	b := w.scratch[:0]
	for k := i; k < i+n; k++ {
		x := w.list[k]
		if k+1 < i+n && w.list[k+1].before == gapHyphen && w.article(k) {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		word := w.key[x.keyFrom:x.keyTo]
		if k == i && n > 1 {
			switch string(word) {
			case "saint":
				b = append(b, "st"...)
				continue
			case "mount":
				b = append(b, "mt"...)
				continue
			case "fort":
				b = append(b, "ft"...)
				continue
			}
		}
		b = append(b, word...)
		if x.possessive && k+1 < i+n {
			b = append(b, 's')
		}
	}
	w.scratch = b
	return b
}

// collect appends the readings of the key of words [i, i+n).
func (w *Worker) collect(i, n int, key []byte) {
	if n == 1 && (len(key) < 3 && !w.g.upper[string(key)]) {
		return
	}
	from := len(w.refs)
	if own := w.g.keys[string(key)]; len(own) > 0 {
		if !w.g.upper[string(key)] || w.list[i].allCaps {
			w.refs = append(w.refs, own...)
		}
	}
	if n == 1 && w.list[i].allCaps && len(key) <= 3 && !w.list[i].dotted {
		return
	}
	for _, e := range w.g.p.find(key) {
		w.refs = append(w.refs, int32(e)) //nolint:gosec // bounded by maxEntries
	}
	w.collectOwn(from, key, false)
}

// afterComma reads "TX" or "Ky." behind a comma and another place.
func (w *Worker) afterComma(i int) (mention, bool) {
	behind := w.list[i].before == gapComma && len(w.mentions) > 0 && w.mentions[len(w.mentions)-1].next == i
	if !behind && !w.partyLabel(i) {
		return mention{}, false
	}
	n := 1
	if i+1 < len(w.list) && w.list[i].dot && w.list[i+1].before == gapBlank && w.list[i].end-w.list[i].start == 1 {
		n = 2
	}
	for ; n >= 1; n-- {
		from := len(w.refs)
		w.refs = append(w.refs, w.g.behind[string(w.join(i, n))]...)
		if len(w.refs) > from {
			return mention{first: i, next: i + n, from: from, to: len(w.refs), chosen: noRef, behindComma: true, rivals: noRivals}, true
		}
	}
	return mention{}, false
}

// kindBehind notes the word behind a name that tells its kind: "Kharkiv
// region", "Idlib province".
func (w *Worker) kindBehind(m *mention) {
	if k := m.first - 2; k >= 0 && w.linked(m.first) && w.is(k+1, "of") && generic[w.keyText(k)] && !w.is(k, "city") && !w.is(k, "district") {
		m.division = true
	}
	if !w.linked(m.next) || w.list[m.next-1].possessive {
		return
	}
	x := w.list[m.next]
	if n := m.next + 1; x.capital && w.linked(n) && (w.list[n].capital || w.is(n, "of")) {
		return // "Kansas Department of Health"
	}
	if x.keyTo-x.keyFrom <= 12 && generic[string(w.key[x.keyFrom:x.keyTo])] && !w.is(m.next, "city") {
		m.generic = 1
	}
}

// noRef is the reference of no entry.
const noRef = int32(-1 << 31)

// readings returns the references of m.
func (w *Worker) readings(m *mention) []int32 { return w.refs[m.from:m.to] }
