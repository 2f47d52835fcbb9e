package coder

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

const (
	burnedThere = `
Monks monk NOUN NNS 2 nsubj
prayed pray VERB VBD 0 root
in in ADP IN 4 case
Wajir* Wajir PROPN NNP 2 obl

Gunmen gunman NOUN NNS 2 nsubj
burned burn VERB VBD 0 root
huts hut NOUN NNS 2 obj
near near ADP IN 5 case
Liboi* Liboi PROPN NNP 2 obl
and and CCONJ CC 7 cc
Hosingo** Hosingo PROPN NNP 5 conj`
)

// TestLocales lists the literal places of the sentence, with what no gazetteer has,
// and then resolved ones of the sentence before.
func TestLocales(t *testing.T) {
	t.Parallel()
	d := parsed(t, burnedThere)
	w := loaded(t, newCoder(t), d)
	names := func() (out []string) {
		for _, l := range w.x.locales(nil, matchAt(t, w, "burned", entente.RootAssault)) {
			out = append(out, w.x.form(l.token))
		}
		return out
	}
	if got := names(); !slices.Equal(got, []string{"liboi", "hosingo", "wajir"}) {
		t.Errorf("places %v", got)
	}
	d.Places[1].Use, d.Places[0].Unresolved = entente.UseMetonymic, true
	if got := names(); !slices.Equal(got, []string{"hosingo"}) {
		t.Errorf("places %v: one stands for its government, one that nothing is known of stands before", got)
	}
}

// TestLearntPlace takes the place that weighs most, and gives one that no gazetteer
// has the country of all parties, if it is one.
func TestLearntPlace(t *testing.T) {
	t.Parallel()
	near, unknown, before, nowhere := keyOf("prep", "near", "obl", "known"), keyOf("use", "unknown", "other"), keyOf("back", "1", "2"), keyOf("0")
	someone := func(country string) party { return party{actor: entente.Actor{Country: country}, token: -1, head: -1} }
	for name, r := range map[string]struct {
		weights       map[uint32]int32
		parties       []string
		text, country string
	}{
		"the one near":               {map[uint32]int32{near: 3, unknown: 1, before: 1, nowhere: 1}, nil, "Liboi", "KEN"},
		"of the sentence before":     {map[uint32]int32{near: 1, before: 3, nowhere: 1}, nil, "Wajir", "KEN"},
		"none":                       {map[uint32]int32{near: 1, before: 1, nowhere: 3}, nil, "", ""},
		"unknown, parties of one":    {map[uint32]int32{unknown: 3}, []string{"SOM", "", "SOM", "IGO"}, "Hosingo", "SOM"},
		"unknown, parties of two":    {map[uint32]int32{unknown: 3}, []string{"SOM", "KEN"}, "Hosingo", ""},
		"unknown, nobody's is known": {map[uint32]int32{unknown: 3}, nil, "Hosingo", ""},
	} {
		d := parsed(t, burnedThere)
		w := loaded(t, weighing(t, taskPlace, r.weights), d)
		m := matchAt(t, w, "burned", entente.RootAssault)
		for k, c := range r.parties {
			if k%2 == 0 {
				m.actors = append(m.actors, someone(c))
			} else {
				m.recipients = append(m.recipients, someone(c))
			}
		}
		rule := d.Places[1]
		text, country := "", ""
		if p := w.learntPlace(m, entente.RootAssault, &rule); p != nil {
			text, country = p.Span.In(d.Text), p.Country
			if !strings.Contains(strings.Join(w.grounds, " "), "against no place") {
				t.Errorf("%s: explained as %q", name, w.grounds)
			}
		}
		if text != r.text || country != r.country {
			t.Errorf("%s: %q in %q, want %q in %q", name, text, country, r.text, r.country)
		}
		if d.Places[2].Country != "" {
			t.Errorf("%s: the layer of places was changed", name)
		}
	}
}

// TestPlaceOfAct keeps the place that the rules read where the act needs one and the
// learnt choice gives none.
func TestPlaceOfAct(t *testing.T) {
	t.Parallel()
	for root, want := range map[entente.Root]string{entente.RootAssault: "Liboi", entente.RootAccuse: ""} {
		d := parsed(t, burnedThere)
		w := loaded(t, weighing(t, taskPlace, map[uint32]int32{keyOf("0"): 3}), d)
		text := ""
		if p := w.placeOf(&entente.Event{Root: root, Where: &d.Places[1]}, matchAt(t, w, "burned", root)); p != nil {
			text = p.Span.In(d.Text)
		}
		if text != want {
			t.Errorf("%v: %q, want %q", root, text, want)
		}
	}
}
