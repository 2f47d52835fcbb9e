package eval

import (
	"context"
	"fmt"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
)

// pairs scores the relation of two given spans, which the coder is told.
func (r *Runner) pairs(ctx context.Context) error {
	list, err := ReadJSONL[markedPair](r.Gold, "events/plv_train.jsonl")
	if err != nil {
		return err
	}
	docs := make([]*entente.Document, len(list))
	src, dst := make([]entente.Span, len(list)), make([]entente.Span, len(list))
	gold, pred := make([]Pair, len(list)), make([]Pair, len(list))
	for i, m := range list {
		text, s, t := Marked(m.Marked)
		docs[i], src[i], dst[i] = given(m.ID, text, ""), first(s), first(t)
		gold[i] = Pair{ID: m.ID, Root: m.Root, Quad: m.Quad}
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerActors | entente.LayerDates | entente.LayerTrees, AllTrees: true, Fast: true}), docs); err != nil {
		return err
	}
	tiers := map[string]*tally{}
	for i, d := range docs {
		pred[i] = Pair{ID: d.ID, Root: "(none)"}
		if root := r.Tools.Coder.Relate(d, src[i], dst[i]).Root; root != entente.RootNone {
			pred[i].Root = root.String()
		}
		rs := r.Tools.Coder.Pair(d, src[i], dst[i])
		if len(rs) == 0 {
			continue
		}
		key := fmt.Sprint(rs[0].Tier)
		if tiers[key] == nil {
			tiers[key] = &tally{}
		}
		tiers[key].add(btoi(rootOf(rs[0].Event.Root.String()) == list[i].Root), 1, 1)
	}
	if err := predict(r, "events/plv_train.pairs.jsonl", pred); err != nil {
		return err
	}
	s, err := ScorePairs(gold, pred)
	if err != nil {
		return err
	}
	note := "patterns alone, right by how directly the event links the two:"
	for _, k := range keys(tiers) {
		note += fmt.Sprintf(" %s %d/%d", k, tiers[k].tp, tiers[k].sys)
	}
	r.add("pairs", fmt.Sprintf("%d marked pairs", len(list)), "root macro-F1, actors given", f1(100*s.Root.MacroF1), note)
	r.add("pairs", fmt.Sprintf("%d marked pairs", len(list)), "quad / binary macro-F1", f1(100*s.Quad.MacroF1)+" / "+f1(100*s.Binary.MacroF1), "")
	return nil
}

func first(spans []entente.Span) entente.Span {
	if len(spans) == 0 {
		return entente.Span{}
	}
	return spans[0]
}
