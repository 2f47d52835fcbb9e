//go:build browser

package web_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// problems collects what a browser complains of.
type problems struct {
	mu   sync.Mutex
	list []string
}

func (p *problems) add(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.list = append(p.list, fmt.Sprintf(format, args...))
}

func (p *problems) take() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := p.list
	p.list = nil
	return out
}

// newBrowser starts headless Chromium and listens for errors and for requests
// to hosts other than the server's.
func newBrowser(t *testing.T, server string) (context.Context, *problems) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	p := &problems{}
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventExceptionThrown:
			p.add("exception: %s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			p.add("console: %s", e.Type)
		case *log.EventEntryAdded:
			p.add("log: %s %s", e.Entry.Text, e.Entry.URL)
		case *network.EventRequestWillBeSent:
			// The browser draws its own date fields with an icon at a data: address.
			if u := e.Request.URL; !strings.HasPrefix(u, server) && !strings.HasPrefix(u, "data:image/svg+xml") {
				p.add("a request to %s", u)
			}
		}
	})
	if err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	if err := errors.Join(command(ctx, network.Enable, network.EnableParams{}), command(ctx, log.Enable, cdp.Empty{}),
		command(ctx, runtime.Enable, cdp.Empty{})); err != nil {
		t.Fatalf("listen to the browser: %v", err)
	}
	return ctx, p
}

// command sends one command of the protocol.
func command[P, R any](ctx context.Context, c cdp.Command[P, R], params P) error {
	_, err := chromedp.Call(ctx, c, params)
	return err
}

// contrastScript lists the texts whose contrast with what is behind them is
// below WCAG 2.1 AA: 4.5, or 3 for large ones.
const contrastScript = `(() => {
  const parse = c => { const m = c.match(/[\d.]+/g).map(Number); return {r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1}; };
  const lum = c => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); };
    return .2126 * f(c.r) + .7152 * f(c.g) + .0722 * f(c.b); };
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a > 0) return c; } return {r: 255, g: 255, b: 255}; };
  const out = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const n = walk.currentNode, e = n.parentElement;
    if (!n.data.trim() || e.closest('.hidden, .skip, title, option')) continue;
    const s = getComputedStyle(e), size = parseFloat(s.fontSize), bold = +s.fontWeight >= 700;
    const svg = e.closest('svg');
    const a = lum(parse(svg ? s.fill : s.color)), b = lum(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < (size >= 24 || (bold && size >= 18.7) ? 3 : 4.5)) out.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + n.data.trim().slice(0, 30));
  }
  return [...out];
})()`

// markScript says whether the act of the sentence stands out on the page.
const markScript = `(() => { const m = document.querySelector('.evidence blockquote .m.trigger'); if (!m) return 'no mark';
  const r = m.getBoundingClientRect(), s = getComputedStyle(m);
  if (r.width < 10 || r.height < 10) return 'a mark of no size';
  return s.backgroundColor === getComputedStyle(m.parentElement).backgroundColor ? 'no colour' : ''; })()`

// sight is what a browser makes of one page at one size.
type sight struct {
	overflow bool
	faint    []string // texts of too little contrast
	mark     string   // what is wrong with the marked act
	shot     []byte   // PNG
}

