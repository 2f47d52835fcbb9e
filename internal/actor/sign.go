package actor

import (
	"io/fs"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// Sign is one thing that speaks for or against a country: a kind of sign and
// its value.
type Sign uint16

// The ways in which a word tells of a state.
const (
	kindGround    = iota // where something happens
	kindPlace            // another place
	kindActing           // a name that acts
	kindAdjective        // an adjective or demonym
	kindNoun             // somebody of it
	kindMember           // one of several
	kindPronoun
)

// The groups of sectors.
const (
	groupState = iota
	groupArmed
	groupPolice
	groupRebel
	groupPeople
	groupTrade
	groupOther
	groupNone
	groupName
)

// The determiners of a noun.
const (
	detThe = iota
	detA
	detNumber
	detTheirs
	detPlural
	detBare
)

// The names of these, and of how many countries a sentence names.
var (
	kindNames  = []string{"ground", "place", "acting", "adjective", "noun", "member", "pronoun"}
	groupNames = []string{"state", "armed", "police", "rebel", "people", "trade", "other", "unknown", "name"}
	detNames   = []string{"the", "a", "number", "theirs", "plural", "bare"}
	countNames = []string{"none", "one", "several"}
)

// signKind is a kind of sign; its values are numbered from 0.
type signKind int

const (
	signFirst signKind = iota
	signFirstGroup
	signPlace
	signPlaceGroup
	signPlaceDet
	signGap
	signNear
	signBefore
	signBeforeLast
	signBeforeSole
	signBegins
	signBeginsGroup
	signBeginsDet
	signSetting
	signSettingGroup
	signSole
	signMost
	signMostGroup
	signGround
	signGroundGroup
	signPost
	signPostAlone
	signGuess
	signLocale
	signKin
	signKinSector
	signOpen
	signOpenGroup
	signOpenDet
	signOpenElsewhere
	signOpenPlural
	signOpenStart
	numSignKinds
)

// signs are the kinds with their values, as whose.tsv names them.
var signs = [numSignKinds]struct {
	name   string
	values []string
}{
	signFirst:         {"first of the sentence", detNames},
	signFirstGroup:    {"first of the sentence", groupNames},
	signPlace:         {"told of as", both([]string{"before", "behind"}, kindNames)},
	signPlaceGroup:    {"told of as", both(kindNames, groupNames)},
	signPlaceDet:      {"told of as", both(kindNames, detNames)},
	signGap:           {"apart", both([]string{"before", "behind"}, []string{"two words", "five words", "ten words", "more words"})},
	signNear:          {"nearest", []string{"before", "behind"}},
	signBefore:        {"first of the sentence before", countNames},
	signBeforeLast:    {"last of the sentence before", countNames},
	signBeforeSole:    {"only one of the sentence before", countNames},
	signBegins:        {"first of the report", countNames},
	signBeginsGroup:   {"first of the report", groupNames},
	signBeginsDet:     {"first of the report", detNames},
	signSetting:       {"where the report begins", countNames},
	signSettingGroup:  {"where the report begins", groupNames},
	signSole:          {"only one of the report", []string{"yes"}},
	signMost:          {"told of most", both([]string{"first", "second", "third"}, countNames)},
	signMostGroup:     {"told of most", groupNames},
	signGround:        {"where most happens", countNames},
	signGroundGroup:   {"where most happens", groupNames},
	signPost:          {"words point to it", both(both([]string{"USA", "GBR", "another"}, []string{"once", "often"}), countNames)},
	signPostAlone:     {"words alone point to it", both([]string{"USA", "GBR", "another"}, []string{"once", "often"})},
	signGuess:         {"by states and capitals alone", []string{"yes"}},
	signLocale:        {"only one of the sentence's places", countNames},
	signKin:           {"another of the noun", both([]string{"before", "behind"}, []string{"elsewhere", "in the sentence"})},
	signKinSector:     {"another of the sector", both([]string{"before", "behind"}, []string{"elsewhere", "in the sentence"})},
	signOpen:          {"open", countNames},
	signOpenGroup:     {"open", groupNames},
	signOpenDet:       {"open", detNames},
	signOpenElsewhere: {"open, of elsewhere", []string{"none", "some"}},
	signOpenPlural:    {"open, plural", countNames},
	signOpenStart:     {"open, first sentence", []string{"yes"}},
}

// both joins each of a with each of b.
func both(a, b []string) (out []string) {
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+", "+y)
		}
	}
	return out
}

// signStarts are the numbers of the first signs of each kind, and of all.
var signStarts = func() (s [numSignKinds + 1]int) {
	for i := range signs {
		s[i+1] = s[i] + len(signs[i].values)
	}
	return s
}()

func signOf(k signKind, value int) Sign { return Sign(signStarts[k] + value) } //nolint:gosec // some hundreds

// NumSigns returns how many signs there are.
func NumSigns() int { return signStarts[numSignKinds] }

// SignName returns the kind and the value of a sign, as whose.tsv has them.
func SignName(s Sign) (kind, value string) {
	for k := range signs {
		if int(s) < signStarts[k+1] {
			return signs[k].name, signs[k].values[int(s)-signStarts[k]]
		}
	}
	return "", ""
}

const whoseHeader = "sign value weight"

// WeightUnit is what a sign that speaks with a weight of one has in whose.tsv.
const WeightUnit = 100

// weights reads whose.tsv: what each sign weighs.
func (b *builder) weights(fsys fs.FS) {
	rows, _ := readRows(fsys, "whose.tsv", whoseHeader, &b.problems)
	if len(rows) == 0 {
		return
	}
	at := map[[2]string]Sign{}
	for s := range NumSigns() {
		kind, value := SignName(Sign(s)) //nolint:gosec // some hundreds
		at[[2]string{kind, value}] = Sign(s)
	}
	b.t.weights = make([]int32, NumSigns())
	for _, r := range rows {
		s, ok := at[[2]string{r.cols[0], r.cols[1]}]
		n, err := strconv.ParseInt(r.cols[2], 10, 16)
		if !ok || err != nil {
			b.problems.add(r.where(), "no such sign, or its weight is no number of up to %d: %q", 1<<15-1, strings.Join(r.cols, " "))
			continue
		}
		b.t.weights[s] = int32(n)
	}
}

// groupOf returns the group of the sector of m.
func groupOf(m *entente.Mention) int {
	if m.Kind != entente.MentionNoun {
		return groupName
	}
	switch m.Actor.Sector {
	case entente.GOV, entente.LEG, entente.JUD:
		return groupState
	case entente.MIL:
		return groupArmed
	case entente.COP, entente.SPY:
		return groupPolice
	case entente.REB, entente.UAF, entente.PRM, entente.CRM, entente.PRE:
		return groupRebel
	case entente.CVL, entente.REF, entente.UNK, entente.ELI:
		return groupPeople
	case entente.LAB, entente.AGR, entente.BUS:
		return groupTrade
	case entente.SectorNone:
		return groupNone
	}
	return groupOther
}

// determiner returns how m is introduced.
func (w *Worker) determiner(m *entente.Mention) int {
	if w.upos(m.First, len(w.d.Tokens)) == entente.NUM {
		return detNumber
	}
	if m.First > 0 {
		switch s := w.text(m.First - 1); w.d.Tokens[m.First-1].UPOS {
		case entente.DET:
			if oneOf(s, "the", "this", "that", "these", "those") {
				return detThe
			}
			return detA
		case entente.NUM:
			return detNumber
		case entente.PRON, entente.PART:
			return detTheirs
		}
	}
	if w.pluralHead(m) {
		return detPlural
	}
	return detBare
}
