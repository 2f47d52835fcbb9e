package text

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Identification of the language of a text.
//
// Script decides first (Unicode Standard Annex 24): one count over the runes
// names Chinese, Japanese, Korean, Greek, Thai and other languages that have a
// script to themselves, and otherwise picks the group of languages that share
// one. Within a group the method is that of function words and short n-grams
// (Grefenstette 1995, "Comparing two language identification schemes"): every
// word adds its log-probability in each language's list of function words,
// every word outside all lists the log-probabilities of its letter trigrams
// (Cavnar and Trenkle 1994, "N-Gram-Based Text Categorization"; summed as in
// naive Bayes). All sums are integers in sixteenths of a bit. Ties go to the
// language that stands first in the table.
//
// Constants: at most langRunes runes and langWords words are read. More of a
// text changed no decision on the pages measured.

const (
	langRunes = 1200 // runes that are looked at for the script
	langWords = 100  // words that are scored
	langPrior = 24   // head start of English, a quarter of a function word: it decides only scraps
	triBits   = 13   // size of the hashed trigram table of a group, log2

	// A line of a few words is names for the most part, and those tell no
	// language: for each word that a text has less than langEnough, English starts
	// with so much more.
	langShort  = 16
	langEnough = 8
)

// profile holds the compiled tables of the languages that share a script.
type profile struct {
	langs []string
	words map[string]int        // row in word
	word  [][]int32             // per function word, a weight per language
	tri   [1 << triBits][]int32 // per hashed trigram, a weight per language; nil = unseen
	none  []int32               // weight of an unseen trigram
}

// profiles compiles the tables once; they are never changed after that.
var profiles = sync.OnceValue(func() map[string]*profile {
	return map[string]*profile{
		"Latin": compile(latinSamples), "Cyrillic": compile(cyrillicSamples), "Arabic": compile(arabicSamples),
		"Devanagari": compile(devanagariSamples), "Hebrew": compile(hebrewSamples),
	}
})

// Language returns the ISO 639-1 code of the language that s is written in, or
// "" when s holds no letter or only scripts that are not known here. It reads
// the first few hundred words. A text of several languages gets the one that
// weighs most. It is safe for concurrent use.
func Language(s string) string {
	script := scriptOf(s)
	if p := profiles()[script]; p != nil {
		return p.best(s)
	}
	return script
}

// compile turns samples into a profile.
func compile(samples []sample) *profile {
	p := &profile{words: map[string]int{}, none: make([]int32, len(samples))}
	for i := range samples {
		p.langs = append(p.langs, samples[i].lang)
	}
	tri := make([][]int32, len(samples))
	for i := range samples {
		tri[i] = make([]int32, 1<<triBits)
		p.addWords(i, len(samples), strings.Fields(samples[i].words))
		for w := range lettered(samples[i].words + " " + samples[i].prose) {
			eachTrigram(w, func(h uint32) { tri[i][h]++ })
		}
	}
	for i := range samples {
		total := int32(0)
		for _, n := range tri[i] {
			total += n
		}
		p.none[i] = 16 - log2x16(int64(total)+1<<triBits)
		for h, n := range tri[i] {
			if n == 0 {
				continue
			}
			if p.tri[h] == nil {
				p.tri[h] = make([]int32, len(samples))
			}
			p.tri[h][i] = log2x16(int64(n)*4+1) - log2x16(int64(total)+1<<triBits)
		}
	}
	for _, row := range p.tri {
		for i, w := range row {
			if w == 0 {
				row[i] = p.none[i]
			}
		}
	}
	return p
}

// addWords enters the function words of language i of n. A word weighs the
// more the nearer the top of its list it stands; languages without it pay.
func (p *profile) addWords(i, n int, words []string) {
	for rank, w := range words {
		row, ok := p.words[w]
		if !ok {
			row = len(p.word)
			p.words[w] = row
			weights := make([]int32, n)
			for j := range weights {
				weights[j] = -64
			}
			p.word = append(p.word, weights)
		}
		weight := 96 - 6*log2x16(int64(rank)+2)/16
		p.word[row][i] = max(p.word[row][i], weight)
	}
}

// best returns the language of p that scores highest on the words of s.
func (p *profile) best(s string) string {
	sum := make([]int32, len(p.langs))
	n := 0
	for w := range lettered(s) {
		if n++; n > langWords {
			break
		}
		if row, ok := p.words[w]; ok {
			for i, x := range p.word[row] {
				sum[i] += x
			}
			continue
		}
		eachTrigram(w, func(h uint32) {
			row := p.tri[h]
			if row == nil {
				return
			}
			for i, x := range row {
				sum[i] += x / 2
			}
		})
	}
	if p.langs[0] == "en" {
		sum[0] += langPrior + langShort*int32(max(0, langEnough-n)) //nolint:gosec // at most langEnough
	}
	at := 0
	for i := range sum {
		if sum[i] > sum[at] {
			at = i
		}
	}
	return p.langs[at]
}

