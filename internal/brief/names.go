package brief

import (
	"slices"
	"strings"
	"unicode"

	entente "github.com/entente-news/entente"
)

// names knows how the reports call parties and persons, so that a brief can
// name each in full at its first mention and briefly afterwards. It knows no
// table: every name is one that a report uses.
type names struct {
	party  map[string]string // code without sector to the plain name
	person map[string]person // by canonical name
	all    map[string]bool   // the persons that have an entry
}

// person is how reports call a person.
type person struct {
	full  string // "Russia's president, Vladimir Putin," with a comma behind
	short string // "Putin"
}

// counter counts strings and gives the most frequent, the first by alphabet
// among equals.
type counter map[string]map[string]int

func (c counter) add(key, value string) {
	if c[key] == nil {
		c[key] = map[string]int{}
	}
	c[key][value]++
}

func (c counter) most(key string, better func(a, b string) bool) string {
	values := make([]string, 0, len(c[key]))
	for v := range c[key] {
		values = append(values, v)
	}
	slices.Sort(values)
	best := ""
	for _, v := range values {
		n, m := c[key][v], c[key][best]
		if best == "" || n > m || n == m && better != nil && better(v, best) {
			best = v
		}
	}
	return best
}

func newNames(docs []*entente.Document) *names {
	n := &names{party: map[string]string{}, person: map[string]person{}, all: map[string]bool{}}
	parties, fulls, shorts := counter{}, counter{}, counter{}
	for _, d := range docs {
		for _, x := range actorsOf(d) {
			text := squeeze(x.Span.In(d.Text))
			switch {
			case x.Name == "" || text == "":
			case isPerson(d, x):
				if len(strings.Fields(text)) == 1 {
					if strings.Contains(" "+x.Name+" ", " "+text+" ") {
						shorts.add(x.Name, text)
					}
				} else if t := titled(text, x.Name); t != "" {
					fulls.add(x.Name, t)
				}
			case x.Wikidata != "" && x.Sector == entente.SectorNone && x.Org == "" && x.Party() != "" && !entente.IsSupranational(x.Party()) && !seat(x.Name):
				parties.add(x.Party(), x.Name)
			}
		}
	}
	for code := range parties { // each key apart
		n.party[code] = parties.most(code, nil)
	}
	land, lands := map[string]string{}, map[string]string{}
	for _, d := range docs {
		for _, x := range actorsOf(d) {
			if x.Name != "" && land[x.Name] == "" {
				land[x.Name], lands[x.Name] = n.party[x.Country], x.Country
			}
		}
	}
	longer := func(a, b string) bool { return len(a) > len(b) }
	for _, c := range []counter{fulls, shorts} {
		for name := range c {
			p := person{full: fulls.most(name, longer), short: shorts.most(name, nil)}
			if p.full == "" {
				p.full = name
			}
			if p.short == "" {
				p.short = surname(name, lands[name])
			}
			p.full = office(p.full, name, land[name])
			n.person[name] = p
			n.all[name] = true
		}
	}
	return n
}

// seat reports whether a name is that of a house or an office, which stands for
// a government and is no country.
func seat(name string) bool {
	switch name {
	case "White House", "Kremlin", "Pentagon", "State Department", "Treasury", "Downing Street", "Capitol Hill":
		return true
	}
	return false
}

// namedIn reports whether a document calls a person by name anywhere.
func namedIn(d *entente.Document, name string) bool {
	return slices.ContainsFunc(d.Mentions, func(m entente.Mention) bool {
		return m.Actor.Name == name && m.Kind != entente.MentionPronoun && !byOffice(squeeze(m.Actor.Span.In(d.Text)), name)
	})
}

