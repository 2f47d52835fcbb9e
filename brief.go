package entente

// Brief is a short account written from records. Every sentence carries its
// sources.
type Brief struct {
	Title    string
	Scope    string // what it covers, in words: a story's id, a day, a pair
	From, To Day
	Sections []BriefSection
	Related  []BriefRelated
	Footer   BriefFooter
	Sample   bool
}

// WhyEmpty says in a sentence why a brief has no sections: nothing happened that is
// known, there are near-copies alone, or nothing could be told.
func (b *Brief) WhyEmpty() string {
	switch f := &b.Footer; {
	case f.Documents <= f.NoEvent:
		return "No event is known of " + b.Scope + "."
	case f.Documents <= f.Copies:
		return "Of " + b.Scope + " only near-copies of reports of other days are known."
	default:
		return "Events are known of " + b.Scope + ", but none is told here: what the reports say is longer than this brief may be, or does not stand by itself."
	}
}

// BriefSection is one head and its sentences. An empty section is left out.
type BriefSection struct {
	Head      string
	Sentences []BriefSentence
}

// BriefSentence is one sentence with what it rests on.
type BriefSentence struct {
	Text    string
	Kind    string // quoted, tightened, composed, computed, rewritten
	Sources []BriefSource
}

// BriefSource points at the characters that a sentence rests on.
type BriefSource struct {
	Doc       string
	Publisher string
	Span      Span
	Event     string // id of the event, "" when the sentence rests on none
}

// BriefRelated is a story that stands beside this one.
type BriefRelated struct {
	Story string // id, "" for a headline that a source carried along
	Title string
}

// CountryOutlets is how many outlets of a country were read.
type CountryOutlets struct {
	Country string // its name, "" unknown
	Outlets int
}

// BriefFooter says what the brief was made from.
type BriefFooter struct {
	Documents int // read in the period
	Used      int // cited
	Copies    int // near-duplicates left out
	NoEvent   int // documents without an event
	Dropped   int // sentences that said what their sources do not
	// OtherLanguage and Undated are documents that no brief of days can hold:
	// those in a language that is not read, those without a day.
	OtherLanguage, Undated int
	Countries              []CountryOutlets // of the reports that were read, the most outlets first, unknown ones last
	Newest                 string
	Version                string
	Rule                   string // by which stories were put in order, in words; "" for one story
}
