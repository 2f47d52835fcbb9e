// Command entente-dev holds what only builders of the program need: training
// the language model, packing the gazetteer, and checking the tables.
package main

import (
	"fmt"
	"os"
)

const usage = `usage: entente-dev train   --gold DIR --out FILE [--seed N] [--keep DIR] [--without NAME]…
       entente-dev kernels [--out DIR]
       entente-dev names   --gold DIR [--model FILE] [--folds N]
       entente-dev check   [--data DIR]
       entente-dev coder   train|score|folds …
       entente-dev corpus  COMMAND …
       entente-dev details [--corpus FILE] [--out FILE | --predict [--folds N]] [--seed N]
       entente-dev dates   --gold FILE --predicted FILE [--list] [--kind KIND]
       entente-dev headlines --gold DIR [--out FILE] [--seed N]
       entente-dev judge   merged|copies …
       entente-dev places  --cities FILE --admin1 FILE --admin2 FILE [--out FILE]
       entente-dev sectors [--gold DIR] [--folds N] [--seldom N] [--out FILE]
       entente-dev stories --gold DIR [--seed N]
       entente-dev stories merge --gold DIR [--out FILE] [--penalty X] [--shift N]
       entente-dev whose   [--gold DIR] [--folds N] [--out FILE]
       entente-dev words   --from FILE [--most N] [--out FILE]
       entente-dev predict --model FILE (--conllu FILE | --raw FILE | --iob2 FILE) > OUT

check    reads the tables and patterns that people edit, and says what is wrong by file and line
coder    learns the decision on events, and measures it
corpus   builds, checks and converts the annotated corpus
details  learns modes and contexts of events from the corpus, or shows them on folds of it
dates    sorts the errors of a gold set of dates by kind
headlines learns where headlines that were run together are parted (--out), or measures it
judge    draws what readers are to judge, and takes in what they found
kernels  writes the assembly of the vector kernels
names    measures the name finder on folds of a list that it learns from
places   packs the gazetteer
sectors  learns, or measures on folds, in which role the bearers of a noun act
stories  learns the weights by which reports, or (merge) events, are compared
train    makes the language model from the treebanks and lists of names in DIR
whose    learns, or measures on folds, which country a noun is of that does not say it
words    packs the vectors of the commonest words
predict  writes what a model makes of gold words (--conllu, --iob2) or of raw text
`

func main() {
	if len(os.Args) < 2 {
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "train":
		err = runTrain(os.Args[2:])
	case "check":
		err = runCheck(os.Args[2:], os.Stdout)
	case "coder":
		err = runCoder(os.Args[2:], os.Stdout)
	case "corpus":
		err = runCorpus(os.Args[2:], os.Stdout)
	case "details":
		err = runDetails(os.Args[2:], os.Stdout)
	case "dates":
		err = runDates(os.Args[2:], os.Stdout)
	case "headlines":
		err = runHeadlines(os.Args[2:], os.Stdout)
	case "judge":
		err = runJudge(os.Args[2:], os.Stdout)
	case "kernels":
		err = runKernels(os.Args[2:])
	case "names":
		err = runNames(os.Args[2:], os.Stdout)
	case "places":
		err = runPlaces(os.Args[2:], os.Stdout)
	case "sectors":
		err = runSectors(os.Args[2:], os.Stdout)
	case "stories":
		err = runStories(os.Args[2:], os.Stdout)
	case "whose":
		err = runWhose(os.Args[2:], os.Stdout)
	case "words":
		err = runWords(os.Args[2:], os.Stdout)
	case "predict":
		err = runPredict(os.Args[2:], os.Stdout)
	default:
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "entente-dev:", err)
		os.Exit(1)
	}
}
