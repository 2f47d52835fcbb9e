package coder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// The errors of reading patterns. They come wrapped in an [entente.Error] that
// names file and line.
var (
	ErrSyntax   = errors.New("not a line of a pattern file")          // the grammar is in docs/guide/patterns.md
	ErrUnknown  = errors.New("unknown name")                          // a root, mode, class, slot, key or context
	ErrConflict = errors.New("contradicts another pattern")           // same trigger and conditions, another code
	ErrReach    = errors.New("can never match")                       // an earlier pattern takes all it could
	ErrEmpty    = errors.New("no pattern")                            // nothing to code with
	ErrMode     = errors.New("mode does not belong to the root")      // see package plover
	ErrNeeds    = errors.New("root needs a recipient or two members") // COOPERATE, AID, SANCTION
)

// maxLineBytes bounds one line of a pattern file.
const maxLineBytes = 16 << 10

// reader is the state of reading pattern files.
type reader struct {
	t       *table
	file    string
	line    int
	section section
	pending []pendingUse // uses of classes, checked once all files are read
}

// section is what a line in square brackets sets for the lines below it.
type section struct {
	set     bool
	root    entente.Root
	mode    entente.Mode
	auto    autoMode
	cameo   string
	prior   float64
	ongoing bool
	guard   bool
	future  bool
	context entente.EventContext
}

// pendingUse is a use of a class whose words are filled in at the end.
type pendingUse struct {
	names []string
	into  map[string]bool
	file  string
	line  int
}

// load reads every *.pat file of fsys in name order.
func load(fsys fs.FS) (*table, error) {
	names, err := fs.Glob(fsys, "*.pat")
	if err != nil {
		return nil, fmt.Errorf("list pattern files: %w", err)
	}
	slices.Sort(names)
	r := &reader{t: &table{classes: map[string]map[string]bool{}, gate: map[string]bool{}}}
	for i := range r.t.byLemma {
		r.t.byLemma[i] = map[string][]*pattern{}
	}
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read patterns: %w", err)
		}
		if err := r.readFile(path.Base(name), string(b)); err != nil {
			return nil, err
		}
	}
	if err := r.resolveClasses(); err != nil {
		return nil, err
	}
	if len(r.t.all) == 0 {
		return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read patterns", Hint: "give a folder with *.pat files", Err: ErrEmpty}
	}
	if err := r.t.index(); err != nil {
		return nil, err
	}
	return r.t, nil
}

// fail wraps err with the place.
func (r *reader) fail(err error, format string, args ...any) error {
	return &entente.Error{Code: entente.ErrInvalid, Where: r.file + ":" + strconv.Itoa(r.line), Op: "read patterns",
		Err: fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), err)}
}

// readFile reads the lines of one file.
func (r *reader) readFile(name, text string) error {
	r.file, r.line, r.section = name, 0, section{}
	for line := range strings.Lines(text) {
		r.line++
		if len(line) > maxLineBytes {
			return r.fail(ErrSyntax, "line of %d bytes", len(line))
		}
		if i := strings.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if err := r.readLine(line); err != nil {
			return err
		}
	}
	return nil
}

// readLine reads one line that is not empty.
func (r *reader) readLine(line string) error {
	if line[0] == '[' {
		if line[len(line)-1] != ']' {
			return r.fail(ErrSyntax, "section without ]")
		}
		return r.readSection(strings.Fields(line[1 : len(line)-1]))
	}
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "class":
		return r.readClass(rest)
	case "verb":
		return r.readPattern(triggerVerb, line, rest)
	case "noun":
		return r.readPattern(triggerNoun, line, rest)
	case "adj":
		return r.readPattern(triggerAdj, line, rest)
	}
	if r.section.context != 0 {
		for _, w := range strings.Fields(line) {
			r.t.contexts = append(r.t.contexts, contextRow{strings.ToLower(w), r.section.context})
		}
		return nil
	}
	return r.fail(ErrSyntax, "%q", word)
}