// look opens address in a window of that width and colour scheme.
func look(ctx context.Context, address string, width int64, scheme string) (sight, error) {
	s := sight{}
	err := command(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	if err != nil {
		return s, err
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address)); err != nil {
		return s, err
	}
	if s.overflow, err = chromedp.Run(ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > document.documentElement.clientWidth`)); err != nil {
		return s, err
	}
	if s.faint, err = chromedp.Run(ctx, chromedp.Evaluate[[]string](contrastScript)); err != nil {
		return s, err
	}
	if s.mark, err = chromedp.Run(ctx, chromedp.Evaluate[string](markScript)); err != nil {
		return s, err
	}
	s.shot, err = chromedp.Run(ctx, chromedp.FullScreenshot(100))
	return s, err
}

func TestBrowser(t *testing.T) {
	t.Parallel()
	srv := serve(t, append(fixtureDocs(), dispute()...))
	ctx, found := newBrowser(t, srv.URL)
	pages := []struct{ name, address string }{{"stories", "/"}, {"story", "/story/s1"}, {"event", "/event/e100000000000001"}, {"events", "/events"},
		{"document", docAddress(idPath)}, {"relations", "/relations"}, {"relation", "/relations?a=RUS&b=CHN"}, {"series", "/relations?a=RUS&b=UKR&by=day"},
		{"point", "/relations/events?a=RUS&b=UKR&from=2024-03-11&to=2024-03-24"}, {"claims", "/relations/events?a=RUS&b=UKR&kind=claims"},
		{"network", "/network"}, {"coverage", "/coverage"}, {"told", "/event/me700000000000202"}, {"news", "/story/s1?since=last"}, {"brief", "/brief?on=2024-05-16"},
		{"search", "/search?q=beijing"}, {"error", "/story/none"}, {"hostile", "/event/e4000000000000aa"}, {"evil", docAddress(idEvil)}}
	dir := t.ArtifactDir()
	for _, page := range pages {
		for _, width := range []int64{1280, 420} {
			for _, scheme := range []string{"light", "dark"} {
				s, err := look(ctx, srv.URL+page.address, width, scheme)
				if err != nil {
					t.Fatalf("%s: %v", page.address, err)
				}
				where := fmt.Sprintf("%s-%d-%s", page.name, width, scheme)
				if s.overflow {
					t.Errorf("%s: the page is wider than the window", where)
				}
				for _, f := range s.faint {
					t.Errorf("%s: too little contrast: %s", where, f)
				}
				if page.name == "event" && s.mark != "" {
					t.Errorf("%s: the act is not marked: %s", where, s.mark)
				}
				for _, p := range found.take() {
					if page.name != "error" || !strings.Contains(p, "404") { // Chromium logs the status of the missing page
						t.Errorf("%s: %s", where, p)
					}
				}
				if err := os.WriteFile(filepath.Join(dir, where+".png"), s.shot, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestBrowserMerged looks at a story with copies, differing values and links.
func TestBrowserMerged(t *testing.T) {
	t.Parallel()
	srv := serveOf(t, handlerOf(t, mergedArchive(t)))
	ctx, found := newBrowser(t, srv.URL)
	for _, width := range []int64{1280, 420} {
		for _, scheme := range []string{"light", "dark"} {
			s, err := look(ctx, srv.URL+"/story/s1", width, scheme)
			if err != nil {
				t.Fatal(err)
			}
			if s.overflow || len(s.faint) > 0 {
				t.Errorf("%d, %s: overflow %v, too little contrast %v", width, scheme, s.overflow, s.faint)
			}
			for _, p := range found.take() {
				t.Errorf("%d, %s: %s", width, scheme, p)
			}
		}
	}
	shown, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`[...document.querySelectorAll('.differ dd')].length === 2 &&
		document.querySelector('.copies').getBoundingClientRect().height > 10 && document.querySelectorAll('.ties a').length === 2`))
	if err != nil {
		t.Fatal(err)
	}
	if !shown {
		t.Error("the differing values, the copy or the links are not on the page")
	}
}

// TestSourcesOnFocus reaches the number behind a sentence by keyboard: its
// source shows, within the window, and Enter leads to the event.
func TestSourcesOnFocus(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	ctx, found := newBrowser(t, srv.URL)
	const shown = `(() => { const a = document.querySelector('a.cite'), tip = a.querySelector('.tip'), was = getComputedStyle(tip).display;
  a.focus(); const s = getComputedStyle(tip), r = tip.getBoundingClientRect();
  return was === 'none' && s.display === 'block' && r.left >= 0 && r.right <= window.innerWidth && tip.textContent.includes('Lantern News') ? '' :
    was + ' ' + s.display + ' ' + r.left + '-' + r.right + ' ' + tip.textContent; })()`
	if err := command(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int64{1280, 400} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(srv.URL+"/story/s1")); err != nil {
			t.Fatal(err)
		}
		problem, err := chromedp.Run(ctx, chromedp.Evaluate[string](shown))
		if err != nil || problem != "" {
			t.Errorf("at width %d the source of a sentence does not show: %s %v", width, problem, err)
		}
	}
	if err := chromedp.Do(ctx, chromedp.KeyEvent("\r"), chromedp.WaitVisible(".evidence blockquote .m.trigger")); err != nil {
		t.Errorf("the number does not lead to its event: %v", err)
	}
	for _, p := range found.take() {
		t.Error(p)
	}
}
