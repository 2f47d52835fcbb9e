package brief

import (
	"fmt"

	entente "github.com/entente-news/entente"
)

// dayText returns "16 May 2024".
func dayText(d entente.Day) string { return d.Time().Format("2 January 2006") }

// spanText returns "16 May 2024", "14 to 16 May 2024", "30 April to 2 May
// 2024", or words for an open span.
func spanText(days entente.Days) string {
	from, to := days.From, days.To
	switch {
	case !from.Known() && !to.Known():
		return "all days"
	case !from.Known():
		return "the days up to " + dayText(to)
	case !to.Known():
		return "the days from " + dayText(from)
	case from == to:
		return dayText(from)
	}
	a, b := from.Time(), to.Time()
	switch {
	case a.Year() != b.Year():
		return dayText(from) + " to " + dayText(to)
	case a.Month() != b.Month():
		return a.Format("2 January") + " to " + dayText(to)
	default:
		return fmt.Sprintf("%d to %s", a.Day(), dayText(to))
	}
}

// whenText returns the time of an event as words at the head of a sentence, ""
// when the text does not give it: "On 16 May 2024", "In March 2023", "In
// 2022", "Between 10 and 12 May 2024".
func whenText(w entente.When) string {
	if w.Basis != entente.WhenText || !w.From.Known() || !w.To.Known() {
		return ""
	}
	switch {
	case w.From == w.To:
		return "On " + dayText(w.From)
	case w.Precision == entente.PrecisionMonth:
		return "In " + w.From.Time().Format("January 2006")
	case w.Precision == entente.PrecisionYear:
		return "In " + w.From.Time().Format("2006")
	case w.To-w.From < 40:
		return "Between " + betweenText(w.From, w.To)
	}
	return ""
}

func betweenText(from, to entente.Day) string {
	a, b := from.Time(), to.Time()
	if a.Year() == b.Year() && a.Month() == b.Month() {
		return fmt.Sprintf("%d and %s", a.Day(), dayText(to))
	}
	return a.Format("2 January") + " and " + dayText(to)
}
