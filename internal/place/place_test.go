package place

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

// towns is a table of towns as GeoNames has it, cut down to what the tests
// need: id, name, other names, lat, lon, code, country, division, county,
// population.
var towns = []string{
	"1|Paris|Parigi,Lutetia,巴黎,PAR|48.85|2.35|PPLC|FR|11|75|2138551",
	"2|Paris||33.66|-95.56|PPLA2|US|TX|277|24839",
	"3|Austin||30.27|-97.74|PPLA|US|TX|453|931830",
	"4|Brookston||33.62|-95.70|PPL|US|TX|277|600",
	"5|Kharkiv|Kharkov,Харків,Kharʹkiv|49.98|36.25|PPLA|UA|07||1430885",
	"6|Izium|Izyum|49.2|37.27|PPLA2|UA|07||45000",
	"7|Al Fashir|El Fasher,Al-Fashir|13.63|25.35|PPLA|SD|55||252609",
	"8|Beijing|Peking,bei jing,Ehpekin|39.9|116.4|PPLC|CN|22||18960744",
	"9|Washington|Washington DC|38.9|-77.04|PPLC|US|DC||689545",
	"10|Spokane||47.66|-117.43|PPLA2|US|WA|063|228989",
	"11|Saint Petersburg|St. Petersburg|59.94|30.31|PPLA|RU|66||5351935",
	"12|Goma||-1.68|29.22|PPLA|CD|11||144124",
	"13|Lincoln||40.8|-96.67|PPLA|US|NE|109|277348",
	"14|Tiny||45|5|PPL|FR|84||20",
	"15|Concord||32.0|-96.0|PPLA2|US|TX|001|60000",
	"16|Concord||47.0|-120.0|PPLA2|US|WA|001|70000",
}

const (
	divisions1 = `[{"code":"US.TX","name":"Texas"},{"code":"US.WA","name":"Washington"},{"code":"UA.07","name":"Kharkiv Oblast"},{"code":"FR.11","name":"Île-de-France"},{"code":"CD.11","name":"North Kivu"},{"code":"SD.55","name":"Northern Darfur"},{"code":"CN.22","name":"Beijing"},{"code":"US.NE","name":"Nebraska"},{"code":"XX.99","name":"Nowhere"}]`
	divisions2 = `[{"code":"US.TX.277","name":"Lamar County"},{"code":"FR.11.75","name":"Paris"}]`
	stateRows  = "code\tname\tnames\tadjectives\tpeople\tcapital\tfrom\tto\tiso2\twikidata\tlat\tlon\tsource\n# a comment\n" +
		"FRA\tFrance\tFrench Republic\tFrench\tFrenchmen\tParis\t\t\tFR\tQ142\t46\t2\tx\n" +
		"USA\tUnited States\tU.S.|US|America\tAmerican\tAmericans\tWashington\t\t\tUS\tQ30\t38\t-97\tx\n" +
		"UKR\tUkraine\t\tUkrainian\tUkrainians\tKyiv\t\t\tUA\tQ212\t49\t32\tx\n" +
		"SDN\tSudan\t\tSudanese\tSudanese\tKhartoum\t\t\tSD\tQ1049\t15\t30\tx\n" +
		"CHN\tChina\tPeople's Republic of China\tChinese\tChinese\tBeijing\t\t\tCN\tQ148\t35\t105\tx\n" +
		"RUS\tRussia\t\tRussian\tRussians\tMoscow\t\t\tRU\tQ159\t60\t100\tx\n" +
		"GBR\tUnited Kingdom\tBritain|England\tBritish\tBritons\tLondon\t\t\tGB\tQ145\t54\t-2\tx\n" +
		"COD\tDR Congo\tCongo\tCongolese\tCongolese\tKinshasa\t\t\tCD\tQ974\t0\t25\tx\n"
	regionRows = "name\tnames\tcountry\tadmin1\tlat\tlon\tgeonames\tkind\tsource\n# a comment\n" +
		"Texas\tTex.|,TX\tUSA\tTexas\t\t\t\tstate\tx\n" +
		"Red Sea\t\t\t\t20\t38.5\t\tsea\tx\n" +
		"England\t\tGBR\t\t52.2\t-1.2\t\tregion\tx\n" +
		"Donbas\tDonbass\tUKR\t\t48.3\t38.3\t\tregion\tx\n" +
		"United States\t\tUSA\t\t39.76\t-98.5\t6252001\tcountry\tx\n" +
		"Europe\tEuropean|Europeans\t\t\t48.7\t9.1\t\tdemonym\tx\n"
)

