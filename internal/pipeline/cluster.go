package pipeline

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// Cluster places all documents whose features are given, in (date, order), and
// returns their places in the order given. An undated document takes the place
// of the one before it; its day stays unknown, so that time does not hold it
// apart from any story.
func Cluster(fs []story.Features) []entente.Assignment {
	c := story.New(story.Defaults())
	out := make([]entente.Assignment, len(fs))
	at := make(map[string][]int, len(fs))
	for _, i := range story.Order(fs) {
		out[i] = c.Add(fs[i])
		at[fs[i].Doc] = append(at[fs[i].Doc], i)
	}
	for _, m := range c.Changes() {
		for _, i := range at[m.Doc] {
			out[i] = m
		}
	}
	return out
}

// Stream places documents as they come, sorted by date; a late one is placed by
// its own day. It remembers as many documents as the clusterer does.
type Stream struct {
	c    *story.Clusterer
	said map[string]entente.Assignment // what a reader believes of documents in memory
	docs []string                      // their ids, the oldest first
	keep int
}

// NewStream returns a stream that has seen nothing.
func NewStream() *Stream {
	opt := story.Defaults()
	return &Stream{c: story.New(opt), said: map[string]entente.Assignment{}, keep: opt.MaxDocuments}
}

// Correction mends earlier answers: all documents of the story From are in Into
// from now on, or, where From is "", the place of one document is Place.
type Correction struct {
	From, Into string
	Place      entente.Assignment
}

// Add places a document, and tells what that changed. Corrections are applied in
// their order.
func (s *Stream) Add(f story.Features) (entente.Assignment, []Correction) {
	place := s.c.Add(f)
	var order []string // of documents that changed
	now := map[string]entente.Assignment{}
	for _, m := range s.c.Changes() {
		if _, ok := now[m.Doc]; !ok {
			order = append(order, m.Doc)
		}
		now[m.Doc] = m
	}
	if m, ok := now[place.Doc]; ok {
		place = m
		delete(now, place.Doc)
	}
	var out []Correction
	for _, doc := range order {
		was, is := s.said[doc], now[doc]
		if is.Doc == "" || was.Doc == "" || was.Story == is.Story || s.c.Remembers(was.Story) {
			continue
		}
		out = append(out, Correction{From: was.Story, Into: is.Story})
		for id, x := range s.said { // each on its own: the order does not matter
			if x.Story == was.Story {
				x.Story = is.Story
				s.said[id] = x
			}
		}
	}
	for _, doc := range order {
		if is, ok := now[doc]; ok && s.said[doc] != is {
			out = append(out, Correction{Place: is})
			s.remember(is)
		}
	}
	s.remember(place)
	return place, out
}

// remember notes what was said of a document, and lets the oldest go.
func (s *Stream) remember(a entente.Assignment) {
	if _, ok := s.said[a.Doc]; !ok {
		s.docs = append(s.docs, a.Doc)
	}
	s.said[a.Doc] = a
	for len(s.docs) > s.keep {
		delete(s.said, s.docs[0])
		s.docs = s.docs[1:]
	}
}