// readSection reads [ROOT key=value …] or [context NAME].
func (r *reader) readSection(fields []string) error {
	if len(fields) == 0 {
		return r.fail(ErrSyntax, "empty section")
	}
	s := section{set: true, prior: 0.75}
	if fields[0] == "context" && len(fields) == 2 {
		c, err := entente.ParseContext(fields[1])
		if err != nil || fields[1] == "" {
			return r.fail(ErrUnknown, "context %q", fields[1])
		}
		r.section = section{context: c}
		return nil
	}
	root, err := entente.ParseRoot(fields[0])
	if err != nil || fields[0] == "" {
		return r.fail(ErrUnknown, "root %q", fields[0])
	}
	s.root = root
	for _, f := range fields[1:] {
		key, value, ok := strings.Cut(f, "=")
		if !ok {
			value = "yes"
		}
		if err := r.setCode(&s, key, value); err != nil {
			return err
		}
	}
	r.section = s
	return nil
}

// setCode sets what an event of a section or line becomes.
func (r *reader) setCode(s *section, key, value string) error {
	switch key {
	case "mode":
		switch value {
		case "asked":
			s.auto, s.mode = modeRequest, entente.ModeNone
			return nil
		case "threatened":
			s.auto, s.mode = modeThreat, entente.ModeNone
			return nil
		case "none":
			s.auto, s.mode = modeFixed, entente.ModeNone
			return nil
		}
		m, err := entente.ParseMode(value)
		if err != nil {
			return r.fail(ErrUnknown, "mode %q", value)
		}
		if !plover.HasMode(s.root, m) {
			return r.fail(ErrMode, "%v %q", s.root, value)
		}
		s.auto, s.mode = modeFixed, m
	case "cameo":
		if _, err := plover.CAMEORoot(value); err != nil {
			return r.fail(err, "cameo")
		}
		s.cameo = value
	case "prior":
		p, err := strconv.ParseFloat(value, 64)
		if err != nil || p <= 0 || p > 1 {
			return r.fail(ErrSyntax, "prior %q is not in (0,1]", value)
		}
		s.prior = p
	case "ongoing":
		s.ongoing = value == "yes"
	case "guard":
		s.guard = value == "yes" || value == "sport"
	case "future":
		s.future = value == "yes"
	default:
		return r.fail(ErrUnknown, "key %q", key)
	}
	return nil
}

// readClass reads NAME = word word @other ….
func (r *reader) readClass(rest string) error {
	name, words, ok := strings.Cut(rest, "=")
	name = strings.TrimSpace(name)
	if !ok || name == "" || strings.ContainsAny(name, " @") {
		return r.fail(ErrSyntax, "class %q", rest)
	}
	set := r.t.classes[name]
	if set == nil {
		set = map[string]bool{}
		r.t.classes[name] = set
	}
	r.fill(set, strings.Fields(words))
	return nil
}

// fill adds words to set; classes among them are added when all are read.
func (r *reader) fill(set map[string]bool, words []string) {
	var uses []string
	for _, w := range words {
		if name, ok := strings.CutPrefix(w, "@"); ok {
			uses = append(uses, name)
			continue
		}
		set[strings.ToLower(w)] = true
	}
	if uses != nil {
		r.pending = append(r.pending, pendingUse{uses, set, r.file, r.line})
	}
}

// resolveClasses adds the words of classes where they are used. Classes may
// name others; three rounds allow that to a depth of three.
func (r *reader) resolveClasses() error {
	for range 3 {
		for _, p := range r.pending {
			for _, name := range p.names {
				words, ok := r.t.classes[name]
				if !ok {
					r.file, r.line = p.file, p.line
					return r.fail(ErrUnknown, "class @%s", name)
				}
				for w := range words {
					p.into[w] = true
				}
			}
		}
	}
	return nil
}
