package corpus

// What the corpus has to hold.
const (
	minSingles       = 3000 // written sentences that stand alone
	minReports       = 400  // written reports
	minReportLength  = 3    // sentences
	maxReportLength  = 12
	minWithoutEvent  = 1.0 / 3 // of the written sentences
	minLemmas        = 600     // distinct triggers of the written part
	maxLemmaShare    = 0.01    // of its events
	minHeldOut       = 800     // sentences
	minHeldOutOfRoot = 40      // events of each root
	minNatural       = 600     // sentences
	minDrawn         = 1000    // sentences
	sharedWords      = 6       // words in a row …
	sharedSentences  = 3       // … that fewer written sentences share
	leakedWords      = 5       // content words in a row that the held-out part shares with no other
)

// quota is the least count of every value of a dimension in the written part.
// The spread is what the corpus is for, the numbers are chosen: enough
// that a value is no accident of one sentence.
type quota struct {
	dimension string
	least     int
	except    map[string]int
}

// quotas lists the least counts.
func quotas() []quota {
	return []quota{
		{"root", 150, nil},
		{"mode", 3, nil},
		{"status", 60, nil},
		{"aspect", 100, nil},
		{"construction", 20, map[string]int{"question": 1, "list": 10}},
		{"region", 80, nil},
		{"decade", 300, map[string]int{"-": 0}},
		{"kind of actor", 3, nil},
		{"context", 2, nil},
		{"time of event", 10, nil},
		{"attribution", 100, nil},
		{"magnitude", 3, nil},
		{"link", 3, nil},
		{"sentence without event", 5, nil},
		{"name", 50, nil},
		{"time expression", 20, nil},
	}
}

// leastOf returns the least count of one value.
func (q quota) leastOf(v string) int {
	if n, ok := q.except[v]; ok {
		return n
	}
	return q.least
}
