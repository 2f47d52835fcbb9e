package entente

// TimeType is the TIMEX3 type of a time expression (Pustejovsky et al., 2003).
type TimeType uint8

// The TIMEX3 types.
const (
	TimeDate TimeType = iota
	TimeTime
	TimeDuration
	TimeSet
)

// String returns the type's TIMEX3 name.
func (t TimeType) String() string { return nameOf(int(t), []string{"DATE", "TIME", "DURATION", "SET"}) }

// TimeExpr is a time expression in the text.
type TimeExpr struct {
	Span      Span
	Type      TimeType
	Value     string    // TIMEX3 value; "" when it could not be resolved
	From, To  Day       // inclusive interval; NoDay on an open or unknown side
	Precision Precision // of the interval
	Why       string
}

// Precision is how exactly a time is known.
type Precision uint8

// The precisions, from exact to vague.
const (
	PrecisionNone Precision = iota
	PrecisionDay
	PrecisionWeek
	PrecisionMonth
	PrecisionQuarter
	PrecisionYear
	PrecisionDecade
	PrecisionSpan // another interval
)

// String returns the precision's name, "" for none.
func (p Precision) String() string {
	return nameOf(int(p), []string{"", "day", "week", "month", "quarter", "year", "decade", "span"})
}

// WhenBasis says where the time of an event comes from.
type WhenBasis uint8

// The bases of an event's time.
const (
	WhenNone     WhenBasis = iota // nothing is known
	WhenText                      // an expression of the text
	WhenDocument                  // the day of the document
)

// String returns the basis' name on the wire.
func (b WhenBasis) String() string { return nameOf(int(b), []string{"none", "text", "document"}) }

// When is the time of an event: an inclusive interval of days, either side of
// which may be unknown.
type When struct {
	Span       Span // the expression; empty when the basis is not the text
	From, To   Day
	Precision  Precision
	Basis      WhenBasis
	Unresolved bool // the text says when, and it could not be resolved
}

// OnDay reports whether w is exactly one known day.
func (w When) OnDay() bool { return w.From.Known() && w.From == w.To }
