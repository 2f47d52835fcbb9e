package nlp

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/linear"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Worker annotates documents with the scratch memory of one goroutine. What it
// writes depends on the document and the model alone, never on the documents
// before.
type Worker struct {
	model    *Model
	cache    *word.Cache
	splitter *segment.Splitter
	batch    *net.Batch
	tagger   *linear.Tagger
	names    *net.NameBatch
	words    []*word.Info
	ends     []int
	classes  []uint8
	marks    []uint8
	heads    []int32
	labels   []uint8
	wanted   []int // sentences that are to be parsed
	chosen   []int // those of the batch
	firsts   []int // first token of each piece of the chosen sentences
	kept     kept
}

// kept is what the first layers gave for the words of the last document that was
// tagged, for the trees. It depends on the words of a sentence alone, so that it
// holds for any sentence with the same words at the same place.
type kept struct {
	words []*word.Info // by token
	ends  []bool       // by token: it is the last of its sentence
	rows  []int16
}

// keptWords bounds the memory of what is kept, a kilobyte a word; the sentences
// behind are read anew.
const keptWords = 1 << 14

// NewWorker returns a worker of m for one goroutine.
func (m *Model) NewWorker() *Worker { return m.newWorker(&m.full) }

// NewFastWorker returns a worker that reads with a smaller network: some three
// times as fast, and less right. docs/evaluation.md says by how much.
func (m *Model) NewFastWorker() *Worker { return m.newWorker(&m.fast) }

func (m *Model) newWorker(r *reader) *Worker {
	cache := word.NewCache()
	return &Worker{
		model: m, cache: cache,
		splitter: segment.NewSplitter(m.segment, cache),
		batch:    net.NewBatch(r.network),
		tagger:   linear.NewTagger(m.linear),
		names:    net.NewNameBatch(r.names),
	}
}

// Annotate fills every layer that this package gives: tokens, tags, names and
// the trees of all sentences.
func (w *Worker) Annotate(d *entente.Document) {
	w.Tokenize(d)
	w.start(d)
	w.each(d, func() {
		w.tag(d)
		w.name(d)
		w.trees(d)
	})
	w.finish(d)
	d.Layers |= entente.LayerTags | entente.LayerNames | entente.LayerTrees
}

// Tokenize sets the sentences and tokens of d from its text, and drops what was
// there. The tokens cover everything but white space, once and in order.
func (w *Worker) Tokenize(d *entente.Document) {
	tokens, ends := w.splitter.Split(d.Text)
	d.Tokens = resize(d.Tokens, len(tokens))
	for i, t := range tokens {
		d.Tokens[i] = entente.Token{Span: entente.Span{Start: t.Start, End: t.End}, Head: -1}
	}
	d.Sentences = resize(d.Sentences, len(ends))
	first := 0
	for i, end := range ends {
		d.Sentences[i] = entente.Sentence{Span: entente.Span{Start: tokens[first].Start, End: tokens[end-1].End}, First: first, Last: end}
		first = end
	}
	d.Layers |= entente.LayerTokens
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// start drops the names of d, which come anew.
func (w *Worker) start(d *entente.Document) { d.Entities = d.Entities[:0] }

// finish puts the names of d in the order of the text.
func (w *Worker) finish(d *entente.Document) {
	slices.SortFunc(d.Entities, func(a, b entente.Entity) int { return a.First - b.First })
}

// batchWords is about how many words go through the network together: enough
// to be fast, few enough to stay in the processor's caches.
const batchWords = 512

// each gives the network the sentences of d, batch by batch, and calls f for each;
// w.chosen are its sentences.
func (w *Worker) each(d *entente.Document, f func()) {
	for rest := w.byLength(d, nil); len(rest) > 0; rest = rest[len(w.chosen):] {
		w.fill(d, rest)
		w.batch.Begin(w.words, w.ends)
		f()
	}
}

// byLength returns the sentences of d that choose wants, all for nil, the longest
// first: sentences of like length go together, so that each step of the network
// has words of many of them.
func (w *Worker) byLength(d *entente.Document, choose func(sentence int) bool) []int {
	w.wanted = w.wanted[:0]
	for i := range d.Sentences {
		if d.Sentences[i].Last > d.Sentences[i].First && (choose == nil || choose(i)) {
			w.wanted = append(w.wanted, i)
		}
	}
	slices.SortStableFunc(w.wanted, func(a, b int) int {
		return (d.Sentences[b].Last - d.Sentences[b].First) - (d.Sentences[a].Last - d.Sentences[a].First)
	})
	return w.wanted
}

// fill takes the first of list, as many as make a batch and one at least.
func (w *Worker) fill(d *entente.Document, list []int) {
	w.clear()
	w.chosen = w.chosen[:0]
	for _, i := range list {
		if s := &d.Sentences[i]; len(w.chosen) > 0 && len(w.words)+s.Last-s.First > batchWords {
			return
		}
		w.add(d, &d.Sentences[i])
		w.chosen = append(w.chosen, i)
	}
}

func (w *Worker) clear() { w.words, w.ends = w.words[:0], w.ends[:0] }

// pieceWords is the length up to which a sentence is read as a whole. The
// tokenizer makes none so long; a longer one that was given with its words is
// read in pieces of this length, and the roots of the later pieces hang on that
// of the first as parataxis. So time stays linear in the length.
const pieceWords = 400

// add adds the words of a sentence to the batch.
func (w *Worker) add(d *entente.Document, s *entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if n := i - s.First; n > 0 && n%pieceWords == 0 {
			w.ends = append(w.ends, len(w.words))
		}
		w.words = append(w.words, w.cache.Get(d.Tokens[i].Span.In(d.Text)))
	}
	w.ends = append(w.ends, len(w.words))
}

