package brief

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// numbered gives each source document a number in the order of first use.
type numbered struct {
	at    map[string]int
	order []entente.BriefSource
}

func number(b *entente.Brief) *numbered {
	n := &numbered{at: map[string]int{}}
	for _, sec := range b.Sections {
		for _, s := range sec.Sentences {
			for _, src := range s.Sources {
				if n.at[src.Doc] == 0 {
					n.order = append(n.order, src)
					n.at[src.Doc] = len(n.order)
				}
			}
		}
	}
	return n
}

// of returns the numbers of a sentence: "[1][3]", each once.
func (n *numbered) of(s entente.BriefSentence) string {
	out := ""
	for _, src := range s.Sources {
		if mark := fmt.Sprintf("[%d]", n.at[src.Doc]); !strings.Contains(out, mark) {
			out += mark
		}
	}
	return out
}

func label(s entente.BriefSource) string {
	if s.Publisher == "" {
		return s.Doc
	}
	return s.Publisher + ", " + s.Doc
}

// worded marks a sentence that a language model worded.
func worded(s entente.BriefSentence) string {
	if s.Kind == "rewritten" {
		return s.Text + " [worded by a model]"
	}
	return s.Text
}

// footer is the last lines of a brief: what it was made from, and how.
func footer(b *entente.Brief) string {
	f := b.Footer
	out := "Period: " + spanText(entente.Days{From: b.From, To: b.To})
	out += fmt.Sprintf(". Documents read: %d; cited: %d; near-copies left out: %d; without an event: %d", f.Documents, f.Used, f.Copies, f.NoEvent)
	if f.OtherLanguage > 0 {
		out += fmt.Sprintf("; in another language: %d", f.OtherLanguage)
	}
	out += "."
	if len(f.Countries) > 0 {
		out += " Outlets by country: " + countryText(f.Countries) + "."
	}
	if f.Dropped > 0 {
		out += fmt.Sprintf(" Sentences dropped, since they said more than their sources: %d.", f.Dropped)
	}
	if f.Newest != "" {
		out += " Newest: " + f.Newest + "."
	}
	if f.Rule != "" {
		out += " " + f.Rule
	}
	if f.Version != "" {
		out += " Entente " + f.Version + "."
	}
	if b.Sample {
		out += " Written from sample news."
	}
	return out
}

// countryText lists countries with their number of outlets: "Spain 2, unknown 1".
func countryText(list []entente.CountryOutlets) string {
	parts := make([]string, len(list))
	for i, c := range list {
		if parts[i] = fmt.Sprintf("%s %d", c.Country, c.Outlets); c.Country == "" {
			parts[i] = fmt.Sprintf("unknown %d", c.Outlets)
		}
	}
	return strings.Join(parts, ", ")
}

// Text writes b as plain text, a sentence a line, sources by number.
func Text(w io.Writer, b *entente.Brief) error {
	out := bufio.NewWriter(w)
	n := number(b)
	fmt.Fprintf(out, "%s\n%s\n", b.Title, strings.Repeat("=", len([]rune(b.Title))))
	if len(b.Sections) == 0 {
		fmt.Fprintf(out, "\n%s\n", b.WhyEmpty())
	}
	for _, sec := range b.Sections {
		fmt.Fprintf(out, "\n%s\n", sec.Head)
		for _, s := range sec.Sentences {
			fmt.Fprintln(out, strings.TrimRight("- "+worded(s)+" "+n.of(s), " "))
		}
	}
	if len(b.Related) > 0 {
		fmt.Fprintf(out, "\nRelated\n")
		for _, r := range b.Related {
			fmt.Fprintf(out, "- %s\n", related(r))
		}
	}
	if len(n.order) > 0 {
		fmt.Fprintf(out, "\nSources\n")
		for i, s := range n.order {
			fmt.Fprintf(out, "[%d] %s\n", i+1, label(s))
		}
	}
	fmt.Fprintf(out, "\n%s\n", footer(b))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the brief: %w", err)
	}
	return nil
}

func related(r entente.BriefRelated) string {
	if r.Story == "" {
		return r.Title
	}
	return r.Title + " (story " + r.Story + ")"
}

// Markdown writes b as CommonMark.
func Markdown(w io.Writer, b *entente.Brief) error {
	out := bufio.NewWriter(w)
	n := number(b)
	fmt.Fprintf(out, "# %s\n", escape(b.Title))
	if len(b.Sections) == 0 {
		fmt.Fprintf(out, "\n%s\n", escape(b.WhyEmpty()))
	}
	for _, sec := range b.Sections {
		fmt.Fprintf(out, "\n## %s\n\n", sec.Head)
		for _, s := range sec.Sentences {
			fmt.Fprintln(out, strings.TrimRight("- "+escape(worded(s))+" "+escape(n.of(s)), " "))
		}
	}
	if len(b.Related) > 0 {
		fmt.Fprintf(out, "\n## Related\n\n")
		for _, r := range b.Related {
			fmt.Fprintf(out, "- %s\n", escape(related(r)))
		}
	}
	if len(n.order) > 0 {
		fmt.Fprintf(out, "\n## Sources\n\n")
		for i, s := range n.order {
			fmt.Fprintf(out, "%d. %s\n", i+1, escape(label(s)))
		}
	}
	fmt.Fprintf(out, "\n%s\n", escape(footer(b)))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the brief: %w", err)
	}
	return nil
}

// escape keeps text from being read as Markdown.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", "#", `\#`, "&", "&amp;").Replace(s)
}

// hover is what a pointer over a sentence shows: the outlets and documents that
// it rests on.
func hover(s entente.BriefSentence) string {
	var out []string
	for _, src := range s.Sources {
		if l := label(src); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return strings.Join(out, "; ")
}

// HTML writes b as an article element, all text escaped.
func HTML(w io.Writer, b *entente.Brief) error {
	out := bufio.NewWriter(w)
	n := number(b)
	e := html.EscapeString
	fmt.Fprintf(out, "<article class=\"brief\">\n<h1>%s</h1>\n", e(b.Title))
	if len(b.Sections) == 0 {
		fmt.Fprintf(out, "<p>%s</p>\n", e(b.WhyEmpty()))
	}
	for _, sec := range b.Sections {
		fmt.Fprintf(out, "<h2>%s</h2>\n<ul>\n", e(sec.Head))
		for _, s := range sec.Sentences {
			fmt.Fprintf(out, "<li class=\"%s\" title=\"%s\">%s <sup>%s</sup></li>\n", e(s.Kind), e(hover(s)), e(worded(s)), e(n.of(s)))
		}
		fmt.Fprintf(out, "</ul>\n")
	}
	if len(b.Related) > 0 {
		fmt.Fprintf(out, "<h2>Related</h2>\n<ul>\n")
		for _, r := range b.Related {
			fmt.Fprintf(out, "<li>%s</li>\n", e(related(r)))
		}
		fmt.Fprintf(out, "</ul>\n")
	}
	if len(n.order) > 0 {
		fmt.Fprintf(out, "<h2>Sources</h2>\n<ol>\n")
		for _, s := range n.order {
			fmt.Fprintf(out, "<li>%s</li>\n", e(label(s)))
		}
		fmt.Fprintf(out, "</ol>\n")
	}
	fmt.Fprintf(out, "<p class=\"footer\">%s</p>\n</article>\n", e(footer(b)))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the brief: %w", err)
	}
	return nil
}
