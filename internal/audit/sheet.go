package audit

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// head is the first line of a sheet. A reader fills the last three columns.
var head = []string{"id", "doc", "source", "published", "sentence", "trigger", "actor", "event", "mode", "recipient", "when", "where",
	"status", "speaker", "confidence", "verdict", "wrong", "note"}

// judgeable are the parts that may be named as wrong.
var judgeable = []string{"trigger", "actor", "event", "mode", "recipient", "when", "where", "status", "speaker"}

// Limits of a sheet that is read.
const (
	maxSheetRows  = 1_000_000
	maxSheetBytes = 1 << 30
)

// WriteSheet writes rows as CSV with a head. News is hostile: a cell that a
// spreadsheet would take for a formula begins with an apostrophe.
func WriteSheet(w io.Writer, rows []Row) error {
	out := csv.NewWriter(w)
	if err := out.Write(head); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	for _, r := range rows {
		cells := []string{r.ID, r.Doc, r.Source, r.Published, r.Sentence, r.Trigger, r.Actor, r.Event, r.Mode, r.Recipient, r.When, r.Where,
			r.Status, r.Speaker, strconv.FormatFloat(r.Confidence, 'f', 2, 64), r.Verdict.String(), strings.Join(r.Parts, " "), r.Note}
		for i := range cells {
			cells[i] = inert(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	return nil
}

func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// String returns the verdict as a sheet has it, "" for an open one.
func (v Verdict) String() string { return []string{"", "right", "wrong", "unsure"}[v] }

func parseVerdict(s string) (Verdict, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "":
		return Open, nil
	case "right", "r", "yes", "y", "1", "ok":
		return Right, nil
	case "wrong", "w", "no", "n", "0":
		return Wrong, nil
	case "unsure", "u", "?":
		return Unsure, nil
	}
	return Open, fmt.Errorf("verdict %q is not right, wrong or unsure", s)
}

// ReadSheet reads a sheet back. Columns are found by their names; id, event,
// confidence and verdict have to be there, others may be gone or added, and
// semicolons or tabs may stand between the cells, as spreadsheets write them.
// Errors name file, line and cause.
func ReadSheet(name string, r io.Reader) ([]Row, error) {
	all, err := io.ReadAll(io.LimitReader(r, maxSheetBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(all) > maxSheetBytes {
		return nil, fmt.Errorf("read %s: it has more than %d bytes", name, maxSheetBytes)
	}
	text := strings.TrimPrefix(string(all), "\ufeff")
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator(text), -1, true
	columns, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("read %s: line 1: the head is missing", name)
	}
	at := map[string]int{}
	for i, c := range columns {
		at[strings.ToLower(strings.TrimSpace(c))] = i
	}
	for _, c := range []string{"id", "event", "confidence", "verdict"} {
		if _, ok := at[c]; !ok {
			return nil, fmt.Errorf("read %s: line 1: there is no column %q", name, c)
		}
	}
	var out []Row
	seen := map[string]int{}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		line, _ := in.FieldPos(0)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		row, err := rowOf(cells, at)
		if err != nil {
			return nil, fmt.Errorf("read %s: line %d: %w", name, line, err)
		}
		if row.ID == "" {
			continue // an empty line of a spreadsheet
		}
		if first := seen[row.ID]; first > 0 {
			return nil, fmt.Errorf("read %s: line %d: event %s stands in line %d already", name, line, row.ID, first)
		}
		seen[row.ID] = line
		if out = append(out, row); len(out) > maxSheetRows {
			return nil, fmt.Errorf("read %s: it has more than %d rows", name, maxSheetRows)
		}
	}
}

// separator guesses what stands between the cells from the first line.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best, most := ',', strings.Count(line, ",")
	for _, c := range ";\t" {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

func rowOf(cells []string, at map[string]int) (Row, error) {
	cell := func(name string) string {
		i, ok := at[name]
		if !ok || i >= len(cells) {
			return ""
		}
		return strings.TrimPrefix(strings.TrimSpace(cells[i]), "'")
	}
	r := Row{ID: cell("id"), Doc: cell("doc"), Source: cell("source"), Published: cell("published"), Sentence: cell("sentence"),
		Trigger: cell("trigger"), Actor: cell("actor"), Event: cell("event"), Mode: cell("mode"), Recipient: cell("recipient"),
		When: cell("when"), Where: cell("where"), Status: cell("status"), Speaker: cell("speaker"), Note: cell("note")}
	if r.ID == "" {
		return r, nil
	}
	var err error
	if r.Verdict, err = parseVerdict(cell("verdict")); err != nil {
		return r, err
	}
	number := strings.ReplaceAll(cell("confidence"), ",", ".")
	if r.Confidence, err = strconv.ParseFloat(number, 64); err != nil || !(r.Confidence >= 0 && r.Confidence <= 1) {
		return r, fmt.Errorf("confidence %q is not a number from 0 to 1", number)
	}
	for _, p := range strings.FieldsFunc(strings.ToLower(cell("wrong")), func(c rune) bool { return strings.ContainsRune(" ,;/+", c) }) {
		if !slices.Contains(judgeable, p) {
			return r, fmt.Errorf("%q is no part that may be wrong: name %s", p, strings.Join(judgeable, ", "))
		}
		r.Parts = append(r.Parts, p)
	}
	if r.Verdict == Right && slices.ContainsFunc(r.Parts, func(p string) bool { return p == "event" || p == "actor" || p == "recipient" }) {
		return r, fmt.Errorf("a right event has root and both sides right, and %s is said to be wrong", strings.Join(r.Parts, ", "))
	}
	return r, nil
}