const (
	disputeHead = "area\tcountry\tclaimed_by\tdivisions\tnames\tlat\tlon\tkm\tsince\trule\tsource\n"
	disputeRows = disputeHead +
		"Kharkiv\tUKR\tRUS\tKharkiv Oblast\tDonbas\t\t\t\t2022\t2\tx\n" +
		"Goma\tCOD\tM23\t\t\t-1.7\t29.2\t20\t2012\t3\tx\n" +
		"Red Sea\t\tRUS|CHN\t\tRed Sea\t\t\t\t1900\t4\tx\n" +
		"China\tCHN\tFRA\t*\t\t\t\t\t1900\t1\tx\n"
	outletHead = "host\tnames\tcountry\tadmin1\tsource\n"
	outletRows = outletHead + "lamar.example\tLamar Gazette\tUSA\tTexas\tx\nwire.example\tThe Wire\tFRA\t\tx\n"
)

// cityTable writes towns in the 19 columns.
func cityTable(rows []string) string {
	var b strings.Builder
	for _, r := range rows {
		f := strings.Split(r, "|")
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\tP\t%s\t%s\t\t%s\t%s\t\t\t%s\t\t0\tZone\t2023-01-01\n", f[0], f[1], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9])
	}
	return b.String()
}

func packTest(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	st, err := Pack(&b, Sources{Cities: strings.NewReader(cityTable(towns)), Admin1: strings.NewReader(divisions1), Admin2: strings.NewReader(divisions2)})
	if err != nil {
		t.Fatalf("pack: %v", err)
	}
	if st.Entries == 0 || st.Bytes != b.Len() {
		t.Fatalf("stats %+v for %d bytes", st, b.Len())
	}
	return b.Bytes()
}

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(bytes.NewReader(packTest(t)), strings.NewReader(regionRows), strings.NewReader(stateRows),
		WithDisputes(strings.NewReader(disputeRows)), WithOutlets(strings.NewReader(outletRows)))
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return g
}

// document cuts a text into sentences at full stops before capitals and into
// tokens at blanks and marks, without tags.
func document(text string) *entente.Document {
	d := &entente.Document{Text: text}
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '.' && i+2 < len(text) && text[i+1] == ' ' && i > 3 && text[i-2] >= 'a' && text[i-3] >= 'a' {
			d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: start, End: i + 1}})
			start = i + 2
		}
	}
	d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: start, End: len(text)}})
	from := -1
	for i := 0; i <= len(text); i++ {
		blank := i == len(text) || text[i] == ' '
		if from >= 0 && (blank || strings.IndexByte(",()'", text[i]) >= 0) {
			d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: from, End: i}, Head: -1})
			from = -1
		}
		if from < 0 && !blank {
			from = i
		}
	}
	return d
}

