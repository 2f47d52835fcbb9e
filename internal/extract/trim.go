package extract

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// trimReach is how many paragraphs at either end of a body are looked at for
// what does not belong to it.
const trimReach = 5

var (
	endLine  = regexp.MustCompile(`(?i)^(?:subscribe|sign up|follow (?:us|him|her|me|them)\b|get (?:the|our) (?:latest|best|daily|top)|read more|click here|share (?:this|on)|download (?:the|our)|copyright\b|©|all rights reserved|filed under|advertisement|support (?:our|us)|have a tip\?|got a tip\?|like us on|join (?:our|us)|more from|about the author|newsletter|abonnieren sie|jetzt abonnieren|hier (?:können sie|gibt es)|mehr zum thema|lesen sie auch|teilen)`)
	endBlock = regexp.MustCompile(`(?i)^(?:tags?|topics|schlagw(?:o|ö)rte?r?|schlagworte|stichworte|themen|etiquetas|share|comments?|kommentare|related(?: (?:articles|stories|posts))?|you may also like|more stories|read next|see also|categories|kategorien|mehr zum thema)\s*:?$`)
)

// trimBody drops title, byline and date lines from the head of a body, and
// calls to subscribe, tags and the like from its end.
func trimBody(body string, m *meta) string {
	ps := strings.Split(body, "\n\n")
	from, to := 0, len(ps)
	for from < to-1 && from < trimReach && m.isHead(ps[from]) {
		from++
	}
	for i := max(from+1, to-trimReach); i < to; i++ {
		if endBlock.MatchString(ps[i]) && 4*len(strings.Join(ps[i:to], "")) < len(body) {
			to = i
		}
	}
	for n := 0; n < trimReach && to > from+1 && len(ps[to-1]) < 300 && endLine.MatchString(ps[to-1]); n++ {
		to--
	}
	return strings.Join(ps[from:to], "\n\n")
}

// isHead reports whether a first paragraph only repeats the metadata.
func (m *meta) isHead(p string) bool {
	p = strings.TrimSpace(p)
	if len(p) > 200 {
		return false
	}
	return strings.EqualFold(p, m.title) || loneDate.MatchString(p) || dateLine.MatchString(p) || byLine.MatchString(p) || m.byline != "" && letters(p) == letters(m.byline)
}

// notPart are the classes of elements that repeat because they are things of
// their own, not the parts of one.
var notPart = regexp.MustCompile(`comment|post|entry|reply|message|teaser|card|item-list|review|answer|promo|related`)

// joinParts puts the parts of an article together that a page sets in several
// elements of one class, with advertisements between them: the library would
// take the first alone.
func joinParts(root *html.Node) {
	var order []string
	groups := map[string][]*html.Node{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Div || n.DataAtom == atom.Section) {
			if class := strings.ToLower(attr(n, "class")); class != "" && !notPart.MatchString(class) && longParagraphs(n) >= 2 {
				if groups[class] == nil {
					order = append(order, class)
				}
				groups[class] = append(groups[class], n)
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, class := range order {
		parts := groups[class]
		if len(parts) < 2 || len(parts) > 12 || articleOf(parts[0]) != articleOf(parts[len(parts)-1]) {
			continue
		}
		for _, p := range parts[1:] {
			for c := p.FirstChild; c != nil; c = p.FirstChild {
				p.RemoveChild(c)
				parts[0].AppendChild(c)
			}
		}
	}
}

// longParagraphs counts the paragraphs of prose right under n.
func longParagraphs(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size := 0
		if c.DataAtom == atom.P && !textSize(c, &size, 80) {
			count++
		}
	}
	return count
}

// articleOf returns the article element around n, or nil.
func articleOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Article {
			return n
		}
	}
	return nil
}
