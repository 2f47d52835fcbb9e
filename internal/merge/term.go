package merge

// Term is one thing that speaks for or against two events being one happening.
type Term uint8

// The terms. Each is 0 or 1 but for shares, which count in eighths.
const (
	TermBias Term = iota
	TermAssault
	TermProtest
	TermConsult
	TermSpeech
	TermOneSentence // of one report
	TermNearby      // within a few words of it
	TermOneReport
	TermPrinted // one sentence, printed again
	TermChain   // reports of two stories that are tied
	TermActorsAlike
	TermActorsVague // one country, but other sectors
	TermActorsPart  // one names more members
	TermOthersPerson
	TermOthersAlike
	TermOthersLack // one names no recipient
	TermOthersNone // neither does
	TermOthersVague
	TermOthersPart
	TermOthersNames
	TermMeeting // all members are compared
	TermPerson  // one person with an office in both
	TermConsultPerson
	TermLemma  // one word
	TermFamily // words for one thing
	TermSpeechLemma
	TermModeEqual
	TermModeOther
	TermWords // share of the words of the sentences, by their rarity in the chain
	TermWordsFew
	TermSpeechWords
	TermNear // share of the words that hang on the trigger
	TermNearNone
	TermSpeechNear
	TermNamesApart // both name somebody or something else, nothing in common
	TermNamesOne
	TermNamesMore
	TermNumbersApart
	TermNumbersOne
	TermAmountsEqual
	TermDaysTold // two texts give the same time
	TermDayApart // a day lies between the days, one of which is a report's
	TermDaysLate // days lie between them, and the later report takes it for known
	TermDaysHalf // one has no day
	TermDaysNone // neither has
	TermTimeEqual
	TermTimeOther
	TermTown
	TermPlaceWide // one place in the other, or one country
	TermSpeaker   // one and the same speaker
	TermSpeakers  // two
	TermSpeakerHalf
	TermQuoted // one stands in direct speech
	TermOnly   // each is the only one of its kind in its report
	TermOnlyHalf
	TermLead          // both stand in the first sentences
	TermOnce          // a story tells of one such deed: the killing of somebody by the same people, an apology, a resignation
	TermTemplate      // other numbers in sentences that are one otherwise
	TermBothTold      // both are what their sentences say
	TermNoneTold      // both are taken for known, in two reports
	TermSpeechSense   // how like what two acts of speech are about is, in eighths of the cosine above one half
	TermSpeechModes   // two kinds of an act of speech
	TermSpeechNames   // acts of speech that name others
	TermSpeechDays    // acts of speech in two reports, one of which has no day
	TermAspects       // one tells it as done, one as going on
	TermPersons       // of one country each names holders of an office, all of them others
	TermOthersSector  // recipients of two sectors of one country, each of which is told
	TermDeedSense     // as TermSpeechSense, of deeds
	TermAskModes      // two kinds of a demand, a threat or a refusal
	TermActorsOpen    // one of those who act is not resolved
	TermActorsSector  // those who act are of two sectors of one country, each of which is told
	TermSpeechReport  // acts of speech in two sentences of one report, each the main thing said
	TermOwnSite       // acts of speech in two reports of the speaker's own
	TermOneOutlet     // two reports of one outlet
	TermActorsAgainst // of one country, one side stands against the state and the other does not
	TermMeetingSector // of one country each names members of known sectors, all of them others
	TermCrossed       // who acts in one is who it is done to in the other
	TermAmountsOther  // other sums of money
	TermHeldAgainst   // one tells who is held or tried as rebels or criminals, the other does not
	TermFewVague      // few words, and those to whom it is done differ
	Terms
)

var termNames = [Terms]string{
	"Bias", "Assault", "Protest", "Consult", "Speech", "OneSentence", "Nearby", "OneReport", "Printed", "Chain", "ActorsAlike",
	"ActorsVague", "ActorsPart", "OthersPerson", "OthersAlike", "OthersLack", "OthersNone", "OthersVague", "OthersPart", "OthersNames",
	"Meeting", "Person", "ConsultPerson", "Lemma", "Family", "SpeechLemma", "ModeEqual", "ModeOther", "Words", "WordsFew", "SpeechWords", "Near",
	"NearNone", "SpeechNear", "NamesApart", "NamesOne", "NamesMore", "NumbersApart", "NumbersOne", "AmountsEqual",
	"DaysTold", "DayApart", "DaysLate", "DaysHalf", "DaysNone", "TimeEqual", "TimeOther", "Town", "PlaceWide",
	"Speaker", "Speakers", "SpeakerHalf", "Quoted", "Only", "OnlyHalf", "Lead", "Once", "Template", "BothTold",
	"NoneTold", "SpeechSense", "SpeechModes", "SpeechNames", "SpeechDays", "Aspects", "Persons", "OthersSector", "DeedSense",
	"AskModes", "ActorsOpen", "ActorsSector", "SpeechReport", "OwnSite", "OneOutlet",
	"ActorsAgainst", "MeetingSector", "Crossed", "AmountsOther", "HeldAgainst", "FewVague",
}

// String returns the name of a term.
func (t Term) String() string { return termNames[t] }

// Evidence is what is known of two events of one root and status.
type Evidence struct {
	X     [Terms]int16
	Apart bool // something contradicts that they are one
}

func (e *Evidence) set(t Term, when bool) {
	if when {
		e.X[t] = 1
	}
}

// Weights are what each term adds to the score of a pair of events, in
// thousandths of the logarithm of the odds that they are one happening.
type Weights [Terms]int

// Score returns the score of a pair: above 0 where it is more likely than not
// that the two are one.
func (w *Weights) Score(e *Evidence) int {
	n := 0
	for t, x := range e.X {
		n += w[t] * int(x)
	}
	return n
}
