package merge

import (
	entente "github.com/entente-news/entente"
)

// evidenceOf compares two events of one root and status.
func evidenceOf(a, b *item) Evidence {
	var e Evidence
	x, y := &a.claim.Event, &b.claim.Event
	speech := said(x.Root)
	e.set(TermBias, true)
	e.set(TermAssault, x.Root == entente.RootAssault)
	e.set(TermProtest, x.Root == entente.RootProtest)
	e.set(TermConsult, x.Root == entente.RootConsult)
	e.set(TermSpeech, speech)
	e.compareReports(a, b)
	lemma := a.claim.Lemma != "" && a.claim.Lemma == b.claim.Lemma
	e.set(TermLemma, lemma)
	e.set(TermSpeechLemma, lemma && speech)
	e.set(TermFamily, !lemma && a.claim.Lemma != "" && family(a.claim.Lemma) == family(b.claim.Lemma))
	e.set(TermModeEqual, x.Mode == y.Mode && x.Mode != entente.ModeNone)
	e.set(TermModeOther, x.Mode != y.Mode && x.Mode != entente.ModeNone && y.Mode != entente.ModeNone)
	e.compareWords(a, b, speech)
	if speech {
		e.compareSpeech(a, b)
	} else {
		e.X[TermDeedSense], _ = senseLike(x.Sense, y.Sense)
	}
	e.set(TermPrinted, e.printedAgain(a, b))
	e.compareSides(a, b)
	e.set(TermFewVague, e.X[TermWordsFew] == 1 && e.X[TermOthersVague] == 1)
	e.set(TermConsultPerson, x.Root == entente.RootConsult && e.X[TermPerson] == 1)
	e.set(TermOnce, e.once(a, b))
	e.set(TermAspects, x.Aspect != y.Aspect && !lasting(x.Root) && e.X[TermOnce] == 0)
	e.compareTimes(a, b)
	e.comparePlaces(x.Where, y.Where)
	e.Apart = e.Apart || farApart(x.Magnitudes, y.Magnitudes)
	e.set(TermAmountsOther, otherSum(x.Magnitudes, y.Magnitudes))
	e.set(TermAmountsEqual, sameNumber(x.Magnitudes, y.Magnitudes))
	if p, q := x.Attribution, y.Attribution; p != nil && q != nil {
		one := p.Speaker.Party() == q.Speaker.Party() && (p.Speaker.Name == q.Speaker.Name || p.Speaker.Name == "" || q.Speaker.Name == "")
		e.set(TermSpeaker, one)
		e.set(TermSpeakers, !one)
	} else {
		e.set(TermSpeakerHalf, p != nil || q != nil)
	}
	e.set(TermQuoted, a.claim.Quoted || b.claim.Quoted)
	e.set(TermOnly, a.only && b.only)
	e.set(TermOnlyHalf, a.only != b.only)
	e.set(TermBothTold, a.claim.Main && b.claim.Main)
	e.set(TermNoneTold, !a.claim.Main && !b.claim.Main && a.report.Doc != b.report.Doc)
	e.set(TermLead, x.Sentence < 2 && y.Sentence < 2)
	if e.X[TermOneSentence] == 1 { // which has its day and place for both
		e.X[TermDaysTold], e.X[TermTimeEqual], e.X[TermTown], e.X[TermPlaceWide] = 0, 0, 0, 0
	}
	return e
}

// lasting reports whether a happening of a root goes on for a day, so that one
// report tells it as done and another as going on.
func lasting(r entente.Root) bool { return r == entente.RootProtest || r == entente.RootMobilize }

func (e *Evidence) compareReports(a, b *item) {
	one := a.report.Doc == b.report.Doc
	e.set(TermOneReport, one)
	if one && oneSentence(a, b) {
		e.set(TermOneSentence, true)
		x, y := &a.claim.Event, &b.claim.Event
		e.set(TermNearby, between(x.Trigger, y.Trigger) <= lightVerb && (x.Mode == y.Mode || x.Mode == entente.ModeNone || y.Mode == entente.ModeNone))
	}
	e.set(TermChain, a.report.Story != b.report.Story)
	if one || sameCopy(a.report, b.report) {
		return
	}
	outlet := a.outlet != "" && a.outlet == b.outlet
	e.set(TermOneOutlet, outlet)
	e.set(TermOwnSite, outlet && a.site && e.X[TermSpeech] == 1)
}

// eighths of the lighter list.
const eighths = 8

