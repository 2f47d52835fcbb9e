package entente

// Story is a cluster of documents on one happening.
type Story struct {
	ID       string
	Title    string
	Members  []Member // in (date, id) order
	From, To Day      // days of the first and the last document; NoDay when undated
	Sample   bool
}

// Member is one document of a story.
type Member struct {
	Doc         string // document id
	DuplicateOf string // id of the earliest near-copy; "" when it is none
}

// Assignment places one document: what the clustering stage says of it.
type Assignment struct {
	Doc         string
	Story       string
	DuplicateOf string
}

// Dyad is an ordered pair of parties, by code: actor first.
type Dyad struct {
	Actor, Recipient string
}

// RelationPoint is what happened in a dyad within one period.
type RelationPoint struct {
	From, To  Day     // inclusive
	Events    int     // events that touch the period
	Quads     [5]int  // events by Quad; index 0 is unused
	Weight    float64 // sum of dyad weights: an event of k × m members gives each 1/(k·m)
	ScoreSum  float64 // sum of weight × score
	Documents int     // documents of the archive dated in the period; 0 means no coverage
	Sample    bool    // sample news are among the events
}

// Mean returns the mean score of p in [-10, 10], and false when there is no
// event.
func (p RelationPoint) Mean() (float64, bool) {
	if p.Weight <= 0 {
		return 0, false
	}
	return p.ScoreSum / p.Weight, true
}
