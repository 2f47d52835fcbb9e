package timex

// fold makes one item of a number that is written in several words ("twenty
// four", "two hundred", "nineteen eighty-six", "twenty-third") and accepts the
// names of the calendar in lower case that are words of other kinds as well
// ("5 may", "sat at 5") where a number says so. It works in place.
func (w *Worker) fold() {
	out := 0
	for i := 0; i < len(w.items); {
		it := w.items[i]
		next := i + 1
		switch {
		case it.flag&fLower != 0:
			w.lowered(i, &it)
		case it.class == cNumber && it.kind == kWord && it.val >= 20 && it.val < 100:
			next = w.tens(i, &it)
		}
		switch {
		case it.class == cNumber && it.kind == kWord && it.val > 1000:
			it.val, it.digits = maxNumber/10, 9 // millions
		case it.class == cNumber && it.kind == kWord:
			it, next = w.large(i, next, it)
		case it.class == cNumber:
			it, next = w.scaled(next, it)
		}
		w.items[out] = it
		out, i = out+1, next
	}
	w.items = w.items[:out]
}

// lowered gives a lower-case word the class of the calendar's name that it is
// but for its case, when a number stands beside it.
func (w *Worker) lowered(i int, it *item) {
	if it.val >= lowerWeekday {
		if w.spells(i+1, "at") && w.numberAt(i+2) || w.dayNumber(i+1) {
			it.class, it.val = cWeekday, it.val-lowerWeekday
		}
		return
	}
	before := w.dayNumber(i-1) || w.at(i-1) == cOf && (w.dayNumber(i-2) || w.at(i-2) == cOrdinal) ||
		(w.isMark(i-1, '-') || w.isMark(i-1, '/')) && w.adjacent(i) && w.numberAt(i-2)
	after := w.dayNumber(i+1) || w.isYear(i+1) || w.at(i+1) == cOf && w.isYear(i+2) || w.isMark(i+1, '/') && w.dayNumber(i+2) ||
		it.flag&fAbbr == 0 && w.at(i+1) == cOrdinal
	switch {
	case w.spells(i, "april"), w.spells(i, "june"):
		before = true
	case it.flag&fAbbr == 0:
		before = before || w.spells(i-1, "in") || w.spells(i-1, "since") || w.at(i-1) == cUntil || w.at(i-1) == cBy ||
			w.val8(it) && (w.at(i-1) == cBetween || w.at(i-1) == cSince)
	}
	if w.spells(i, "may") && !w.isYear(i+1) { // mostly a verb
		after = false
	}
	if before || after && w.at(i+2) != cUnit && w.at(i+2) != cCounted {
		it.class = cMonth
	}
}

// val8 reports whether it is "august", the month that is least another word.
func (w *Worker) val8(it *item) bool { return it.val == 8 }

// numberAt reports whether item i is a number in figures.
func (w *Worker) numberAt(i int) bool {
	return i >= 0 && i < len(w.items) && w.items[i].kind == kNumber
}

// dayNumber reports whether item i is a number of a day in figures.
func (w *Worker) dayNumber(i int) bool {
	return w.numberAt(i) && w.items[i].digits <= 2 && w.items[i].val >= 1 && w.items[i].val <= 31
}

// tens adds the unit behind "twenty", "thirty" and so on, and returns the item
// after it.
func (w *Worker) tens(i int, it *item) int {
	j := i + 1
	if w.isMark(j, '-') && w.adjacent(j) {
		j++
	}
	if j >= len(w.items) {
		return i + 1
	}
	u := w.items[j]
	if it.val%10 != 0 || u.kind != kWord || u.class != cNumber && u.class != cOrdinal || u.val < 1 || u.val > 9 {
		return i + 1
	}
	it.val += u.val
	it.class, it.end = u.class, u.end
	return j + 1
}

// large reads hundreds, thousands and years in words behind the number it,
// which ends before item next.
func (w *Worker) large(i, next int, it item) (item, int) {
	if it.val == 0 || next >= len(w.items) || w.items[next].kind != kWord {
		return it, next
	}
	if v := w.items[next]; v.class == cNumber && v.val == 100 && it.val < 100 {
		h := it
		h.val, h.end = it.val*100, v.end
		h, next = w.rest(h, next+1, 100)
		if it.val >= 11 && it.val <= 19 {
			h.asYear()
		}
		return h, next
	}
	if v := w.items[next]; v.class == cNumber && v.val == 1000 && it.val < 1000 {
		h := it
		h.val, h.end = it.val*1000, v.end
		at := next + 1
		h, next = w.rest(h, at, 1000)
		if it.val == 2 && next > at {
			h.asYear()
		}
		return h, next
	}
	if it.val >= 15 && it.val <= 20 && i > 0 && w.at(i-1) != cNumber {
		if n, j := w.twoFigures(next); n >= 10 && w.at(j) != cUnit && !w.lowerPlural(j) {
			it.val, it.end = it.val*100+n, w.items[j-1].end
			it.asYear()
			return it, j
		}
	}
	return w.scaled(next, it)
}

// asYear makes a number in words look like a year in figures.
func (it *item) asYear() { it.kind, it.class, it.digits = kNumber, cNumber, 4 }

// rest adds what follows "hundred" or "thousand", with or without "and".
func (w *Worker) rest(h item, next int, below int32) (item, int) {
	j := next
	if w.spells(j, "and") {
		j++
	}
	n, k := w.twoFigures(j)
	if n > 0 && n < below {
		h.val += n
		h.end = w.items[k-1].end
		return h, k
	}
	return h, next
}

// twoFigures reads a number below 100 in words; 0 for none.
func (w *Worker) twoFigures(i int) (int32, int) {
	if i >= len(w.items) || w.items[i].kind != kWord || w.items[i].class != cNumber || w.items[i].val >= 100 {
		return 0, i
	}
	it := w.items[i]
	if it.val >= 20 {
		next := w.tens(i, &it)
		if it.class != cNumber {
			return 0, i
		}
		return it.val, next
	}
	return it.val, i + 1
}

// scaled reads "13 billion" and "ten thousand".
func (w *Worker) scaled(next int, it item) (item, int) {
	if next >= len(w.items) || w.items[next].kind != kWord || w.items[next].class != cNumber || it.val >= 1000 {
		return it, next
	}
	if v := w.items[next].val; v >= 1000 {
		n := it.val
		it.val, it.end, it.digits = maxNumber/10, w.items[next].end, 9
		if v == 1000 {
			it.val = n * 1000
		}
		return it, next + 1
	}
	return it, next
}
