package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// names knows how the reports call parties and persons, so that a brief can
// name each in full at its first mention and briefly afterwards. It knows no
// table: every name is one that a report uses.
type names struct {
	party  map[string]string  // code without sector to the plain name
	shorts map[string]string  // by the name of a person: "Putin"
	full   map[inDoc]fullName // "Russia's president, Vladimir Putin," with a comma behind
	all    map[string]bool    // the persons that are named
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
	n := &names{party: map[string]string{}, shorts: map[string]string{}, full: map[inDoc]fullName{}, all: map[string]bool{}}
	parties, fulls, shorts := counter{}, counter{}, counter{}
	at := map[string]entente.Span{}
	var order []inDoc
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
				} else if t := titled(text, x.Name); t != "" && inSentence(d, x.Span) || text == x.Name {
					key := inDoc{d, x.Name}
					if t != "" {
						fulls.add(key.String(), t)
					}
					if _, ok := at[key.String()+t]; !ok {
						at[key.String()+t] = x.Span
						order = append(order, key)
					}
				}
				n.all[x.Name] = true
			case x.Wikidata != "" && x.Sector == entente.SectorNone && x.Org == "" && x.Party() != "" && !entente.IsSupranational(x.Party()) && !seat(x.Name):
				parties.add(x.Party(), x.Name)
			}
		}
	}
	for code := range parties { // each key apart
		n.party[code] = parties.most(code, nil)
	}
	for name := range shorts { // each key apart
		n.shorts[name] = shorts.most(name, nil)
	}
	longer := func(a, b string) bool { return len(a) > len(b) }
	for _, key := range order {
		t := fulls.most(key.String(), longer)
		span := at[key.String()+t]
		n.full[key] = fullName{office(cmp.Or(t, key.name), key.name, n.party[adjective(key.doc, span)]), span}
	}
	return n
}

// inSentence reports whether a span stands in a sentence with a full stop, and in
// no headline, where every word has a capital.
func inSentence(d *entente.Document, s entente.Span) bool {
	i, ok := slices.BinarySearchFunc(d.Sentences, s, func(x entente.Sentence, s entente.Span) int {
		switch {
		case x.Span.End <= s.Start:
			return -1
		case x.Span.Start > s.Start:
			return 1
		}
		return 0
	})
	if !ok {
		return false
	}
	text := d.Sentences[i].Span.In(d.Text)
	if d.Text[:d.Sentences[i].Span.End] == d.Title || strings.TrimRight(text, ". ") == strings.TrimRight(d.Title, ". ") {
		return false
	}
	end := len(text)
	for range 2 { // the last two characters: a full stop may stand before a quotation mark
		_, n := utf8.DecodeLastRuneInString(text[:end])
		end -= n
	}
	return strings.ContainsAny(text[end:], ".”\"’")
}

// inDoc is a person in a report.
type inDoc struct {
	doc  *entente.Document
	name string
}

func (k inDoc) String() string { return k.doc.ID + "\x00" + k.name }

// fullName is how a report introduces a person, and where.
type fullName struct {
	text string
	at   entente.Span
}

// adjective returns the country whose adjective a mention begins with, "" for
// none: Russian President Vladimir Putin.
func adjective(d *entente.Document, s entente.Span) string {
	for i := range d.Places {
		if x := &d.Places[i]; x.Use == entente.UseDemonym && x.Span.Start >= s.Start && x.Span.End < s.End && strings.TrimPrefix(strings.ToLower(d.Text[s.Start:x.Span.Start]), "the ") == "" {
			return x.Country
		}
	}
	return ""
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
		base, sector, organ := strings.Cut(c, ":")
		if name := n.party[base]; name != "" {
			if out[i] = capital(withArticle(name)); organ {
				out[i] += " (" + sector + ")"
			}
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
		if text = lowerArticle(text); isUpper(text) && isTitle(words[0]) {
			text = "the " + text
		}
		return text, !needsContext(words[0]) && strings.ContainsFunc(text, unicode.IsUpper) && len(words) <= 6
	}
	if isPerson(d, x) {
		if i := tokenIndex(d, x.Span); i >= 0 && d.Tokens[i].XPOS == "NNS" {
			return "", false // "witnesses District Attorney David Soares"
		}
		if introduced[x.Name] || fresh[x.Name] {
			return n.short(x), true
		}
		fresh[x.Name] = true
		if full := n.full[inDoc{d, x.Name}].text; full != "" {
			return withArticle(full), true
		}
		return n.short(x), true // the report has no more
	}
	return thing(d, x)
}

