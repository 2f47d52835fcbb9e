package story

// stopWords say nothing about what a text is about: function words, the days
// of the week, and the words with which news is told. Words of one letter
// belong to them.
var stopWords = hashSetOf(`a about above across after again against ago all almost alone along already also although always am amid among an
and another any anyone anything are around as asked at away back be became because become been before began behind being below between both
but by came can cannot could day days did do does doing done down during each early either else end enough even ever every everyone few first
five for former found four from full further gave get gets getting give given go goes going gone good got had has have having he her here hers
herself him himself his how however i if in including into is it its itself just keep kept know known last late later latest least left less
let like likely long look made make makes making man many may me might mine month months more most much must my near need never new news next
no none nor not nothing now of off often on once one only onto open or other others our out over own part per perhaps put quite rather really
report reported reports right said same saw say saying says second see seen set several shall she should show since six so some something soon
still such take taken takes taking ten than that the their them then there these they thing things think third this those though three through
time times to today together told tomorrow tonight too took toward towards two under until up upon us use used using very via want was way we
week weeks well went were what when where whether which while who whole whom whose why will with within without would year years yes yesterday
yet you your im ive dont didnt doesnt isnt wasnt wont cant couldnt wouldnt hes shes theyre theres thats whats lets youre
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
according added statement spokesman spokeswoman spokesperson`)

func set(list string) map[string]struct{} {
	out := map[string]struct{}{}
	start := -1
	for i := range len(list) + 1 {
		if i == len(list) || list[i] == ' ' || list[i] == '\n' {
			if start >= 0 {
				out[list[start:i]] = struct{}{}
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// hashSet is a set of hashes, by open addressing; 0 is none of them.
type hashSet [1024]uint64

func hashSetOf(list string) *hashSet {
	var out hashSet
	for w := range set(list) {
		h := hashString(w)
		k := h % uint64(len(out))
		for out[k] != 0 {
			k = (k + 1) % uint64(len(out))
		}
		out[k] = h
	}
	return &out
}

func (s *hashSet) has(h uint64) bool {
	k := h % uint64(len(s))
	for s[k] != 0 && s[k] != h {
		k = (k + 1) % uint64(len(s))
	}
	return s[k] != 0
}