// TagAndName sets part of speech, Penn tag and lemma of every token, and the
// names of d. It needs the tokens.
func (w *Worker) TagAndName(d *entente.Document) {
	w.start(d)
	w.kept.reset(len(d.Tokens))
	w.each(d, func() {
		w.tag(d)
		w.name(d)
		w.keep(d)
	})
	w.finish(d)
	d.Layers |= entente.LayerTags | entente.LayerNames
}

// reset forgets what was kept, and makes room for so many words.
func (k *kept) reset(words int) {
	words = min(words, keptWords)
	k.words, k.ends = resize(k.words, words), resize(k.ends, words)
	clear(k.words)
	clear(k.ends)
}

// keep keeps the first layers of the sentences of the batch.
func (w *Worker) keep(d *entente.Document) {
	k := &w.kept
	piece, from := 0, 0
	for _, i := range w.chosen {
		for first := d.Sentences[i].First; first < d.Sentences[i].Last; piece++ {
			n := w.ends[piece] - from
			if first+n <= len(k.words) {
				w.keepPiece(piece, from, first, n)
			}
			from, first = from+n, first+n
		}
	}
}

// keepPiece keeps n words of the batch, those from from on, as those of the
// document from first on.
func (w *Worker) keepPiece(piece, from, first, n int) {
	k := &w.kept
	copy(k.words[first:], w.words[from:from+n])
	k.ends[first+n-1] = true
	for i := range n {
		row := w.batch.Below(piece, i)
		k.rows = resize(k.rows, len(k.words)*len(row))
		copy(k.rows[(first+i)*len(row):], row)
	}
}

// isKept reports whether what is kept at token first is of the words of a piece.
func (k *kept) isKept(words []*word.Info, first int) bool {
	last := first + len(words) - 1
	if last >= len(k.words) || first > 0 && !k.ends[first-1] || !k.ends[last] {
		return false
	}
	for i, w := range words {
		if k.words[first+i] != w || i < len(words)-1 && k.ends[first+i] {
			return false
		}
	}
	return true
}

// resume gives the network the chosen sentences of d: from what is kept, where
// that holds for all of them.
func (w *Worker) resume(d *entente.Document) {
	w.firsts = w.firsts[:0]
	at := 0
	for _, i := range w.chosen {
		for first := d.Sentences[i].First; first < d.Sentences[i].Last; {
			n := w.ends[len(w.firsts)] - at
			if !w.kept.isKept(w.words[at:at+n], first) {
				w.batch.Begin(w.words, w.ends)
				return
			}
			w.firsts = append(w.firsts, first)
			at, first = at+n, first+n
		}
	}
	cols := len(w.kept.rows) / max(1, len(w.kept.words))
	w.batch.Resume(w.ends, func(i, k int) []int16 {
		return w.kept.rows[(w.firsts[i]+k)*cols:][:cols]
	})
}

