package model

import (
	"reflect"
	"testing"
)

// TestTrainRanker learns that an option is right beside a worse one, though it is
// wrong beside a better one: what no weight of an option by itself tells.
func TestTrainRanker(t *testing.T) {
	t.Parallel()
	const good, fair, bad, rare = 1, 2, 3, 4
	var list []Choice
	for range 30 {
		list = append(list,
			Choice{Options: [][]uint32{{good}, {fair}}, Right: []bool{true, false}, Weight: 1},
			Choice{Options: [][]uint32{{bad}, {fair, fair}, {bad}}, Right: []bool{false, true, false}, Weight: 0.5})
	}
	list = append(list, Choice{Options: [][]uint32{{rare}, {bad}}, Right: []bool{true, true}, Weight: 1})
	rows := TrainRanker(list, RankerOptions{L2: 1e-4, Rounds: 30, Least: 2}, 100, 0)
	weight := map[uint32]int32{}
	for _, r := range rows {
		if len(r.Cells) != 1 || r.Cells[0].Class != 0 {
			t.Fatalf("row %v", r)
		}
		weight[r.Key] = r.Cells[0].Weight
	}
	if weight[good] <= weight[fair] || weight[fair] <= weight[bad] {
		t.Errorf("weights %v", weight)
	}
	if _, ok := weight[rare]; ok {
		t.Errorf("a feature of one option has weight %d", weight[rare])
	}
	if again := TrainRanker(list, RankerOptions{L2: 1e-4, Rounds: 30, Least: 2}, 100, 0); !reflect.DeepEqual(rows, again) {
		t.Error("the same choices give other weights")
	}
	if kept := TrainRanker(list, RankerOptions{L2: 1e-4, Rounds: 30, Least: 2}, 100, 1); len(kept) != 1 {
		t.Errorf("%d rows kept, want the largest", len(kept))
	}
}