func (e *Evidence) compareWords(a, b *item, speech bool) {
	share := func(t, spoken, few Term, x, y rated, least int) {
		both, lighter := alike(x, y)
		if min(len(x.words), len(y.words)) < least {
			e.set(few, true)
			return
		}
		e.X[t] = int16((both*eighths + lighter/2) / max(lighter, 1)) //nolint:gosec // at most eighths
		if speech {
			e.X[spoken] = e.X[t]
		}
	}
	if e.X[TermOneSentence] == 0 {
		share(TermWords, TermSpeechWords, TermWordsFew, a.words, b.words, 3)
	}
	share(TermNear, TermSpeechNear, TermNearNone, a.near, b.near, 1)
	if x, y := a.claim.Names, b.claim.Names; len(x) > 0 && len(y) > 0 {
		n := common(x, y)
		e.set(TermNamesApart, n == 0)
		e.set(TermNamesOne, n == 1)
		e.set(TermNamesMore, n > 1)
	}
	if x, y := a.claim.Numbers, b.claim.Numbers; len(x) > 0 && len(y) > 0 {
		n := common(x, y)
		e.set(TermNumbersApart, n == 0)
		e.set(TermNumbersOne, n > 0)
		e.set(TermTemplate, n == 0 && e.X[TermWords] > eighths/2)
	}
}

// fewWords are so few that a likeness of what they are about counts half.
const fewWords = 2

// compareSpeech sets what is known of what two acts of speech are about. The same
// two parties speak of many things in one story, so that it tells more of them
// than parties and words do.
func (e *Evidence) compareSpeech(a, b *item) {
	like, _ := senseLike(a.claim.Event.Sense, b.claim.Event.Sense) // 0 where one is not known
	if like > 0 && min(len(a.claim.Near), len(b.claim.Near)) <= fewWords {
		like /= 2
	}
	e.X[TermSpeechSense] = like
	asks := asked(a.claim.Event.Root)
	e.set(TermSpeechModes, e.X[TermModeOther] == 1 && !asks)
	e.set(TermAskModes, e.X[TermModeOther] == 1 && asks)
	e.set(TermSpeechReport, a.report.Doc == b.report.Doc && !oneSentence(a, b))
	e.set(TermSpeechNames, e.X[TermNamesApart] == 1)
}

// asked reports whether the modes of a root are what is asked, refused or
// threatened, which may be told in many ways: to free somebody is to yield and to
// change.
func asked(r entente.Root) bool {
	switch r {
	case entente.RootRequest, entente.RootReject, entente.RootThreaten:
		return true
	default:
		return false
	}
}

// common counts what two ascending lists have in common.
func common(a, b []uint32) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case b[j] < a[i]:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}

// compareTimes sets what is known of two times.
func (e *Evidence) compareTimes(a, b *item) {
	if x, y := a.claim.Time, b.claim.Time; x != 0 && y != 0 {
		e.set(TermTimeEqual, x == y)
		e.set(TermTimeOther, x != y && !(a.given && b.given))
		e.Apart = e.Apart || x != y && x < otherTime && y < otherTime && !(a.given && b.given)
	}
	known := 0
	for _, x := range []*item{a, b} {
		if x.from.Known() {
			known++
		}
	}
	if known < 2 {
		e.set(TermDaysHalf, known == 1)
		e.set(TermDaysNone, known == 0)
		e.set(TermSpeechDays, e.X[TermSpeech] == 1 && e.X[TermOneReport]+e.X[TermOnce]+e.X[TermPrinted] == 0)
		e.Apart = e.Apart || a.byYear() || b.byYear() // what is told by its year is not the news
		return
	}
	gap := max(int(a.from)-int(b.to), int(b.from)-int(a.to), 0)
	late := b
	if a.from > b.from {
		late = a
	}
	again := gap > slackDays && gap <= lateDays && !late.given && (!late.claim.Main && !lasting(late.claim.Event.Root) || e.X[TermOnce] == 1 || e.X[TermPrinted] == 1 || e.undated(late))
	e.Apart = e.Apart || gap > 0 && a.given && b.given && (gap > slackDays || e.X[TermOnce] == 0) || gap > slackDays && !again
	e.set(TermDaysTold, gap == 0 && a.given && b.given)
	e.set(TermDayApart, gap == 1)
	e.set(TermDaysLate, again)
}

// undated reports whether the later of two events is told as what has been done,
// without a day, by the same parties and by the same word. What is done over and
// over is left out.
func (e *Evidence) undated(late *item) bool {
	x := &late.claim.Event
	switch x.Root {
	case entente.RootAssault, entente.RootProtest, entente.RootMobilize, entente.RootConsult:
		return false
	}
	return (late.claim.Perfect || x.When.Basis == entente.WhenNone) && e.X[TermActorsAlike] == 1 &&
		e.X[TermOthersPerson]+e.X[TermOthersAlike] == 1 && e.X[TermLemma]+e.X[TermFamily] == 1
}

func (e *Evidence) comparePlaces(p, q *entente.Place) {
	if p == nil || q == nil || p.Unresolved || q.Unresolved {
		return
	}
	town := exactPlace(p, q)
	e.Apart = e.Apart || !samePlace(p, q)
	e.set(TermTown, town)
	e.set(TermPlaceWide, !town)
}
