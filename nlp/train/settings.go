package train

import "github.com/entente-news/entente/internal/lexical"

// Default returns the settings of the released model.
func Default() Settings {
	full := Shape{
		Word: 96, Sub: 96, Buckets: 1 << 14, Hidden: 256, Layers: 2, TagLayer: 0, Arc: 128, Label: 128,
		Epochs: 16, Batch: 1000, Rate: 3e-3, DropIn: 0.25, Drop: 0.33, DropWord: 0.1, Share: 0.5,
	}
	// The teachers differ in more than their seeds.
	first, second := full, full
	second.TagLayer, second.Drop, second.DropIn = 1, 0.4, 0.33
	full.Polish = 6
	further := full
	further.Outer, further.Epochs, further.Rate, further.DropWord = lexical.Dims, 5, 1e-3, 0.2
	fast := full
	fast.Polish = 0
	fast.Word, fast.Sub, fast.Buckets, fast.Hidden, fast.Arc, fast.Label = 32, 64, 1<<13, 80, 64, 64
	fast.Drop, fast.DropIn = 0.15, 0.15
	names := NameShape{Own: 48, Outer: lexical.Dims, Buckets: 1 << 13, Hidden: 64, Epochs: 6, Batch: 1000, Rate: 2e-3, Drop: 0.33, DropWord: 0.3, Outside: 0.5, Chain: true}
	fastNames := names
	fastNames.Hidden, fastNames.Own, fastNames.Buckets, fastNames.Drop = 32, 32, 1<<12, 0.2
	return Settings{
		Seed: 1, SplitEpochs: 6, SplitRuns: 5, SplitWeights: 100_000, Generated: 1000,
		Linear: LinearShape{
			Rows: 28000, Least: 3, Epochs: 4, Rate: 0.2, Decay: 1e-5, DropForm: 0.3, DropWide: 0.2, Step: 0.05, Weight: 1, Lead: 3,
		},
		Teachers: []Shape{first, second}, Full: full, Fast: fast, Further: further, Names: names, FastNames: fastNames, NamesFurther: 3,
		Log: func(string, ...any) {},
	}
}

// Small returns settings with which a few sentences are learnt in a moment, for
// tests.
func Small() Settings {
	s := Default()
	s.SplitEpochs, s.SplitRuns, s.Generated, s.Teachers, s.NamesFurther = 3, 2, 40, s.Teachers[:1], 1
	for _, shape := range []*Shape{&s.Teachers[0], &s.Full, &s.Fast} {
		shape.Word, shape.Sub, shape.Buckets, shape.Hidden, shape.Arc, shape.Label = 24, 24, 1<<9, 24, 24, 24
		shape.Epochs, shape.Batch, shape.Rate, shape.DropWord, shape.Drop, shape.DropIn, shape.Share, shape.Polish = 30, 60, 8e-3, 0, 0, 0, 0.2, 0
	}
	s.Fast.Hidden = 12
	s.Linear.Rows, s.Linear.Least, s.Linear.Lead = 300, 1, 1
	s.Further = s.Full
	s.Further.Outer, s.Further.Epochs, s.Further.Rate = lexical.Dims, 2, 1e-3
	for _, shape := range []*NameShape{&s.Names, &s.FastNames} {
		shape.Own, shape.Buckets, shape.Hidden, shape.Epochs = 8, 1<<8, 8, 4
	}
	return s
}
