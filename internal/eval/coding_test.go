package eval

import (
	"math"
	"testing"

	"github.com/entente-news/entente/internal/corpus"
)

func codingMember(start int, country, sector string) corpus.Member {
	return corpus.Member{Text: corpus.Text{Start: start, End: start + 3}, Country: nonEmpty(country), Sector: nonEmpty(sector)}
}

// codingGold is a record of two sentences with an event each, and one without.
func codingGold() []corpus.Record {
	n := int64(3)
	visit := corpus.Event{Event: "CONSULT", Mode: nonEmpty("visit"), Contexts: []string{"diplomatic"}, Trigger: corpus.Text{Start: 5, End: 9},
		Actor: []corpus.Member{codingMember(0, "RUS", "GOV")}, Recipient: []corpus.Member{codingMember(10, "CHN", "GOV")},
		Status: "actual", Attribution: &corpus.Attribution{Speaker: codingMember(20, "RUS", "JRN"), Interested: true}}
	arrest := corpus.Event{Sentence: 1, Event: "COERCE", Mode: nonEmpty("arrest"), Trigger: corpus.Text{Start: 35, End: 40}, Status: "negated",
		Actor: []corpus.Member{codingMember(30, "KEN", "COP")}, Recipient: []corpus.Member{codingMember(42, "KEN", "CVL")},
		Magnitude: corpus.Magnitude{Arrested: &corpus.Size{Low: &n, High: &n, Best: &n}}}
	return []corpus.Record{{ID: "w-1", Sentences: []corpus.Span{{Start: 0, End: 30}, {Start: 30, End: 60}, {Start: 60, End: 90}},
		Events: []corpus.Event{visit, arrest}}}
}

func TestScoreCoding(t *testing.T) {
	t.Parallel()
	all := func(change func(es []codedEvent) []codedEvent) CodingScore {
		gold := codingGold()
		var es []codedEvent
		for _, e := range codingGold()[0].Events {
			es = append(es, codedEvent{Event: e, Confidence: 0.9, Printed: e.Status != "negated"})
		}
		return scoreCoding(gold, [][]codedEvent{change(es)})
	}
	whole := all(func(es []codedEvent) []codedEvent { return es })
	for name, f := range map[string]float64{"root": whole.Root.F, "triple": whole.Triple.F, "sector": whole.Sector.F, "domestic": whole.Domestic.F,
		"mode": whole.Mode.MacroF1, "status": whole.Status.MacroF1, "speaker": whole.Speaker.F, "contexts": whole.Contexts.F} {
		if f != 1 {
			t.Errorf("gold against gold: %s is %v", name, f)
		}
	}
	if whole.FalseAlarms != 0 || whole.Quiet != 1 || len(whole.Judged) != 1 || !whole.Judged[0].Right {
		t.Errorf("gold against gold: %+v", whole)
	}
	if whole.Magnitude != (tally{1, 1, 1}) || whole.Day.tp != 2 || whole.Interested.tp != 1 {
		t.Errorf("details of gold against gold: %+v", whole)
	}

	sector := all(func(es []codedEvent) []codedEvent {
		es[1].Actor = []corpus.Member{codingMember(30, "KEN", "MIL")}
		return es
	})
	if sector.Triple.F != 1 || sector.Sector.F != 0.5 || sector.Domestic.F != 0 {
		t.Errorf("another sector: triple %v, sector %v, domestic %v", sector.Triple.F, sector.Sector.F, sector.Domestic.F)
	}
	root := all(func(es []codedEvent) []codedEvent { es[0].Event.Event = "AGREE"; return es })
	if root.Trigger.F != 1 || root.Root.F != 0.5 || root.Judged[0].Right || root.PerRoot["AGREE"].F != 0 {
		t.Errorf("another root: %+v", root)
	}
	alarm := all(func(es []codedEvent) []codedEvent {
		e := es[0]
		e.Trigger = corpus.Text{Start: 70, End: 75}
		e.Event.Event = "AID"
		return append(es, e)
	})
	if alarm.FalseAlarms != 1 || alarm.Root.P >= 1 || alarm.Root.R != 1 {
		t.Errorf("one too many: %+v", alarm)
	}
}

func TestCalibrate(t *testing.T) {
	t.Parallel()
	var fit, bold []Judged
	for i := range 100 {
		fit = append(fit, Judged{Confidence: 0.9, Right: i%10 != 0})
		bold = append(bold, Judged{Confidence: 0.9, Right: i%2 == 0})
	}
	if c := calibrate(fit); math.Abs(c.Error) > 1e-9 || c.Precision != 0.9 || c.Low > c.Error+0.1 {
		t.Errorf("fitting confidences: %+v", c)
	}
	if c := calibrate(bold); math.Abs(c.Error-0.4) > 1e-9 || c.Skill >= 0 {
		t.Errorf("too bold: %+v", c)
	}
	sharp := append([]Judged{}, Judged{Confidence: 1, Right: true}, Judged{Confidence: 0})
	if c := calibrate(sharp); c.Skill != 1 {
		t.Errorf("sharp confidences have the skill %v", c.Skill)
	}
	if c := calibrate(nil); c.N != 0 || c.Error != 0 {
		t.Errorf("nothing judged: %+v", c)
	}
}
