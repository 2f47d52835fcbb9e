package entente

import "testing"

func TestStates(t *testing.T) {
	t.Parallel()
	var none *States
	if none.Row(0) != nil || none.Add(0) != nil || none.Width() != 0 {
		t.Error("no states hold some")
	}
	s := NewStates(3, 2)
	copy(s.Add(2), []int8{5, -6})
	copy(s.Add(0), []int8{1, 2})
	copy(s.Add(2), []int8{7, -8}) // once more
	if s.Row(1) != nil || s.Row(3) != nil || s.Row(-1) != nil || s.Add(3) != nil {
		t.Error("tokens have states that were not added")
	}
	if a, b := s.Row(0), s.Row(2); len(a) != 2 || a[1] != 2 || len(b) != 2 || b[0] != 7 || b[1] != -8 {
		t.Errorf("states %v and %v", a, b)
	}
	if long := NewStates(maxStates+1, 1); long.Add(maxStates-1) == nil || long.Add(maxStates) != nil {
		t.Error("the bound is at another token")
	}
}
