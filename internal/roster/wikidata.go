package roster

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/entente-news/entente"
)

// A dump of Wikidata in JSON is one big array with an entity a line. It is
// read once, line by line. Persons with a "position held" are kept until the
// end, since the positions and countries that they point at may stand anywhere;
// other items that are bodies are given at the end too, in the order of the
// dump. No chain of classes is followed: a cycle in them does no harm.

// Limits on a dump.
const (
	maxDepth      = 48        // of brackets in an entity
	maxStatements = 2_000_000 // of offices held, kept until the end
)

// Items that say what another item is.
const (
	wdHuman    = "Q5"
	wdPosition = "Q4164871"
	wdOffice   = "Q294414"
)

type wdText struct {
	Value string `json:"value"`
}

// wdNames is a text in the languages that are used: English, and the one for
// all languages.
type wdNames struct {
	En  wdText `json:"en"`
	Mul wdText `json:"mul"`
}

type wdValue struct {
	ID        string `json:"id"`
	Time      string `json:"time"`
	Precision int    `json:"precision"`
}

type wdSnak struct {
	DataValue struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// value returns an item or a time; text values give the empty value.
func (s *wdSnak) value() wdValue {
	var v wdValue
	if b := bytes.TrimSpace(s.DataValue.Value); len(b) > 0 && b[0] == '{' {
		if json.Unmarshal(b, &v) != nil {
			return wdValue{}
		}
	}
	return v
}

// text returns a text value.
func (s *wdSnak) text() string {
	var t string
	if json.Unmarshal(s.DataValue.Value, &t) != nil {
		return ""
	}
	return t
}

type wdClaim struct {
	Rank       string `json:"rank"`
	Main       wdSnak `json:"mainsnak"`
	Qualifiers struct {
		Start []wdSnak `json:"P580"`
		End   []wdSnak `json:"P582"`
		Of    []wdSnak `json:"P642"`
	} `json:"qualifiers"`
}

type wdEntity struct {
	ID      string  `json:"id"`
	Labels  wdNames `json:"labels"`
	Aliases struct {
		En []wdText `json:"en"`
	} `json:"aliases"`
	Claims struct {
		InstanceOf  []wdClaim `json:"P31"`
		SubclassOf  []wdClaim `json:"P279"`
		Citizen     []wdClaim `json:"P27"`
		Held        []wdClaim `json:"P39"`
		Country     []wdClaim `json:"P17"`
		AppliesTo   []wdClaim `json:"P1001"`
		Inception   []wdClaim `json:"P571"`
		Dissolved   []wdClaim `json:"P576"`
		Alpha3      []wdClaim `json:"P298"`
		ShortName   []wdClaim `json:"P1813"`
		HasOfficial []wdClaim `json:"P1313"`
	} `json:"claims"`
}

// label returns the name of e in English.
func (e *wdEntity) label() string {
	if e.Labels.En.Value != "" {
		return cell(e.Labels.En.Value)
	}
	return cell(e.Labels.Mul.Value)
}

// wdHolding is an office held, before what it points at is known.
type wdHolding struct {
	where, item, name string
	names             []string
	position, citizen string
	from, to          string
}

// wdBody is an item that is a body, before its country is known.
type wdBody struct {
	where, country string
	body
}

// wdPlace is a position: what it is called and where it is held.
type wdPlace struct{ label, country string }

// dump is a dump being read.
type dump struct {
	c         Context
	s         Sink
	entities  int // lines that are one
	others    int // lines that are none
	holdings  []wdHolding
	bodies    []wdBody
	positions map[string]wdPlace
	countries map[string]string // item -> code
}

// readWikidata reads a dump.
func readWikidata(ctx context.Context, r *bufio.Reader, name string, c Context, s Sink) error {
	l := &lineReader{r: r, name: name}
	d := &dump{c: c, s: s, positions: map[string]wdPlace{}, countries: map[string]string{}}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := l.next()
		switch {
		case errors.Is(err, io.EOF):
			if d.entities == 0 && d.others > 0 {
				return noDump(name)
			}
			return d.give(ctx)
		case errors.Is(err, errLong):
			d.leave(l, err.Error())
			continue
		case err != nil:
			return l.streamError(err)
		}
		line = bytes.TrimSuffix(bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))), []byte(","))
		if len(line) == 0 || len(line) == 1 && (line[0] == '[' || line[0] == ']') {
			continue
		}
		if depth(line) > maxDepth {
			d.leave(l, fmt.Sprintf("brackets within brackets, more than %d deep", maxDepth))
			continue
		}
		var e wdEntity
		if err := json.Unmarshal(line, &e); err != nil {
			d.leave(l, "not an entity: "+err.Error())
			continue
		}
		if !isEntity(e.ID) {
			if d.entities == 0 {
				return noDump(l.where())
			}
			d.leave(l, "not an entity: it has no id such as Q42")
			continue
		}
		d.entities++
		if err := d.entity(&e, l.where()); err != nil {
			return err
		}
	}
}

// leave tells of the line read last that it is no entity.
func (d *dump) leave(l *lineReader, why string) {
	d.others++
	d.s.Warn(l.where(), "left out: "+why)
}

// noDump is the error of a list of JSON objects that are no entities.
func noDump(where string) error {
	return &entente.Error{Code: entente.ErrInvalid, Op: "read the dump", Where: where, Err: errors.New("this is no dump of Wikidata: its lines are no entities"),
		Hint: "a list of your own goes into a table with a header, such as name,country,role"}
}