// office turns a name with its title into an apposition: "Russian President
// Vladimir Putin" of Russia is "Russia's president, Vladimir Putin,".
func office(full, name, land string) string {
	words := strings.Fields(strings.TrimSpace(strings.TrimSuffix(full, name)))
	if land == "" || len(words) == 0 {
		return full
	}
	if !isTitle(words[0]) {
		words = words[1:]
	}
	if slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, "governor") }) {
		return full // of a part of the country
	}
	for i, w := range words {
		if !isTitle(w) && w != "of" && w != "the" {
			return full
		}
		words[i] = strings.ToLower(w)
	}
	if len(words) == 0 {
		return full
	}
	return genitive(withArticle(land)) + " " + strings.Join(words, " ") + ", " + name + ","
}

// isTitle reports whether a word may stand in the name of an office.
func isTitle(w string) bool {
	switch strings.ToLower(w) {
	case "president", "prime", "minister", "premier", "chancellor", "foreign", "defence", "defense", "interior", "finance", "secretary", "state",
		"vice", "deputy", "king", "queen", "emir", "crown", "prince", "leader", "speaker", "general", "supreme", "acting", "interim", "ambassador", "governor",
		"security", "trade", "economy", "justice", "energy", "chief", "treasury", "council":
		return true
	}
	return false
}

// titled returns the words of a mention as a name with its title, "" when
// there is none: "the German chancellor, Olaf Scholz" is "German chancellor Olaf
// Scholz".
func titled(text, name string) string {
	before, ok := strings.CutSuffix(text, name)
	if !ok {
		return ""
	}
	before = strings.TrimSuffix(strings.TrimSpace(before), ",")
	for _, a := range []string{"The ", "the ", "Its ", "its ", "Their ", "their "} {
		before = strings.TrimPrefix(before, a)
	}
	words := strings.Fields(before)
	if len(words) == 0 || len(words) > 4 || strings.ContainsAny(before, ",;:\"“”()") || !isUpper(words[0]) || needsContext(words[0]) {
		return ""
	}
	return before + " " + name
}

// actorsOf returns all actors that a document mentions, in order.
func actorsOf(d *entente.Document) []entente.Actor {
	var out []entente.Actor
	for i := range d.Mentions {
		out = append(out, d.Mentions[i].Actor)
	}
	for i := range d.Events {
		out = append(out, d.Events[i].Actors...)
		out = append(out, d.Events[i].Recipients...)
	}
	return out
}

// isPerson reports whether x is a person by name: one who holds an office, or
// whose span holds the name of a person.
func isPerson(d *entente.Document, x entente.Actor) bool {
	if x.Name == "" || !strings.Contains(x.Name, " ") && x.Role == "" {
		return false
	}
	if x.Role != "" {
		return true
	}
	for i := range d.Entities {
		if d.Entities[i].Type == entente.PER && d.Entities[i].Span.Overlaps(x.Span) {
			return true
		}
	}
	return false
}

// mentions reports whether a headline names one of the parties.
func (n *names) mentions(title string, codes []string) bool {
	for _, c := range codes {
		if name := n.party[c]; name != "" && strings.Contains(title, name) {
			return true
		}
	}
	return false
}

// call returns the names of codes for a title.
func (m *material) call(codes []string) []string {
	n := newNames(m.docs)
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = c
		if name := n.party[c]; name != "" {
			out[i] = capital(withArticle(name))
		}
	}
	return out
}

