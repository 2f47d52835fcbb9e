package entente

import "math"

// RelationEvent is one happening between two parties.
type RelationEvent struct {
	ID            string // of the merged event
	Day           Day
	Quad          Quad
	Score         float64 // PLOVER scale, [-10, 10]
	Confidence    float64
	Forward, Back float64 // its shares that lie between A and B, acting and acted on
	Claim         bool    // nobody but a party tells it
	Sample        bool
	Story         uint32 // equal for events of one story, by a hash; 0 is not known
	Outlets       []string
}

// RelationPoint is what happened in a relation within one period. Sums run over
// events, each with the share that lies between the two.
type RelationPoint struct {
	From, To      Day     // inclusive
	Events        int     // happenings, told as facts by somebody who is no party to them
	Quads         [5]int  // of them by Quad; index 0 is unused
	Weight        float64 // sum of shares: of k × m members each pair has 1/(k·m)
	ScoreSum      float64 // sum of share × score
	Forward, Back float64 // of Weight, what A did and what B did
	ScoreForward  float64 // of ScoreSum, what A did
	SquareSum     float64 // sum of share × score², for intervals
	Sure          float64 // sum of share × confidence
	SureScore     float64 // sum of share × confidence × score
	Claims        int     // happenings that nobody but a party tells
	ClaimWeight   float64
	ClaimScore    float64

	Documents       int // of the archive, dated in the period; 0 means no coverage
	Outlets         int // of which there are documents
	SteadyDocuments int // documents of outlets that were read throughout the series
	SteadyEvents    int // events that one of these tells

	Sample bool // sample news are among the events
}

// Sums of a relation are kept on a grid of binary fractions, so that each is
// exact and the same in whatever order and in whatever portions events are
// summed: steps of 2^-32, of squares 2^-28. A term is off by less than a billionth.
// Beyond two million (weights and scores) and thirty million (squares) a sum is
// rounded as usual.
const (
	gridStep     = 1.0 / (1 << 32)
	gridStepPart = 1.0 / (1 << 30) // of what is multiplied with a share of a half or a quarter
	gridSquare   = 1.0 / (1 << 28)
	gridSqPart   = 1.0 / (1 << 26)
)

// onGrid rounds x to a multiple of step, a power of two; x is below 2^51 steps.
func onGrid(x, step float64) float64 {
	big := step * (3 << 51)
	return (x + big) - big
}

// Share returns n of parts parts of an event as a number on the grid on which
// relations are summed.
func Share(n, parts int) float64 { return onGrid(float64(n)/float64(parts), gridStep) }

// RelationSum is what events of one day and one share sum to, before the share.
type RelationSum struct {
	Events    int
	Quads     [5]int
	Score     float64
	Square    float64 // of score
	Sure      float64 // confidence
	SureScore float64 // confidence × score
	Claim     bool    // all are told by parties alone
	Sample    bool
}

// Add counts an event of the sum's kind.
func (s *RelationSum) Add(quad Quad, score, confidence float64) {
	s.Events++
	if quad >= 1 && int(quad) < len(s.Quads) {
		s.Quads[quad]++
	}
	s.Score += onGrid(score, gridStepPart)
	s.Square += onGrid(float64(score*score), gridSqPart)
	s.Sure += onGrid(confidence, gridStepPart)
	s.SureScore += onGrid(float64(confidence*score), gridStepPart)
}

// Add counts an event; steady says whether an outlet tells it that was read
// throughout.
func (p *RelationPoint) Add(e *RelationEvent, steady bool) {
	s := RelationSum{Claim: e.Claim, Sample: e.Sample}
	s.Add(e.Quad, e.Score, e.Confidence)
	n := 0
	if steady {
		n = 1
	}
	p.AddSum(&s, e.Forward, e.Back, n)
}

// AddSum counts events, of each of which the shares forward and back lie between
// A and B; steady of them are told by an outlet that was read throughout. Shares
// are as [Share] gives them.
func (p *RelationPoint) AddSum(s *RelationSum, forward, back float64, steady int) {
	w, n := forward+back, float64(s.Events)
	p.Sample = p.Sample || s.Sample
	if s.Claim {
		p.Claims += s.Events
		p.ClaimWeight += float64(w * n)
		p.ClaimScore += onGrid(float64(w*s.Score), gridStep)
		return
	}
	p.Events += s.Events
	for i, k := range s.Quads {
		p.Quads[i] += k
	}
	p.Weight += float64(w * n)
	p.Forward += float64(forward * n)
	p.Back += float64(back * n)
	p.ScoreSum += onGrid(float64(w*s.Score), gridStep)
	p.ScoreForward += onGrid(float64(forward*s.Score), gridStep)
	p.SquareSum += onGrid(float64(w*s.Square), gridSquare)
	p.Sure += onGrid(float64(w*s.Sure), gridStep)
	p.SureScore += onGrid(float64(w*s.SureScore), gridStep)
	p.SteadyEvents += steady
}

// Mean returns the mean score of p in [-10, 10], and false when there is no
// event.
func (p RelationPoint) Mean() (float64, bool) {
	if p.Weight <= 0 {
		return 0, false
	}
	return p.ScoreSum / p.Weight, true
}

// SureMean is the mean score weighted by confidence.
func (p RelationPoint) SureMean() (float64, bool) {
	if p.Sure <= 0 {
		return 0, false
	}
	return p.SureScore / p.Sure, true
}

// thinEvents is how few events make a thin mean.
const thinEvents = 5

// Thin reports whether the mean rests on few events.
func (p RelationPoint) Thin() bool { return p.Events > 0 && p.Events < thinEvents }

// student has the 97.5 % quantiles of Student's t for 1 to 10 degrees of
// freedom; beyond, 2.2 is close enough for an interval of this kind.
var student = [...]float64{12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23}

// Interval returns a 95 % interval of the mean, within the scale: the whole
// scale for a single event, false for none.
func (p RelationPoint) Interval() (low, high float64, ok bool) {
	mean, ok := p.Mean()
	if !ok {
		return 0, 0, false
	}
	if p.Events < 2 {
		return -10, 10, true
	}
	variance := max(0, p.SquareSum/p.Weight-mean*mean) * float64(p.Events) / float64(p.Events-1)
	t := 2.2
	if k := p.Events - 2; k < len(student) {
		t = student[k]
	}
	half := t * math.Sqrt(variance/float64(p.Events))
	return max(-10, mean-half), min(10, mean+half), true
}

// Rate returns the events per 1,000 documents, and false without coverage.
func (p RelationPoint) Rate() (float64, bool) {
	if p.Documents == 0 {
		return 0, false
	}
	return 1000 * float64(p.Events) / float64(p.Documents), true
}

// SteadyRate is Rate over the outlets that were read throughout.
func (p RelationPoint) SteadyRate() (float64, bool) {
	if p.SteadyDocuments == 0 {
		return 0, false
	}
	return 1000 * float64(p.SteadyEvents) / float64(p.SteadyDocuments), true
}

// Coverage is what was read of one outlet in one language of one day.
type Coverage struct {
	Day       Day
	Outlet    string
	Lang      string
	Documents int
	Silent    int // of them without event
}

// Dropped is what was read on a day and gave no document.
type Dropped struct {
	Day    Day
	Outlet string // or the host of its address, "" unknown
	Why    string // a code
	Number int
}
