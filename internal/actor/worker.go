package actor

import (
	"unicode"

	"github.com/entente-news/entente"
)

// piece is a piece of the text, numbered as in the tables.
type piece struct {
	id   int32 // -1 for a piece that is in no table
	tok  int32 // the token that it is in
	ends bool  // it is the last piece of its token
}

// mark is what the tables say about the words that begin at a token.
type mark struct {
	entry   int32 // 1 + index of the longest name that begins here
	end     int32 // token after the name
	noun    int32 // 1 + index of the longest agent noun that begins here
	nounEnd int32 // token after the noun
	entity  int32 // 1 + index of the entity that the token is in
	capital bool  // begins with a capital letter
}

// sense is a name with its reading chosen.
type sense struct {
	ok        bool
	reading   reading
	end       int // token after the name
	ambiguous bool
}

// place of countries in a sentence
type sentenceInfo struct {
	sole    int32 // the only state of the sentence; -1 for none, -2 for several
	named   int32 // the same, adjectives apart
	locale  int32 // the only state in a place phrase; -1, -2
	bare    bool  // without a full stop, like a headline: articles are left out
	title   bool  // written like a headline: most words begin with a capital
	skip    int   // tokens before this one are a dateline
	subject int   // token before which the subject stands: the first finite verb
}

// Worker annotates documents. It holds scratch memory, so that each goroutine
// needs one of its own; it keeps nothing of a document after Annotate.
type Worker struct {
	t            *Table
	d            *entente.Document
	day          entente.Day
	pieces       []piece
	firsts       []int32 // token -> its first piece
	marks        []mark
	info         []sentenceInfo
	evidence     []int32 // by party: how often the document speaks of the state
	touched      []int32
	dateline     int32 // the state of the dateline, -1
	sole         int32 // the only state of the document, -1 none, -2 several
	named        int32 // the same, adjectives apart
	union        bool  // the document names a state of the United States
	buf          []byte
	sentence     int
	placeEnd     int // token after the last capital read as a place
	coref        coref
	placeAt      []int32   // token -> 1 + the place that it is in; for Settle
	soles        []int32   // sentence -> the only state of it and its places; for Settle
	locales      []int32   // sentence -> the only state in which something happens; for Settle
	begins       int32     // the state that the document names first; for Settle
	setting      int32     // the state of the first place phrase; for Settle
	homes        []bool    // by sentence: it tells of the country of setting; for Settle
	told         []told    // the states of the document; for Settle
	ground       int32     // the state of most places where something happens, -1; for Settle
	pointed      []pointed // the states that words point to; for Settle
	choice       choice    // the countries of the noun at hand; for Settle
	watch        func(m *entente.Mention, options []Option)
	cues         []cue // what tells of the sector of the noun at hand
	watchSectors func(m *entente.Mention, sector entente.Sector, cues []Cue)
}

// NewWorker returns a worker on t.
func (t *Table) NewWorker() *Worker {
	return &Worker{t: t, evidence: make([]int32, len(t.parties)), coref: newCoref()}
}

// Annotate fills d.Mentions from d's sentences, tagged tokens and names and
// marks the layer as made. Mentions stand in text order and do not overlap.
// Offices are those of the document's day; without one, a person named has the
// latest, and an office alone gives no person.
func (w *Worker) Annotate(d *entente.Document) {
	w.d, w.day = d, d.Day()
	d.Mentions = d.Mentions[:0]
	w.scan()
	w.coref.reset()
	w.placeEnd = -1
	for s := range d.Sentences {
		w.sentence = s
		first, end := w.bounds(s)
		w.coref.sentence(len(d.Mentions))
		for i := max(first, w.info[s].skip); i < end; {
			i = max(w.phraseAt(i, end), i+1)
		}
	}
	w.voices()
	w.toldOfSelf()
	w.weigh()
	w.lookAhead()
	for _, s := range w.touched {
		w.evidence[s] = 0
	}
	w.touched = w.touched[:0]
	d.Layers |= entente.LayerActors
	w.d = nil
}

// bounds returns the tokens of sentence s, kept within the document.
func (w *Worker) bounds(s int) (first, end int) {
	n := len(w.d.Tokens)
	first = min(max(w.d.Sentences[s].First, 0), n)
	return first, min(max(w.d.Sentences[s].Last, first), n)
}

// text returns the form of token i.
func (w *Worker) text(i int) string { return w.d.Tokens[i].Span.In(w.d.Text) }

// upos returns the part of speech of token i, UPOSNone outside [0, end).
func (w *Worker) upos(i, end int) entente.UPOS {
	if i < 0 || i >= end {
		return entente.UPOSNone
	}
	return w.d.Tokens[i].UPOS
}

// is reports whether token i stands before end and reads s, in lower case.
func (w *Worker) is(i, end int, s string) bool {
	return i >= 0 && i < end && equalFold(w.text(i), s)
}

// equalFold compares ASCII letters without case; s is in lower case.
func equalFold(text, s string) bool {
	if len(text) != len(s) {
		return false
	}
	for i := range len(s) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != s[i] {
			return false
		}
	}
	return true
}

