package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
	"github.com/entente-news/entente/internal/store"
)

// markFlags are what a reader says of an event.
type markFlags struct {
	archive, by, note, at            string
	root, mode, status, aspect, days string
	actors, recipients               string
}

func (a *App) markCommand() *cobra.Command {
	var f markFlags
	c := &cobra.Command{Use: "mark ID right|wrong|fix|clear", Short: "Keep your own word on an event", Args: cobra.ExactArgs(2),
		Long: `Keep your own word on an event. A wrong one is left out of lists, series, briefs
and exports; of a fixed one they show what you say is right; clear takes your
word back. Marks are kept apart from what was coded: they outlive recoding, and
"entente marks" lists and exports them. Actors are names or codes, several are
joined by +, and - means nobody.`,
		Example: `  entente mark 3f9c0e1d2a4b5c6d wrong --note "a sports report"
  entente mark 3f9c0e1d2a4b5c6d fix --event CONSULT --mode visit --recipient CHN:GOV
  entente mark 3f9c0e1d2a4b5c6d fix --days 2024-05-16..2024-05-17`}
	fl := c.Flags()
	fl.StringVar(&f.archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	fl.StringVar(&f.by, "by", "", "who says so")
	fl.StringVar(&f.note, "note", "", "why")
	fl.StringVar(&f.at, "at", "", "when, RFC 3339 (default now)")
	fl.StringVar(&f.root, "event", "", "the right root, e.g. CONSULT")
	fl.StringVar(&f.mode, "mode", "", "the right mode, - for none")
	fl.StringVar(&f.actors, "actor", "", "the right actors, e.g. RUS:GOV+BLR")
	fl.StringVar(&f.recipients, "recipient", "", "the right recipients, - for nobody")
	fl.StringVar(&f.status, "status", "", "actual, future, hypothetical, negated or historical")
	fl.StringVar(&f.aspect, "aspect", "", "event or ongoing")
	fl.StringVar(&f.days, "days", "", "DAY, FROM..TO, or - where the text does not say")
	c.RunE = func(c *cobra.Command, args []string) error {
		m := entente.EventMark{Event: args[0], Note: f.note, By: f.by, At: f.at}
		if f.at == "" {
			m.At = time.Now().UTC().Format(time.RFC3339)
		} else if _, err := time.Parse(time.RFC3339, f.at); err != nil {
			return usagef("--at: %w", err)
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			return a.mark(c.Context(), arc, &f, m, args[1])
		})
	}
	return c
}

func (a *App) mark(ctx context.Context, arc *store.Archive, f *markFlags, m entente.EventMark, verdict string) error {
	const hint = "entente events lists them"
	fix, err := f.fix(a)
	if err != nil {
		return err
	}
	if verdict != "fix" && !fix.Empty() {
		return usagef("--event, --mode, --actor, --recipient, --status, --aspect and --days go with fix")
	}
	switch verdict {
	case "clear":
		return wrongID(arc.Unmark(ctx, m.Event), "entente marks lists them")
	case "right":
		m.Verdict = entente.MarkedRight
	case "wrong":
		m.Verdict = entente.MarkedWrong
	case "fix":
		if fix.Empty() {
			return usagef("say what is right: --event, --mode, --actor, --recipient, --status, --aspect, --days")
		}
		m.Verdict, m.Fix = entente.MarkedFixed, fix
		if err := checkFix(ctx, arc, m.Event, fix); err != nil {
			return err
		}
	default:
		return usagef("%q is not right, wrong, fix or clear", verdict)
	}
	return wrongID(arc.Mark(ctx, m), hint)
}

// checkFix refuses a mode that the root, the new one or that of the event,
// does not have.
func checkFix(ctx context.Context, arc *store.Archive, id string, fix entente.Fix) error {
	if fix.Mode == nil || *fix.Mode == entente.ModeNone {
		return nil
	}
	var root entente.Root
	if fix.Root != nil {
		root = *fix.Root
	} else {
		row, err := arc.Event(ctx, id)
		if err != nil {
			return wrongID(err, "entente events lists them")
		}
		root = row.Event.Root
	}
	if !plover.HasMode(root, *fix.Mode) {
		return usagef("%s has no mode %q", root, *fix.Mode)
	}
	return nil
}

// fix reads what is said to be right.
func (f *markFlags) fix(a *App) (entente.Fix, error) {
	var out entente.Fix
	var err error
	if f.root != "" {
		root, err := entente.ParseRoot(strings.ToUpper(f.root))
		if err != nil {
			return out, usagef("--event: %w", err)
		}
		out.Root = &root
	}
	if f.mode != "" {
		mode, err := entente.ParseMode(strings.TrimPrefix(f.mode, "-"))
		if err != nil {
			return out, usagef("--mode: %w", err)
		}
		out.Mode = &mode
	}
	if f.status != "" {
		st, err := entente.ParseStatus(f.status)
		if err != nil {
			return out, usagef("--status: %w", err)
		}
		out.Status = &st
	}
	if f.aspect != "" {
		as := entente.AspectEvent
		if f.aspect == entente.AspectOngoing.String() {
			as = entente.AspectOngoing
		} else if f.aspect != as.String() {
			return out, usagef("--aspect: %q is not event or ongoing", f.aspect)
		}
		out.Aspect = &as
	}
	if out.Days, err = fixedDays(f.days); err != nil {
		return out, err
	}
	if out.Actors, err = a.fixedSide(f.actors); err != nil {
		return out, err
	}
	if out.Actors != nil && len(*out.Actors) == 0 {
		return out, usagef("--actor: an event has somebody who acts; mark it wrong otherwise")
	}
	out.Recipients, err = a.fixedSide(f.recipients)
	return out, err
}

