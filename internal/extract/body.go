package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isBlock reports whether an element begins and ends a paragraph.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Blockquote, atom.Pre, atom.Table,
		atom.Section, atom.Article, atom.Figure, atom.Figcaption, atom.Dl, atom.Hr, atom.Body, atom.Header, atom.Footer, atom.Aside, atom.Main,
		atom.Address, atom.Details, atom.Summary, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Fieldset, atom.Form, atom.Center, atom.Nav:
		return true
	}
	return false
}

// isLine reports whether an element begins and ends a line.
func isLine(a atom.Atom) bool {
	switch a {
	case atom.Br, atom.Li, atom.Tr, atom.Dt, atom.Dd, atom.Option:
		return true
	}
	return false
}

// writer gathers text: paragraphs are separated by a blank line, lines within
// a list or a table by a line end, words by one space.
type writer struct {
	b      strings.Builder
	breaks int // line ends due before the next word
	space  bool
}

func (w *writer) pause(n int) { w.breaks = max(w.breaks, n) }

func (w *writer) words(s string) {
	for i, f := range strings.FieldsFunc(s, isSpace) {
		lead := i > 0 || isSpace(rune(s[0]))
		switch {
		case w.b.Len() == 0:
		case w.breaks > 0:
			w.b.WriteString("\n\n"[:w.breaks])
		case lead || w.space:
			w.b.WriteByte(' ')
		}
		w.breaks, w.space = 0, false
		w.b.WriteString(f)
	}
	if s != "" && isSpace(rune(s[len(s)-1])) || strings.HasSuffix(s, "\u00a0") {
		w.space = true
	}
}

// isSpace is what HTML and typography use to part words.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\u00a0', '\u2028', '\u2029', '\u3000', '\u200b', '\ufeff':
		return true
	}
	return false
}

// node writes the text under n.
func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode, html.DocumentNode, html.ErrorNode, html.RawNode:
	}
	gap := 0
	switch a := atomOf(n); {
	case a == atom.Script || a == atom.Style || a == atom.Noscript || a == atom.Template:
		return
	case isBlock(a):
		gap = 2
	case isLine(a):
		gap = 1
	case a == atom.Td || a == atom.Th:
		w.space = true
	}
	if gap > 0 {
		w.pause(gap)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if gap > 0 {
		w.pause(gap)
	}
}

// atomOf returns the atom of an element; nodes made by hand bear only a name.
func atomOf(n *html.Node) atom.Atom {
	if n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

// inline returns the text under n in one line.
func inline(n *html.Node) string {
	var w writer
	w.node(n)
	return strings.Join(strings.Fields(w.b.String()), " ")
}

// bodyText returns the text of the main content in paragraphs.
func bodyText(n *html.Node, title string) string {
	if n == nil {
		return ""
	}
	var w writer
	w.node(n)
	out := w.b.String()
	if first, rest, found := strings.Cut(out, "\n"); found && title != "" && strings.EqualFold(strings.TrimSpace(first), title) {
		out = strings.TrimLeft(rest, "\n")
	}
	return out
}
