package demo_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/demo"
)

// row is a line of the sample news.
type row struct {
	ID, URL, Source, Title, Date, Lang, Text string
	Sample                                   bool
}

// noted is a planted feature with a remark.
type noted struct {
	ID, What string
}

// plan is testdata/plan.json: what was planted where.
type plan struct {
	Stories       map[string][]string `json:"stories"`
	NearCopies    [][]string          `json:"near_copies"`
	NoEvent       []string            `json:"no_event"`
	Disagree      []disagreement      `json:"disagree"`
	Undated       []string            `json:"undated"`
	OtherLanguage []string            `json:"other_language"`
	RunOn         []runOn             `json:"run_on"`
	Denials       []noted             `json:"denials"`
	Plans         []string            `json:"plans"`
	Hypotheticals []noted             `json:"hypotheticals"`
	Claims        []noted             `json:"claims"`
}

// disagreement names documents that give different figures for one thing.
type disagreement struct {
	IDs  []string
	What string
}

// runOn names a document with headlines of related stories behind its text.
type runOn struct {
	ID        string
	Headlines []string
}

// readRows parses the sample news strictly: an unknown field fails.
func readRows(t *testing.T) []row {
	t.Helper()
	var rows []row
	lines := bufio.NewScanner(demo.Open())
	for lines.Scan() {
		dec := json.NewDecoder(strings.NewReader(lines.Text()))
		dec.DisallowUnknownFields()
		var r row
		if err := dec.Decode(&r); err != nil {
			t.Fatalf("line %d: %v", len(rows)+1, err)
		}
		rows = append(rows, r)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// readPlan parses testdata/plan.json strictly.
func readPlan(t *testing.T) plan {
	t.Helper()
	f, err := os.Open("testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	var p plan
	if err := dec.Decode(&p); err != nil {
		t.Fatal(err)
	}
	return p
}

// byID indexes rows; the test fails on a double id.
func byID(t *testing.T, rows []row) map[string]row {
	t.Helper()
	index := map[string]row{}
	for _, r := range rows {
		if _, ok := index[r.ID]; ok {
			t.Fatalf("%s occurs twice", r.ID)
		}
		index[r.ID] = r
	}
	return index
}

func TestRows(t *testing.T) {
	t.Parallel()
	rows := readRows(t)
	if len(rows) < 60 {
		t.Fatalf("%d reports, want 60 or more", len(rows))
	}
	undated := readPlan(t).Undated
	urls := map[string]bool{}
	last := ""
	for i, r := range rows {
		if want := fmt.Sprintf("sample-%03d", i+1); r.ID != want {
			t.Errorf("line %d: id %s, want %s", i+1, r.ID, want)
		}
		if r.Title == "" || r.Source == "" || r.Lang == "" || !r.Sample {
			t.Errorf("%s: a field is missing: %+v", r.ID, r)
		}
		u, err := url.Parse(r.URL)
		if err != nil || u.Scheme != "https" || !strings.HasSuffix(u.Host, ".example") || urls[r.URL] {
			t.Errorf("%s: bad or repeated address %q (%v)", r.ID, r.URL, err)
		}
		urls[r.URL] = true
		if n := len(strings.Fields(r.Text)); n < 60 || n > 320 {
			t.Errorf("%s: %d words, want 60 to 320", r.ID, n)
		}
		if r.Date == "" {
			if !slices.Contains(undated, r.ID) {
				t.Errorf("%s: no date", r.ID)
			}
			continue
		}
		checkDate(t, r, u)
		if r.Date < last {
			t.Errorf("%s: %s stands behind %s", r.ID, r.Date, last)
		}
		last = r.Date
	}
}

// checkDate wants a time in UTC from 6 to 24 May 2024 whose day is in the address.
func checkDate(t *testing.T, r row, u *url.URL) {
	t.Helper()
	at, err := time.Parse(time.RFC3339, r.Date)
	if err != nil || !strings.HasSuffix(r.Date, "Z") {
		t.Errorf("%s: date %q is not RFC 3339 in UTC (%v)", r.ID, r.Date, err)
		return
	}
	from := time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)
	if at.Before(from) || !at.Before(from.AddDate(0, 0, 19)) {
		t.Errorf("%s: date %s lies outside 6 to 24 May 2024", r.ID, r.Date)
	}
	if day := at.Format("/2006/01/02/"); !strings.HasPrefix(u.Path, day) {
		t.Errorf("%s: address %s lacks the day %s", r.ID, r.URL, day)
	}
}

func TestWeekdays(t *testing.T) {
	t.Parallel()
	// A report that calls its own day by name must call it rightly: datelines
	// of the agency give the day of the month as well.
	seen := 0
	for _, r := range readRows(t) {
		head, _, ok := strings.Cut(r.Text, " (Meridian Wire) — ")
		if !ok || r.Date == "" {
			continue
		}
		seen++
		at, err := time.Parse(time.RFC3339, r.Date)
		if err != nil {
			t.Fatal(err)
		}
		if want := at.Format("January 2"); !strings.HasSuffix(head, want) {
			t.Errorf("%s: dateline %q, want %q", r.ID, head, want)
		}
		if day := at.Weekday().String(); !strings.Contains(r.Text, day) && !strings.Contains(r.Text, "overnight") {
			t.Errorf("%s: text never names its own day, %s", r.ID, day)
		}
	}
	if seen < 10 {
		t.Errorf("%d reports with a full dateline, want 10 or more", seen)
	}
}

func TestPlanCoversRows(t *testing.T) {
	t.Parallel()
	rows, p := readRows(t), readPlan(t)
	index := byID(t, rows)
	placed := map[string]int{}
	for _, ids := range p.Stories {
		for _, id := range ids {
			placed[id]++
		}
	}
	for _, id := range p.NoEvent {
		placed[id]++
	}
	for _, r := range rows {
		if placed[r.ID] != 1 {
			t.Errorf("%s stands in %d stories, want 1", r.ID, placed[r.ID])
		}
	}
	if len(placed) != len(rows) {
		t.Errorf("plan names %d reports, there are %d", len(placed), len(rows))
	}
	if n := len(p.Stories["putin-china-visit"]); n < 10 {
		t.Errorf("%d reports of the visit to China, want 10 or more", n)
	}
	if len(p.Stories) < 9 || len(p.NoEvent) < 7 {
		t.Errorf("%d stories, %d reports without event; want 9 and 7 or more", len(p.Stories), len(p.NoEvent))
	}
	for _, id := range mentioned(p) {
		if _, ok := index[id]; !ok {
			t.Errorf("plan names %s, which is no report", id)
		}
	}
}

// mentioned lists the ids of the features that are planted in single reports.
func mentioned(p plan) []string {
	ids := slices.Concat(p.Undated, p.OtherLanguage, p.Plans)
	for _, d := range p.Disagree {
		ids = append(ids, d.IDs...)
	}
	for _, n := range slices.Concat(p.Denials, p.Hypotheticals, p.Claims) {
		ids = append(ids, n.ID)
	}
	return ids
}

func TestOutlets(t *testing.T) {
	t.Parallel()
	got := map[string]int{}
	for _, r := range readRows(t) {
		got[r.Source]++
	}
	want := map[string]int{
		"Eastbridge Courier":      13,
		"Kranichtaler Bote":       1,
		"Lantern News Agency":     19,
		"Le Fanal des Deux Rives": 1,
		"Meridian Wire":           16,
		"Norther Post":            11,
		"Plaza Diario (English)":  10,
		"Skerry Broadcasting":     11,
		"The Harbour Gazette":     13,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reports an outlet (-want +got):\n%s", diff)
	}
}

// shingles is the set of three-word runs of a text, in lower case.
func shingles(text string) map[string]bool {
	words := strings.Fields(strings.ToLower(text))
	set := map[string]bool{}
	for i := 0; i+3 <= len(words); i++ {
		set[strings.Join(words[i:i+3], " ")] = true
	}
	return set
}

// jaccard is the share of runs that two texts have in common, in percent.
func jaccard(a, b string) int {
	x, y := shingles(a), shingles(b)
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	return 100 * both / (len(x) + len(y) - both)
}

func TestNearCopies(t *testing.T) {
	t.Parallel()
	rows, p := readRows(t), readPlan(t)
	index := byID(t, rows)
	if len(p.NearCopies) < 6 {
		t.Errorf("%d pairs, want 6 or more", len(p.NearCopies))
	}
	planted := map[string]bool{}
	for _, ids := range p.NearCopies {
		if len(ids) != 2 {
			t.Fatalf("not a pair: %v", ids)
		}
		a, b := index[ids[0]], index[ids[1]]
		if a.Source == b.Source || a.Date >= b.Date || a.Text == b.Text {
			t.Errorf("%v: want an original and a later, edited copy elsewhere", ids)
		}
		if !strings.HasSuffix(b.Text, "— Meridian Wire") {
			t.Errorf("%s does not credit the agency", b.ID)
		}
		planted[a.ID+b.ID] = true
	}
	for i, a := range rows {
		for _, b := range rows[i+1:] {
			share := jaccard(a.Text, b.Text)
			if planted[a.ID+b.ID] && share < 60 || !planted[a.ID+b.ID] && share > 15 {
				t.Errorf("%s and %s share %d%% of their three-word runs", a.ID, b.ID, share)
			}
		}
	}
}

func TestFeatures(t *testing.T) {
	t.Parallel()
	rows, p := readRows(t), readPlan(t)
	index := byID(t, rows)
	var undated, other []string
	for _, r := range rows {
		if r.Date == "" {
			undated = append(undated, r.ID)
		}
		if r.Lang != "en" {
			other = append(other, r.ID)
		}
	}
	if diff := cmp.Diff(p.Undated, undated); diff != "" || len(undated) != 1 {
		t.Errorf("undated (-plan +rows):\n%s", diff)
	}
	if diff := cmp.Diff(p.OtherLanguage, other); diff != "" || len(other) != 2 {
		t.Errorf("other language (-plan +rows):\n%s", diff)
	}
	for _, r := range p.RunOn {
		text := index[r.ID].Text
		if tail := " " + strings.Join(r.Headlines, " "); len(r.Headlines) != 3 || !strings.HasSuffix(text, tail) {
			t.Errorf("%s does not end with its three headlines", r.ID)
		}
	}
	for _, d := range p.Disagree {
		if len(d.IDs) != 2 || index[d.IDs[0]].Source == index[d.IDs[1]].Source {
			t.Errorf("%q: want two outlets, have %v", d.What, d.IDs)
		}
	}
	if len(p.RunOn) == 0 || len(p.Disagree) < 3 || len(p.Denials) == 0 || len(p.Hypotheticals) == 0 {
		t.Error("a planted feature is gone")
	}
}

func TestOpenStartsAfresh(t *testing.T) {
	t.Parallel()
	first, err := io.ReadAll(demo.Open())
	if err != nil {
		t.Fatal(err)
	}
	second, err := io.ReadAll(demo.Open())
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != demo.Size() || string(first) != string(second) {
		t.Errorf("two readers gave %d and %d bytes, Size says %d", len(first), len(second), demo.Size())
	}
	onDisk, err := os.ReadFile(demo.Name)
	if err != nil {
		t.Fatal(err)
	}
	if string(onDisk) != string(first) {
		t.Error("the embedded sample is not the file of that name")
	}
}

func ExampleOpen() {
	var first struct{ ID, Source, Title string }
	if err := json.NewDecoder(demo.Open()).Decode(&first); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(first.ID, first.Source+":", first.Title)
	// Output: sample-001 Skerry Broadcasting: Russia announces exercise with tactical nuclear weapons
}
