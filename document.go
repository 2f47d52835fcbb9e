package entente

import "time"

// DateBasis says where a document's date comes from. No date is ever invented.
type DateBasis uint8

// The bases of a document's date.
const (
	DateNone     DateBasis = iota // no date is known
	DateMetadata                  // a field of the record or a tag of the page
	DateText                      // a date line of the text
	DateURL                       // the address
	DateFile                      // the file's time, only when asked for
	DateFlag                      // given by the user for the whole run
)

// String returns the name of b on the wire.
func (b DateBasis) String() string {
	return nameOf(int(b), []string{"none", "metadata", "text", "url", "file", "flag"})
}

// Related is a headline of another story that a page or a text carries along.
// It is never coded.
type Related struct {
	Title string
	URL   string
	Span  Span // where it stands in Text; empty when it does not
}

// Origin is where a document was read from, for messages.
type Origin struct {
	File string // as given, with '/'; "-" for standard input
	Line int    // 1-based; 0 when the whole file is one document
}

// Warning is a problem that leaves a usable result.
type Warning struct {
	Code    string // stable, e.g. "invalid_utf8"
	Message string
	Span    Span // may be empty
}

// Document is one report with everything that is known about it. Text is NFC
// and never changes once it is set; token boundaries are frozen once made.
type Document struct {
	ID        string
	URL       string
	Publisher string // the outlet; "source" on the wire
	Title     string
	Byline    string
	Lang      string // ISO 639-1, "" unknown
	Text      string
	Published time.Time // zero if unknown; in the document's own offset where known, else UTC
	DateOnly  bool      // Published carries no time of day
	DateBasis DateBasis
	Sample    bool              // written for demonstration
	Extra     map[string][]byte // unknown input fields as raw JSON, kept on request
	Origin    Origin
	HTML      []byte // a page that is still to be extracted; nil after extraction

	Layers    Layer
	Related   []Related
	Sentences []Sentence
	Tokens    []Token
	Entities  []Entity
	Mentions  []Mention
	Places    []Place
	Dates     []TimeExpr
	Quotes    []Quote
	Positions []Position
	Wording   []Wording // given with Quotes
	Events    []Event
	Warnings  []Warning
}

// Day returns the civil date of publication in the document's own offset, or
// NoDay.
func (d *Document) Day() Day {
	if d.Published.IsZero() {
		return NoDay
	}
	return DayOf(d.Published)
}

// InRelated reports whether s overlaps the headline of a related story.
func (d *Document) InRelated(s Span) bool {
	for i := range d.Related {
		if d.Related[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// nameOf returns names[i], or "" when i is out of range.
func nameOf(i int, names []string) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}
