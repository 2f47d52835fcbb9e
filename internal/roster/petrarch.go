package roster

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// Dictionaries of PETRARCH and TABARI (Schrodt 2001; Open Event Data Alliance):
// a line is a phrase in capitals with its code in brackets, lines that begin
// with + are other names of it, [CODE YYMMDD-YYMMDD], [CODE <YYMMDD] and
// [CODE >YYMMDD] bound a code in time, # and ; begin comments, !SET! stands for
// any of the phrases of a set, and a tilde marks the code of a common noun.

// bracket is a code in brackets.
var bracket = regexp.MustCompile(`\[([^\]]*)\]`)

// setUse is the use of a set in a phrase.
var setUse = regexp.MustCompile(`!([A-Z_0-9]+)!`)

// plural is an irregular plural behind a common noun.
var plural = regexp.MustCompile(`\{([^}]*)\}`)

// Bounds on what a set stands for.
const (
	maxSetDepth  = 8
	maxExpansion = 64
)

// phraseEntry is one entry of a dictionary: a phrase, its other names and codes.
type phraseEntry struct {
	where string
	names []string
	codes []string
	lost  bool // the phrase itself was left out
}

// petrarch reads one dictionary.
type petrarch struct {
	c    Context
	s    Sink
	sets map[string][]string
	now  phraseEntry
}

// readPetrarch reads a dictionary of actors or of agents.
func readPetrarch(ctx context.Context, r *bufio.Reader, name string, c Context, s Sink) error {
	l := &lineReader{r: r, name: name}
	p := &petrarch{c: c, s: s, sets: map[string][]string{}}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := l.next()
		switch {
		case errors.Is(err, io.EOF):
			return p.flush()
		case errors.Is(err, errLong):
			s.Warn(l.where(), fmt.Sprintf("left out: %v", err))
			continue
		case err != nil:
			return l.streamError(err)
		case !utf8.Valid(line):
			s.Warn(l.where(), "left out: not UTF-8")
			continue
		}
		if err := p.line(string(line), l.where()); err != nil {
			return err
		}
	}
}

// line reads one line.
func (p *petrarch) line(s, where string) error {
	if i := strings.IndexAny(s, "#;"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSpace(strings.TrimPrefix(s, "\ufeff"))
	if s == "" {
		return nil
	}
	if strings.HasPrefix(s, "!") && strings.Contains(s, "=") {
		p.set(s, where)
		return nil
	}
	var codes []string
	for _, m := range bracket.FindAllStringSubmatch(s, -1) {
		codes = append(codes, strings.TrimSpace(m[1]))
	}
	phrase := strings.TrimSpace(bracket.ReplaceAllString(s, " "))
	if open := strings.IndexByte(phrase, '['); open >= 0 {
		p.s.Warn(where, "left out: a bracket is never closed")
		return nil
	}
	switch {
	case strings.HasPrefix(phrase, "+"):
		if p.now.where == "" {
			p.s.Warn(where, "left out: another name of nothing")
			return nil
		}
		p.now.names = append(p.now.names, p.phrases(phrase[1:], where)...)
		p.now.codes = append(p.now.codes, codes...)
	case phrase == "":
		if p.now.where == "" && len(codes) > 0 {
			p.s.Warn(where, "left out: a code without a name")
			return nil
		}
		p.now.codes = append(p.now.codes, codes...)
	case strings.HasPrefix(phrase, "&"), strings.HasPrefix(phrase, "-"), strings.HasPrefix(phrase, "~"):
		p.s.Warn(where, "left out: a line of a dictionary of verbs")
		return p.flush()
	default:
		if err := p.flush(); err != nil {
			return err
		}
		p.now = phraseEntry{where: where, names: p.phrases(phrase, where), codes: codes}
		p.now.lost = len(p.now.names) == 0
	}
	return nil
}

// set reads "!NAME! = A, B, C".
func (p *petrarch) set(s, where string) {
	name, list, _ := strings.Cut(s, "=")
	name = strings.Trim(strings.TrimSpace(name), "!")
	if _, double := p.sets[name]; double {
		p.s.Warn(where, "the set !"+name+"! stands here twice; the first one counts")
		return
	}
	var out []string
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" && len(out) < maxExpansion {
			out = append(out, part)
		}
	}
	p.sets[name] = out
}

