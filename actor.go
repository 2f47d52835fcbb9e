package entente

// Actor is one member of an event's actors or recipients: a mention in the
// text, resolved as far as the tables and the sentence allow.
type Actor struct {
	Span     Span   // the noun phrase in the text
	Name     string // canonical name of the person, body or state; "" when unknown
	Country  string // ISO 3166-1 alpha-3, or IGO, NGO, ISM, IMG, MNC; "" when unknown
	Sector   Sector
	Org      string // code of an organisation or group of no state, e.g. NATO
	Group    string // code of a coalition named by region or kind, e.g. WEST
	Role     string // office, e.g. "head of state"
	Wikidata string // item id such as Q7747, "" when unknown
	Inferred bool   // given only by the topic or an ellipsis
}

// Code returns the short code of a for tables and series: RUS, RUS:MIL, NATO,
// WEST; "" when nothing is resolved.
func (a Actor) Code() string {
	base := a.Country
	switch {
	case a.Org != "" && (base == "" || IsSupranational(base)):
		base = a.Org
	case base == "":
		base = a.Group
	}
	if base != "" && a.Sector != SectorNone && !IsSupranational(a.Country) {
		return base + ":" + a.Sector.String()
	}
	return base
}

// Party returns the code of a without its sector: the country, the
// organisation or the coalition.
func (a Actor) Party() string {
	if a.Org != "" && (a.Country == "" || IsSupranational(a.Country)) {
		return a.Org
	}
	if a.Country != "" {
		return a.Country
	}
	return a.Group
}

// IsSupranational reports whether code is one of the five that stand in place
// of a country for actors of no state.
func IsSupranational(code string) bool {
	switch code {
	case "IGO", "NGO", "ISM", "IMG", "MNC":
		return true
	}
	return false
}

// MentionKind is the form in which an actor is mentioned.
type MentionKind uint8

// The forms of mention.
const (
	MentionName      MentionKind = iota // a proper name of the actor: Russia, NATO, Vladimir Putin
	MentionCapital                      // a capital or seat that may stand for its government: Moscow, the Kremlin
	MentionAdjective                    // Russian, Western
	MentionDemonym                      // Russians
	MentionNoun                         // an agent noun with or without a country: Russian troops, police
	MentionPronoun                      // he, they, resolved within the document
)

// String returns the form's name.
func (k MentionKind) String() string {
	return nameOf(int(k), []string{"name", "capital", "adjective", "demonym", "noun", "pronoun"})
}

// Mention is a noun phrase or adjective that names a possible actor, before
// any event is known. Mentions do not overlap and stand in text order.
type Mention struct {
	Actor       Actor // Actor.Span is the mention's span
	Kind        MentionKind
	First, Last int    // tokens [First, Last)
	Head        int    // the token that the rest of the mention leans on
	Former      bool   // "former", "then", "ex-": the office is no longer held
	Ambiguous   bool   // the table has other readings that the context did not rule out
	Why         string // the rows and rules that led here, for explanation

	// Antecedent is the phrase before that this one refers back to ("he", "the
	// minister", a bare surname); empty when it refers to none or to several.
	Antecedent Span

	// Confidence is how sure the reading is, in hundredths: 100 where the tables
	// have no other. Below [SureReading] Candidates lists what else may be meant;
	// then Actor is the likeliest, or has no country where none is.
	Confidence uint8
	Candidates []Reading

	// Members are the actors that the phrase stands for when they are several
	// ("the two leaders", "Russian and Chinese officials"); then Actor has no
	// country. A member's Span is the words that name it, empty when they
	// stand elsewhere. Nil when the phrase stands for Actor alone.
	Members []Actor
}

// SureReading is the confidence, in hundredths, from which a mention is taken
// as read.
const SureReading = 80

// Reading is one thing that a mention may stand for.
type Reading struct {
	Actor Actor  // without Span
	Why   string // the row, and what speaks for it
}
