package corpus

import "testing"

func TestNewDate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, kind, from, to, precision string }{
		{"2014-07-02", "DATE", "2014-07-02", "2014-07-02", "day"},
		{"2014-07-02TNI", "TIME", "2014-07-02", "2014-07-02", "day"},
		{"2014-07-02T09:30", "TIME", "2014-07-02", "2014-07-02", "day"},
		{"2014-W27", "DATE", "2014-06-30", "2014-07-06", "week"},
		{"2020-W53", "DATE", "2020-12-28", "2021-01-03", "week"},
		{"2014-W27-WE", "DATE", "2014-07-05", "2014-07-06", "span"},
		{"2014-W27-3", "DATE", "2014-07-02", "2014-07-02", "day"},
		{"2014-02", "DATE", "2014-02-01", "2014-02-28", "month"},
		{"2014-02 START", "DATE", "2014-02-01", "2014-02-10", "span"},
		{"2014-02 END", "DATE", "2014-02-21", "2014-02-28", "span"},
		{"2014 START", "DATE", "2014-01-01", "2014-05-01", "span"},
		{"2014 MID", "DATE", "2014-05-02", "2014-08-31", "span"},
		{"2014 END", "DATE", "2014-09-01", "2014-12-31", "span"},
		{"2014 APPROX", "DATE", "2014-01-01", "2014-12-31", "year"},
		{"2014-Q3", "DATE", "2014-07-01", "2014-09-30", "quarter"},
		{"2014-H2", "DATE", "2014-07-01", "2014-12-31", "span"},
		{"2014-WI", "DATE", "2014-12-01", "2015-02-28", "span"},
		{"2014-SU", "DATE", "2014-06-01", "2014-08-31", "span"},
		{"2014", "DATE", "2014-01-01", "2014-12-31", "year"},
		{"199", "DATE", "1990-01-01", "1999-12-31", "decade"},
		{"19", "DATE", "1900-01-01", "1999-12-31", "span"},
		{"P3D", "DURATION", "", "", ""},
		{"PXY APPROX", "DURATION", "", "", ""},
		{"PT36H", "DURATION", "", "", ""},
		{"P1Y6M", "DURATION", "", "", ""},
		{"SET XXXX-WXX-5", "SET", "", "", ""},
		{"SET P1D", "SET", "", "", ""},
		{"PAST_REF", "DATE", "", "", ""},
		{"XXXX-WXX-4", "DATE", "", "", ""},
		{"XXXX-07-02", "DATE", "", "", ""},
		{"XXXX-XX-XXTNI", "TIME", "", "", ""},
	} {
		d, err := newDate(Span{1, 2}, c.typed)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if d.Type != c.kind || value(d.From) != c.from || value(d.To) != c.to || d.precision != c.precision {
			t.Errorf("%s: %s %s..%s %s", c.typed, d.Type, value(d.From), value(d.To), d.precision)
		}
	}
	for _, bad := range []string{"", "soon", "2014-02-30", "2014-13", "2014-W60", "2014-07-02T9", "2014 LATE", "SET often", "P", "2014-7-2", "20145"} {
		if d, err := newDate(Span{1, 2}, bad); err == nil {
			t.Errorf("%q is read as %+v", bad, d)
		}
	}
}
