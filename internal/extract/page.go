package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// maxDepth is how deep elements are nested when a page that is too deep for
// the parser is flattened. The parser allows 512, and adds some of its own.
const maxDepth = 256

// ErrNoText is wrapped by the error of a page that holds no text of its own.
var ErrNoText = errors.New("no text found in the page")

var (
	errElements = errors.New("the page has too many elements")
	errPanic    = errors.New("the extraction broke down")
)

// page takes the page of d apart.
func (x *Extractor) page(d *entente.Document) error {
	raw := d.HTML
	fail := func(code entente.Code, err error) error {
		return &entente.Error{Code: code, Op: "extract page", Where: d.ID, Err: err}
	}
	root, err := x.parse(raw)
	if errors.Is(err, errElements) {
		return fail(entente.ErrLimit, err)
	}
	if err != nil {
		return fail(entente.ErrInvalid, err)
	}
	m := readMeta(root, d.URL)
	links := relatedLinks(root, m)
	article := m.articleBody
	prune(root)
	joinParts(root)
	res, err := trafilate(root, m)
	if err != nil && article == "" {
		if errors.Is(err, errPanic) {
			return fail(entente.ErrInternal, err)
		}
		return fail(entente.ErrInvalid, ErrNoText)
	}
	body := ""
	if res != nil {
		body = bodyText(res.ContentNode, m.title)
		m.fill(res)
	}
	if len(body) < 250 && len(article) > 2*len(body) || continues(article, body) {
		body = article
	}
	if body == "" || strings.EqualFold(body, m.title) {
		return fail(entente.ErrInvalid, ErrNoText)
	}
	d.HTML = nil
	d.Text, _ = text.Normalize(trimBody(body, m))
	m.apply(d)
	markRelated(d, links)
	return nil
}

// continues reports whether article, the text that a page gives to machines,
// begins like body and goes on for at least a third more: the library took one
// of several parts.
func continues(article, body string) bool {
	if 3*len(article) < 4*len(body) || len(body) < 250 {
		return false
	}
	a, b := letters(article[:min(len(article), 400)]), letters(body[:min(len(body), 200)])
	return len(b) > 60 && strings.Contains(a, b[:60])
}

// parse parses a page; one that is nested too deep for the parser is flattened
// first.
func (x *Extractor) parse(raw []byte) (*html.Node, error) {
	if n := elements(raw, x.opt.MaxElements); n > x.opt.MaxElements {
		return nil, fmt.Errorf("%w: more than %d", errElements, x.opt.MaxElements)
	}
	root, err := guard(func() (*html.Node, error) { return html.Parse(bytes.NewReader(raw)) })
	if err == nil {
		return root, nil
	}
	flat := flatten(raw)
	root, err = guard(func() (*html.Node, error) { return html.Parse(bytes.NewReader(flat)) })
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	return root, nil
}

// guard calls f and turns a panic into an error.
func guard[T any](f func() (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errPanic, p)
		}
	}()
	return f()
}

// elements counts the start tags of a page, up to one more than the limit.
func elements(raw []byte, limit int) int {
	n := 0
	for i := 0; n <= limit; n++ {
		j := bytes.IndexByte(raw[i:], '<')
		if j < 0 || i+j+1 >= len(raw) {
			return n
		}
		i += j + 1
		if c := raw[i] | 0x20; c < 'a' || c > 'z' {
			n--
		}
	}
	return n
}

// void are the elements that hold nothing.
const void = " area base br col embed hr img input link meta param source track wbr "

// flatten drops the tags that nest elements deeper than maxDepth; their text
// stays.
func flatten(raw []byte) []byte {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(raw))
	depth, dropped := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return nil
			}
			return out.Bytes()
		case html.StartTagToken:
			name, _ := z.TagName()
			if strings.Contains(void, " "+string(name)+" ") {
				out.Write(z.Raw())
				continue
			}
			if depth >= maxDepth {
				dropped++
				out.WriteByte(' ')
				continue
			}
			depth++
		case html.EndTagToken:
			if dropped > 0 {
				dropped--
				continue
			}
			if depth > 0 {
				depth--
			}
		case html.TextToken, html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
		out.Write(z.Raw())
	}
}

// The dates between which a page may have been published. The upper bound is
// a constant because no output may depend on the day of the run.
var (
	minDate = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
	maxDate = time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)
)

// trafilate finds the main content of a page.
func trafilate(root *html.Node, m *meta) (*trafilatura.ExtractResult, error) {
	var address *url.URL
	if m.url != "" {
		address, _ = url.Parse(m.url) // a bad address is no address
	}
	opts := trafilatura.Options{
		OriginalURL:     address,
		HtmlDateOptions: &htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: true, MinDate: minDate, MaxDate: maxDate},
	}
	if !m.date.IsZero() {
		opts.HtmlDateOptions = nil
		opts.HtmlDateMode = trafilatura.Disabled
	}
	return guard(func() (*trafilatura.ExtractResult, error) { return trafilatura.ExtractDocument(root, opts) })
}
