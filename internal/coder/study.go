package coder

import (
	"math"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Answer is what an annotator says of a given event. Empty spans stand for
// none.
type Answer struct {
	Mode       entente.Mode
	Contexts   []entente.EventContext
	Status     entente.Status
	Aspect     entente.Aspect
	Where      entente.Span
	When       entente.Span
	Today      bool         // the day is that of the report
	Sizes      []SizeAnswer // its numbers
	Speaker    entente.Span // on whose word
	Cue        entente.Span // the saying word
	Interested bool         // the speaker is a party
	Drawn      bool         // out of real news
}

// SizeAnswer is a number of an event.
type SizeAnswer struct {
	Span entente.Span
	Kind string
}

// Lesson is one question with the right answer, as the weights see it.
type Lesson struct {
	task  task
	keys  []uint32
	class int
	also  []int // further right classes, of contexts
	root  entente.Root

	choice *model.Choice // of a question whose answers are compared with one another
}

// Lessons returns what can be learnt from the given events of d.
func (c *Coder) Lessons(d *entente.Document, given []Given, answers []Answer) []*Lesson {
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	s := study{w: w}
	for i := range given {
		if m := w.x.given(&given[i]); m != nil {
			s.m, s.root, s.a = m, given[i].Root, &answers[i]
			s.event()
		}
	}
	return s.out
}

// DictionaryLesson returns what a list of words teaches: that an event of root
// and mode may be told by these words, the trigger first.
func (c *Coder) DictionaryLesson(root entente.Root, mode entente.Mode, words []string) *Lesson {
	f := &detailFeatures{x: &tree{t: c.t}, root: uint64(root) + 1, seen: map[uint32]bool{}}
	h := model.HashString
	f.add(ftBias, 0, 0)
	add := func(t, tc int, l string) {
		f.add(t, h(l), 0)
		for _, k := range c.t.classesOf[l] {
			f.add(tc, k, 0)
		}
	}
	l := words[0]
	add(ftTrigger, ftClass, l)
	f.add(ftPrefix, h(l[:min(len(l), 5)]), 0)
	for _, o := range words[1:] {
		add(ftChild, ftChildClass, o)
		add(ftBelow, ftChildClass, o)
		add(ftTopic, ftTopicClass, o)
		add(ftWord, ftWordClass, o)
		f.add(ftPair, h(l), h(o))
	}
	return &Lesson{task: taskMode, keys: f.keys, class: int(mode), root: root}
}

// study collects the lessons of one document.
type study struct {
	w    *work
	m    *match
	root entente.Root
	a    *Answer
	out  []*Lesson
}

func (s *study) add(t task, keys []uint32, class int) *Lesson {
	l := &Lesson{task: t, keys: slices.Clone(keys), class: class, root: s.root}
	s.out = append(s.out, l)
	return l
}

// event adds the lessons of one event.
func (s *study) event() {
	w, x := s.w, &s.w.x
	if s.a.Drawn {
		f := x.factOf(s.m)
		s.choices(&f)
		return
	}
	s.add(taskMode, w.featuresOf(s.m, s.root), int(s.a.Mode))
	l := s.add(taskContext, w.topicFeatures(s.m, s.root), 0)
	for _, c := range s.a.Contexts {
		l.also = append(l.also, int(c))
	}
	x.datesNear(s.m, func(k, i int) {
		s.add(taskWhen, w.dateFeatures(s.m, s.root, k, i), truth(x.d.Dates[k].Span.Overlaps(s.a.When)))
	})
	list := x.figures(s.m)
	for k := range list {
		s.add(taskSize, w.sizeFeatures(s.m, s.root, list, k), s.sizeClass(&list[k]))
	}
	f := x.factOf(s.m)
	when := x.when(s.m, &f)
	keys := slices.Clone(w.factFeatures(s.m, s.root, &f, &when))
	s.add(taskStatus, keys, int(s.a.Status))
	s.add(taskAspect, keys, int(s.a.Aspect))
	if s.a.When.IsEmpty() {
		s.add(taskReport, keys, truth(s.a.Today))
	}
	s.choices(&f)
	if a := x.attribution(&f, s.m); a != nil && !s.a.Speaker.IsEmpty() {
		s.add(taskInterest, w.speakerFeatures(s.m, s.root, a), truth(s.a.Interested))
	}
}

// sizeClass returns what the annotator says of number f.
func (s *study) sizeClass(f *figure) int {
	for _, z := range s.a.Sizes {
		if z.Span.Overlaps(f.n.Span) && (z.Kind == "amount") == (f.currency != "") {
			return slices.Index(sizeKinds[:], z.Kind)
		}
	}
	return 0
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The settings of the training, chosen by folds over the corpus that is learnt
// from.
const (
	studyEpochs  = 10   // passes
	studyRate    = 0.1  // the first step
	studyDecay   = 0.01 // how strongly weights are pulled to zero
	leastLessons = 2    // in which a feature must stand
	weightScale  = 1024 // of the integers
	studyRuns    = 8    // of the perceptrons
	modeMargin   = 40   // by which the right mode must lead
	topicMargin  = 30   // on which a context must be on its side of zero
	topicStep    = 3    // of a context that is there, against 1 of one that is not
	keptModes    = 78e3 // weights of the perceptron of modes
	keptTopics   = 42e3 // of that of contexts
	keptFew      = 13e3 // weights of each regression
)

// Teach learns from lessons and returns the file of the weights, without the
// sections that are named in keep. The same lessons and seed give the same bytes.
//
// Modes and contexts, which hang on many rare words, are learnt by averaged
// perceptrons with a margin (Collins, 2002; Crammer and Singer, 2003), means of
// several runs; speakers and places, which are compared with one another, by
// conditional logits; the rest by logistic regression.
func Teach(lessons []*Lesson, seed uint64, keep ...string) *model.File {
	f := &model.File{}
	for t, row := range taskRows {
		if slices.Contains(keep, row.name) {
			continue
		}
		var list []*Lesson
		for _, l := range lessons {
			if l.task == task(t) { //nolint:gosec // a handful
				list = append(list, l)
			}
		}
		switch task(t) { //nolint:gosec // a handful
		case taskMode:
			all := modesOf()
			f.AddTable(row.name, row.classes, perceptron(row.classes, keptModes, list, seed, func(p *model.Perceptron, l *Lesson) { teachMode(p, l, all) }))
		case taskSpeaker, taskPlace:
			f.AddTable(row.name, row.classes, rank(list))
		case taskContext:
			f.AddTable(row.name, row.classes, perceptron(row.classes, keptTopics, list, seed, teachContexts))
		default:
			s := newLogit(row.classes, list)
			s.train(seed)
			f.AddTable(row.name, row.classes, s.table())
		}
	}
	return f
}

// perceptron learns from the lessons in several orders and returns the mean, as the
// largest weights.
func perceptron(classes, kept int, lessons []*Lesson, seed uint64, teach func(*model.Perceptron, *Lesson)) []model.Row {
	var runs []*model.Perceptron
	for run := range uint64(studyRuns) {
		rng, p := model.NewRand(seed+run), model.NewPerceptron(classes)
		order := make([]int, len(lessons))
		for i := range order {
			order[i] = i
		}
		for range studyEpochs {
			rng.Shuffle(order)
			for _, i := range order {
				p.Tick()
				teach(p, lessons[i])
			}
		}
		runs = append(runs, p)
	}
	return model.Merge(runs, kept)
}

// teachMode corrects p where the right mode does not lead by the margin.
func teachMode(p *model.Perceptron, l *Lesson, all [][]entente.Mode) {
	modes := all[l.root]
	if len(modes) < 2 {
		return
	}
	var scores [model.MaxClasses]int32
	p.Score(l.keys, &scores)
	rival, found := 0, false
	for _, m := range modes {
		if int(m) != l.class && (!found || scores[m] > scores[rival]) {
			rival, found = int(m), true
		}
	}
	if scores[l.class]-scores[rival] < modeMargin {
		p.Update(l.keys, l.class, 1)
		p.Update(l.keys, rival, -1)
	}
}

// teachContexts corrects p for every context on the wrong side of the margin.
func teachContexts(p *model.Perceptron, l *Lesson) {
	var scores [model.MaxClasses]int32
	p.Score(l.keys, &scores)
	for c := 1; c < nContexts; c++ {
		switch there := slices.Contains(l.also, c); {
		case there && scores[c] < topicMargin:
			p.Update(l.keys, c, topicStep)
		case !there && scores[c] > -topicMargin:
			p.Update(l.keys, c, -1)
		}
	}
}

// softmax turns scores into probabilities.
func softmax(p []float64) {
	top, sum := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// logit is a logistic regression over sparse features, trained by steps that
// shrink where a weight has moved much (Duchi, Hazan and Singer, 2011), with
// weights pulled towards zero.
type logit struct {
	classes int
	lessons []*Lesson
	keys    []uint32
	lists   [][]int32
	w, g    []float64
}

// newLogit numbers the features that enough lessons have.
func newLogit(classes int, lessons []*Lesson) *logit {
	s := &logit{classes: classes, lessons: lessons}
	seen, rows := map[uint32]int{}, map[uint32]int{}
	for _, l := range lessons {
		for _, k := range l.keys {
			seen[k]++
		}
	}
	for _, l := range lessons {
		var list []int32
		for _, k := range l.keys {
			if seen[k] < leastLessons {
				continue
			}
			r, ok := rows[k]
			if !ok {
				r = len(s.keys)
				rows[k] = r
				s.keys = append(s.keys, k)
			}
			list = append(list, int32(r)) //nolint:gosec // far below 2^31
		}
		s.lists = append(s.lists, list)
	}
	s.w, s.g = make([]float64, len(s.keys)*classes), make([]float64, len(s.keys)*classes)
	return s
}

// train makes the passes.
func (s *logit) train(seed uint64) {
	rng := model.NewRand(seed)
	order := make([]int, len(s.lessons))
	for i := range order {
		order[i] = i
	}
	p := make([]float64, s.classes)
	for range studyEpochs {
		rng.Shuffle(order)
		for _, i := range order {
			clear(p)
			for _, r := range s.lists[i] {
				for c, x := range s.w[int(r)*s.classes : int(r+1)*s.classes] {
					p[c] += x
				}
			}
			softmax(p)
			p[s.lessons[i].class]--
			for _, r := range s.lists[i] {
				s.step(int(r)*s.classes, p)
			}
		}
	}
}

// step moves the weights of one feature.
func (s *logit) step(at int, p []float64) {
	for c, d := range p {
		if d == 0 {
			continue
		}
		k := at + c
		d += float64(studyDecay * s.w[k])
		s.g[k] += float64(d * d)
		s.w[k] -= float64(studyRate*d) / (1e-6 + math.Sqrt(s.g[k]))
	}
}

// table returns the largest weights as integers.
func (s *logit) table() []model.Row {
	value := func(i int) int32 { return int32(math.Round(float64(s.w[i] * weightScale))) }
	sizes := make([]int32, len(s.w))
	for i := range s.w {
		sizes[i] = max(value(i), -value(i))
	}
	slices.Sort(sizes)
	least := int32(1)
	if n := len(sizes) - keptFew; n > 0 {
		least = max(1, sizes[n])
	}
	var rows []model.Row
	for i, key := range s.keys {
		r := model.Row{Key: key}
		for c := range s.classes {
			if v := value(i*s.classes + c); v >= least || -v >= least {
				r.Cells = append(r.Cells, model.Cell{Class: uint8(c), Weight: v}) //nolint:gosec // below 64
			}
		}
		if r.Cells != nil {
			rows = append(rows, r)
		}
	}
	return rows
}