// Tag sets part of speech, Penn tag and lemma of every token. It needs the
// tokens.
func (w *Worker) Tag(d *entente.Document) {
	w.each(d, func() { w.tag(d) })
	d.Layers |= entente.LayerTags
}

func (w *Worker) tag(d *entente.Document) {
	w.classes = resize(w.classes, len(w.words))
	w.tagger.Tag(w.batch, w.words, w.ends, w.classes)
	at := 0
	for _, i := range w.chosen {
		for k := d.Sentences[i].First; k < d.Sentences[i].Last; k++ {
			t, c := &d.Tokens[k], w.classes[at]
			t.UPOS, t.XPOS = w.model.tags.UPOS(c), w.model.tags.XPOS(c)
			t.Lemma, _ = w.model.lemma.Lemma(w.words[at], c)
			at++
		}
	}
}

// Names sets the names of d. It needs the tokens.
func (w *Worker) Names(d *entente.Document) {
	w.start(d)
	w.each(d, func() { w.name(d) })
	w.finish(d)
	d.Layers |= entente.LayerNames
}

func (w *Worker) name(d *entente.Document) {
	w.marks = resize(w.marks, len(w.words))
	w.names.Find(w.batch, w.words, w.marks)
	from := 0
	for _, i := range w.chosen {
		to := from + d.Sentences[i].Last - d.Sentences[i].First
		w.namesOf(d, d.Sentences[i].First, from, to)
		from = to
	}
}

// namesOf adds the names of a sentence, which begins at token first of d and has
// the words [from, to) of the batch.
func (w *Worker) namesOf(d *entente.Document, first, from, to int) {
	marks, words := w.marks[from:to], w.words[from:to]
	for i := 0; i < len(marks); i++ {
		if marks[i] == net.Outside {
			continue
		}
		last, kind := i+1, net.TypeOf(marks[i])
		for last < len(marks) && marks[last] == net.Inside(kind) {
			last++
		}
		for at := i; at < last; {
			end, next := cut(words[at:last], kind)
			end, next = at+end, at+next
			d.Entities = append(d.Entities, entente.Entity{
				Span: entente.Span{Start: d.Tokens[first+at].Span.Start, End: d.Tokens[first+end-1].Span.End},
				Type: kind, First: first + at, Last: first + end,
			})
			at = next
		}
		i = last - 1
	}
}

// Parse sets head and relation of the tokens of those sentences of d that choose
// wants, given by their index, and marks them parsed; nil wants all. It needs the
// tokens; headlines and what some verbs take are told by the tags and lemmas.
func (w *Worker) Parse(d *entente.Document, choose func(sentence int) bool) {
	for rest := w.byLength(d, choose); len(rest) > 0; rest = rest[len(w.chosen):] {
		w.fill(d, rest)
		w.resume(d)
		w.trees(d)
	}
	d.Layers |= entente.LayerTrees
}

// trees parses the chosen sentences, which are those of the batch.
func (w *Worker) trees(d *entente.Document) {
	w.heads, w.labels = resize(w.heads, len(w.words)), resize(w.labels, len(w.words))
	w.batch.Trees(w.heads, w.labels)
	at := 0
	for _, i := range w.chosen {
		s := &d.Sentences[i]
		root := int32(-1)
		for k := s.First; k < s.Last; k++ {
			t := &d.Tokens[k]
			piece := s.First + (k-s.First)/pieceWords*pieceWords
			switch h := w.heads[at]; {
			case h >= 0:
				t.Head, t.Deprel = h+int32(piece), w.model.deprels[w.labels[at]]
			case piece > s.First:
				t.Head, t.Deprel = root, entente.Parataxis
			default:
				t.Head, t.Deprel, root = -1, entente.DeprelRoot, int32(k)
			}
			at++
		}
		s.Parsed = true
		headline(d, s)
		complements(d, s)
		clausal(d, s)
		attachments(d, s)
		recipients(d, s)
	}
}
