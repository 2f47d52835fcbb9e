package segment

// prefixes are the parts before a hyphen that make one word with what follows,
// as the annotation of the English Web Treebank has it.
var prefixes = set("e", "non", "re", "pre", "post", "pro", "anti", "co", "ex", "mid", "semi", "multi", "mini", "sub", "un", "pan",
	"socio", "ultra", "inter", "intra", "pseudo", "quasi", "neo", "counter", "extra", "infra", "trans", "hyper", "micro", "macro")

// syllables end given names of Korea, Taiwan and Hong Kong that are written with
// a hyphen (Kim Jong-un, Ma Ying-jeou).
var syllables = set("un", "il", "in", "moon", "hye", "geun", "wen", "jeou", "bian", "hui", "chi", "wai", "wah", "hwan", "hyun", "hyon",
	"seok", "suk", "sook", "yeol", "yul", "nam", "jong", "woo", "jin", "joon", "jun", "ho", "hee", "hui", "kyu", "kyun", "kyung", "min",
	"myung", "pyo", "seung", "sung", "soo", "su", "tae", "taek", "yeon", "yong", "young", "yun", "chul", "chol", "chan", "hwa", "ryong",
	"rae", "sik", "won", "te", "cheng", "ching", "chung", "chen", "fan", "feng", "fu", "hsiung", "jung", "jen", "kai", "kuo", "lan", "lin",
	"liang", "ling", "ming", "pin", "ping", "shan", "sheng", "shih", "shek", "tai", "teh", "teng", "tien", "tsung", "wei", "wing", "yan",
	"ying", "yu", "yuan", "yueh", "yuh", "kit", "kin", "ngor", "kong", "keung", "fai", "lam", "man", "mei", "bin", "kun", "kyo", "gil", "gu", "ki",
	"chang", "dong", "eun", "guk", "gyu", "gyun", "han", "hong", "hoon", "ik", "jae", "je", "ju", "ok", "pil", "sang", "se", "sun", "uk", "wook")

// units are written onto numbers and are words of their own.
var units = set("am", "pm", "AM", "PM", "a.m", "p.m", "m", "b", "k", "K", "M", "bn", "mm", "cm", "km", "kg", "ft", "mph", "kph", "mn", "tn", "lb", "lbs",
	"Hz", "kHz", "MHz", "GHz", "MW", "GW", "kW", "kWh", "GB", "MB", "C", "F", "sqm", "ha", "g", "mg", "ml", "hrs", "yrs", "p", "c")

// agencies stand in brackets at the end of datelines.
var agencies = set("AP", "Reuters", "REUTERS", "AFP", "UPI", "dpa", "DPA", "Xinhua", "TASS", "ANI", "IANS", "PTI", "Bloomberg", "CNN", "CP", "Kyodo", "Yonhap",
	"AA", "EFE", "ANSA", "VOA", "BBC", "SANA", "IRNA", "WAFA", "Interfax", "Ukrinform", "KUNA", "SPA", "WAM")

// slashed are abbreviations with a stroke.
var slashed = set("b/c", "w/o", "b/t", "n/a", "N/A", "B/C", "W/O")

// fused are contractions without an apostrophe, with the length of their second
// part.
var fused = map[string]int{"gonna": 2, "wanna": 2, "gotta": 2, "cannot": 3, "dont": 2, "didnt": 2, "doesnt": 2, "isnt": 2, "wasnt": 2,
	"couldnt": 2, "wouldnt": 2, "shouldnt": 2, "havent": 2, "hasnt": 2, "cant": 2, "wont": 2, "im": 1, "ive": 2, "youre": 2, "theyre": 2, "thats": 1,
	"whats": 1, "theres": 1, "outta": 2, "dunno": 2}

// longestFused is the length of the longest of these.
const longestFused = 8

// titles are abbreviations before a name: what follows never begins a sentence.
// Most are those of officers, police, legislators, courts and clergy as the style
// books of English agencies have them.
var titles = set("Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Sgt", "Adm", "Brig", "Cpl", "Pvt", "Sen", "Rep", "Reps", "Sens",
	"Gov", "Pres", "Rev", "Fr", "Msgr", "Hon", "Amb", "Mme", "Mlle", "Messrs", "St", "Ste", "Mt", "Ft", "Supt", "Insp", "Atty", "vs", "v", "Drs", "Det", "Ayat", "Pte",
	"Del", "Cllr", "Ald", "Asst", "Assoc", "Dep", "Dist", "Const", "Lieut", "Comdr", "Cdr", "Cmdt", "Cpt", "Pfc", "Spc", "Ens", "Rt", "Bp", "Abp",
	"Govs", "Gens", "Cols", "Lts", "Sgts", "Revs", "Profs", "Commr")

// abbreviations keep their full stop; the stop may end a sentence as well.
var abbreviations = set("Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros", "etc", "al", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
	"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Ave", "Blvd", "Rd", "Dept", "Univ", "Assn", "Gov't", "Govt", "approx", "est", "ca", "cf", "Ala", "Alta", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill",
	"Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Ph.D",
	"ext", "fig", "Fig", "Vol", "vol", "pp", "Sec", "ed", "eds", "Ed", "Que", "Ont", "Sask", "esp", "yrs", "mins", "hrs", "oz", "lb", "lbs", "mt", "PLC", "plc", "Int'l", "intl", "Nos", "nos", "S.p.A", "GmbH", "n.b", "viz", "incl")

// before numbers only: No. 5, p. 12, Art. 5, c. 1850
var numbered = set("c", "No", "no", "p", "Art", "art", "para", "Para", "Res", "Ch", "ch", "pg", "Rs")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