// depth returns how deep brackets stand in brackets, outside of strings.
func depth(line []byte) int {
	now, most, quoted := 0, 0, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if now++; now > most {
				most = now
			}
		case c == '}' || c == ']':
			now--
		}
	}
	return most
}

// first returns the item of the first statement, the preferred one before
// others.
func first(list []wdClaim) string {
	out := ""
	for i := range list {
		if id := list[i].Main.value().ID; id != "" && list[i].Rank != "deprecated" && (out == "" || list[i].Rank == "preferred") {
			out = id
			if list[i].Rank == "preferred" {
				break
			}
		}
	}
	return out
}

// entity keeps what an entity tells.
func (d *dump) entity(e *wdEntity, where string) error {
	name := e.label()
	if !isItem(e.ID) || name == "" {
		return nil
	}
	if len(e.Claims.Alpha3) > 0 {
		if code := e.Claims.Alpha3[0].Main.text(); len(code) == 3 {
			d.countries[e.ID] = strings.ToUpper(code)
		}
		return nil
	}
	var kinds []string
	for _, list := range [][]wdClaim{e.Claims.InstanceOf, e.Claims.SubclassOf} {
		for i := range list {
			kinds = append(kinds, list[i].Main.value().ID)
		}
	}
	if isHuman(kinds) {
		return d.person(e, name, where)
	}
	place := first(e.Claims.AppliesTo)
	if place == "" {
		place = first(e.Claims.Country)
	}
	if _, sector := officeOf(name); sector != "" || isPosition(kinds) {
		d.positions[e.ID] = wdPlace{name, place}
		return nil
	}
	country, sector, ok := bodyKind(kinds)
	if !ok {
		return nil
	}
	b := wdBody{where: where, country: place, body: body{name: name, names: others(e), country: country, sector: sector, wikidata: e.ID}}
	b.from, b.to = claimTime(e.Claims.Inception), claimTime(e.Claims.Dissolved)
	if len(e.Claims.ShortName) > 0 {
		var t struct{ Text string }
		if json.Unmarshal(e.Claims.ShortName[0].Main.DataValue.Value, &t) == nil && t.Text != "" {
			b.names = append(b.names, t.Text)
		}
	}
	d.bodies = append(d.bodies, b)
	return d.bounded(where)
}

// person keeps the offices of a human.
func (d *dump) person(e *wdEntity, name, where string) error {
	for i := range e.Claims.Held {
		c := &e.Claims.Held[i]
		id := c.Main.value().ID
		if id == "" || c.Rank == "deprecated" {
			continue
		}
		h := wdHolding{where: where, item: e.ID, name: name, names: others(e), position: id, citizen: first(e.Claims.Citizen),
			from: snakTime(c.Qualifiers.Start), to: snakTime(c.Qualifiers.End)}
		if d.c.Since > 0 && h.to != "" && h.to < fmt.Sprintf("%04d", d.c.Since) || h.from != "" && h.to != "" && h.from > h.to+"~" {
			continue
		}
		d.holdings = append(d.holdings, h)
	}
	return d.bounded(where)
}

// bounded ends a reading that keeps too much.
func (d *dump) bounded(where string) error {
	if len(d.holdings)+len(d.bodies) > maxStatements {
		return &entente.Error{Code: entente.ErrLimit, Op: "read the dump", Where: where, Err: fmt.Errorf("more than %d offices and bodies", maxStatements),
			Hint: "take fewer by --since or --country"}
	}
	return nil
}

// others returns the other names of e in English.
func others(e *wdEntity) []string {
	var out []string
	for i := range e.Aliases.En {
		if a := cell(e.Aliases.En[i].Value); strings.Contains(a, " ") || len(a) > 2 {
			out = append(out, a)
		}
	}
	return out
}

// give gives the rows, in the order of the dump.
func (d *dump) give(ctx context.Context) error {
	for i := range d.holdings {
		h := &d.holdings[i]
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		pos, ok := d.positions[h.position]
		if !ok {
			d.s.Warn(h.where, "left out: "+h.name+" in the position "+h.position+", which the dump does not have or which is no office")
			continue
		}
		role, sector := officeOf(pos.label)
		country := d.code(pos.country)
		if country == "" {
			country = d.code(h.citizen)
		}
		if country == "" {
			d.s.Warn(h.where, "left out: "+h.name+" as "+pos.label+": of no country that the dump has")
			continue
		}
		if err := d.s.Row(personRow(h.where, d.c.Source, person{name: h.name, names: h.names, country: country, sector: sector, role: role, from: h.from, to: h.to, wikidata: h.item})); err != nil {
			return err
		}
	}
	for i := range d.bodies {
		b := &d.bodies[i]
		if b.body.country == "" {
			if b.body.country = d.code(b.country); b.body.country == "" {
				d.s.Warn(b.where, "left out: "+b.name+": of no country that the dump has")
				continue
			}
		}
		if err := d.s.Row(bodyRow(b.where, d.c.Source, b.body)); err != nil {
			return err
		}
	}
	return nil
}

// code returns the code of a country's item that the program has, "" for none.
func (d *dump) code(item string) string {
	if c := d.countries[item]; c != "" {
		return d.c.Country(c)
	}
	return ""
}
