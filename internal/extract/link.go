package extract

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/entente-news/entente"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxRelated is the most related stories that are kept of a page.
const maxRelated = 30

var (
	relatedLabel = regexp.MustCompile(`(?i)^(?:related(?: (?:articles?|stories|story|content|coverage|news|topics?|posts?|links?|reading))?|read (?:more|also|next|this next)|also read|more (?:stories|news|on this(?: story)?|from .{2,40}|like this|in .{2,40}|coverage)|see also|recommended(?: (?:for you|stories|articles|reading))?|you (?:may|might) (?:also )?like|you might also be interested in|further reading|don't miss|editors?['’]s? picks?|what to read next|up next|latest (?:news|stories)|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|à lire aussi|lire aussi|sur le même sujet|lea también|te puede interesar|noticias relacionadas|czytaj (?:też|także|więcej)|zobacz także|leggi anche|lees ook|leia também|читайте также)\s*[:…>»-]*$`)
	relatedClass = regexp.MustCompile(`(?:^|[\s_-])(?:related|readmore|read-more|read_more|recommend(?:ed|ation|ations)?|more-?stories|more-?on|see-?also|also-?read|further-?reading|similar|you-may)(?:$|[\s_-])|related(?:articles|stories|posts|content|links|news)|jp-relatedposts|crp_related|yarpp`)
)

// link is a related story of a page.
type link struct {
	title, url string
}

// relatedLinks returns the links of blocks that are marked as related stories,
// by their class or by a heading, and takes those blocks out of the page so
// that they do not enter the body.
func relatedLinks(root *html.Node, m *meta) []link {
	f := &linkFinder{m: m, seen: map[string]bool{}}
	f.visit(root)
	for _, n := range f.blocks {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	return f.links
}

type linkFinder struct {
	m      *meta
	links  []link
	seen   map[string]bool
	blocks []*html.Node
}

// visit looks for blocks under n.
func (f *linkFinder) visit(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch {
		case c.DataAtom == atom.Script || c.DataAtom == atom.Style || c.DataAtom == atom.Head || c.DataAtom == atom.Nav:
			continue
		case c.DataAtom != atom.Body && c.DataAtom != atom.Html && c.DataAtom != atom.A && isRelated(c) && f.take(c):
			continue
		case isLabel(c):
			f.behind(c)
			continue
		}
		f.visit(c)
	}
}

// isRelated reports whether the class or id of an element says that it holds
// related stories.
func isRelated(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	return hasAny(class, "relat", "more", "recommend", "also", "reading", "similar", "you-may", "crp", "yarpp") && relatedClass.MatchString(class)
}

// isLabel reports whether n is a short element that announces related stories.
func isLabel(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Div, atom.Span, atom.Strong, atom.B, atom.Header, atom.Em:
	default:
		return false
	}
	size := 0
	return textSize(n, &size, 60) && relatedLabel.MatchString(inline(n))
}

// textSize adds the bytes of text under n to size and reports whether they
// stay within limit.
func textSize(n *html.Node, size *int, limit int) bool {
	if n.Type == html.TextNode {
		*size += len(strings.TrimSpace(n.Data))
	}
	for c := n.FirstChild; c != nil && *size <= limit; c = c.NextSibling {
		if !textSize(c, size, limit) {
			return false
		}
	}
	return *size <= limit
}

// behind takes the element behind a label, or the label's parent when it holds
// nothing else.
func (f *linkFinder) behind(label *html.Node) {
	for at := label; at.Parent != nil && at.DataAtom != atom.Body; at = at.Parent {
		next := at.NextSibling
		for next != nil && next.Type != html.ElementNode {
			next = next.NextSibling
		}
		if next == nil {
			continue
		}
		if f.take(next) {
			f.blocks = append(f.blocks, label)
		}
		return
	}
}

// take keeps the links of a block when it consists of links: at least half of
// its text is in them, and none is of a paragraph's length. It reports whether
// it did.
func (f *linkFinder) take(n *html.Node) bool {
	total, linked := 0, 0
	var found []link
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if n.Type == html.TextNode {
			size := len(strings.TrimSpace(n.Data))
			if total += size; inside {
				linked += size
			}
			return
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Noscript {
			return
		}
		if n.DataAtom == atom.A && !inside {
			inside = true
			if l, ok := f.story(n); ok {
				found = append(found, l)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(n, false)
	if len(found) == 0 || linked*2 < total || total > 400*len(found) {
		return false
	}
	f.blocks = append(f.blocks, n)
	for _, l := range found {
		if key := l.url + "\x00" + l.title; !f.seen[key] && len(f.links) < maxRelated {
			f.seen[key] = true
			f.links = append(f.links, l)
		}
	}
	return true
}

// story reads one link; ok when its text reads like a headline and it leads to
// another page.
func (f *linkFinder) story(a *html.Node) (link, bool) {
	title := inline(a)
	if h := heading(a); h != "" {
		title = h
	}
	if len(strings.Fields(title)) < 3 || len(title) < 15 || len(title) > 250 || title == f.m.title {
		return link{}, false
	}
	address := absolute(attr(a, "href"), f.m.url)
	if u, err := url.Parse(attr(a, "href")); err != nil || u.Path == "" && u.RawQuery == "" || u.Scheme == "javascript" || u.Scheme == "mailto" || address != "" && address == f.m.url {
		return link{}, false
	}
	return link{title: title, url: address}, true
}

// heading returns the text of the first heading under n.
func heading(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return inline(c)
		}
		if s := heading(c); s != "" {
			return s
		}
	}
	return ""
}

// prune drops what the library must not see: the data that were read already,
// which it reads in an order that changes from run to run.
func prune(root *html.Node) {
	var drop []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Script && strings.Contains(strings.ToLower(attr(n, "type")), "json") {
			drop = append(drop, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
}

// markRelated keeps the related stories of a page. Where a title still stands
// in the body as a line of its own it is marked there.
func markRelated(d *entente.Document, links []link) {
	for _, l := range links {
		r := entente.Related{Title: l.title, URL: l.url}
		for from := 0; ; {
			i := strings.Index(d.Text[from:], l.title)
			if i < 0 {
				break
			}
			i += from
			end := i + len(l.title)
			if (i == 0 || d.Text[i-1] == '\n') && (end == len(d.Text) || d.Text[end] == '\n') {
				r.Span = entente.Span{Start: i, End: end}
				break
			}
			from = end
		}
		d.Related = append(d.Related, r)
	}
}
