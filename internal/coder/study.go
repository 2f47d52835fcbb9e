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
	Interested bool         // the speaker is a party
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
}

// Lessons returns what can be learnt from the given events of d.
func (c *Coder) Lessons(d *entente.Document, given []Given, answers []Answer) []*Lesson {
	w := c.scratch.Get().(*work) //nolint:forcetypeassert // the pool holds nothing else
	defer c.scratch.Put(w)
	w.x.load(d, c.t)
	defer w.release()
	s := study{w: w}
	for i := range given {
		if m := w.x.given(&given[i]); m != nil {
			s.m, s.root, s.a = m, given[i].Root, &answers[i]
			s.event()
		}
	}
	return s.out
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
	s.add(taskMode, w.featuresOf(s.m, s.root), int(s.a.Mode))
	l := s.add(taskContext, w.topicFeatures(s.m, s.root), 0)
	for _, c := range s.a.Contexts {
		l.also = append(l.also, int(c))
	}
	x.placesNear(s.m, func(p, i int) {
		s.add(taskWhere, w.placeFeatures(s.m, s.root, p, i), truth(x.d.Places[p].Span.Overlaps(s.a.Where)))
	})
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
// from: passes, the first step, how strongly weights are pulled to zero, and in
// how many lessons a feature must stand.
const (
	studyEpochs  = 10
	studyRate    = 0.1
	studyDecay   = 0.01
	leastLessons = 2
	contextShift = 1.0  // contexts count from a probability of 0.27, where their F1 is best
	weightScale  = 1024 // of the integers
)

// Teach learns from lessons and returns the file of the weights. The same
// lessons and seed give the same bytes.
func Teach(lessons []*Lesson, seed uint64) *model.File {
	all := modesOf()
	f := &model.File{}
	for t, row := range taskRows {
		var list []*Lesson
		for _, l := range lessons {
			if l.task == task(t) { //nolint:gosec // a handful
				list = append(list, l)
			}
		}
		s := newLogit(row.classes, list)
		s.train(seed, func(l *Lesson, p []float64) {
			switch l.task {
			case taskMode:
				softmaxOver(all[l.root], p)
				p[l.class]--
			case taskContext:
				sigmoids(p, l.also)
			default:
				softmax(p)
				p[l.class]--
			}
		})
		shift := 0.0
		if task(t) == taskContext { //nolint:gosec // a handful
			shift = contextShift
		}
		f.AddTable(row.name, row.classes, s.table(shift))
	}
	return f
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

// softmaxOver turns the scores of modes into probabilities; all others get zero.
func softmaxOver(modes []entente.Mode, p []float64) {
	var q [64]float64
	for i, m := range modes {
		q[i] = p[m]
	}
	softmax(q[:len(modes)])
	clear(p)
	for i, m := range modes {
		p[m] = q[i]
	}
}

// sigmoids turns the score of each class into its probability, less one where it
// is right.
func sigmoids(p []float64, right []int) {
	p[0] = 0
	for c := 1; c < len(p); c++ {
		p[c] = 1 / (1 + math.Exp(-p[c]))
	}
	for _, c := range right {
		p[c]--
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

// train makes the passes; slope turns the scores of a lesson into their
// gradient.
func (s *logit) train(seed uint64, slope func(l *Lesson, p []float64)) {
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
			slope(s.lessons[i], p)
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

// table returns the weights as integers; shift is put on every score, by the
// feature that all lessons have.
func (s *logit) table(shift float64) []model.Row {
	var rows []model.Row
	bias := model.Key2(ftBias, 0, 0)
	for i, key := range s.keys {
		r := model.Row{Key: key}
		for c := range s.classes {
			x := s.w[i*s.classes+c]
			if key == bias {
				x += shift
			}
			if v := int32(math.Round(float64(x * weightScale))); v != 0 {
				r.Cells = append(r.Cells, model.Cell{Class: uint8(c), Weight: v}) //nolint:gosec // below 64
			}
		}
		if r.Cells != nil {
			rows = append(rows, r)
		}
	}
	return rows
}