func lines(d *entente.Document) string {
	out := make([]string, 0, len(d.Places))
	for _, p := range d.Places {
		s := p.Span.In(d.Text) + " = " + p.Name
		if p.Admin1 != "" {
			s += ", " + p.Admin1
		}
		out = append(out, s+" ["+p.Country+"] "+p.Use.String()+" "+p.Precision)
	}
	return strings.Join(out, "; ")
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	g := load(t)
	for _, c := range []struct{ text, want string }{
		{"The ministers met in Paris on Monday.", "Paris = Paris, Île-de-France [FRA] literal city"},
		{"Fire damaged a store in Paris, Texas, on Monday.", "Paris = Paris, Texas [USA] literal city; Texas = Texas, Texas [USA] literal region"},
		{"Fire damaged a store in Paris, TX, on Monday.", "Paris = Paris, Texas [USA] literal city; TX = Texas, Texas [USA] literal region"},
		{"The store in Paris, Texas, burnt. Firemen came to Paris at noon.", "Paris = Paris, Texas [USA] literal city; Texas = Texas, Texas [USA] literal region; Paris = Paris, Texas [USA] literal city"},
		{"Drones hit the Kharkiv region at night.", "Kharkiv = Kharkiv Oblast, Kharkiv [UKR] literal region"},
		{"Drones hit Kharkov at night.", "Kharkov = Kharkiv, Kharkiv [UKR] literal city"},
		{"Shells fell on El-Fasher in Sudan.", "El-Fasher = Al Fashir, Northern Darfur [SDN] literal city; Sudan = Sudan [SDN] literal country"},
		{"Shells fell on al-Fashir.", "al-Fashir = Al Fashir, Northern Darfur [SDN] literal city"},
		{"The ship sank in the Red Sea.", "Red Sea = Red Sea [] literal area"},
		{"The U.S. envoy left for China's capital.", "U.S. = United States [USA] literal country; China = China [CHN] metonymic country"},
		{"The French minister spoke to Ukrainians.", "French = France [FRA] demonym country; Ukrainians = Ukraine [UKR] demonym country"},
		{"He told us of the war in Ukraine.", "Ukraine = Ukraine [UKR] literal country"},
		{"President Lincoln spoke of Lincoln.", ""},
		{"The floods reached Saint Petersburg in Russia.", "Saint Petersburg = Saint Petersburg [RUS] literal city; Russia = Russia [RUS] literal country"},
		{"The floods reached St. Petersburg in Russia.", "St. Petersburg = Saint Petersburg [RUS] literal city; Russia = Russia [RUS] literal country"},
		{"The People's Republic of China objected.", "People's Republic of China = China [CHN] literal country"},
		{"He lives in England.", "England = England [GBR] literal region"},
		{"European leaders met in Goma, North Kivu.", "European = Europe [] demonym area; Goma = Goma, North Kivu [COD] literal city; North Kivu = North Kivu, North Kivu [COD] literal region"},
		{"The price was US$5 million.", ""},
		{"Rep. Ann Lee, D-Spokane, and Tom Fox, R-TX, voted for it.", "Spokane = Spokane, Washington [USA] literal city; TX = Texas, Texas [USA] literal region"},
		{"IZIUM -- Drones hit the market at night.", "IZIUM = Izium, Kharkiv [UKR] literal city"},
		{"The speech of Concord Mayor Ann Lee ended at noon.", "Concord = Concord, Washington [USA] literal city"},
		{"Mayor Concord spoke at noon.", ""},
		{"Fires burnt in Spokane, Lincoln and Lamar counties.", "Spokane = Spokane, Washington [USA] literal city; Lamar = Lamar County, Texas [USA] literal region"},
		{"Officers of the Lamar County sheriff came to Paris.", "Lamar County = Lamar County, Texas [USA] literal region; Paris = Paris, Île-de-France [FRA] literal city"},
		{"A fire in the state of Washington spread to Spokane.", "Washington = Washington, Washington [USA] literal region; Spokane = Spokane, Washington [USA] literal city"},
	} {
		d := document(c.text)
		g.NewWorker().Annotate(d)
		if diff := cmp.Diff(c.want, lines(d)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	g := load(t)
	text := "Talks with Austin broke down in Zabolottia."
	d := document(text)
	d.Entities = []entente.Entity{
		{Span: entente.Span{Start: 11, End: 17}, Type: entente.PER, First: 2, Last: 3},
		{Span: entente.Span{Start: 32, End: 42}, Type: entente.LOC, First: 6, Last: 7},
	}
	g.NewWorker().Annotate(d)
	want := []entente.Place{{Span: entente.Span{Start: 32, End: 42}, Unresolved: true, Why: "named a place by the language model, not in the gazetteer"}}
	if diff := cmp.Diff(want, d.Places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestPoint(t *testing.T) {
	t.Parallel()
	d := document("The U.S. and Goma in Congo agreed.")
	load(t).NewWorker().Annotate(d)
	if len(d.Places) != 3 {
		t.Fatalf("got %d places: %s", len(d.Places), lines(d))
	}
	us, goma := d.Places[0], d.Places[1]
	if us.GeoNames != 6252001 || us.Lat != 39.76 || !us.HasPoint {
		t.Errorf("United States: %+v", us)
	}
	if goma.GeoNames != 12 || goma.Lat != -1.68 || goma.Lon != 29.22 {
		t.Errorf("Goma: %+v", goma)
	}
}

func TestPackDeterministic(t *testing.T) {
	t.Parallel()
	if !bytes.Equal(packTest(t), packTest(t)) {
		t.Error("two packings of one input differ")
	}
}

func TestPackDamaged(t *testing.T) {
	t.Parallel()
	good := packTest(t)
	for name, change := range map[string]func([]byte) []byte{
		"empty":     func([]byte) []byte { return nil },
		"cut":       func(b []byte) []byte { return b[:len(b)/2] },
		"version":   func(b []byte) []byte { b[7] = 9; return b },
		"checksum":  func(b []byte) []byte { b[10] ^= 1; return b },
		"huge":      func(b []byte) []byte { b[43] = 0xff; return b },
		"not ours":  func([]byte) []byte { return []byte(strings.Repeat("x", 100)) },
		"last byte": func(b []byte) []byte { b[len(b)-1] ^= 0x55; return b },
	} {
		_, err := Load(bytes.NewReader(change(bytes.Clone(good))), strings.NewReader(regionRows), strings.NewReader(stateRows))
		if !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v, want ErrFormat", name, err)
		}
	}
}

func TestTables(t *testing.T) {
	t.Parallel()
	pack := packTest(t)
	head := "name\tnames\tcountry\tadmin1\tlat\tlon\tgeonames\tkind\tsource\n"
	for name, rows := range map[string]string{
		"no column": "name\tkind\nX\tsea\n",
		"ragged":    head + "X\tsea\n",
		"kind":      head + "X\t\t\t\t1\t1\t\tplanet\tx\n",
		"latitude":  head + "X\t\t\t\t95\t1\t\tsea\tx\n",
		"number":    head + "X\t\t\t\tone\t1\t\tsea\tx\n",
		"no point":  head + "X\t\t\t\t\t\t\tsea\tx\n",
		"division":  head + "X\t\tUSA\tMars\t\t\t\tstate\tx\n",
		"id":        head + "X\t\t\t\t1\t1\tQ5\tsea\tx\n",
		"state":     head + "X\t\tQQQ\t\t1\t1\t5\tcountry\tx\n",
	} {
		_, err := Load(bytes.NewReader(pack), strings.NewReader(rows), strings.NewReader(stateRows))
		if !errors.Is(err, ErrTable) {
			t.Errorf("%s: error %v, want ErrTable", name, err)
		}
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"Île-de-France", "ile de france", true},
		{"Saint-Denis", "st denis", true},
		{"Sana‘a", "sanaa", true},
		{"Łódź", "lodz", true},
		{"Diyarbakır", "diyarbakir", true},
		{"U.S.", "us", true},
		{"北京", "", false},
		{"Area 51", "area ", false},
	} {
		if got, ok := keyOf(c.in); ok != c.ok || ok && got != c.want {
			t.Errorf("keyOf(%q) = %q, %v; want %q, %v", c.in, got, ok, c.want, c.ok)
		}
	}
	if got := withoutArticles("deir al balah"); got != "deir balah" {
		t.Errorf("withoutArticles = %q", got)
	}
}

// repository loads the packed gazetteer and the tables of the repository.
func repository(t testing.TB) *Gazetteer {
	t.Helper()
	var files [6]*os.File
	for i, p := range []string{"../../models/places.bin", "../../data/places/regions.tsv", "../../data/actors/states.tsv", "../../data/places/disputed.tsv", "../../data/places/outlets.tsv", "../../data/places/past.tsv"} {
		f, err := os.Open(p)
		if err != nil {
			t.Fatalf("open table: %v", err)
		}
		defer f.Close() //nolint:errcheck // only read
		files[i] = f
	}
	g, err := Load(files[0], files[1], files[2], WithDisputes(files[3]), WithOutlets(files[4]), WithPast(files[5]))
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return g
}

func TestRepository(t *testing.T) {
	t.Parallel()
	g := repository(t)
	for _, c := range []struct{ text, want string }{
		{"Russian forces shelled Pokrovsk in the Donetsk region.", "Russian = Russia [RUS] demonym country; Pokrovsk = Pokrovsk, Donetsk [UKR] literal city; Donetsk region = Donetsk region, Donetsk [UKR] literal region"},
		{"The truck entered Gaza through the Rafah crossing.", "Gaza = Gaza Strip, Gaza Strip [PSE] literal region; Rafah crossing = Rafah crossing [PSE] literal area"},
		{"Rebels took Goma in North Kivu.", "Goma = Goma, North Kivu [COD] literal city; North Kivu = North Kivu, North Kivu [COD] literal region"},
		{"Two ships collided in the Taiwan Strait.", "Taiwan Strait = Taiwan Strait [] literal area"},
		{"He was born in London, Ontario.", "London = London, Ontario [CAN] literal city; Ontario = Ontario, Ontario [CAN] literal region"},
		{"Israeli soldiers raided Jenin in the occupied West Bank.", "Israeli = Israel [ISR] demonym country; Jenin = Jenin, West Bank [PSE] literal city; West Bank = West Bank, West Bank [PSE] literal region"},
	} {
		d := document(c.text)
		g.NewWorker().Annotate(d)
		if diff := cmp.Diff(c.want, lines(d)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

// news is prose of our own.
const news = "The foreign minister of Ukraine arrived in Paris on Tuesday for talks with French officials. Washington said it would send an envoy. " +
	"Drones hit the Kharkiv region overnight, the governor said, and a fire broke out in Izium. In Goma, North Kivu, aid workers counted 30 000 people on the road to Rwanda. " +
	"Nothing is said in this sentence about any town or river, and the reader has to look at each of its words. The Beijing summit ends on Friday; European leaders leave for home.\n"

// check reports what no text may lead to.
func check(t *testing.T, d *entente.Document) {
	t.Helper()
	last := 0
	for _, p := range d.Places {
		s := p.Span.In(d.Text)
		if s == "" || p.Span.Start < last {
			t.Fatalf("span %v is empty, out of the text or out of order", p.Span)
		}
		if utf8.ValidString(d.Text) && !utf8.ValidString(s) {
			t.Errorf("span %v cuts a rune", p.Span)
		}
		if p.HasPoint && !(p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180) {
			t.Errorf("%q: point %v, %v", s, p.Lat, p.Lon)
		}
		if p.Unresolved == (p.Name != "") || p.Why == "" {
			t.Errorf("%q: unresolved %v with name %q, reason %q", s, p.Unresolved, p.Name, p.Why)
		}
		last = p.Span.End
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	g := load(t)
	d := document(strings.Repeat(news, 3))
	g.NewWorker().Annotate(d)
	if len(d.Places) < 20 {
		t.Fatalf("found %d places, want at least 20", len(d.Places))
	}
	check(t, d)
	w, again := g.NewWorker(), document(d.Text)
	w.Annotate(document("He came from Paris, Texas."))
	w.Annotate(again)
	if diff := cmp.Diff(d.Places, again.Places); diff != "" {
		t.Errorf("a used worker differs (-new +used):\n%s", diff)
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add(news)
	f.Add("St. John’s U.S. al-Fashir People's Republic of China, TX. W.Va. D.C. Île-de-France’s Paris (Texas)")
	g := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := document(text)
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add(packTest(f))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := unpack(data, magic, maxPayload)
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("error %v is no ErrFormat", err)
			}
			return
		}
		p.prepare()
		for i := range p.key {
			if len(p.keyText(i)) > 0 && p.find([]byte(p.keyText(i))) == nil && len(p.posts) > 0 && i > 0 && p.post[i] > p.post[i-1] {
				t.Fatalf("key %q is not found", p.keyText(i))
			}
		}
	})
}

func FuzzRegions(f *testing.F) {
	f.Add(regionRows)
	f.Add("name\tnames\tcountry\tadmin1\tlat\tlon\tgeonames\tkind\nA\t|,|B\t\t\t0\t0\t\tsea\n")
	pack := packTest(f)
	f.Fuzz(func(t *testing.T, table string) {
		g, err := Load(bytes.NewReader(pack), strings.NewReader(table), strings.NewReader(stateRows))
		if err != nil {
			return
		}
		d := document(news)
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}

func BenchmarkAnnotate(b *testing.B) {
	g := repository(b)
	d := document(strings.Repeat(news, 10))
	w := g.NewWorker()
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Annotate(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(len(d.Places)*b.N), "ns/toponym")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var g *Gazetteer
	for b.Loop() {
		g = repository(b)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-held")
	runtime.KeepAlive(g)
}
