package brief

import (
	"context"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestOutside(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		line, per string // per is a name of a person in the line
		want      bool
	}{
		{"Anna/Anna/PROPN/2/nsubj praised/praise/VERB.VBD/0/root him/he/PRON/2/obj", "Anna", true},
		{"A/a/DET/2/det soldier/soldier/NOUN/3/nsubj said/say/VERB.VBD/0/root Anna/Anna/PROPN/5/nsubj praised/praise/VERB.VBD/3/ccomp him/he/PRON/5/obj", "Anna", false},
		{"Hamas/Hamas/PROPN/2/nsubj called/call/VERB.VBD/0/root for/for/ADP/5/case Gaza/Gaza/PROPN/5/nsubj covered/cover/VERB.VBN/2/advcl by/by/ADP/7/case it/it/PRON/5/obl", "", true},
		{"Troops/troop/NOUN/2/nsubj left/leave/VERB.VBD/0/root villages/village/NOUN/2/obj covered/cover/VERB.VBN/3/acl by/by/ADP/6/case it/it/PRON/4/obl", "", false},
		{"Gaza/Gaza/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass covered/cover/VERB.VBN/0/root by/by/ADP/5/case it/it/PRON/3/obl", "", true},
		{"Some/some/DET/3/det 20/20/NUM/3/nummod others/other/NOUN/4/nsubj fled/flee/VERB.VBD/0/root", "", true},
		{"Anna/Anna/PROPN/5/nsubj and/and/CCONJ/4/cc 20/20/NUM/4/nummod others/other/NOUN/1/conj fled/flee/VERB.VBD/0/root", "Anna", false},
		{"Both/both/DET/2/det sides/side/NOUN/3/nsubj fled/flee/VERB.VBD/0/root", "", true},
		{"Both/both/DET/2/det sides/side/NOUN/3/nsubj of/of/ADP/5/case town/town/NOUN/2/nmod fled/flee/VERB.VBD/0/root", "", false},
		{"Rain/rain/NOUN/2/nsubj reached/reach/VERB.VBD/0/root the/the/DET/4/det city/city/NOUN/2/obj", "", true},
		{"Rain/rain/NOUN/2/nsubj reached/reach/VERB.VBD/0/root the/the/DET/5/det old/old/ADJ/5/amod city/city/NOUN/2/obj", "", false},
		{"She/she/PRON/2/nsubj backed/back/VERB.VBD/0/root the/the/DET/4/det plan/plan/NOUN/2/obj", "", true},
		{"She/she/PRON/2/nsubj backed/back/VERB.VBD/0/root the/the/DET/4/det government/government/NOUN/2/obj", "", false},
		{"She/she/PRON/2/nsubj backed/back/VERB.VBD/0/root the/the/DET/4/det flood/flood/NOUN/2/obj", "", false},
		{"She/she/PRON/2/nsubj left/leave/VERB.VBD/0/root a/a/DET/4/det day/day/NOUN/5/obl:unmarked earlier/early/ADV/2/advmod", "", true},
	} {
		d := parsed(t, "After the flood", x.line)
		for i := range d.Tokens {
			if x.per != "" && d.Tokens[i].Lemma == x.per {
				d.Entities = append(d.Entities, entente.Entity{Type: entente.PER, First: i, Last: i + 1})
			}
		}
		if got := outside(d, 0, &common{title: d.Title}); got != x.want {
			t.Errorf("%q: %v, want %v", x.line, got, x.want)
		}
	}
}

func TestAddition(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"The union sent condolences as well": true, "She left too.": true, "She did well": false, "The well was deep": false} {
		if addition(text) != want {
			t.Errorf("addition(%q) = %v", text, !want)
		}
	}
}