// scan cuts the text into pieces and finds names, agent nouns and entities at
// every token, then counts which countries the document speaks of.
func (w *Worker) scan() {
	d := w.d
	n := len(d.Tokens)
	w.pieces = w.pieces[:0]
	w.firsts = zeroed(w.firsts, n+1)
	w.marks = zeroed(w.marks, n)
	w.info = zeroed(w.info, len(d.Sentences))
	w.dateline, w.sole, w.named, w.union = -1, -1, -1, false
	for i := range d.Tokens {
		w.firsts[i] = int32(len(w.pieces))
		w.cut(i)
	}
	w.firsts[n] = int32(len(w.pieces))
	for i := range d.Entities {
		e := &d.Entities[i]
		for j := max(e.First, 0); j < min(e.Last, n); j++ {
			w.marks[j].entity = int32(i + 1)
		}
	}
	for s := range d.Sentences {
		first, end := w.bounds(s)
		for i := first; i < end; i++ {
			w.match(i, end)
			if m := &w.marks[i]; m.noun == 0 && m.entry == 0 {
				if a := w.byEnding(i); a != 0 {
					m.noun, m.nounEnd = a, int32(i+1)
				}
			}
		}
	}
	for s := range d.Sentences {
		w.survey(s)
	}
}

// zeroed returns n zero values in the memory of s where it is enough.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// cut appends the pieces of token i.
func (w *Worker) cut(i int) {
	s := w.text(i)
	if s == "" {
		return
	}
	r, _ := decode(s, 0)
	w.marks[i].capital = unicode.IsUpper(r)
	for at := 0; ; {
		start, end := nextPiece(s, at)
		if start == end {
			if n := len(w.pieces); n > int(w.firsts[i]) {
				w.pieces[n-1].ends = true
			}
			return
		}
		id := int32(-1)
		w.buf = w.t.lex.fold.appendFolded(w.buf[:0], s[start:end])
		if known, ok := w.t.lex.ids[string(w.buf)]; ok {
			id = known
		}
		w.pieces = append(w.pieces, piece{id: id, tok: int32(i)})
		at = end
	}
}

// match finds the longest name and the longest agent noun at token i.
func (w *Worker) match(i, end int) {
	p := w.firsts[i]
	if p == w.firsts[i+1] || w.pieces[p].id < 0 {
		return
	}
	if !isWordStart(w.text(i)) {
		return
	}
	m := &w.marks[i]
	limit := w.firsts[end]
	node, noun := int32(0), int32(0)
	names, nouns := w.t.names, w.t.nouns
	inNames, inNouns := true, true
	for ; p < limit && (inNames || inNouns); p++ {
		pc := w.pieces[p]
		if pc.id < 0 {
			return
		}
		if inNames {
			if node = names.step(node, pc.id); node == 0 {
				inNames = false
			} else if pc.ends && names.leaf[node] != 0 {
				if e := w.fitting(names.leaf[node], i, int(pc.tok)); e != 0 {
					m.entry, m.end = e, pc.tok+1
				}
			}
		}
		if inNouns {
			if noun = nouns.step(noun, pc.id); noun == 0 {
				inNouns = false
			} else if pc.ends && nouns.leaf[noun] != 0 && w.nounTag(i, int(pc.tok)) && (!w.t.agents[nouns.leaf[noun]-1].proper || m.capital) {
				m.noun, m.nounEnd = nouns.leaf[noun], pc.tok+1
			}
		}
	}
}

func isWordStart(s string) bool {
	r, _ := decode(s, 0)
	return isWordRune(r)
}

// fitting returns 1 + the index of the entry in the chain at that is spelled
// as tokens [i, last] are, 0 when there is none.
func (w *Worker) fitting(at int32, i, last int) int32 {
	text := entente.Span{Start: w.d.Tokens[i].Span.Start, End: w.d.Tokens[last].Span.End}.In(w.d.Text)
	best := int32(0)
	for ; at != 0; at = w.t.entries[at-1].next {
		name := w.t.entries[at-1].name
		if name == text {
			return at
		}
		if best == 0 && caseFits(name, text) {
			best = at
		}
	}
	return best
}

// nounTag reports whether the tokens [i, last] may be a noun: the last one is
// tagged as one, or as an adjective with no noun after it ("the military").
func (w *Worker) nounTag(i, last int) bool {
	toks := w.d.Tokens
	if i == last && i > 0 && toks[i-1].UPOS == entente.NUM && w.marks[i].capital && allCapitals(w.text(i)) {
		return false // "5 PM"
	}
	switch toks[last].UPOS {
	case entente.NOUN, entente.PROPN, entente.X:
		return true
	case entente.VERB:
		if i == last && i > 0 && equalFold(w.text(i-1), "the") && isParticiple(&toks[last]) {
			return !w.modifies(last+1, len(toks)) // "spoke to the injured"
		}
	case entente.ADJ:
		if last+1 < len(toks) {
			switch toks[last+1].UPOS {
			case entente.NOUN, entente.PROPN, entente.ADJ:
				return false
			}
		}
		return i > 0 && (toks[i-1].UPOS == entente.DET || toks[i-1].UPOS == entente.ADJ || toks[i-1].UPOS == entente.PART)
	}
	return last > i && toks[i].UPOS != entente.VERB
}
