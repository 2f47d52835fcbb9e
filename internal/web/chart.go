package web

import (
	"fmt"
	"strconv"

	entente "github.com/entente-news/entente"
)

// chart is the record between two parties as bars: cooperation above the line,
// conflict below it, words lighter than deeds. It is drawn as SVG by the
// template, so that every bar can be a link to its events.
type chart struct {
	Width, Height int
	Left, Right   string // x of the ends of the line
	Base          string // y of the line
	Bars          []bar
	Labels        []label // below
	Scale         []label // at the left
	Turns         []turnMark
}

// bar is one piece of one period.
type bar struct {
	X, Y, W, H  string
	Class       string
	Title, Link string
}

type label struct {
	X, Y, Text string
}

// The chart's measures, in user units of its drawing.
const (
	chartWidth = 900
	chartLeft  = 46 // room for "1,000"
	chartTop   = 14
	chartPlot  = 210 // height of the bars' room
	// tallestEvent is the height of one event where there are few.
	tallestEvent = 48.0
	chartFoot    = 26
	widestStep   = 110.0
	chartLabels  = 7
)

// columnsOf returns the width of a period's column, and of what stands in it.
func columnsOf(n int) (step, bar float64) {
	step = min(widestStep, float64(chartWidth-chartLeft)/float64(max(1, n)))
	return step, max(0.8, step*0.8)
}

// newChart draws points of what was asked.
func newChart(points []entente.RelationPoint, asked *relationQuery) chart {
	c := chart{Width: chartWidth, Left: coord(chartLeft), Right: coord(chartWidth)}
	up, down := 0, 0
	for _, p := range points {
		up, down = max(up, p.Quads[1]+p.Quads[2]), max(down, p.Quads[3]+p.Quads[4])
	}
	unit := min(tallestEvent, float64(chartPlot)/float64(max(1, up+down)))
	plot := unit * float64(max(1, up+down))
	c.Height = chartTop + int(plot+0.5) + chartFoot
	base := chartTop + unit*float64(up)
	c.Base = coord(base)
	c.Scale = []label{{coord(chartLeft - 8), coord(base + 4), "0"}}
	if up > 0 {
		c.Scale = append(c.Scale, label{coord(chartLeft - 8), coord(chartTop + 8), strconv.Itoa(up)})
	}
	if down > 0 {
		c.Scale = append(c.Scale, label{coord(chartLeft - 8), coord(chartTop + plot), strconv.Itoa(down)})
	}
	if len(points) == 0 {
		return c
	}
	step, w := columnsOf(len(points))
	every := max(1, (len(points)+chartLabels-1)/chartLabels, int(90/step+0.99))
	for i, p := range points {
		x := chartLeft + float64(i)*step + step*0.1
		if i%every == 0 {
			c.Labels = append(c.Labels, label{coord(x), coord(chartTop + plot + 19), dayText(p.From)})
		}
		if p.Documents == 0 && p.Events == 0 && p.Claims == 0 {
			c.Bars = append(c.Bars, bar{X: coord(chartLeft + float64(i)*step), Y: coord(chartTop), W: coord(step), H: coord(plot), Class: "nodata",
				Title: dayRange(p.From, p.To) + ": no reports in the archive"})
			continue
		}
		c.stack(p, column{x, w, unit, base}, asked)
	}
	return c
}

// column is where the bars of one period stand.
type column struct{ x, w, unit, base float64 }

// stack adds the bars of one period: deeds next to the line, words beyond them.
func (c *chart) stack(p entente.RelationPoint, at column, asked *relationQuery) {
	up, down := at.base, at.base
	for _, quad := range []entente.Quad{entente.MaterialCooperation, entente.VerbalCooperation, entente.MaterialConflict, entente.VerbalConflict} {
		n := p.Quads[quad]
		if n == 0 {
			continue
		}
		h := at.unit * float64(n)
		b := bar{X: coord(at.x), W: coord(at.w), H: coord(h), Class: fmt.Sprintf("quad%d", quad), Link: asked.pointLink(entente.Days{From: p.From, To: p.To}, strconv.Itoa(int(quad))),
			Title: fmt.Sprintf("%s: %s, %s", dayRange(p.From, p.To), quad, count(n, "event", "events"))}
		if quad == entente.MaterialCooperation || quad == entente.VerbalCooperation {
			up -= h
			b.Y = coord(up)
		} else {
			b.Y = coord(down)
			down += h
		}
		c.Bars = append(c.Bars, b)
	}
}

// coord writes a coordinate with a tenth of a unit.
func coord(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// scoreBar is a score as a bar from the middle: to the left conflict, to the
// right cooperation, 100 units for a score of 10.
func scoreBar(score float64) bar {
	w := min(100, max(-100, score*10))
	if w < 0 {
		return bar{X: coord(100 + w), W: coord(-w), Class: "quad4"}
	}
	return bar{X: "100", W: coord(w), Class: "quad2"}
}
