package roster

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/entente-news/entente"
)

// decode reads "ALBGOV 530801-821122".
func (p *petrarch) decode(s string) (dated, error) {
	code, when, _ := strings.Cut(s, " ")
	code = strings.TrimSpace(code)
	if len(code) < 3 || len(code)%3 != 0 || strings.ToUpper(code) != code {
		return dated{}, fmt.Errorf("%q is not made of codes of three capitals", code)
	}
	var d dated
	first := code[:3]
	switch {
	case first == "NGM":
		d.country = "NGO"
	case entente.IsSupranational(first):
		d.country = first
	default:
		if d.country = p.c.Country(first); d.country == "" {
			return dated{}, fmt.Errorf("%s is no country", first)
		}
	}
	for i := 3; i+3 <= len(code); i += 3 {
		part := code[i : i+3]
		if sector := sectorOf(part); sector != "" {
			if d.sector == "" {
				d.sector = sector
			}
			continue
		}
		if entente.IsSupranational(d.country) && d.org == "" && i+3 == len(code) && p.c.Country(part) == "" {
			d.org = part
		}
	}
	if entente.IsSupranational(d.country) && d.sector == "GOV" {
		d.sector = ""
	}
	var err error
	d.from, d.to, err = period(strings.TrimSpace(when))
	d.bound = d.from != "" || d.to != ""
	return d, err
}

// period reads "<YYMMDD", ">YYMMDD" and "YYMMDD-YYMMDD", with years of two or
// four digits.
func period(s string) (from, to string, err error) {
	switch {
	case s == "":
		return "", "", nil
	case s[0] == '<':
		to, err = shortDate(s[1:])
	case s[0] == '>':
		from, err = shortDate(s[1:])
	default:
		a, b, ok := strings.Cut(s, "-")
		if !ok {
			return "", "", fmt.Errorf("%q is no period", s)
		}
		if from, err = shortDate(a); err == nil {
			to, err = shortDate(b)
		}
		if err == nil && from > to {
			err = fmt.Errorf("%q ends before it begins", s)
		}
	}
	return from, to, err
}

// shortDate reads YYMMDD or YYYYMMDD; 30 and later are of the last century, as
// in PETRARCH. A day that a month lacks is the month's last.
func shortDate(s string) (string, error) {
	s = strings.TrimSpace(s)
	year, rest := "", ""
	switch len(s) {
	case 6:
		year, rest = "20"+s[:2], s[2:]
		if s[:2] >= "30" {
			year = "19" + s[:2]
		}
	case 8:
		year, rest = s[:4], s[4:]
	default:
		return "", fmt.Errorf("%q is no date", s)
	}
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(rest[:2])
	d, err3 := strconv.Atoi(rest[2:])
	if err1 != nil || err2 != nil || err3 != nil || y < 1 || m < 1 || m > 12 || d < 0 || d > 31 {
		return "", fmt.Errorf("%q is no date", s)
	}
	if d == 0 {
		return fmt.Sprintf("%04d-%02d", y, m), nil
	}
	if last := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(); d > last {
		d = last
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), nil
}

// sectorOfRole returns the sector of the first part of a role code that has one.
func sectorOfRole(code string) string {
	for i := 0; i+3 <= len(code); i += 3 {
		if s := sectorOf(code[i : i+3]); s != "" {
			return s
		}
	}
	return ""
}

// sectorOf returns the sector of PLOVER for a role code of CAMEO (2012), ""
// for none. What CAMEO calls MED are the media, which PLOVER calls JRN.
func sectorOf(code string) string {
	switch code {
	case "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UAF", "CVL", "BUS", "EDU", "ELI", "LAB", "REF", "CRM", "AGR", "PTY", "OPP", "PRM", "REB", "JRN", "PRE", "SOC", "REL":
		return code
	case "INS", "SEP", "RAD":
		return "REB"
	case "MED":
		return "JRN"
	case "HLH":
		return "MED"
	case "TOP":
		return "GOV"
	case "ENV", "DEV", "HRI", "NGO", "MOD":
		return "SOC"
	case "SET":
		return "CVL"
	case "MUS", "CHR", "JEW", "HIN", "BUD", "CTH", "PRO", "SHI", "SUN", "ORT", "CPT":
		return "REL"
	}
	return ""
}
