package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// checkAll reads in as format and checks what must hold of any input.
func checkAll(t *testing.T, in string, format Format) {
	t.Helper()
	n := 0
	for d, err := range Documents(nil, Options{Format: format, MaxDoc: 1 << 12, Keep: true, Stdin: strings.NewReader(in)}) {
		if n++; n > 4*len(in)+10 {
			t.Fatalf("%q gives more documents than bytes", in)
		}
		if (d == nil) == (err == nil) {
			t.Fatalf("%q gives %v and %v", in, d, err)
		}
		if err != nil {
			if entente.ErrorCode(err) == entente.ErrInternal {
				t.Fatalf("%q gives an error of ours: %v", in, err)
			}
			continue
		}
		if d.ID == "" || !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) || d.Text == "" && d.HTML == nil {
			t.Fatalf("%q gives %+v", in, d)
		}
		if (d.DateBasis == entente.DateNone) != d.Published.IsZero() {
			t.Fatalf("%q gives the date %v on basis %v", in, d.Published, d.DateBasis)
		}
	}
	if n == 0 {
		t.Fatalf("%q gives neither document nor error", in)
	}
}

func FuzzAuto(f *testing.F) {
	for _, s := range []string{"A text.", "", "\x1f\x8b\x08\x00", "%PDF-", "<html><p>x", "id,text\n1,x", "{\"text\":\"x\"}\n[]", "\xff\xfeA\x00", "PK\x03\x04word/", "<?xml?><rss>"} {
		f.Add(s)
	}
	f.Add(pack(f, "{\"text\":\"x\"}"))
	f.Fuzz(func(t *testing.T, in string) { checkAll(t, in, FormatAuto) })
}

func FuzzJSONL(f *testing.F) {
	f.Add("{\"text\":\"x\",\"date\":\"2024-05-16\"}\n[]\n{\n\n")
	f.Fuzz(func(t *testing.T, in string) { checkAll(t, in, FormatJSONL) })
}

func FuzzTable(f *testing.F) {
	f.Add("id,text\n1,\"a\n\"\"b\"\n\"c\n", true)
	f.Add("id\ttext\n1\t\"a\n", false)
	f.Fuzz(func(t *testing.T, in string, csv bool) {
		if csv {
			checkAll(t, in, FormatCSV)
		} else {
			checkAll(t, in, FormatTSV)
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add("<html><meta charset=koi8-r><p>\xd0\xff")
	f.Fuzz(func(t *testing.T, in string) { checkAll(t, in, FormatHTML) })
}

func BenchmarkJSONL(b *testing.B) {
	line := `{"id":"a","title":"Talks begin","date":"2024-05-16T10:00:00Z","source":"The Paper","text":"` + strings.Repeat("The two sides met in Rome on Thursday. ", 60) + "\"}\n"
	in := strings.Repeat(line, 200)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Documents(nil, Options{Stdin: strings.NewReader(in)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	in := "id,text,date\n" + strings.Repeat("1,\""+strings.Repeat("The two sides met in Rome on Thursday. ", 60)+"\",2024-05-16\n", 200)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Documents(nil, Options{Stdin: strings.NewReader(in)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
