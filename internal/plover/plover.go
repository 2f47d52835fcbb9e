// Package plover holds the ontology of political events as tables: which modes
// a root takes, what an event of a root and mode scores, which roots need a
// recipient, and how CAMEO codes map to roots.
//
// The facts are those of the PLOVER manual, draft 0.8 (Open Event Data
// Alliance, 2021, CC BY-SA 4.0) and of its CAMEO table. The package knows
// nothing of text; patterns live in data/patterns and are read by package
// coder.
package plover

import (
	"fmt"

	"github.com/entente-news/entente"
)

// rootRow is what the manual says of one root.
type rootRow struct {
	score     float64
	recipient bool
	modes     []modeRow
}

// modeRow is a mode and its own score.
type modeRow struct {
	name  string
	score float64
}

// rows is indexed by root. Scores run from -10 to 10. A mode for which the
// manual prints no score of its own has that of its root. The base score of
// ACCUSE is printed as 3 while each of its modes is below zero; it is read as
// -3.
var rows = [...]rootRow{
	entente.RootAgree: {score: 2.5},
	entente.RootConsult: {score: 2.5, modes: []modeRow{
		{"visit", 4}, {"third-party", 1}, {"multilateral", 4}, {"phone", 1.5}}},
	entente.RootSupport:   {score: 5},
	entente.RootConcede:   {score: 4.5},
	entente.RootCooperate: {score: 9.5, recipient: true},
	entente.RootAid:       {score: 10, recipient: true},
	entente.RootRetreat: {score: 6.5, modes: []modeRow{
		{"withdraw", 8}, {"release", 6.5}, {"disarm", 10}, {"ceasefire", 7.5}, {"access", 6.5}, {"resign", 4.5}}},
	entente.RootRequest: {score: 0, modes: same(0, "assist", "change", "yield", "meet")},
	entente.RootAccuse: {score: -3, modes: []modeRow{
		{"disapprove", -2}, {"investigate", -3.5}, {"allege", -3.5}}},
	entente.RootReject: {score: -2, modes: same(-2, "assist", "change", "yield", "meet")},
	entente.RootThreaten: {score: -3.5,
		modes: same(-3.5, "restrict", "arrest", "relations", "expel", "territory", "violence")},
	entente.RootProtest: {score: -5, modes: append([]modeRow{{"riot", -7}},
		same(-5, "demo", "strike", "hunger", "boycott", "obstruct", "vandalize")...)},
	entente.RootSanction: {score: -6, recipient: true,
		modes: same(-6, "convict", "expel", "withdraw", "discontinue")},
	entente.RootMobilize: {score: -5.5, modes: same(-5.5, "troops", "weapons", "police", "militia")},
	entente.RootCoerce: {score: -7, modes: same(-7, "seize", "restrict", "censor", "curfew", "martial-law",
		"arrest", "deport", "withhold", "misinformation", "cyber")},
	entente.RootAssault: {score: -9, modes: append(append(
		same(-9, "abduct", "beat", "torture", "sexual", "destroy", "primitive", "firearms", "explosives", "crowd-control"),
		same(-9.5, "targeted", "suicide-attack", "aerial", "drone", "heavy-weapons")...),
		modeRow{"unconventional", -10})},
}

// same returns rows of modes that share a score.
func same(score float64, names ...string) []modeRow {
	out := make([]modeRow, 0, len(names)+8)
	for _, n := range names {
		out = append(out, modeRow{n, score})
	}
	return out
}

// row returns the row of r, empty for none.
func row(r entente.Root) rootRow {
	if int(r) >= len(rows) {
		return rootRow{}
	}
	return rows[r]
}

// Modes returns the modes of r in the manual's order; none for roots without
// modes.
func Modes(r entente.Root) []entente.Mode {
	var out []entente.Mode
	for _, m := range row(r).modes {
		mode, err := entente.ParseMode(m.name)
		if err != nil {
			panic("plover: table of modes: " + err.Error())
		}
		out = append(out, mode)
	}
	return out
}

// HasMode reports whether m is a mode of r. ModeNone is a mode of every root.
func HasMode(r entente.Root, m entente.Mode) bool {
	if m == entente.ModeNone {
		return true
	}
	for _, row := range row(r).modes {
		if row.name == m.String() {
			return true
		}
	}
	return false
}

// Score returns the score of an event, in [-10, 10]; that of the bare root
// when m is not one of its modes.
func Score(r entente.Root, m entente.Mode) float64 {
	if m != entente.ModeNone {
		name := m.String()
		for _, row := range row(r).modes {
			if row.name == name {
				return row.score
			}
		}
	}
	return row(r).score
}

// NeedsRecipient reports whether an event of root r must have a recipient. Two
// actors of a reciprocal event satisfy it.
func NeedsRecipient(r entente.Root) bool { return row(r).recipient }

// Future returns the root under which an event of root r counts that is only
// announced: words of cooperation to come are AGREE, deeds of conflict to come
// are THREATEN, a withdrawal or release to come is CONCEDE. Other roots stay.
func Future(r entente.Root) entente.Root {
	switch r {
	case entente.RootConsult, entente.RootSupport, entente.RootCooperate, entente.RootAid:
		return entente.RootAgree
	case entente.RootRetreat:
		return entente.RootConcede
	case entente.RootSanction, entente.RootCoerce, entente.RootAssault, entente.RootMobilize, entente.RootProtest:
		return entente.RootThreaten
	default:
		return r
	}
}

// RequestMode returns the mode of a request or refusal by the root of what is
// asked for.
func RequestMode(asked entente.Root) entente.Mode {
	switch asked {
	case entente.RootAid, entente.RootCooperate, entente.RootSupport:
		return mode("assist")
	case entente.RootConcede, entente.RootRetreat:
		return mode("yield")
	case entente.RootConsult, entente.RootAgree:
		return mode("meet")
	case entente.RootNone:
		return entente.ModeNone
	default:
		return mode("change")
	}
}

// ThreatMode returns the mode of a threat by the root and mode of what is
// threatened.
func ThreatMode(r entente.Root, m entente.Mode) entente.Mode {
	switch r {
	case entente.RootAssault, entente.RootMobilize:
		return mode("violence")
	case entente.RootSanction:
		if m.String() == "expel" {
			return mode("expel")
		}
		return mode("relations")
	case entente.RootCoerce:
		switch m.String() {
		case "arrest":
			return mode("arrest")
		case "deport":
			return mode("expel")
		}
		return mode("restrict")
	default:
		return entente.ModeNone
	}
}

// mode returns the mode of a name of the tables above.
func mode(name string) entente.Mode {
	m, err := entente.ParseMode(name)
	if err != nil {
		panic(fmt.Sprintf("plover: table of modes: %v", err))
	}
	return m
}
