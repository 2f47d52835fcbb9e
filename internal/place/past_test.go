package place

import (
	"errors"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestPast(t *testing.T) {
	t.Parallel()
	g := repository(t)
	for _, c := range []struct{ text, day, want string }{
		{"Pilots struck in Murmansk.", "1990-09-06", "SUHH"},
		{"Pilots struck in Murmansk.", "1991-12-25", "RUS"},
		{"Pilots struck in Murmansk.", "", "RUS"},
		{"Deputies met in Novi Sad.", "1998-01-10", "YUCS"},
		{"Deputies met in Novi Sad.", "2004-01-10", "CSXX"},
		{"Deputies met in Novi Sad.", "2010-01-10", "SRB"},
		{"Miners struck in Likasi.", "1992-03-17", "ZRCD"},
		{"Crowds met in Kaunas.", "1990-05-29", "LTU"},
		{"Envoys flew to Russia.", "1990-05-29", "RUS"},
	} {
		d := document(c.text)
		if c.day != "" {
			day, err := entente.ParseDay(c.day)
			if err != nil {
				t.Fatal(err)
			}
			d.Published = day.Time()
		}
		g.NewWorker().Annotate(d)
		if len(d.Places) != 1 || d.Places[0].Country != c.want {
			t.Errorf("%s on %q: %v, want one place of %s", c.text, c.day, lines(d), c.want)
		}
	}
}

func TestPastErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ row, want string }{
		{"ITA\tsoon\tFRA\tx\n", `"soon" is no day`},
		{"ITA\t1990-01-01\tXYZ\tx\n", `no state "XYZ"`},
		{"ITA\t1990-01-01\tFRA\tx\nITA\t1989-01-01\tFRA\tx\n", "is not after the row before"},
	} {
		g := &Gazetteer{country: map[string]int32{"ITA": 1, "FRA": 2}}
		err := WithPast(strings.NewReader("country\tuntil\twas\tsource\n" + c.row))(g)
		if !errors.Is(err, ErrTable) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.row, err, c.want)
		}
	}
}

func TestTownsBesideOffices(t *testing.T) {
	t.Parallel()
	g := repository(t)
	for _, c := range []struct {
		text, name string
		kind       entente.EntityType
		want       int
	}{
		{"Poltava mayor hauls board to court", "Poltava", entente.ORG, 1},
		{"Poltava wins prize", "Poltava", entente.ORG, 0},
		{"The mayor of Antratsyt reported it.", "Antratsyt", entente.PER, 1},
		{"The plan of Antratsyt failed.", "Antratsyt", entente.PER, 0},
		{"Youths rampaged in Volos.", "Volos", entente.ORG, 1},
		{"Youths rampaged at Volos.", "Volos", entente.ORG, 0},
		{"Youths rampaged in Volos.", "Volos", entente.PER, 1},
		{"Zadar's mayor banned it.", "Zadar", entente.PER, 1},
		{"Zadar's brother banned it.", "Zadar", entente.PER, 0},
		{"The port of Zadar's cranes stood still.", "Zadar", entente.PER, 1},
		{"GUWAHATI, May 3 - Youths rampaged.", "GUWAHATI", entente.PER, 1},
		{"GUWAHATI, Mayor 3 - Youths rampaged.", "GUWAHATI", entente.PER, 0},
		{"MAE SOT - Youths rampaged.", "MAE", entente.EntityNone, 1},
	} {
		d := document(c.text)
		at := strings.Index(c.text, c.name)
		for i := range d.Tokens {
			if d.Tokens[i].Span.Start == at {
				d.Entities = []entente.Entity{{Span: entente.Span{Start: at, End: at + len(c.name)}, First: i, Last: i + 1, Type: c.kind}}
			}
		}
		g.NewWorker().Annotate(d)
		if len(d.Places) != c.want {
			t.Errorf("%s as %v: %v, want %d", c.text, c.kind, lines(d), c.want)
		}
	}
}
