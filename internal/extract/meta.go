package extract

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says of itself.
type meta struct {
	url, title, byline, site, lang string
	shownBy                        string // a name that the page shows where authors stand
	date                           time.Time
	dateOnly                       bool
	basis                          entente.DateBasis
	articleBody                    string            // of JSON-LD
	tags                           map[string]string // first content of each meta name, lower case
}

// metaNames are the names of meta tags in the order of trust.
var (
	titleNames  = []string{"og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "headline", "title"}
	authorNames = []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "dc:creator", "authors"}
	siteNames   = []string{"og:site_name", "application-name", "dc.publisher", "publisher", "citation_journal_title", "apple-mobile-web-app-title"}
	dateNames   = []string{"article:published_time", "og:article:published_time", "og:published_time", "article:published", "article.published", "datepublished", "publishdate",
		"publish-date", "publish_date", "pubdate", "published_date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
		"dc.date.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "date", "bt:pubdate", "displaydate", "timestamp", "dc:created"}
)

// readMeta reads head, JSON-LD and the marked parts of a page's body.
func readMeta(root *html.Node, address string) *meta {
	m := &meta{url: address, tags: map[string]string{}}
	v := &metaVisitor{m: m}
	v.visit(root)
	ld := readJSONLD(v.scripts)
	if m.url == "" {
		m.url = absolute(first(v.canonical, m.tags["og:url"]), "")
	}
	m.lang = langOf(v.htmlLang, m.tags)
	m.site = ownName(first(m.pick(siteNames), ld.publisher), hostOf(m.url))
	m.title = m.chooseTitle(v, ld)
	m.byline = cleanByline(first(ld.author, m.pick(authorNames), v.byline), m.site)
	m.articleBody = ld.body
	m.chooseDate(v, ld)
	return m
}

// pick returns the first of the named meta tags that the page has.
func (m *meta) pick(names []string) string {
	for _, n := range names {
		if s := m.tags[n]; s != "" {
			return s
		}
	}
	return ""
}

// chooseTitle weighs what the page offers: the name that it gives for sharing,
// with the outlet's name taken off its end, checked against its first heading.
func (m *meta) chooseTitle(v *metaVisitor, ld ldArticle) string {
	host := hostOf(m.url)
	given := first(m.pick(titleNames), ld.headline)
	title := stripSite(first(given, v.title), m.site, host)
	h1 := stripSite(v.h1, m.site, host)
	switch {
	case title == "" || isSite(title, m.site, host):
		return first(h1, title)
	case v.h1s != 1 || len(h1) < 10 || isSite(h1, m.site, host):
		return title
	case given == "" && len(strings.Fields(h1)) >= 2, strings.Contains(strings.ToLower(title), strings.ToLower(h1)), alike(title, h1):
		return h1
	}
	return title
}

// alike reports whether two titles share at least two fifths of the words of
// the longer one: they name the same story.
func alike(a, b string) bool {
	in := map[string]bool{}
	wa, wb := strings.Fields(text.Fold(a)), strings.Fields(text.Fold(b))
	for _, w := range wa {
		in[strings.TrimFunc(w, notWord)] = true
	}
	shared := 0
	for _, w := range wb {
		if in[strings.TrimFunc(w, notWord)] {
			shared++
		}
	}
	return shared*5 >= 2*max(len(wa), len(wb))
}

// chooseDate takes the date of publication from metadata.
func (m *meta) chooseDate(v *metaVisitor, ld ldArticle) {
	candidates := append([]string{ld.date}, v.itemDate)
	for _, n := range dateNames {
		candidates = append(candidates, m.tags[n])
	}
	candidates = append(candidates, v.timeTag)
	for _, s := range candidates {
		if t, dateOnly, ok := pageTime(s); ok {
			m.date, m.dateOnly, m.basis = t, dateOnly, entente.DateMetadata
			return
		}
	}
	if t, ok := DateInURL(m.url); ok {
		m.date, m.dateOnly, m.basis = t, true, entente.DateURL
		return
	}
	for _, s := range append(v.dateTexts, v.lone) {
		if t, ok := shownDate(s); ok {
			m.date, m.dateOnly, m.basis = t, true, entente.DateText
			return
		}
	}
}

// fill takes over from the library what the page's metadata left open.
func (m *meta) fill(res *trafilatura.ExtractResult) {
	md := res.Metadata
	if m.title == "" {
		m.title = oneLine(md.Title)
	}
	if m.byline == "" {
		m.byline = first(cleanByline(oneLine(md.Author), m.site), m.shownBy)
	}
	if m.site == "" {
		m.site = hostOf(m.url)
	}
	if !m.date.IsZero() || md.Date.IsZero() || md.Date.Before(minDate) || md.Date.After(maxDate) {
		return
	}
	m.date, m.dateOnly, m.basis = md.Date, true, entente.DateText
	if t, ok := DateInURL(m.url); ok && t.Equal(md.Date) {
		m.basis = entente.DateURL
	}
}

// apply gives d what it does not know of itself yet.
func (m *meta) apply(d *entente.Document) {
	if d.URL == "" {
		d.URL = m.url
	}
	if d.Title == "" {
		d.Title = m.title
	}
	if d.Byline == "" {
		d.Byline = m.byline
	}
	if d.Publisher == "" {
		d.Publisher = m.site
	}
	if !dated(d) && !m.date.IsZero() {
		setDate(d, m.date, m.dateOnly, m.basis)
	}
	if d.Lang == "" {
		d.Lang = bodyLang(d.Text, m.lang)
	}
}

func setDate(d *entente.Document, t time.Time, dateOnly bool, basis entente.DateBasis) {
	d.Published, d.DateOnly, d.DateBasis = t, dateOnly, basis
}

// metaVisitor walks a page once.
type metaVisitor struct {
	m                               *meta
	title, h1, canonical, htmlLang  string
	byline, itemDate, timeTag, lone string
	h1s                             int
	scripts, dateTexts              []string
}

func (v *metaVisitor) visit(n *html.Node) {
	if n.Type == html.ElementNode {
		v.element(n)
		if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		v.visit(c)
	}
}

// element takes what one element says.
func (v *metaVisitor) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		v.htmlLang = first(attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Title:
		if v.title == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom == atom.Head) {
			v.title = oneLine(n.FirstChild.Data)
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && v.canonical == "" {
			v.canonical = attr(n, "href")
		}
	case atom.Meta:
		v.metaTag(n)
	case atom.H1:
		if t := inline(n); t != "" {
			if v.h1s++; v.h1 == "" {
				v.h1 = t
			}
		}
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			v.scripts = append(v.scripts, n.FirstChild.Data)
		}
	case atom.Time:
		if v.timeTag == "" {
			v.timeTag = attr(n, "datetime")
		}
	}
	if attr(n, "itemprop") == "datePublished" && v.itemDate == "" {
		v.itemDate = first(attr(n, "content"), attr(n, "datetime"))
	}
	size := 0
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	if len(v.dateTexts) < 8 && (n.DataAtom == atom.Time || hasAny(class, "dat", "fecha", "time", "publ", "post", "meta", "byline") && dateClass.MatchString(class)) && textSize(n, &size, 120) && size > 5 {
		v.dateTexts = append(v.dateTexts, inline(n))
	}
	if v.h1 != "" && v.lone == "" && n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode && len(n.FirstChild.Data) < 80 {
		if s := oneLine(n.FirstChild.Data); len(s) < 50 && loneDate.MatchString(s) {
			v.lone = s
		}
	}
	if v.byline == "" && isByline(n) {
		v.byline = shownName(n)
	}
	if m := v.m; m.shownBy == "" && hasAny(class, "aut", "byline", "vcard") && authorClass.MatchString(class) && !commentClass.MatchString(class) {
		m.shownBy = shownName(n)
	}
}

