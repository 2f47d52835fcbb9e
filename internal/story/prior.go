package story

// priorOf returns in how many unseen reports of priorDocs a term is supposed to
// stand, beyond the one that every term is given: a guess that the stream soon
// outweighs. It keeps the first reports of an archive from meeting on what
// all news of the world shares.
func priorOf(h uint32) int { return priors[h] * priorDocs / 1000 }

var priors = priorTable()

func priorTable() map[uint32]int {
	out := map[uint32]int{}
	for _, t := range []struct {
		permille int
		words    string
	}{{250, commonNews}, {100, commonNames}, {60, frequentNews}} {
		for w := range set(t.words) {
			out[fold32(hashBytes(stem([]byte(w))))] = t.permille
		}
	}
	return out
}

// commonNews are words of every fourth report on politics.
const commonNews = `president minister government country state official leader people military force war national international
foreign world political party city group member security support call meeting plan public power`

// commonNames are the names that world news cannot do without: great powers,
// their capitals and adjectives, the bodies that they meet in.
const commonNames = `russia russian moscow kremlin ukraine ukrainian kyiv china chinese beijing us usa united american america washington
britain british uk london france french paris germany german berlin europe european eu union nato un nations israel israeli palestinian gaza
iran iranian tehran india indian delhi japan japanese tokyo korea korean syria syrian iraq iraqi turkey turkish saudi west western africa
african asia asian middle east eastern north northern south southern white house`

// frequentNews are words of every fifteenth report or so.
const frequentNews = `ministry prime attack kill army police talk agreement peace law court parliament election vote region border area
capital south troop soldier defence defense defend weapon missile strike sanction trade economy economic market company business million
billion percent dollar oil gas energy aid humanitarian right rights visit visiting meet summit announce decision order deal threat crisis
conflict fight battle violence victim dead death die injured wounded hospital attack bomb protest opposition democratic republic general chief
head deputy senior former secretary ambassador embassy agency news press media interview television broadcast social authority authorities
local province town village home family child children woman women man citizen resident civilian population help aim effort step move action
pressure risk demand warn urge accuse condemn deny reject agree accept promise vow pledge hope expect condition term project program policy
relation relationship partner ally cooperation strategic history historic control operation campaign case charge arrest investigation prison
face held hold holding lead leading begin start end continue stop return arrive leave remain follow include increase cut rise fall high low
big large small major main key important clear close near far free full hard strong common special recent previous current future present`
