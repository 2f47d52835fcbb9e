package entente

import "fmt"

// Depth is how much of a document is read from an archive.
type Depth uint8

// The depths.
const (
	DepthMeta   Depth = iota // no text, no layers
	DepthLayers              // text and all layers but tokens and names
	DepthFull                // everything
)

// Days is an inclusive span of days; NoDay leaves a side open. The zero value
// is the first of January 1970: use AllDays.
type Days struct {
	From, To Day
}

// AllDays returns the span that holds every day.
func AllDays() Days { return Days{NoDay, NoDay} }

// DocumentFilter selects documents by day of publication and story.
type DocumentFilter struct {
	Days   Days
	Story  string // "" is any
	Limit  int    // 0 is no limit
	Offset int
}

// Party selects actors: a country, organisation or coalition by code, and a
// sector where one is given.
type Party struct {
	Code   string
	Sector Sector // SectorNone is any
}

// String returns the party as it is asked for: RUS, RUS:MIL.
func (p Party) String() string {
	if p.Sector == SectorNone {
		return p.Code
	}
	return p.Code + ":" + p.Sector.String()
}

// EventFilter selects events; zero fields but Days select all.
type EventFilter struct {
	Days          Days       // the event's interval touches it
	Actor         []Party    // one of these acts
	Recipient     []Party    // one of these receives
	Party         []Party    // one of these stands on either side
	Between       [2][]Party // one of each stands in the event, on any sides
	Root          Root       // RootNone is any
	Status        []Status   // none is all
	Doc, Story    string
	AfterDoc      int64 // of documents that came after this place
	MinConfidence float64
	FirstOnly     bool // leave out repeated mentions within a document
	Series        bool // only what a series counts: actual events of one known day that no opponent alleges
	NewestFirst   bool
	Limit, Offset int
}

// EventRow is one event with its document, which rows of one document share.
type EventRow struct {
	Doc   *Document // to DepthLayers
	Event *Event
	Story string // id, "" when the document is in none
	Run   string // what coded it
}

// StoryFilter selects stories whose span of days touches Days.
type StoryFilter struct {
	Days          Days
	Limit, Offset int
}

// StoryRow is a story in a list.
type StoryRow struct {
	Story   Story // in a list without members
	Reports int   // documents
	Copies  int   // near-duplicates among them
	// Independent are the reports that rest on sources of their own: no copies,
	// not crediting the same agency, not of the same owner.
	Independent int
	Outlets     int
	Events      int // first mentions
}

// Hit is a document that a search found.
type Hit struct {
	Doc     *Document // to DepthMeta
	Snippet []SnippetPart
	Story   string
	Events  int
}

// SnippetPart is a stretch of a snippet; Match marks what was searched for.
type SnippetPart struct {
	Text  string
	Match bool
}

// Period is the length of a point of a series.
type Period uint8

// The periods. Weeks begin on Monday.
const (
	ByDay Period = iota
	ByWeek
	ByMonth
)

// ParsePeriod reads day, week or month.
func ParsePeriod(s string) (Period, error) {
	i, err := parseName("period", s, []string{"day", "week", "month"})
	if err != nil {
		return 0, &Error{Code: ErrInvalid, Op: "read the period", Err: fmt.Errorf("%q is not day, week or month", s)}
	}
	return Period(i), nil
}

// Bounds returns the first and the last day of the period that holds d.
func (p Period) Bounds(d Day) (first, last Day) {
	t := d.Time()
	switch p {
	case ByWeek:
		first = d - Day((int(t.Weekday())+6)%7) //nolint:gosec // 0..6
		return first, first + 6
	case ByMonth:
		y, m, _ := t.Date()
		return NewDay(y, m, 1), NewDay(y, m+1, 1) - 1
	default:
		return d, d
	}
}

// RelationFilter selects the events between two parties.
type RelationFilter struct {
	A, B     []Party // one of each stands in the event
	Days     Days
	Period   Period
	Directed bool // only A acts on B
	AsOf     Day  // only what the archive held at the end of that day; NoDay and 0 are all
}

// DyadCount is how often two parties meet in a series.
type DyadCount struct {
	A, B   string // A < B
	Events int
	Score  float64 // weighted mean, [-10, 10]
	Sample bool    // sample news are among them

	Weight, Kind, Hostile float64 // sums of shares, and of shares × positive and negative scores, the latter as a positive number
}

// Stats is what an archive holds.
type Stats struct {
	Documents, Undated, OtherLanguage, WithoutEvent, Copies int
	Events, Stories, Outlets                                int
	Days                                                    Days   // of publication
	Newest                                                  string // date of the newest document, as stored
	Sample                                                  bool   // every document is a sample
}
