package alert

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
)

var now = time.Date(2024, 5, 20, 12, 0, 0, 0, time.UTC)

func row(id string, day int, country string) entente.EventRow {
	d := &entente.Document{ID: "d" + id, Title: "Floods", Text: "Kenya helped Uganda after floods."}
	on := entente.NewDay(2024, 5, day)
	e := &entente.Event{ID: id, Root: entente.RootAid, Actors: []entente.Actor{{Country: "KEN", Sector: entente.GOV}},
		Recipients: []entente.Actor{{Country: "UGA"}}, When: entente.When{From: on, To: on}, Where: &entente.Place{Country: country}}
	return entente.EventRow{Doc: d, Event: e}
}

func TestMatches(t *testing.T) {
	t.Parallel()
	disasters, err := entente.ParseContext("disasters")
	if err != nil {
		t.Fatal(err)
	}
	r := row("1", 3, "UGA")
	r.Event.Contexts = []entente.EventContext{disasters}
	for want, ws := range map[bool][]entente.Watch{
		true:  {{}, {Places: []string{"KEN", "UGA"}}, {Contexts: []entente.EventContext{disasters}}, {Words: "FLOODS uganda"}},
		false: {{Places: []string{"KEN"}}, {Contexts: []entente.EventContext{disasters + 1}}, {Words: "floods drought"}},
	} {
		for _, w := range ws {
			if Matches(&w, r) != want {
				t.Errorf("%+v matches: %v", w, !want)
			}
		}
	}
}

func TestThreshold(t *testing.T) {
	t.Parallel()
	w := entente.Watch{Name: "w", AtLeast: 3, Within: 2, Armed: true}
	two := []entente.EventRow{row("1", 1, "UGA"), row("2", 5, "UGA"), row("3", 6, "UGA")}
	if as, armed := OfThreshold(&w, two, now); len(as) != 0 || !armed {
		t.Errorf("two within two days tell %v", as)
	}
	three := append(two, row("4", 6, "UGA"))
	as, armed := OfThreshold(&w, three, now)
	if len(as) != 1 || armed || len(as[0].Events) != 3 || as[0].Kind != entente.AlertThreshold {
		t.Fatalf("three within two days tell %+v, armed %v", as, armed)
	}
	w.Armed = false
	if as, armed := OfThreshold(&w, append(three, row("5", 6, "UGA")), now); len(as) != 0 || armed {
		t.Error("a fourth one tells again")
	}
	if _, armed := OfThreshold(&w, append(three, row("6", 20, "UGA")), now); !armed {
		t.Error("when the number falls the watch is not armed again")
	}
}

func TestTurn(t *testing.T) {
	t.Parallel()
	w := entente.Watch{Name: "w"}
	day := entente.NewDay(2024, 5, 1)
	a, ok := OfTurn(&w, Turn{day, 2, -4, []string{"e"}}, nil, now)
	if !ok || a.Day != day || !strings.Contains(a.Title, "from +2.0 to -4.0") {
		t.Fatalf("%+v", a)
	}
	if _, ok := OfTurn(&w, Turn{day + 20, 2, -4, nil}, []entente.Alert{a}, now); ok {
		t.Error("a turn that moved by 20 days is told again")
	}
	if _, ok := OfTurn(&w, Turn{day + 60, 2, -4, nil}, []entente.Alert{a}, now); !ok {
		t.Error("another turn is not told")
	}
}

func TestAlertsAreTheSame(t *testing.T) {
	t.Parallel()
	w := entente.Watch{Name: "w"}
	a, b := OfEvents(&w, []entente.EventRow{row("1", 1, "UGA")}, now), OfEvents(&w, []entente.EventRow{row("1", 1, "UGA")}, now.Add(time.Hour))
	if a[0].ID != b[0].ID || a[0].Title != "KEN:GOV AID UGA" {
		t.Errorf("%+v and %+v", a, b)
	}
}

func TestPost(t *testing.T) {
	t.Parallel()
	var got *http.Request
	var body []byte
	status := http.StatusOK
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got, body = r, must(io.ReadAll(r.Body))
		if status == http.StatusFound {
			w.Header().Set("Location", "http://127.0.0.1:1/")
		}
		w.WriteHeader(status)
	}))
	defer srv.Close()
	l := Letter{To: srv.URL, Secret: "s3", ID: "00ff", Private: true, At: now, Body: []byte(`{"a":1}`)}
	p := NewPoster()
	if err := p.Post(t.Context(), l); err != nil {
		t.Fatal(err)
	}
	seconds, sig, _ := strings.Cut(strings.TrimPrefix(got.Header.Get("Entente-Signature"), "t="), ",v1=")
	h := hmac.New(sha256.New, []byte("s3"))
	fmt.Fprintf(h, "%s.%s", seconds, body)
	if sig != hex.EncodeToString(h.Sum(nil)) || got.Header.Get("Entente-Alert") != "00ff" {
		t.Errorf("headers %v", got.Header)
	}
	for _, status = range []int{http.StatusInternalServerError, http.StatusFound} {
		if err := p.Post(t.Context(), l); err == nil {
			t.Errorf("the answer %d is taken for a success", status)
		}
	}
	l.Private = false
	if err := p.Post(t.Context(), l); !errors.Is(err, ErrPrivate) {
		t.Errorf("a private address: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.Post(ctx, l); err == nil {
		t.Error("a post goes on after its context")
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestPublic(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{"8.8.8.8": true, "2001:4860:4860::8888": true, "127.0.0.1": false, "::1": false, "10.1.2.3": false,
		"192.168.0.1": false, "172.16.0.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false,
		"fe80::1": false, "fc00::1": false, "::ffff:127.0.0.1": false} {
		if public(netip.MustParseAddr(s)) != want {
			t.Errorf("%s is public: %v", s, !want)
		}
	}
	for s, ok := range map[string]bool{"https://x.example/hook": true, "ftp://x.example": false, "https://": false, "https://u:p@x.example": false, "%": false} {
		if err := CheckURL(s); (err == nil) != ok {
			t.Errorf("%s: %v", s, err)
		}
	}
}

func TestNext(t *testing.T) {
	t.Parallel()
	if at, ok := Next(1, now); !ok || at != now.Add(time.Minute) {
		t.Error(at)
	}
	if at, ok := Next(4, now); !ok || at != now.Add(8*time.Minute) {
		t.Error(at)
	}
	if _, ok := Next(maxAttempts, now); ok {
		t.Error("it never gives up")
	}
}

func TestFeed(t *testing.T) {
	t.Parallel()
	hostile := `<script>alert("x")</script> & ]]> ` + "\x01"
	var b bytes.Buffer
	if err := Feed(&b, "w", "http://127.0.0.1:8080", []entente.Alert{{ID: "1", Watch: "w", At: now, Title: hostile, Events: []string{"00ff"}}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<script>") {
		t.Errorf("markup of the news is live: %s", b.String())
	}
	var f atom
	if err := xml.Unmarshal(b.Bytes(), &f); err != nil || len(f.Entries) != 1 || f.Entries[0].Link.Href != "http://127.0.0.1:8080/event/00ff" {
		t.Errorf("%+v, %v", f, err)
	}
	if err := Feed(&b, "", "", nil); err != nil {
		t.Error(err)
	}
}
