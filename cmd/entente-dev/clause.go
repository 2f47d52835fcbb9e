package main

import (
	"strconv"
	"strings"

	"github.com/entente-news/entente/internal/extract"
	"github.com/entente-news/entente/nlp/conllu"
)

// clauseHeadlines makes headlines of the clauses of a treebank: a finite verb
// of news with its subject and what it governs, told in the present as
// headlines are, without articles and auxiliaries of the passive. They show
// far more words than there are headlines whose terms are open.
func clauseHeadlines(trees []*conllu.Sentence) []extract.Headline {
	var out []extract.Headline
	for i, s := range trees {
		kids := make([][]int, len(s.Words)+1)
		for k, w := range s.Words {
			if w.Head >= 0 && w.Head <= len(s.Words) {
				kids[w.Head] = append(kids[w.Head], k+1)
			}
		}
		for v := range s.Words {
			if t := clauseTitle(s, kids, v+1); t != "" {
				out = append(out, extract.Headline{Title: t, Story: "clause " + strconv.Itoa(i)})
			}
		}
	}
	return out
}

// clauseTitle returns the headline of the clause that word v heads; nothing if
// it is none.
func clauseTitle(s *conllu.Sentence, kids [][]int, v int) string {
	keep := make([]bool, len(s.Words)+1)
	subject, passive := false, false
	for _, k := range kids[v] {
		w := s.Words[k-1]
		base, _, _ := strings.Cut(w.Deprel, ":")
		switch base {
		case "nsubj":
			if k > v || w.UPOS == "PRON" || w.UPOS == "DET" {
				return ""
			}
			subject = true
			passive = w.Deprel == "nsubj:pass"
		case "aux":
			if w.XPOS != "MD" && w.Deprel != "aux:pass" {
				continue
			}
			if w.Deprel == "aux:pass" {
				continue
			}
		case "obj", "iobj", "obl", "xcomp", "ccomp", "compound", "advmod":
		default:
			continue
		}
		if base == "advmod" && k < v {
			continue
		}
		mark(kids, keep, k)
	}
	tag := s.Words[v-1].XPOS
	if !subject || !(tag == "VBD" || tag == "VBZ" || tag == "VBP" || passive && tag == "VBN" || tag == "VB") {
		return ""
	}
	keep[v] = true
	return spell(s, keep, v)
}

// mark keeps a word and all that depends on it.
func mark(kids [][]int, keep []bool, k int) {
	if keep[k] {
		return
	}
	keep[k] = true
	for _, c := range kids[k] {
		mark(kids, keep, c)
	}
}

// spell writes the words that are kept as a headline with the verb v; nothing
// if it is too short, too long or torn.
func spell(s *conllu.Sentence, keep []bool, v int) string {
	var b strings.Builder
	n, last := 0, 0
	for i, w := range s.Words {
		k := i + 1
		if !keep[k] || w.XPOS == "DT" && (w.Lemma == "the" || w.Lemma == "a") && (k+last)%4 > 0 {
			continue
		}
		if w.UPOS == "PUNCT" && w.Form != "-" && w.Form != "," || w.UPOS == "SYM" || w.UPOS == "X" {
			return ""
		}
		form := w.Form
		if k == v && w.XPOS == "VBD" && w.Lemma != "be" {
			form = thirdPerson(w.Lemma)
		}
		glued := w.XPOS == "POS" || form == "-" || form == "," || strings.HasPrefix(form, "n'") || strings.HasPrefix(form, "'") || last == k-1 && last > 0 && s.Words[last-1].Form == "-"
		if n > 0 && !glued {
			b.WriteByte(' ')
		}
		if !glued {
			n++
		}
		b.WriteString(form)
		last = k
	}
	if n < 4 || n > 12 {
		return ""
	}
	return strings.Trim(b.String(), " ,-")
}

// thirdPerson returns the form of a verb in the present.
func thirdPerson(lemma string) string {
	switch {
	case lemma == "have":
		return "has"
	case strings.HasSuffix(lemma, "y") && len(lemma) > 1 && !strings.ContainsAny(lemma[len(lemma)-2:len(lemma)-1], "aeou"):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}