// refer returns what to call x within a sentence, and false when it cannot be
// called anything out of its context. introduced holds the persons whose full
// name has been given; a name that refer gives in full is added to fresh.
func (n *names) refer(d *entente.Document, x entente.Actor, introduced, fresh map[string]bool) (string, bool) {
	if text := squeeze(x.Span.In(d.Text)); isPerson(d, x) && x.Sector != entente.SectorNone && byOffice(text, x.Name) && (!d.Day().Known() || !namedIn(d, x.Name)) {
		// Who holds an office is the table's word, not the report's.
		words := strings.Fields(text)
		return lowerArticle(text), !needsContext(words[0]) && strings.ContainsFunc(text, unicode.IsUpper) && len(words) <= 6
	}
	if isPerson(d, x) {
		p, ok := n.person[x.Name]
		if !ok {
			p = person{x.Name, n.short(x)}
		}
		if introduced[x.Name] || fresh[x.Name] {
			return p.short, true
		}
		fresh[x.Name] = true
		return withArticle(p.full), true
	}
	text := squeeze(x.Span.In(d.Text))
	words := strings.Fields(text)
	plain := (x.Sector == entente.SectorNone || text == "") && !strings.HasPrefix(strings.ToLower(text), "the ")
	if !plain && len(words) > 0 && len(words) <= 8 && !needsContext(words[0]) && !strings.ContainsAny(text, ",;\"“”()") {
		return n.body(text, x), true
	}
	if x.Org != "" && isUpper(text) && len(words) <= 4 {
		return withArticle(text), true
	}
	if x.Name != "" {
		return withArticle(x.Name), true
	}
	if name := n.party[x.Party()]; name != "" && (plain || x.Sector == entente.GOV) {
		return withArticle(name), true
	}
	if len(words) > 0 && len(words) <= 6 && !needsContext(words[0]) && isUpper(text) {
		return lowerArticle(text), true
	}
	return "", false
}

// body returns what to call a body or a group that a text names by a noun: with
// its country where the words do not name it, with an article where English
// wants one.
func (n *names) body(text string, x entente.Actor) string {
	text = lowerArticle(text)
	if strings.ToLower(text) != text {
		last := text[strings.LastIndexByte(text, ' ')+1:]
		if strings.Contains(text, " ") && !isUpper(last) && !strings.HasSuffix(last, "s") && last != "police" && !strings.HasPrefix(text, "the ") &&
			!strings.ContainsAny(text, "'’") && !strings.HasPrefix(text, "a ") && !strings.HasPrefix(text, "an ") {
			return "the " + text
		}
		return withArticle(text)
	}
	bare := text
	for _, a := range []string{"the ", "a ", "an "} {
		bare = strings.TrimPrefix(bare, a)
	}
	land := n.party[x.Country]
	last := bare[strings.LastIndexByte(bare, ' ')+1:]
	switch {
	case land != "" && (strings.HasSuffix(last, "s") || last == "police" || last == "army" || last == "government" || last == "parliament" || last == "military" || last == "ministry"):
		return genitive(withArticle(land)) + " " + bare
	case strings.HasSuffix(last, "s") || last == "police" || text != bare:
		return text
	}
	return "the " + bare
}

// short returns the name of a person who has been named in full.
func (n *names) short(x entente.Actor) string {
	if p, ok := n.person[x.Name]; ok {
		return p.short
	}
	return surname(x.Name, x.Country)
}

// surname returns the last word of a name, and the whole name where families
// stand first or names are not split so.
func surname(name, country string) string {
	switch country {
	case "CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM", "HUN", "MMR", "IDN", "ISL", "ETH", "SGP", "BTN":
		return name
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 || strings.ToLower(words[len(words)-2]) == words[len(words)-2] {
		return name
	}
	return words[len(words)-1]
}

// needsContext reports whether a phrase that begins with word w says nothing
// by itself.
func needsContext(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "this", "that", "these", "those", "such", "who", "which",
		"we", "our", "i", "my", "you", "your", "both", "one", "others", "another", "same":
		return true
	}
	return false
}

// withArticle puts "the" before names that have it in English.
func withArticle(name string) string {
	for _, p := range []string{"United ", "European ", "African Union", "Arab League", "Kremlin", "White House", "Vatican", "Netherlands", "Philippines",
		"Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Solomon Islands", "Marshall Islands", "Democratic Republic", "Central African", "Dominican Republic",
		"Czech Republic", "World ", "International ", "Treasury", "Pentagon", "State Department", "North Atlantic", "Security Council", "Duma", "Office "} {
		if strings.HasPrefix(name, p) {
			return "the " + name
		}
	}
	return name
}

func lowerArticle(s string) string {
	for _, a := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(s, a) {
			return strings.ToLower(s[:1]) + s[1:]
		}
	}
	return s
}

func isUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// squeeze makes runs of white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// list joins "a", "a and b", "a, b and c".
func list(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	default:
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
}