// thing returns what to call a body, a state or a group: what the report calls it
// there, or its name where the words are a form of it.
func thing(d *entente.Document, x entente.Actor) (string, bool) {
	text := squeeze(x.Span.In(d.Text))
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 8 || needsContext(words[0]) || strings.ContainsAny(text, ",;\"“”()") {
		return "", false
	}
	if low := strings.ToLower(words[0]); low == "two" || low == "three" || strings.HasPrefix(strings.ToLower(text), "the two ") {
		return "", false
	}
	if strings.ToLower(text) == text {
		return body(text)
	}
	if len(words) <= 2 && x.Name != "" && isForm(words[len(words)-1], x.Name) {
		return withArticle(x.Name), true
	}
	if t := tokenOf(d, entente.Span{Start: x.Span.End - 1, End: x.Span.End}); t == nil || t.UPOS == entente.ADJ || isPossessive(text) {
		return "", false // "Russian" of something that is not named
	}
	if last := words[len(words)-1]; isUpper(last) {
		return withArticle(lowerArticle(text)), true
	}
	return described(lowerArticle(text)), true
}

// isForm reports whether a word is a name, its adjective or its initials.
func isForm(word, name string) bool {
	if word == name || len(word) >= 4 && len(name) >= 4 && word[:4] == name[:4] {
		return true
	}
	initials := ""
	for _, w := range strings.Fields(name) {
		if isUpper(w) {
			initials += w[:1]
		}
	}
	return len(initials) > 1 && strings.ReplaceAll(word, ".", "") == initials
}

// described puts an article before a noun with the name of a country or a body
// before it, where English wants one: "Iraqi parliament".
func described(text string) string {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	if strings.Contains(text, " ") && !strings.HasSuffix(last, "s") && last != "police" && !strings.ContainsAny(text, "'’") {
		for _, a := range []string{"the ", "a ", "an "} {
			if strings.HasPrefix(text, a) {
				return text
			}
		}
		return "the " + text
	}
	return withArticle(text)
}

// body returns what to call a body or a group that a text names by a noun alone,
// false where only what stands before says which one is meant.
func body(text string) (string, bool) {
	bare := text
	for _, a := range []string{"the ", "a ", "an "} {
		bare = strings.TrimPrefix(bare, a)
	}
	last := bare[strings.LastIndexByte(bare, ' ')+1:]
	if bare == last && text != bare && strings.HasPrefix(text, "the ") && anaphoric(bare) {
		return "", false
	}
	if strings.HasSuffix(last, "s") || last == "police" || text != bare {
		return text, true
	}
	return "the " + bare, true
}

// anaphoric reports whether "the" and a noun mean something named before.
func anaphoric(w string) bool {
	switch w {
	case "group", "company", "firm", "country", "nation", "state", "man", "woman", "men", "women", "boy", "girl", "pair", "two", "three", "sides", "side",
		"organisation", "organization", "body", "agency", "team", "latter", "former", "others", "other", "victim", "victims", "suspect", "suspects",
		"province", "region", "city", "town", "island", "bloc", "alliance", "party", "parties", "leader", "leaders", "club", "couple", "driver", "officer":
		return true
	}
	return false
}

// short returns the name of a person who has been named in full.
func (n *names) short(x entente.Actor) string {
	if s := n.shorts[x.Name]; s != "" {
		return s
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