func fixedDays(s string) (*entente.Days, error) {
	d := entente.AllDays()
	if s == "" {
		return nil, nil //nolint:nilnil // nothing is said of the days
	}
	if s == "-" {
		return &d, nil
	}
	from, to, span := strings.Cut(s, "..")
	if !span {
		to = from
	}
	for _, x := range []struct {
		s   string
		day *entente.Day
	}{{from, &d.From}, {to, &d.To}} {
		var err error
		if x.s == "" {
			continue
		}
		if *x.day, err = entente.ParseDay(x.s); err != nil {
			return nil, usagef("--days: %w", err)
		}
	}
	if d.From.Known() && d.To.Known() && d.To < d.From {
		return nil, usagef("--days: %s ends before it begins", s)
	}
	return &d, nil
}

// fixedSide reads actors joined by +, nil for nothing said.
func (a *App) fixedSide(s string) (*[]entente.Actor, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // nothing is said of this side
	}
	out := []entente.Actor{}
	if s == "-" {
		return &out, nil
	}
	d, err := a.directory()
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(s, "+") {
		ps, err := d.parties(name)
		if err != nil {
			return nil, usagef("%w", err)
		}
		for _, p := range ps {
			out = append(out, d.actor(p))
		}
	}
	return &out, nil
}

// actor is what the tables know of a party.
func (d *directory) actor(p entente.Party) entente.Actor {
	for _, c := range d.table.Lookup(p.Code, entente.NoDay) {
		if c.Actor.Party() == p.Code {
			return entente.Actor{Country: c.Actor.Country, Org: c.Actor.Org, Group: c.Actor.Group, Sector: p.Sector}
		}
	}
	return entente.Actor{Country: p.Code, Sector: p.Sector}
}

// markLine is a mark for programs. Its fix is in the words of the flags of mark.
type markLine struct {
	Type    string          `json:"type"`
	Event   string          `json:"event"`
	Doc     string          `json:"doc"`
	Trigger string          `json:"trigger"`
	Verdict string          `json:"verdict"`
	Fix     json.RawMessage `json:"fix"`
	Note    string          `json:"note"`
	By      string          `json:"by"`
	At      string          `json:"at"`
}

func (a *App) marksCommand() *cobra.Command {
	var archive string
	var asJSON bool
	c := &cobra.Command{Use: "marks", Short: "List what readers said of events", Args: cobra.NoArgs,
		Example: "  entente marks --json > marks.jsonl"}
	c.Flags().StringVar(&archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line, for programs")
	c.RunE = func(c *cobra.Command, _ []string) error {
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			marks, err := arc.Marks(c.Context())
			if err != nil {
				return err
			}
			a.nothing(len(marks), asJSON, "nobody has judged an event yet: entente mark ID wrong")
			return a.printMarks(marks, asJSON)
		})
	}
	return c
}

func (a *App) printMarks(marks []entente.EventMark, asJSON bool) error {
	t := newTable(a.Stdout, "EVENT", "VERDICT", "RIGHT IS", "TRIGGER", "BY", "AT", "NOTE")
	enc := json.NewEncoder(a.Stdout)
	enc.SetEscapeHTML(false)
	for _, m := range marks {
		if !asJSON {
			t.row(m.Event, m.Verdict.String(), fixCell(m.Fix), m.Trigger, m.By, m.At, shorten(m.Note, 60))
			continue
		}
		fix, err := json.Marshal(fixWords(m.Fix))
		if err != nil {
			return fmt.Errorf("encode mark of %s: %w", m.Event, err)
		}
		line := markLine{"mark", m.Event, m.Doc, m.Trigger, m.Verdict.String(), fix, m.Note, m.By, m.At}
		if err := enc.Encode(line); err != nil {
			return fmt.Errorf("write mark of %s: %w", m.Event, err)
		}
	}
	if asJSON {
		return nil
	}
	return t.flush()
}

// fixed is a fix in the words of the flags of mark.
type fixed struct {
	Event     string `json:"event,omitempty"`
	Mode      string `json:"mode,omitempty"`
	Actor     string `json:"actor,omitempty"`
	Recipient string `json:"recipient,omitempty"`
	Status    string `json:"status,omitempty"`
	Aspect    string `json:"aspect,omitempty"`
	Days      string `json:"days,omitempty"`
}

func fixWords(f entente.Fix) fixed {
	var out fixed
	orDash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	if f.Root != nil {
		out.Event = f.Root.String()
	}
	if f.Mode != nil {
		out.Mode = orDash(f.Mode.String())
	}
	if f.Actors != nil {
		out.Actor = orDash(codes(*f.Actors))
	}
	if f.Recipients != nil {
		out.Recipient = orDash(codes(*f.Recipients))
	}
	if f.Status != nil {
		out.Status = f.Status.String()
	}
	if f.Aspect != nil {
		out.Aspect = f.Aspect.String()
	}
	if f.Days != nil {
		out.Days = orDash(strings.TrimSuffix(f.Days.From.String()+".."+f.Days.To.String(), ".."))
		if f.Days.From == f.Days.To {
			out.Days = orDash(f.Days.From.String())
		}
	}
	return out
}

func fixCell(f entente.Fix) string {
	w := fixWords(f)
	var parts []string
	for _, p := range []struct{ name, value string }{{"event", w.Event}, {"mode", w.Mode}, {"actor", w.Actor}, {"recipient", w.Recipient},
		{"status", w.Status}, {"aspect", w.Aspect}, {"days", w.Days}} {
		if p.value != "" {
			parts = append(parts, p.name+" "+p.value)
		}
	}
	return strings.Join(parts, ", ")
}