// shownName returns the text of an element that is marked as an author, if it
// reads like a name.
func shownName(n *html.Node) string {
	size := 0
	if !textSize(n, &size, 80) {
		return ""
	}
	s := cleanByline(inline(n), "")
	if strings.ContainsAny(s, "0123456789") || len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}

var (
	dateClass    = regexp.MustCompile(`(?:^|[\s_-])(?:date|datum|fecha|datetime|dateline|timestamp|published|pubdate|posted|posted-on|publish|meta|byline|time)(?:$|[\s_-])|(?:entry|post|article|publish|news)_?-?date|article__?meta|entry-meta|post-meta`)
	authorClass  = regexp.MustCompile(`(?:^|[\s_-])(?:author|authors|autor|auteur|byline|vcard)(?:$|[\s_-])|author-?_?name|article-?_?author|post-?_?author|entry-?_?author`)
	commentClass = regexp.MustCompile(`comment|avatar|image|img|photo|social|share|box|bio`)
)

// metaTag keeps the first content of a meta tag.
func (v *metaVisitor) metaTag(n *html.Node) {
	content := oneLine(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
			if _, ok := v.m.tags[k]; !ok {
				v.m.tags[k] = content
			}
		}
	}
}

// hasAny is a cheap test before an expensive pattern.
func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// isByline reports whether an element is marked as the author's name.
func isByline(n *html.Node) bool {
	return strings.EqualFold(attr(n, "rel"), "author") || attr(n, "itemprop") == "author"
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

// hostOf returns the host of an address without "www.".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// absolute resolves ref against base; "" when the result is no web address.
func absolute(ref, base string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return ""
	}
	if !u.IsAbs() {
		b, err := url.Parse(base)
		if err != nil || !b.IsAbs() {
			return ""
		}
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
