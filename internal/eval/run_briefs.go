package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/story"
)

// reference is a brief that we wrote of a story: of documents of the sample
// news, or of a cluster of the gold data.
type reference struct {
	ID      string   `json:"id"`
	Docs    []string `json:"docs"`
	Cluster string   `json:"cluster"`
	Text    string   `json:"text"`
}

// storyText is a document of a story as the gold data and the sample have it.
type storyText struct {
	ID        string   `json:"id"`
	Cluster   string   `json:"cluster"`
	Source    string   `json:"source"`
	Title     string   `json:"title"`
	Date      string   `json:"date"`
	Lang      string   `json:"lang"`
	Text      string   `json:"text"`
	Summaries []string `json:"summaries"`
}

// document makes a document of it.
func (x *storyText) document() *entente.Document {
	d := given(x.ID, x.Text, x.Date)
	d.Publisher, d.Title = x.Source, x.Title
	if t, err := time.Parse(time.RFC3339, x.Date); err == nil {
		d.Published, d.DateOnly = t, false
	}
	return d
}

// briefLine is a brief with what it was compared with.
type briefLine struct {
	ID        string                 `json:"id"`
	Reference string                 `json:"reference"`
	Brief     []entente.BriefSection `json:"brief"`
}

// briefs compares briefs of stories with those that we wrote of them, and, for
// single documents, with the sentences that readers wrote.
func (r *Runner) briefs(ctx context.Context) error {
	refs, err := ReadJSONL[reference](r.Own, "briefs/references.jsonl")
	if err != nil {
		return err
	}
	texts := map[string][]storyText{}
	gold, err := ReadJSONL[storyText](r.Gold, "stories/ecbplus.jsonl")
	if err != nil {
		return err
	}
	for _, x := range gold {
		texts[x.Cluster] = append(texts[x.Cluster], x)
	}
	sample, err := r.samples()
	if err != nil {
		return err
	}
	check, err := r.Tools.Gate(ctx)
	if err != nil {
		return err
	}
	var out []briefLine
	sums := map[string]map[string]*rougeSum{}
	for _, ref := range refs {
		data, list := "ecbplus", texts[ref.Cluster]
		if ref.Cluster == "" {
			data, list = "sample", nil
			for _, id := range ref.Docs {
				list = append(list, sample[id])
			}
		}
		one, err := r.storyOf(ctx, list)
		if err != nil {
			return err
		}
		b, err := brief.New(one, brief.Options{Known: r.Tools.Knows, Check: check, Since: entente.NoDay}).Story(ctx, one.row.Story.ID)
		if err != nil {
			return err
		}
		if sums[data] == nil {
			sums[data] = map[string]*rougeSum{}
		}
		compareBriefs(sums[data], one.docs, b, ref.Text)
		out = append(out, briefLine{ref.ID, ref.Text, b.Sections})
	}
	for _, data := range []string{"sample", "ecbplus"} {
		r.rougeRows(data, "references of our own, one a story, at their length", sums[data])
	}
	if err := r.single(ctx, check); err != nil {
		return err
	}
	return predict(r, "briefs.jsonl", out)
}

// rougeSum adds scores up.
type rougeSum struct {
	sum Rouge
	n   int
}

func (s *rougeSum) add(x Rouge) {
	s.sum.One += x.One
	s.sum.Two += x.Two
	s.sum.L += x.L
	s.n++
}

// systems are what is compared, in the order of the report.
var systems = []string{"brief", "brief without who reports", "lead-3", "TextRank", "LexRank"}

var supportWords = regexp.MustCompile(` \((?:[^“”()]*(?:\([^()]*\))?; )?(?:only |\d+ (?:independent )?reports)[^()]*(?:\([^()]*\)[^()]*)?\)`)

// compareBriefs scores a brief and the plain summaries at the length of the
// reference.
func compareBriefs(into map[string]*rougeSum, docs []*entente.Document, b *entente.Brief, ref string) {
	n := len(rougeWords(ref))
	full := briefText(b)
	for name, text := range map[string]string{ // each by itself
		"brief": full, "brief without who reports": supportWords.ReplaceAllString(full, ""),
		"lead-3": Lead3(docs), "TextRank": TextRank(docs), "LexRank": LexRank(docs),
	} {
		if into[name] == nil {
			into[name] = &rougeSum{}
		}
		into[name].add(ScoreRouge(firstWords(text, n), ref))
	}
}

func briefText(b *entente.Brief) string {
	var parts []string
	for _, sec := range b.Sections {
		for _, s := range sec.Sentences {
			parts = append(parts, s.Text)
		}
	}
	return strings.Join(parts, " ")
}

func (r *Runner) rougeRows(data, note string, sums map[string]*rougeSum) {
	for _, name := range systems {
		if s := sums[name]; s != nil && s.n > 0 {
			n := float64(s.n)
			r.add("briefs", data, "ROUGE-1/2/L "+name, fmt.Sprintf("%.3f %.3f %.3f", s.sum.One/n, s.sum.Two/n, s.sum.L/n), fmt.Sprintf("%d %s", s.n, note))
		}
	}
}

