package entente

import "fmt"

// Root is the PLOVER code of an event (Open Event Data Alliance, PLOVER manual
// 0.8, 2021).
type Root uint8

// The sixteen roots.
const (
	RootNone Root = iota
	RootAgree
	RootConsult
	RootSupport
	RootConcede
	RootCooperate
	RootAid
	RootRetreat
	RootRequest
	RootAccuse
	RootReject
	RootThreaten
	RootProtest
	RootSanction
	RootMobilize
	RootCoerce
	RootAssault
)

var rootNames = []string{"", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
	"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

// Roots returns the sixteen roots in the manual's order.
func Roots() []Root {
	out := make([]Root, 0, 16)
	for r := RootAgree; r <= RootAssault; r++ {
		out = append(out, r)
	}
	return out
}

// String returns the code, "" for none.
func (r Root) String() string { return nameOf(int(r), rootNames) }

// ParseRoot returns the root with that code.
func ParseRoot(s string) (Root, error) {
	i, err := parseName("event root", s, rootNames)
	return Root(i), err
}

// Quad is the class of a root: words or deeds, cooperation or conflict.
type Quad uint8

// The classes; the zero Quad is none.
const (
	QuadNone            Quad = iota
	VerbalCooperation        // 1
	MaterialCooperation      // 2
	VerbalConflict           // 3
	MaterialConflict         // 4
)

// String returns a short English name of the class.
func (q Quad) String() string {
	return nameOf(int(q), []string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"})
}

// Quad returns the class of r.
func (r Root) Quad() Quad {
	switch r {
	case RootAgree, RootConsult, RootSupport, RootConcede:
		return VerbalCooperation
	case RootCooperate, RootAid, RootRetreat:
		return MaterialCooperation
	case RootRequest, RootAccuse, RootReject, RootThreaten:
		return VerbalConflict
	case RootProtest, RootSanction, RootMobilize, RootCoerce, RootAssault:
		return MaterialConflict
	default:
		return QuadNone
	}
}

// Mode is the kind of an event under its root. One name may serve two roots.
type Mode uint8

// ModeNone is the mode of an event whose kind is not known.
const ModeNone Mode = 0

var modeNames = []string{"",
	"visit", "third-party", "multilateral", "phone",
	"withdraw", "release", "disarm", "ceasefire", "access", "resign",
	"assist", "change", "yield", "meet",
	"disapprove", "investigate", "allege",
	"restrict", "arrest", "relations", "expel", "territory", "violence",
	"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
	"convict", "discontinue",
	"troops", "weapons", "police", "militia",
	"seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber",
	"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
	"aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
}

// String returns the mode's name, "" for none.
func (m Mode) String() string { return nameOf(int(m), modeNames) }

// ParseMode returns the mode with that name.
func ParseMode(s string) (Mode, error) {
	i, err := parseName("mode", s, modeNames)
	return Mode(i), err
}

// Sector is the part of a society that an actor belongs to.
type Sector uint8

// The sectors of PLOVER; SectorNone stands for a bare state.
const (
	SectorNone Sector = iota
	COP
	GOV
	JUD
	LEG
	MIL
	PRM
	PTY
	REB
	SPY
	UAF
	UNK
	AGR
	BUS
	CRM
	CVL
	EDU
	ELI
	JRN
	LAB
	MED
	REF
	OPP
	PRE
	REL
	SOC
)

var sectorNames = []string{"", "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
	"EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"}

// String returns the sector's code, "" for none.
func (s Sector) String() string { return nameOf(int(s), sectorNames) }

// ParseSector returns the sector with that code; "" is SectorNone.
func ParseSector(s string) (Sector, error) {
	i, err := parseName("sector", s, sectorNames)
	return Sector(i), err
}

// EventContext is a topic of an event, one of PLOVER's 37.
type EventContext uint8

var contextNames = []string{"", "military", "intelligence", "executive", "legislative", "election", "political_institutions",
	"pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
	"human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health",
	"asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
	"misinformation", "crime", "corruption", "illegal_drugs", "trafficking"}

// String returns the context's name.
func (c EventContext) String() string { return nameOf(int(c), contextNames) }

// ParseContext returns the context with that name.
func ParseContext(s string) (EventContext, error) {
	i, err := parseName("context", s, contextNames)
	return EventContext(i), err
}

// parseName returns the index of s in names.
func parseName(kind, s string, names []string) (int, error) {
	for i, n := range names {
		if n == s {
			return i, nil
		}
	}
	return 0, fmt.Errorf("unknown %s %q", kind, s)
}
