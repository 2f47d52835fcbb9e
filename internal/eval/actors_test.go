package eval

import "testing"

func TestActorRecordInArticle(t *testing.T) {
	t.Parallel()
	from, to := 0, 4
	rec := actorRecord{Drawn: &actorDrawn{Start: 7, End: 15}, article: []rune("Señor. Peru won. Oh."), Entities: []actorGold{{Start: &from, End: &to}, {}}}
	rec.Events = append(rec.Events, struct {
		Actor     []actorGold `json:"actor"`
		Recipient []actorGold `json:"recipient"`
	}{Actor: []actorGold{{Start: &from, End: &to}}})
	in := rec.in()
	for _, g := range []actorGold{in.Entities[0], in.Events[0].Actor[0]} {
		if got := string([]rune(*in.Text)[*g.Start:*g.End]); got != "Peru" {
			t.Errorf("in its article the span is %q, want Peru", got)
		}
	}
	if in.Entities[1].Start != nil {
		t.Error("a name without a span has one in its article")
	}
	if from != 0 || to != 4 || *rec.Entities[0].Start != 0 {
		t.Error("the record itself moved")
	}
}
