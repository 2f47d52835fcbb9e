package merge

import (
	"cmp"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// magnitudeKinds are the numbers that an event may carry, in the order of the
// record.
var magnitudeKinds = []string{"killed", "injured", "displaced", "arrested", "troops", "participants", "amount"}

// record makes the record of a happening, whose items stand in order.
func record(items []item) entente.Merged {
	best := surest(items)
	e := &best.claim.Event
	out := entente.Merged{ID: "m" + items[0].claim.Event.ID, Story: items[0].report.Story, Root: e.Root, Mode: modeOf(items), Contexts: contexts(items),
		Score: e.Score, CAMEO: e.CAMEO, Actors: bare(e.Actors), Recipients: bare(recipientsOf(items, e)), When: timeOf(items, best),
		Where: placeOf(items), Status: e.Status, Aspect: e.Aspect, Interested: true, Confidence: e.Confidence, Sample: true}
	groups := sources(items)
	copied := map[string]bool{}
	docs := map[string]bool{}
	for i := range items {
		x := &items[i]
		t := telling(x)
		t.Group = groups[i]
		out.Tellings = append(out.Tellings, t)
		out.Independent = max(out.Independent, groups[i]+1)
		if !slices.Contains(out.Stories, x.report.Story) {
			out.Stories = append(out.Stories, x.report.Story)
		}
		docs[x.report.Doc] = true
		if x.report.CopyOf != "" {
			copied[x.report.Doc] = true
		}
		at := x.claim.Event.Attribution
		out.Interested = out.Interested && at != nil && at.Interested
		out.Sample = out.Sample && x.report.Sample
	}
	out.Reports, out.Copies = len(docs), len(copied)
	out.Magnitudes, out.Differences = numbers(out.Tellings)
	out.Differences = append(out.Differences, doers(out.Tellings)...)
	return out
}

// surest returns the item with the greatest confidence, one that says when
// before one that does not, the first of several.
func surest(items []item) *item {
	best := &items[0]
	for i := range items[1:] {
		x := &items[i+1]
		if x.claim.Event.Confidence > best.claim.Event.Confidence ||
			x.claim.Event.Confidence == best.claim.Event.Confidence && x.given && !best.given {
			best = x
		}
	}
	return best
}

// modeOf returns the mode that most tellings give, the first of several.
func modeOf(items []item) entente.Mode {
	count := map[entente.Mode]int{}
	best := entente.ModeNone
	for i := range items {
		if m := items[i].claim.Event.Mode; m != entente.ModeNone {
			count[m]++
		}
	}
	for i := range items {
		if m := items[i].claim.Event.Mode; count[m] > count[best] {
			best = m
		}
	}
	return best
}

func contexts(items []item) []entente.EventContext {
	var out []entente.EventContext
	for i := range items {
		for _, c := range items[i].claim.Event.Contexts {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return out
}

// recipientsOf returns the recipients of the surest telling or, where it names
// none, those of the first that names some.
func recipientsOf(items []item, e *entente.Event) []entente.Actor {
	if len(e.Recipients) > 0 || reciprocal(e) {
		return e.Recipients
	}
	for i := range items {
		if r := items[i].claim.Event.Recipients; len(r) > 0 {
			return r
		}
	}
	return nil
}

// bare returns actors without their spans, the better resolved of two readings
// being that of the surest telling.
func bare(as []entente.Actor) []entente.Actor {
	out := slices.Clone(as)
	for i := range out {
		out[i].Span = entente.Span{}
	}
	return out
}

// timeOf returns the shortest time that a text gives, else that of the surest
// telling, else the day of the first report that takes it for its own.
func timeOf(items []item, best *item) entente.When {
	w := best.claim.Event.When
	for i := range items {
		v := items[i].claim.Event.When
		if v.Basis == entente.WhenNone || !v.From.Known() || !v.To.Known() {
			continue
		}
		known := w.From.Known() && w.To.Known()
		text, was := v.Basis == entente.WhenText, w.Basis == entente.WhenText
		if !known || text && !was || text == was && v.To-v.From < w.To-w.From {
			w = v
		}
	}
	w.Span = entente.Span{}
	return w
}

// placeOf returns the most exact place, the first of several.
func placeOf(items []item) *entente.Place {
	var best *entente.Place
	for i := range items {
		if p := items[i].claim.Event.Where; p != nil && (best == nil || exactness(p) > exactness(best)) {
			best = p
		}
	}
	if best == nil {
		return nil
	}
	out := *best
	out.Span = entente.Span{}
	return &out
}

func exactness(p *entente.Place) int {
	if p.Unresolved {
		return 0
	}
	switch p.Precision {
	case "country":
		return 1
	case "area", "region":
		return 2
	default:
		return 3
	}
}

func telling(x *item) entente.Telling {
	r, e := x.report, &x.claim.Event
	return entente.Telling{Event: e.ID, Doc: r.Doc, Story: r.Story, Outlet: r.Outlet, URL: r.URL, Published: r.Published, DateOnly: r.DateOnly,
		Sentence: x.claim.Sentence, Trigger: e.Trigger, CopyOf: r.CopyOf, Owner: r.Provenance.Owner, Credits: credited(x), Actors: e.Actors,
		Recipients: e.Recipients, When: e.When, Where: e.Where, Attribution: e.Attribution, Magnitudes: e.Magnitudes, Confidence: e.Confidence, Run: r.Run}
}

// numbers sorts the numbers of tellings into those on which all agree and those
// that differ.
func numbers(ts []entente.Telling) (agreed []entente.Magnitude, differ []entente.Difference) {
	for _, kind := range magnitudeKinds {
		var vs []entente.Variant
		for i := range ts {
			for _, m := range ts[i].Magnitudes {
				if m.Kind != kind {
					continue
				}
				m.Span = entente.Span{}
				k := slices.IndexFunc(vs, func(v entente.Variant) bool { return *v.Magnitude == m })
				if k < 0 {
					k = len(vs)
					vs = append(vs, entente.Variant{Magnitude: &m})
				}
				vs[k].Events = append(vs[k].Events, ts[i].Event)
				break
			}
		}
		switch len(vs) {
		case 0:
		case 1:
			agreed = append(agreed, *vs[0].Magnitude)
		default:
			differ = append(differ, entente.Difference{Field: kind, Versions: weighed(vs, ts)})
		}
	}
	return agreed, differ
}

// doers returns the versions of who did it, where tellings name different
// parties, none for a meeting, whose sides one report names the other way round
// than another.
func doers(ts []entente.Telling) []entente.Difference {
	var vs []entente.Variant
	for i := range ts {
		if len(ts[i].Recipients) == 0 && len(ts[i].Actors) > 1 {
			return nil
		}
		v := parties(ts[i].Actors)
		k := slices.IndexFunc(vs, func(x entente.Variant) bool { return x.Value == v })
		if k < 0 {
			k = len(vs)
			vs = append(vs, entente.Variant{Value: v})
		}
		vs[k].Events = append(vs[k].Events, ts[i].Event)
	}
	if len(vs) < 2 {
		return nil
	}
	return []entente.Difference{{Field: "actor", Versions: weighed(vs, ts)}}
}

func parties(as []entente.Actor) string {
	codes := make([]string, len(as))
	for i := range as {
		codes[i] = cmp.Or(as[i].Party(), as[i].Name, "?")
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), "+")
}

// weighed counts the independent sources of each version.
func weighed(vs []entente.Variant, ts []entente.Telling) []entente.Variant {
	for i := range vs {
		var seen []int
		for j := range ts {
			if slices.Contains(vs[i].Events, ts[j].Event) && !slices.Contains(seen, ts[j].Group) {
				seen = append(seen, ts[j].Group)
			}
		}
		vs[i].Groups = len(seen)
	}
	return vs
}
