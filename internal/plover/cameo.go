package plover

import (
	"errors"
	"fmt"

	"github.com/entente-news/entente"
)

// ErrCAMEO is wrapped when a text is no CAMEO code of an event.
var ErrCAMEO = errors.New("not a CAMEO event code of two to four digits")

// cameoTwo is the root of each two-digit class, by its number. Classes 01 and
// 02 have no root: statements and appeals for cooperation without a deed; an
// appeal is a request.
var cameoTwo = [...]entente.Root{
	2: entente.RootRequest, 3: entente.RootAgree, 4: entente.RootConsult, 5: entente.RootSupport,
	6: entente.RootCooperate, 7: entente.RootAid, 8: entente.RootConcede, 9: entente.RootAccuse,
	10: entente.RootRequest, 11: entente.RootAccuse, 12: entente.RootReject, 13: entente.RootThreaten,
	14: entente.RootProtest, 15: entente.RootMobilize, 16: entente.RootSanction, 17: entente.RootCoerce,
	18: entente.RootAssault, 19: entente.RootAssault, 20: entente.RootAssault,
}

// cameoException lists the codes below a class that belong to another root,
// after the table of 2021.
var cameoException = []struct {
	prefix string
	root   entente.Root
}{
	{"0813", entente.RootRetreat}, {"0814", entente.RootRetreat},
	{"084", entente.RootRetreat}, {"085", entente.RootRetreat}, {"086", entente.RootRetreat}, {"087", entente.RootRetreat},
	{"1712", entente.RootAssault}, {"163", entente.RootCoerce}, {"191", entente.RootCoerce}, {"192", entente.RootCoerce},
	{"175", entente.RootAssault}, {"201", entente.RootAssault},
}

// CAMEORoot returns the root that a CAMEO code counts under; RootNone for
// class 01. The code is a string of two to four digits with its leading zero.
func CAMEORoot(code string) (entente.Root, error) {
	if len(code) < 2 || len(code) > 4 {
		return entente.RootNone, fmt.Errorf("%q: %w", code, ErrCAMEO)
	}
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return entente.RootNone, fmt.Errorf("%q: %w", code, ErrCAMEO)
		}
	}
	class := int(code[0]-'0')*10 + int(code[1]-'0')
	if class < 1 || class >= len(cameoTwo) {
		return entente.RootNone, fmt.Errorf("%q: %w", code, ErrCAMEO)
	}
	for _, e := range cameoException {
		if len(code) >= len(e.prefix) && code[:len(e.prefix)] == e.prefix {
			return e.root, nil
		}
	}
	return cameoTwo[class], nil
}

// CAMEOClass returns the shortest CAMEO code that stands for all of root r,
// such as "04" for CONSULT; "" when no single class does.
func CAMEOClass(r entente.Root) string {
	switch r {
	case entente.RootAgree:
		return "03"
	case entente.RootConsult:
		return "04"
	case entente.RootSupport:
		return "05"
	case entente.RootCooperate:
		return "06"
	case entente.RootAid:
		return "07"
	case entente.RootConcede, entente.RootRetreat:
		return "08"
	case entente.RootRequest:
		return "10"
	case entente.RootAccuse:
		return "11"
	case entente.RootReject:
		return "12"
	case entente.RootThreaten:
		return "13"
	case entente.RootProtest:
		return "14"
	case entente.RootMobilize:
		return "15"
	case entente.RootSanction:
		return "16"
	case entente.RootCoerce:
		return "17"
	case entente.RootAssault:
		return "19"
	default:
		return ""
	}
}