func TestOwner(t *testing.T) {
	t.Parallel()
	before := "Boris/Boris/PROPN/2/nsubj stays/stay/VERB.VBZ/0/root"
	line := "Anna/Anna/PROPN/2/nsubj put/put/VERB.VBD/0/root his/he/PRON/4/nmod:poss name/name/NOUN/2/obj forward/forward/ADV/2/advmod"
	for _, x := range []struct {
		before string
		want   bool
	}{{before, true}, {"Rain/rain/NOUN/2/nsubj fell/fall/VERB.VBD/0/root", false}, {"Anna/Anna/PROPN/2/nsubj stays/stay/VERB.VBZ/0/root", false}} {
		d := parsed(t, "", x.before, line)
		for i := range d.Tokens {
			if w := d.Tokens[i].Lemma; w == "Anna" || w == "Boris" {
				d.Entities = append(d.Entities, entente.Entity{Type: entente.PER, First: i, Last: i + 1})
			}
		}
		if got := outside(d, 1, nil); got != x.want {
			t.Errorf("behind %q: %v", x.before, got)
		}
	}
}

// kept is an archive with so many reports on some days.
type keptDaysOf struct {
	Archive
	days map[entente.Day]int
}

func (a keptDaysOf) Stats(_ context.Context, span entente.Days) (entente.Stats, error) {
	s := entente.Stats{Days: entente.Days{From: entente.NoDay, To: entente.NoDay}}
	for d, n := range a.days {
		if d >= span.From && d <= span.To {
			s.Documents += n
			s.Days = stretch(s.Days, d)
		}
	}
	return s, nil
}

func TestReach(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		days map[entente.Day]int
		want entente.Day
	}{
		"a stray of long ago":    {map[entente.Day]int{-17000: 1, 950: 2, 975: 1, 990: 4}, 950},
		"one report in a month":  {map[entente.Day]int{900: 1, 950: 2, 990: 4}, 990},
		"nothing before":         {map[entente.Day]int{900: 5}, entente.NoDay},
		"no gap for some months": {map[entente.Day]int{870: 2, 900: 2, 930: 2, 955: 3, 980: 2}, 870},
	} {
		got, err := New(keptDaysOf{days: x.days}, Options{}).reach(t.Context(), 1000)
		if err != nil || got != x.want {
			t.Errorf("%s: %d, %v, want %d", name, got, err, x.want)
		}
	}
}

// TestExplained gives a reason only for what a brief tells, and not twice.
func TestExplained(t *testing.T) {
	t.Parallel()
	f := &fact{reports: []report{{&entente.Document{}, &entente.Event{ID: "e1"}}}}
	why := []reason{{f, entente.BriefSentence{Text: "The reason: “because of rain”."}, "because of rain"}}
	told := func(text, event string) []entente.BriefSection {
		return []entente.BriefSection{{Head: "What happened", Sentences: []entente.BriefSentence{{Text: text, Sources: []entente.BriefSource{{Event: event}}}}}}
	}
	for _, x := range []struct {
		text, event string
		want        int
	}{{"She left.", "e1", 1}, {"She left.", "e2", 0}, {"“She left because of rain”.", "e1", 0}, {"She left.", "", 0}} {
		if got := len(explained(why, told(x.text, x.event))); got != x.want {
			t.Errorf("%q of %q: %d", x.text, x.event, got)
		}
	}
}

// TestEchoed counts a telling as the only one where no other report has its like.
func TestEchoed(t *testing.T) {
	t.Parallel()
	actor := func(code string) []entente.Actor { return []entente.Actor{{Country: code, Name: code}} }
	event := func(root entente.Root, a, b string) entente.Event {
		return entente.Event{Root: root, Actors: actor(a), Recipients: actor(b)}
	}
	for _, x := range []struct {
		other  entente.Event
		copies int
		want   bool
	}{
		{event(entente.RootAccuse, "RUS", "UKR"), 0, true},
		{event(entente.RootReject, "RUS", "UKR"), 0, true},
		{event(entente.RootSupport, "RUS", "UKR"), 0, false},
		{event(entente.RootAccuse, "UKR", "RUS"), 0, false},
		{event(entente.RootAccuse, "UKR", "RUS"), 1, true},
	} {
		one := event(entente.RootAccuse, "RUS", "UKR")
		a, b := &entente.Document{ID: "a"}, &entente.Document{ID: "b", Events: []entente.Event{x.other}}
		m := newMaterial()
		m.docs, m.copies["a"] = []*entente.Document{a, b}, x.copies
		r := report{a, &one}
		if got := (&fact{reports: []report{r}, plan: &plan{of: m}}).echoed(r); got != x.want {
			t.Errorf("%v %d: %v", x.other.Root, x.copies, got)
		}
	}
}
