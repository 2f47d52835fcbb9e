package web

import (
	"fmt"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// panels are the lines below the bars, over the same columns: the mean score
// with its interval, the events per 1,000 documents, and what only a party to
// them tells. A period without reports is a shaded gap in each; nothing is
// drawn there.
type panels struct {
	Width, Height int
	Left, Right   string
	List          []panel
	Turns         []turnMark
}

// panel is one of them.
type panel struct {
	Head     label
	Scale    []label
	Rules    []string // y of level lines
	Bars     []bar    // gaps and counts
	Whiskers []whisker
	Dots     []dot
	Steps    []steps
}

// whisker is an interval.
type whisker struct{ X, Y1, Y2, Class string }

// dot is a mean; a thin one is hollow.
type dot struct{ X, Y, Class, Title, Link string }

// steps is a line of levels, drawn as the data of an SVG path.
type steps struct{ Class, Data string }

// turnMark is a turning point: a line across the panels.
type turnMark struct{ X, Link, Title string }

// The panels' measures, in user units of their drawing.
const (
	panelHead  = 24
	scoreRoom  = 120
	rateRoom   = 64
	claimRoom  = 40
	panelSpace = 10
)

// newPanels draws points of what was asked.
func newPanels(points []entente.RelationPoint, asked *relationQuery) panels {
	p := panels{Width: chartWidth, Left: coord(chartLeft), Right: coord(chartWidth)}
	claims := 0
	for _, x := range points {
		claims = max(claims, x.Claims)
	}
	y := float64(0)
	p.List = append(p.List, scorePanel(points, asked, y+panelHead))
	y += panelHead + scoreRoom + panelSpace
	p.List = append(p.List, ratePanel(points, y+panelHead))
	y += panelHead + rateRoom + panelSpace
	if claims > 0 {
		p.List = append(p.List, claimPanel(points, asked, y+panelHead))
		y += panelHead + claimRoom + panelSpace
	}
	p.Height = int(y)
	return p
}

// newPanel makes a panel with its gaps.
func newPanel(points []entente.RelationPoint, head string, top, room float64) panel {
	p := panel{Head: label{coord(chartLeft), coord(top - 8), head}}
	step, _ := columnsOf(len(points))
	for i, x := range points {
		if x.Documents == 0 && x.Events == 0 && x.Claims == 0 {
			p.Bars = append(p.Bars, bar{X: coord(chartLeft + float64(i)*step), Y: coord(top), W: coord(step), H: coord(room), Class: "nodata",
				Title: dayRange(x.From, x.To) + ": no reports in the archive"})
		}
	}
	return p
}

// scale adds a level line with its number.
func (p *panel) scale(y float64, text string) {
	p.Scale = append(p.Scale, label{coord(chartLeft - 8), coord(y + 4), text})
	p.Rules = append(p.Rules, coord(y))
}

func scorePanel(points []entente.RelationPoint, asked *relationQuery, top float64) panel {
	p := newPanel(points, "mean score, with its 95 % interval", top, scoreRoom)
	at := func(score float64) float64 { return top + scoreRoom*(10-score)/20 }
	p.scale(at(10), "+10")
	p.scale(at(0), "0")
	p.scale(at(-10), "−10")
	step, _ := columnsOf(len(points))
	for i, x := range points {
		mean, ok := x.Mean()
		if !ok {
			continue
		}
		mid := coord(chartLeft + (float64(i)+0.5)*step)
		low, high, _ := x.Interval()
		class := "mean"
		if x.Thin() {
			class = "mean thin"
		}
		if x.Events > 1 { // of one event it is the whole scale
			p.Whiskers = append(p.Whiskers, whisker{mid, coord(at(high)), coord(at(low)), class})
		}
		p.Dots = append(p.Dots, dot{X: mid, Y: coord(at(mean)), Class: class, Link: asked.pointLink(entente.Days{From: x.From, To: x.To}, ""),
			Title: dayRange(x.From, x.To) + ": " + meanText(x)})
	}
	return p
}

// meanText says the mean of a point with its interval.
func meanText(x entente.RelationPoint) string {
	mean, ok := x.Mean()
	if !ok {
		return "no mean"
	}
	low, high, _ := x.Interval()
	t := fmt.Sprintf("mean score %s, 95 %% interval %s to %s, of %s", scoreText(mean), scoreText(low), scoreText(high), count(x.Events, "event", "events"))
	if x.Thin() {
		t += ": thin"
	}
	return t
}

func ratePanel(points []entente.RelationPoint, top float64) panel {
	p := newPanel(points, "events per 1,000 documents; dashed: over outlets that were read throughout", top, rateRoom)
	most := 0.0
	for _, x := range points {
		for _, f := range []func() (float64, bool){x.Rate, x.SteadyRate} {
			if r, ok := f(); ok {
				most = max(most, r)
			}
		}
	}
	p.scale(top+rateRoom, "0")
	if most == 0 {
		return p
	}
	p.scale(top, number(int64(most+0.5)))
	p.Steps = []steps{{"rate", stepLine(points, top, most, entente.RelationPoint.Rate)}, {"steady", stepLine(points, top, most, entente.RelationPoint.SteadyRate)}}
	return p
}

// stepLine draws a level for each period that has one; where one has none the
// line breaks.
func stepLine(points []entente.RelationPoint, top, most float64, level func(entente.RelationPoint) (float64, bool)) string {
	var b strings.Builder
	step, _ := columnsOf(len(points))
	open := false
	for i, x := range points {
		r, ok := level(x)
		if !ok {
			open = false
			continue
		}
		left, y := coord(chartLeft+float64(i)*step), coord(top+rateRoom*(1-r/most))
		if open {
			b.WriteString("V" + y)
		} else {
			b.WriteString("M" + left + " " + y)
		}
		b.WriteString("H" + coord(chartLeft+float64(i+1)*step))
		open = true
	}
	return b.String()
}

func claimPanel(points []entente.RelationPoint, asked *relationQuery, top float64) panel {
	p := newPanel(points, "told by nobody but a party: counted apart", top, claimRoom)
	most := 1
	for _, x := range points {
		most = max(most, x.Claims)
	}
	p.scale(top+claimRoom, "0")
	p.scale(top, strconv.Itoa(most))
	step, w := columnsOf(len(points))
	for i, x := range points {
		if x.Claims == 0 {
			continue
		}
		h := claimRoom * float64(x.Claims) / float64(most)
		p.Bars = append(p.Bars, bar{X: coord(chartLeft + float64(i)*step + step*0.1), Y: coord(top + claimRoom - h), W: coord(w), H: coord(h), Class: "claim",
			Link:  asked.pointLink(entente.Days{From: x.From, To: x.To}, kindClaims),
			Title: dayRange(x.From, x.To) + ": " + count(x.Claims, "event", "events") + " told by nobody but a party"})
	}
	return p
}

// turnMarks places turning points over the columns of points.
func turnMarks(points []entente.RelationPoint, turns []turnView) []turnMark {
	step, _ := columnsOf(len(points))
	var out []turnMark
	for _, t := range turns {
		for i, x := range points {
			if x.From <= t.Day && t.Day <= x.To {
				out = append(out, turnMark{coord(chartLeft + float64(i)*step), "#turn-" + t.Day.String(),
					"turning point, " + dayText(t.Day) + ": from " + scoreText(t.Before) + " to " + scoreText(t.After)})
				break
			}
		}
	}
	return out
}