// samples returns the sample news by id.
func (r *Runner) samples() (map[string]storyText, error) {
	out := map[string]storyText{}
	if r.Sample == nil {
		return out, nil
	}
	sc := bufio.NewScanner(r.Sample())
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var x storyText
		if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("read the sample news: %w", err)
		}
		out[x.ID] = x
	}
	return out, sc.Err()
}

// single compares briefs of single documents with what readers wrote of them.
func (r *Runner) single(ctx context.Context, check brief.Check) error {
	list, err := ReadJSONL[storyText](r.Gold, "corpus/gum_summaries.jsonl")
	if err != nil {
		return err
	}
	sums := map[string]*rougeSum{}
	for i := range list {
		if list[i].Text == "" || len(list[i].Summaries) == 0 {
			continue
		}
		one, err := r.storyOf(ctx, list[i:i+1])
		if err != nil {
			return err
		}
		b, err := brief.New(one, brief.Options{Known: r.Tools.Knows, Check: check, Since: entente.NoDay}).Story(ctx, one.row.Story.ID)
		if err != nil {
			return err
		}
		compareBriefs(sums, one.docs, b, list[i].Summaries[0])
	}
	r.rougeRows("gum_summaries", "documents of many kinds, one sentence each; not aimed at", sums)
	return nil
}

// oneStory is an archive that holds one story, read, merged and with its
// near-copies as the pipeline would have them.
type oneStory struct {
	row    entente.StoryRow
	docs   []*entente.Document
	merged []entente.Merged
}

func (r *Runner) storyOf(ctx context.Context, list []storyText) (*oneStory, error) {
	one := &oneStory{row: entente.StoryRow{Story: entente.Story{ID: "s", Title: "", From: entente.NoDay, To: entente.NoDay}}}
	for i := range list {
		one.docs = append(one.docs, list[i].document())
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerQuotes | entente.LayerPositions}), one.docs); err != nil {
		return nil, err
	}
	slices.SortStableFunc(one.docs, func(a, b *entente.Document) int { return a.Published.Compare(b.Published) })
	c := story.New(story.Defaults())
	var reports []merge.Report
	for _, d := range one.docs {
		x := merge.Report{Doc: d.ID, Story: "s", Outlet: d.Publisher, Published: d.Published, DateOnly: d.DateOnly, Day: d.Day(),
			CopyOf: c.Add(story.Extract(d)).DuplicateOf, Claims: merge.Claims(d)}
		if r.Tools.Outlets != nil {
			x.Provenance = r.Tools.Outlets.Provenance(d)
		}
		reports = append(reports, x)
		one.row.Story.Members = append(one.row.Story.Members, entente.Member{Doc: d.ID, DuplicateOf: x.CopyOf})
		if day := d.Day(); day.Known() {
			one.row.Story.To = max(one.row.Story.To, day)
			if !one.row.Story.From.Known() || day < one.row.Story.From {
				one.row.Story.From = day
			}
		}
	}
	if len(one.docs) > 0 {
		one.row.Story.Title = one.docs[0].Title
	}
	one.row.Reports = len(one.docs)
	one.merged = merge.Events(reports)
	return one, nil
}

func (s *oneStory) Document(_ context.Context, id string, _ entente.Depth) (*entente.Document, error) {
	for _, d := range s.docs {
		if d.ID == id {
			return d, nil
		}
	}
	return nil, &entente.Error{Code: entente.ErrNotFound, Where: id, Err: errNoDocument}
}

var errNoDocument = fmt.Errorf("the story has no such document")

func (s *oneStory) Story(context.Context, string) (entente.StoryRow, error) { return s.row, nil }

func (s *oneStory) Reported(context.Context, entente.Days, int) ([]entente.StoryRow, error) {
	return []entente.StoryRow{s.row}, nil
}

func (s *oneStory) Stats(context.Context, entente.Days) (entente.Stats, error) {
	return entente.Stats{Documents: len(s.docs), Days: entente.Days{From: s.row.Story.From, To: s.row.Story.To}}, nil
}

func (s *oneStory) Events(context.Context, entente.EventFilter) ([]entente.EventRow, error) {
	return nil, nil
}

func (s *oneStory) Happenings(context.Context, entente.EventFilter) ([]*entente.Merged, error) {
	var out []*entente.Merged
	for i := range s.merged {
		out = append(out, &s.merged[i])
	}
	return out, nil
}

func (s *oneStory) Earlier(context.Context, entente.Root, [2]string, entente.Day, int) ([]*entente.Merged, bool, error) {
	return nil, false, nil
}

func (s *oneStory) Beside(context.Context, *entente.Story) ([]entente.Story, error) { return nil, nil }

func (s *oneStory) Watches(context.Context) ([]entente.Watch, error) { return nil, nil }
