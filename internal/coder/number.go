package coder

import (
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// How news writes numbers: in figures, in words, in part in both ("1.2
// million", "two hundred", "half a million", "twenty-two"), vaguely
// ("dozens", "several thousand") and with an open end ("at least 12", "up to
// 30"). The intervals of the vague ones are those of the contract of records.

// vague are the counts that name no number.
var vague = map[string][2]int64{
	"dozens": {24, 99}, "scores": {40, 99}, "hundreds": {200, 999}, "thousands": {2000, 9999}, "millions": {2e6, 9999999},
	"billions": {2e9, 9999999999},
}

// words are the numbers that news writes out.
var words = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales multiply the number before them.
var scales = map[string]int64{"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// maxNumber bounds what is taken for a number.
const maxNumber = 1e15

// form returns token i as it stands, in lower case.
func (x *tree) form(i int) string { return lower(x.d.Tokens[i].Span.In(x.d.Text)) }

// number reads the number that starts at token i and returns the token behind
// it; false where none starts.
func (x *tree) number(i, hi int) (n entente.Magnitude, next int, ok bool) {
	n.Span = x.d.Tokens[i].Span
	next = i + 1
	switch f := x.form(i); {
	case vague[f] != [2]int64{}:
		n.Low, n.High = vague[f][0], vague[f][1]
	case f == "tens" && next+1 < hi && x.form(next) == "of":
		if next = x.tens(&n, i, 10); next == 0 {
			return n, 0, false
		}
	case x.isVagueScale(i, hi):
		v := vague[x.form(i+1)+"s"]
		n.Low, n.High, next = v[0], v[1], i+2
	default:
		v, end, ok := x.exact(i, hi)
		if !ok {
			return n, 0, false
		}
		n.Low, n.High, n.Best, n.HasBest, next = v, v, v, true, end
	}
	if x.form(i) == "hundreds" && next+1 < hi && x.form(next) == "of" && x.form(next+1) == "thousands" {
		n.Low, n.High, next = 200000, 999999, next+2
	}
	n.Span.End = x.d.Tokens[next-1].Span.End
	x.openEnds(&n, i, next, hi)
	return n, next, true
}

// tens reads "tens of thousands" at token i.
func (x *tree) tens(n *entente.Magnitude, i int, times int64) int {
	v, ok := vague[x.form(i+2)]
	if !ok {
		return 0
	}
	n.Low, n.High = v[0]*times, (v[1]+1)*times-1
	return i + 3
}

// isVagueScale reports whether "several thousand", "few hundred", "many
// dozen" stands at token i.
func (x *tree) isVagueScale(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	switch x.form(i) {
	case "several", "few", "many":
		return vague[x.form(i+1)+"s"] != [2]int64{}
	}
	return false
}

// exact reads a number of one value: figures or words, with what multiplies it.
func (x *tree) exact(i, hi int) (v int64, next int, ok bool) {
	f := x.form(i)
	if f == "half" && i+2 < hi && x.form(i+1) == "a" && scales[x.form(i+2)] > 1 {
		return scales[x.form(i+2)] / 2, i + 3, true
	}
	if k := scales[f]; k > 0 && x.pos[i] != entente.VERB { // "a dozen", "a hundred", "billion dinars"
		if f == "score" {
			return 0, 0, false
		}
		return k, i + 1, true
	}
	value, next, ok := x.simple(i, hi)
	if !ok {
		return 0, 0, false
	}
	for next < hi {
		k := scales[x.form(next)]
		if k == 0 {
			break
		}
		value = float64(value * float64(k))
		next++
		if w, end, more := x.simple(next, hi); more && value < 1e6 && w < float64(k) && words[x.form(next)] > 0 { // "two hundred fifty"
			value, next = value+w, end
		}
	}
	if value < 0 || value > maxNumber {
		return 0, 0, false
	}
	return int64(value), next, true
}

// simple reads figures or one number word, with the unit behind its ten.
func (x *tree) simple(i, hi int) (v float64, next int, ok bool) {
	if i >= hi {
		return 0, 0, false
	}
	f := x.form(i)
	if w, ok := words[f]; ok {
		if f == "one" && x.pos[i] != entente.NUM {
			return 0, 0, false
		}
		if w >= 20 && i+2 < hi && x.form(i+1) == "-" && words[x.form(i+2)] > 0 && words[x.form(i+2)] < 10 {
			return float64(w + words[x.form(i+2)]), i + 3, true
		}
		return float64(w), i + 1, true
	}
	if ten, unit, ok := strings.Cut(f, "-"); ok && words[ten] >= 20 && words[unit] > 0 && words[unit] < 10 {
		return float64(words[ten] + words[unit]), i + 1, true
	}
	if f == "" || f[0] < '0' || f[0] > '9' {
		return 0, 0, false
	}
	scale := float64(1)
	if last := f[len(f)-1]; last == 'm' || last == 'b' { // "$5m", "3bn"
		scale, f = 1e6, f[:len(f)-1]
		if last == 'b' {
			scale = 1e9
		}
	} else if strings.HasSuffix(f, "bn") {
		scale, f = 1e9, f[:len(f)-2]
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(f, ",", ""), 64)
	if err != nil {
		return 0, 0, false
	}
	return float64(value * scale), i + 1, true
}

// openEnds reads what stands before a number: "at least", "more than", "up to",
// "between … and …".
func (x *tree) openEnds(n *entente.Magnitude, i, next, hi int) {
	back := func(k int) string {
		if i-k < 0 {
			return ""
		}
		return x.form(i - k)
	}
	from := func(k int) { n.Span.Start = x.d.Tokens[i-k].Span.Start }
	if a := back(1); a == "a" || a == "an" { // "more than a million"
		if i--; i < 0 {
			return
		}
	}
	switch two := back(2) + " " + back(1); {
	case two == "at least" || two == "more than" || two == "no fewer" || two == "fewer than" && back(3) == "no" || two == "less than" && back(3) == "no":
		n.OpenHigh = true
		from(2)
	case two == "up to" || two == "at most" || two == "as many" || two == "fewer than" || two == "less than":
		n.OpenLow = true
		from(2)
	case back(1) == "over" && x.pos[i-1] != entente.ADP || back(1) == "least":
		n.OpenHigh = true
		from(1)
	case back(1) == "some" || back(1) == "about" || back(1) == "nearly" || back(1) == "around" || back(1) == "roughly" || back(1) == "almost":
		from(1)
	case back(1) == "between" && next+1 < hi && x.form(next) == "and":
		if v, end, ok := x.exact(next+1, hi); ok && v > n.Low {
			n.High, n.HasBest, n.Best = v, false, 0
			n.Span.End = x.d.Tokens[end-1].Span.End
		}
		return
	default:
		return
	}
	if n.OpenHigh || n.OpenLow {
		n.HasBest, n.Best = false, 0
		if n.OpenHigh {
			n.High = n.Low
		} else {
			n.Low = n.High
		}
	}
}

// currencies are the ISO 4217 codes of the signs and words of money. A word
// that several states use stands for the one that is meant where no other is
// named.
var currencies = map[string]string{
	"$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB",
	"₩": "KRW", "usd": "USD", "eur": "EUR", "gbp": "GBP",
	"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
	"rupee": "INR", "won": "KRW", "rupiah": "IDR", "taka": "BDT", "baht": "THB", "dong": "VND", "kyat": "MMK", "lira": "TRY", "rand": "ZAR",
	"naira": "NGN", "shekel": "ILS", "riyal": "SAR", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "hryvnia": "UAH", "tenge": "KZT",
	"lari": "GEL", "dram": "AMD", "manat": "AZN", "cedi": "GHS", "birr": "ETB", "kwacha": "ZMW", "kina": "PGK", "real": "BRL", "ringgit": "MYR",
	"afghani": "AFN", "mark": "DEM", "guilder": "NLG", "schilling": "ATS", "drachma": "GRD", "escudo": "PTE", "peseta": "ESP",
}

// national are the codes of the words of money that several states use, by
// country.
var national = map[string]map[string]string{
	"dollar": {"NZL": "NZD", "AUS": "AUD", "CAN": "CAD", "SGP": "SGD", "HKG": "HKD", "FJI": "FJD", "JAM": "JMD", "TWN": "TWD"},
	"kroner": {"NOR": "NOK", "DNK": "DKK"}, "krone": {"NOR": "NOK", "DNK": "DKK"}, "kronor": {"SWE": "SEK"}, "krona": {"SWE": "SEK", "ISL": "ISK"},
	"franc": {"FRA": "FRF", "CHE": "CHF", "BEL": "BEF", "BDI": "BIF", "RWA": "RWF"},
	"dinar": {"LBY": "LYD", "IRQ": "IQD", "JOR": "JOD", "KWT": "KWD", "TUN": "TND", "DZA": "DZD", "SRB": "RSD", "BHR": "BHD"},
	"peso":  {"MEX": "MXN", "ARG": "ARS", "CHL": "CLP", "COL": "COP", "PHL": "PHP", "CUB": "CUP", "URY": "UYU", "DOM": "DOP"},
	"rupee": {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR"},
	"pound": {"EGY": "EGP", "SYR": "SYP", "LBN": "LBP", "SDN": "SDG", "SSD": "SSP", "CYP": "CYP"},
	"riyal": {"YEM": "YER", "QAT": "QAR", "OMN": "OMR", "IRN": "IRR"}, "rial": {"IRN": "IRR", "YEM": "YER", "OMN": "OMR", "QAT": "QAR"},
	"shilling": {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"}, "dirham": {"ARE": "AED", "MAR": "MAD"},
	"som": {"KGZ": "KGS", "UZB": "UZS"}, "leu": {"ROU": "RON", "MDA": "MDL"}, "lei": {"ROU": "RON", "MDA": "MDL"},
}

// maxMoneyGap is how far behind a number its money may be named.
const maxMoneyGap = 3

// money returns the ISO 4217 code of the money that the number from token i to
// next counts and widens its span; "" for none.
func (x *tree) money(m *match, i, next int, n *entente.Magnitude) string {
	if i > 0 {
		if c := currencies[x.form(i-1)]; c != "" && x.pos[i-1] != entente.NOUN {
			n.Span.Start = min(n.Span.Start, x.d.Tokens[i-1].Span.Start)
			return c
		}
	}
	for k := next; k < min(next+maxMoneyGap, len(x.lemma)); k++ {
		l := x.lemma[k]
		code, by := currencies[l], national[l]
		if code == "" && by == nil {
			if x.pos[k] == entente.PROPN || x.pos[k] == entente.ADJ {
				continue
			}
			return ""
		}
		if m != nil {
			for _, list := range [2][]party{m.actors, m.recipients} {
				for j := range list {
					if c := by[list[j].actor.Country]; c != "" && (code == "" || l != "dollar" && l != "pound") {
						code = c
					}
				}
			}
		}
		if code != "" {
			n.Span.End = x.d.Tokens[k].Span.End
		}
		return code
	}
	return ""
}