// lettered yields the words of s in lower case: runs of letters and marks,
// with apostrophes inside. A word is valid only until the next one.
func lettered(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		word := make([]byte, 0, 64)
		flush := func() bool {
			w := strings.TrimRight(string(word), "'")
			word = word[:0]
			return w == "" || yield(w)
		}
		for _, r := range s {
			switch {
			case r == '\'' || r == '’':
				if len(word) > 0 {
					word = append(word, '\'')
				}
			case unicode.IsLetter(r) || unicode.IsMark(r) || r == 0x200C:
				if len(word) < 60 {
					word = utf8.AppendRune(word, unicode.ToLower(r))
				}
			default:
				if len(word) > 0 && !flush() {
					return
				}
			}
		}
		if len(word) > 0 {
			flush()
		}
	}
}

// eachTrigram calls f with the hash of every letter trigram of w, its ends
// marked.
func eachTrigram(w string, f func(uint32)) {
	a, b := rune(0), rune('_')
	for _, r := range w {
		if a != 0 {
			f(hash3(a, b, r))
		}
		a, b = b, r
	}
	f(hash3(a, b, '_'))
}

func hash3(a, b, c rune) uint32 {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)) * 0x85EBCA77 //nolint:gosec // hashing
	h = (h ^ h>>15 ^ uint32(c)) * 0xC2B2AE3D             //nolint:gosec // hashing
	return (h ^ h>>16) >> (32 - triBits) & (1<<triBits - 1)
}

// log2x16 returns 16·log2(n) rounded down between exact powers of two by
// linear interpolation, for n >= 1.
func log2x16(n int64) int32 {
	k := bits.Len64(uint64(n)) - 1                    //nolint:gosec // n >= 1
	return int32(16*int64(k) + (n-int64(1)<<k)*16>>k) //nolint:gosec // small
}

// scriptOf returns the name of the group of languages that share the main
// script of s, or the code of the one language that is written in it.
func scriptOf(s string) string {
	var counts [len(scripts)]int
	latin, kana, n, last := 0, 0, 0, 0
	for _, r := range s {
		if n++; n > langRunes {
			break
		}
		if r < 0x250 {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && unicode.IsLetter(r) {
				latin++
			}
			continue
		}
		if r >= 0x3041 && r <= 0x30FF {
			kana++
		}
		if r < scripts[last].lo || r > scripts[last].hi {
			i := slices.IndexFunc(scripts[:], func(c script) bool { return r >= c.lo && r <= c.hi })
			if i < 0 {
				continue
			}
			last = i
		}
		counts[last] += scripts[last].weight
	}
	sums := map[string]int{"Latin": latin}
	best := ""
	if latin > 0 {
		best = "Latin"
	}
	for i, c := range counts {
		name := scripts[i].name
		sums[name] += c
		if sums[name] > 0 && (best == "" || sums[name] > sums[best]) {
			best = name
		}
	}
	if best == "zh" && kana*20 > sums["zh"]/3 {
		return "ja"
	}
	return best
}

// script is a range of code points and the group or language it speaks for.
// A character of a dense script weighs as much as the letters it stands for.
type script struct {
	lo, hi rune
	name   string
	weight int
}

var scripts = [...]script{
	{0x1E00, 0x1EFF, "Latin", 1}, {0x370, 0x3FF, "el", 1}, {0x1F00, 0x1FFF, "el", 1}, {0x400, 0x52F, "Cyrillic", 1},
	{0x531, 0x58F, "hy", 1}, {0x5D0, 0x5F4, "Hebrew", 1}, {0x600, 0x6FF, "Arabic", 1}, {0x750, 0x77F, "Arabic", 1},
	{0xFB50, 0xFDFF, "Arabic", 1}, {0xFE70, 0xFEFC, "Arabic", 1}, {0x900, 0x97F, "Devanagari", 1}, {0x980, 0x9FF, "bn", 1},
	{0xA00, 0xA7F, "pa", 1}, {0xA80, 0xAFF, "gu", 1}, {0xB00, 0xB7F, "or", 1}, {0xB80, 0xBFF, "ta", 1}, {0xC00, 0xC7F, "te", 1},
	{0xC80, 0xCFF, "kn", 1}, {0xD00, 0xD7F, "ml", 1}, {0xD80, 0xDFF, "si", 1}, {0xE00, 0xE7F, "th", 1}, {0xE80, 0xEFF, "lo", 1},
	{0xF00, 0xFFF, "bo", 1}, {0x1000, 0x109F, "my", 1}, {0x10A0, 0x10FF, "ka", 1}, {0x1200, 0x137F, "am", 1}, {0x1780, 0x17FF, "km", 1},
	{0x1100, 0x11FF, "ko", 2}, {0xAC00, 0xD7AF, "ko", 2}, {0x3041, 0x30FF, "ja", 2},
	{0x3400, 0x4DBF, "zh", 3}, {0x4E00, 0x9FFF, "zh", 3}, {0x20000, 0x2FA1F, "zh", 3},
}
