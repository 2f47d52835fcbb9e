package source

import (
	"errors"
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2024-05-16": "2024-05-16", "2024/05/16": "2024-05-16", "20240516": "2024-05-16", "16 May 2024": "2024-05-16", "May 16, 2024": "2024-05-16",
		"Thursday, May 16th, 2024": "2024-05-16", "Thursday, 16 May 2024": "2024-05-16", "Thu, 16 May 2024": "2024-05-16", "16-May-2024": "2024-05-16", "16.5.2024": "2024-05-16",
		"Sept. 3, 2023": "2023-09-03", "3 September 2023": "2023-09-03", "16/05/2024": "2024-05-16", "5/16/2024": "2024-05-16", "05/05/2024": "2024-05-05",
		"Published: 16 May 2024": "2024-05-16", "1st of June 2021": "2021-06-01",
		"2024-05-16T10:00:00Z":            "2024-05-16T10:00:00Z",
		"2024-05-16T10:00:00.123+03:00":   "2024-05-16T10:00:00+03:00",
		"2024-05-16T10:00:00+0300":        "2024-05-16T10:00:00+03:00",
		"2024-05-16 10:00":                "2024-05-16T10:00:00Z",
		"2024-05-16 10:00:00 UTC":         "2024-05-16T10:00:00Z",
		"2024-05-16 10:00:00 -0500":       "2024-05-16T10:00:00-05:00",
		"Thu, 16 May 2024 10:00:00 +0200": "2024-05-16T10:00:00+02:00",
		"Thu, 16 May 2024 10:00:00 GMT":   "2024-05-16T10:00:00Z",
		"Thu, 16 May 2024 10:00:00 EST":   "2024-05-16T10:00:00-05:00",
		"16 May 2024 10:00":               "2024-05-16T10:00:00Z",
		"May 16, 2024 at 3:04 p.m. EDT":   "2024-05-16T15:04:00-04:00",
		"May 16, 2024 3:04 PM":            "2024-05-16T15:04:00Z",
		"16/05/2024 10:00":                "2024-05-16T10:00:00Z",
		"Thu May 16 10:00:00 2024":        "2024-05-16T10:00:00Z",
		"1715853600":                      "2024-05-16T10:00:00Z",
		"1715853600000":                   "2024-05-16T10:00:00Z",
		"20240516T100000Z":                "2024-05-16T10:00:00Z",
	} {
		got, dateOnly, err := ParseTime(in)
		s := got.Format(time.RFC3339)
		if dateOnly {
			s = got.Format(time.DateOnly)
		}
		if err != nil || s != want {
			t.Errorf("ParseTime(%q) = %s, %v; want %s", in, s, err, want)
		}
	}
	for _, in := range []string{
		"", "today", "99999-01-01", "0001-01-01", "2024-02-30", "05/06/2024", "2024", "May 2024", "16 May", "12345", "-5", "1e9", "Thursday", "9999-12-31", "24/24/2024", "2024-13-01", "NaN", "2024-05-16T25:00:00Z",
	} {
		if got, _, err := ParseTime(in); !errors.Is(err, ErrTime) {
			t.Errorf("ParseTime(%q) = %v, %v; want a refusal", in, got, err)
		}
	}
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"2024-05-16", "Thu, 16 May 2024 10:00:00 EST", "5/16/2024 3:04 PM", "1715853600", "May 16, 2024 at 3:04 p.m. EDT", "16 May"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, dateOnly, err := ParseTime(s)
		if err != nil {
			if !errors.Is(err, ErrTime) || !got.IsZero() {
				t.Fatalf("ParseTime(%q) = %v, %v", s, got, err)
			}
			return
		}
		if y := got.Year(); y < minYear || y > maxYear {
			t.Fatalf("ParseTime(%q) = %v", s, got)
		}
		if h, m, sec := got.Clock(); dateOnly && h+m+sec != 0 {
			t.Fatalf("ParseTime(%q) = %v has a time of day", s, got)
		}
	})
}
