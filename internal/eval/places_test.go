package eval_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/eval"
)

func TestUses(t *testing.T) {
	t.Parallel()
	word := func(s string) *string { return &s }
	gold := []corpus.Record{{Entities: []corpus.Entity{
		{Start: 0, End: 4, Country: word("FRA"), Use: word("literal")},
		{Start: 5, End: 9, Country: word("UKR"), Use: word("metonymic")},
		{Start: 10, End: 14, Use: word("modifier")},
		{Start: 20, End: 24, Type: "PER"},
	}}}
	docs := []*entente.Document{{Text: "Éire Kyiv Oslo xxxxx Anna", Places: []entente.Place{
		{Span: entente.Span{Start: 0, End: 5}, Country: "FRA", Use: entente.UseLiteral},
		{Span: entente.Span{Start: 6, End: 10}, Country: "RUS", Use: entente.UseLiteral},
	}}}
	s := eval.ScoreUses(gold, docs)
	if s.Gold != 3 || s.Found != 2 || s.Right != 1 || s.CountryGiven != 2 || s.CountryRight != 1 || s.Confusion[entente.UseMetonymic][entente.UseLiteral] != 1 {
		t.Errorf("score %+v", s)
	}
}

func TestPlaceSteps(t *testing.T) {
	t.Parallel()
	at := func(lat, lon float64) (*float64, *float64) { return &lat, &lon }
	gold := eval.Toponym{Start: 0, End: 4, Kind: "Literal"}
	gold.Lat, gold.Lon = at(48.8, 2.3)
	far := eval.Toponym{Start: 5, End: 9, Kind: "Metonymic"}
	far.Lat, far.Lon = at(10, 10)
	right, wrong := gold, far
	right.Confidence, right.Use = 0.9, "literal"
	wrong.Confidence, wrong.Use = 0.4, "metonymic"
	wrong.Lat, wrong.Lon = at(50, 50)
	s, err := eval.ScorePlaces([]eval.ToponymDoc{{ID: "a", Toponyms: []eval.Toponym{gold, far}}}, []eval.ToponymDoc{{ID: "a", Toponyms: []eval.Toponym{right, wrong}}})
	if err != nil {
		t.Fatal(err)
	}
	if s.CalibrationError != 0.25 || len(s.Steps) != 2 || s.Steps[0] != (eval.PlaceStep{Confidence: 0.4, N: 1}) || s.Literal.F != 1 || s.LiteralFound != 1 {
		t.Errorf("score %+v", s)
	}
}
