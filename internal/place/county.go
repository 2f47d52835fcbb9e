package place

// counties marks the names of lists that end in "counties": "Clay, Grant and
// Otter Tail counties" are three counties, though none says so by itself.
func (w *Worker) counties() {
	for i := range w.list {
		if !w.is(i, "counties") || !w.linked(i) {
			continue
		}
		for k := i - 1; k >= 0; {
			first := k
			for first > 0 && w.list[first].capital && w.list[first-1].capital && w.linked(first) {
				first--
			}
			if !w.list[first].capital {
				break
			}
			w.list[first].county = true
			k = first - 1
			if k >= 0 && w.is(k, "and") && w.list[first].before == gapBlank {
				if k--; k < 0 || w.list[k+1].before == gapBreak {
					break
				}
				continue
			}
			if w.list[first].before != gapComma {
				break
			}
		}
	}
}

// oneCounty reads the longest name at word i as that of a county.
func (w *Worker) oneCounty(i int) (mention, bool) {
	n := 1
	for n < maxWords && i+n < len(w.list) && w.list[i+n].capital && w.linked(i+n) {
		n++
	}
	for ; n >= 1; n-- {
		from := len(w.refs)
		key := append(w.join(i, n), " county"...)
		for _, e := range w.g.p.find(key) {
			w.refs = append(w.refs, int32(e)) //nolint:gosec // bounded by maxEntries
		}
		if len(w.refs) > from {
			return mention{first: i, next: i + n, from: from, to: len(w.refs), chosen: noRef, county: true, rivals: noRivals}, true
		}
	}
	return mention{}, false
}