// phrases returns what a phrase stands for, sets undone, as written in text.
func (p *petrarch) phrases(s, where string) []string {
	s = plural.ReplaceAllString(s, " ")
	list, err := p.expand(s, 0)
	if err != nil {
		p.s.Warn(where, "left out: "+err.Error())
		return nil
	}
	var out []string
	for _, x := range list {
		if x = written(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}

// errCycle is a set that stands for itself.
var errCycle = errors.New("the set stands for itself, or sets are nested too deep")

// expand replaces sets by their phrases.
func (p *petrarch) expand(s string, depth int) ([]string, error) {
	m := setUse.FindStringSubmatchIndex(s)
	if m == nil {
		return []string{s}, nil
	}
	if depth >= maxSetDepth {
		return nil, errCycle
	}
	list, ok := p.sets[s[m[2]:m[3]]]
	if !ok {
		return nil, fmt.Errorf("there is no set %s", s[m[0]:m[1]])
	}
	var out []string
	for _, x := range list {
		more, err := p.expand(s[:m[0]]+x+s[m[1]:], depth+1)
		if err != nil {
			return nil, err
		}
		if out = append(out, more...); len(out) > maxExpansion {
			return nil, fmt.Errorf("it stands for more than %d phrases", maxExpansion)
		}
	}
	return out, nil
}

// written writes a phrase of the dictionary as a text would: underscores are
// spaces, words begin with a capital but for those between.
func written(s string) string {
	words := strings.Fields(strings.ReplaceAll(s, "_", " "))
	for i, w := range words {
		lower := strings.ToLower(w)
		if i > 0 && isLink(lower) {
			words[i] = lower
			continue
		}
		start := true
		words[i] = strings.Map(func(r rune) rune {
			out := unicode.ToLower(r)
			if start {
				out = unicode.ToUpper(r)
			}
			start = !unicode.IsLetter(r) && r != '\'' && r != '’'
			return out
		}, lower)
	}
	if len(words) > 1 && words[0] == "The" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func isLink(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "da", "dos", "bin", "ibn", "al", "von", "van", "der", "against":
		return true
	}
	return false
}

// flush gives the entry that was being read to the sink.
func (p *petrarch) flush() error {
	e := p.now
	p.now = phraseEntry{}
	if e.where == "" || e.lost {
		return nil
	}
	if len(e.codes) == 0 {
		p.s.Warn(e.where, "left out: no code")
		return nil
	}
	if strings.HasPrefix(e.codes[0], "~") {
		return p.agent(e)
	}
	return p.actor(e)
}

// agent gives a common noun.
func (p *petrarch) agent(e phraseEntry) error {
	sector := sectorOfRole(strings.TrimPrefix(e.codes[0], "~"))
	if sector == "" {
		p.s.Warn(e.where, "left out: no sector is known for "+e.codes[0])
		return nil
	}
	for _, n := range e.names {
		if err := p.s.Row(Row{Table: Agents, Where: e.where, Cells: []string{cell(strings.ToLower(n)), sector, "person", "", p.c.Source}}); err != nil {
			return err
		}
	}
	return nil
}

// dated is a code with the time in which it holds.
type dated struct {
	country, sector, org, from, to string
	bound                          bool
}

// actor gives a named actor.
func (p *petrarch) actor(e phraseEntry) error {
	var list []dated
	anyBound := false
	for _, c := range e.codes {
		d, err := p.decode(c)
		if err != nil {
			p.s.Warn(e.where, "a code is left out: "+err.Error())
			continue
		}
		anyBound = anyBound || d.bound
		list = append(list, d)
	}
	if len(list) == 0 {
		return nil
	}
	if !(anyBound && isPersonName(e.names[0])) {
		return p.body(e, list)
	}
	given := false
	for _, d := range list {
		if d.sector == "ELI" && (given || len(list) > 1) || d.to != "" && p.c.Since > 0 && d.to < fmt.Sprintf("%04d", p.c.Since) {
			continue // who is out of office is found by the dates of the office
		}
		given = true
		err := p.s.Row(personRow(e.where, p.c.Source, person{name: e.names[0], names: e.names[1:], country: d.country, sector: d.sector, org: d.org, from: d.from, to: d.to}))
		if err != nil {
			return err
		}
	}
	return nil
}

// body gives a body, an organisation or a group, by its last code. The name of
// a state or of a place in it is left out.
func (p *petrarch) body(e phraseEntry, list []dated) error {
	for _, d := range list {
		if d.sector == "" && !entente.IsSupranational(d.country) {
			p.s.Warn(e.where, "left out: "+e.names[0]+" is a name of a state or a place in it; states.tsv has those")
			return nil
		}
		if err := p.s.Row(bodyRow(e.where, p.c.Source, body{name: e.names[0], names: e.names[1:], country: d.country, sector: d.sector, org: d.org, from: d.from, to: d.to})); err != nil {
			return err
		}
	}
	return nil
}

// isPersonName reports whether a name with dated codes is a person's: two
// words or more, and none that names a body.
func isPersonName(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		switch strings.TrimRight(w, "s") {
		case "party", "army", "front", "movement", "council", "government", "ministry", "force", "group", "organization", "organisation", "union", "brigade",
			"militia", "republic", "committee", "commission", "court", "parliament", "assembly", "federation", "league", "alliance", "congre", "guard", "state",
			"administration", "authority", "regime", "rebel", "police", "bank", "agency", "of", "for", "company", "corporation", "department":
			return false
		}
	}
	return true
}
