// Package nlp reads English: it cuts text into sentences and words, tags them,
// finds their lemmas, parses them into Universal Dependencies and marks names.
//
// A [Model] is opened once and shared; each goroutine reads with a [Worker] of
// its own, which fills the layers of a document in place:
//
//	model, err := nlp.Open(models.FS)
//	…
//	worker := model.NewWorker()
//	doc := &entente.Document{Text: "The envoys met in Geneva."}
//	worker.Annotate(doc)
//
// A worker has scratch memory that grows to what its largest document needs; in
// the steady state it allocates nothing for a token. [Enhance] adds to the trees
// the relations that they cannot hold.
//
// The package knows no politics and holds no weights: [Open] takes them from a
// file system, usually that of package models. All decisions are made on
// integers, so that the same text gives the same annotation on every machine,
// whichever vector instructions it has.
package nlp
