package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lexicon holds the word lists that tell headlines from sentences. All were
// written by hand.
type lexicon struct {
	function, verbs, base, entities, titles, given, starters, organs, firstParts, surnames, nounBefore map[string]bool
}

// words compiles the lists once; they are never changed after that.
var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{function: set(functionWords), entities: set(entityWords + " " + surnames), surnames: set(surnames), nounBefore: set(nounBefore), organs: set(organs), firstParts: set(firstParts), titles: set(titleWords), given: set(givenNames), starters: set(starterWords), verbs: set(irregularVerbs), base: set(regularVerbs)}
	for v := range l.base {
		for _, form := range inflect(v) {
			l.verbs[form] = true
		}
	}
	return l
})

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// inflect returns the third person and the past of a regular verb.
func inflect(v string) []string {
	last := v[len(v)-1]
	switch {
	case last == 'e':
		return []string{v + "s", v + "d"}
	case last == 'y' && !strings.ContainsAny(v[len(v)-2:len(v)-1], "aeiou"):
		return []string{v[:len(v)-1] + "ies", v[:len(v)-1] + "ied"}
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"):
		return []string{v + "es", v + "ed"}
	}
	return []string{v + "s", v + "ed", v + string(last) + "ed"}
}

// functionWords are written small inside a headline in title case, and cannot
// end one.
const functionWords = `a an the of in on at to for and or but nor as with by from into onto over after before amid amidst among against between
 through during under until till upon via vs versus per than that this these those its his her their our my your is are was were be been being
 will would can could may might must shall should has have had do does did not no if when while where who whom whose which what why how because
 about around across near off out up down toward towards within without despite since although though so it he she they we i you there here also
 more most less least very too only just even still yet both either neither each every all any some such own same other another like`

// titleWords stand before a person's name.
const titleWords = `president minister premier chancellor king queen prince princess pope leader chief secretary ambassador general admiral colonel
 senator governor mayor judge justice speaker chairman commissioner spokesman spokeswoman sheikh emir sultan crown prime foreign defence defense
 vice deputy former ex-president mr mrs ms dr sir lord lady ayatollah imam bishop cardinal captain sergeant professor representative envoy candidate
 president-elect taoiseach coach star actor singer ceo founder billionaire`

// givenNames are first names of people who make the news.
const givenNames = `joe donald vladimir volodymyr emmanuel olaf friedrich xi kim narendra recep tayyip benjamin antony sergei sergey rishi keir boris angela
 ursula jens viktor alexander aleksandar mohammed mohammad muhammad mohamed ali ebrahim bashar abdel joko luiz nicolas nicolás javier gustavo kamala mike
 john hillary barack george bill wang li shinzo fumio shigeru yoon moon lai tsai ferdinand rodrigo justin mark pedro giorgia mario donald andrzej petr robert
 mateusz marine nikol ilham mikheil salome maia igor dmitry mikhail maria anna david james william charles elon jeff tim jack paul peter thomas michael
 robert richard daniel matthew andrew joseph steven kevin brian sarah jane mary elizabeth emma hassan hussein ahmed ibrahim yusuf omar khalid abdullah
 salman imran shehbaz nawaz sheikh aung antonio tedros kofi ban yoweri paul cyril jacob uhuru william bola muhammadu nana macky ismail yair naftali
 yoav mahmoud isaac hassan yahya marco pete jd rex lloyd leon jake janet nancy mitch chuck kevin liz theresa tony gordon nigel jeremy edouard gabriel`

// starterWords begin headlines of which they are not the subject's name.
const starterWords = `police markets stocks oil protesters troops officials court parliament government army rebels thousands dozens hundreds scientists
 lawmakers senate congress study report analysis explainer explained opinion live video watch exclusive breaking inside meet why what how who when
 where here's protests talks gunmen militants insurgents rescuers soldiers voters refugees migrants workers farmers students teachers doctors
 researchers investigators prosecutors judge judges diplomats ministers leaders opposition coalition shares inflation earthquake floods wildfire storm hurricane
 suspect suspects gunman attackers lawyers hackers pirates separatists
 survivors families residents activists experts analysts sanctions ceasefire`

// entityWords are names and adjectives of states, some capitals and
// organisations: the commonest subjects of world news.
const entityWords = `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium benin bolivia bosnia
 botswana brazil britain bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt
 eritrea estonia ethiopia eu finland france gabon gambia gaza georgia germany ghana greece guatemala guinea guyana haiti honduras hungary iceland india
 indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania
 malawi malaysia mali malta mauritania mexico moldova mongolia montenegro morocco mozambique myanmar nato namibia nepal netherlands nicaragua niger
 nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia
 slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey türkiye turkmenistan uae uganda uk ukraine un
 uruguay us usa uzbekistan venezuela vietnam yemen zambia zimbabwe hamas hezbollah houthi houthis taliban kremlin pentagon opec imf who asean brics
 washington moscow beijing london paris berlin brussels kyiv tehran tokyo seoul pyongyang ankara jerusalem delhi islamabad cairo riyadh baghdad damascus
 american british chinese russian ukrainian french german iranian israeli palestinian indian pakistani turkish japanese korean syrian iraqi afghan
 egyptian saudi polish italian spanish greek serbian georgian armenian azerbaijani european western african arab asian sudanese ethiopian nigerian kenyan
 europe asia oceania maldives lanka eritrea fiji vatican catalonia scotland wales crimea kashmir xinjiang tibet korea arabia zealand lanka africa leone states kingdom nations ireland rica faso kong
 somali venezuelan mexican brazilian canadian australian lebanese yemeni north south east west`

// surnames are those of people who have led large states, alliances or
// movements in this century.
const surnames = `biden trump obama bush clinton harris vance rubio blinken putin medvedev lavrov mishustin xi zelensky zelenskyy poroshenko modi jaishankar
 macron hollande sarkozy merkel scholz merz baerbock starmer sunak truss johnson cameron blair netanyahu gantz lapid abbas sinwar haniyeh nasrallah
 erdogan fidan lula bolsonaro milei petro maduro chavez castro amlo sheinbaum trudeau carney meloni draghi sanchez sánchez rutte orban orbán tusk duda
 morawiecki vucic lukashenko aliyev pashinyan khamenei raisi rouhani pezeshkian assad sisi salman mbs kishida ishiba abe takaichi yoon kim jokowi prabowo
 marcos duterte khan sharif ramaphosa zuma tinubu buhari kagame museveni ruto kenyatta abiy guterres stoltenberg leyen borrell kallas michel francis leo`

// nounBefore are words behind which a word that may be a verb is a noun.
const nounBefore = `a an the of in on at for with by from into onto over after before amid among against between through during under via its his her
 their our my your this these those new fresh more no`

// organs are what a state's or a leader's name stands before.
const organs = `administration government army military navy court party cabinet parliament ministry police officials forces troops ally aide allies son
 minister president leader envoy opposition regime premier lawmakers senate central`

// firstParts are the first words of names of several words.
const firstParts = `north south east west northern southern eastern united saudi sri new hong burkina costa sierra san los las abu tel el middle european white supreme central`

// irregularVerbs are finite forms and auxiliaries that headlines use.
const irregularVerbs = `says said tells told meets met wins won hits hit holds held takes took gives gave falls fell rises rose sends sent sees saw cuts cut quits
 quit sets set shoots shot strikes struck seeks sought leads led leaves left makes made keeps kept begins began breaks broke brings brought buys bought
 builds built catches caught comes came deals dealt draws drew drives drove fights fought finds found flees fled flies flew forgets gets got goes went grows
 grew hears heard knows knew lays laid loses lost lets pays paid puts put reads rides runs ran sells sold shows showed sinks sank speaks spoke spends
 spent splits spreads stands stood steals stole sues sued swears swore sweeps swept teaches thinks thought throws threw wakes withdraws withdrew writes wrote
 becomes became bans banned upholds upheld overthrows overthrew undergoes is are was were has have had will can could must should may might won't can't isn't
 aren't doesn't don't vetoes vetoed goes undergoes remains faces dies died die kill meet seek urge warn vow slam hail win lose fall rise hold march rally clash flee vote sign`

// regularVerbs are base forms of verbs that headlines use.
const regularVerbs = `accuse accept achieve acquire act adapt add address adjust admit adopt advance affect agree aim allege allow announce annex appeal appear
 applaud appoint approach approve argue arm arrest arrive ask assail assassinate assemble assess assist assure attack attempt attend back balk ban bar
 battle beat beg besiege blame blast block bolster bomb boost boycott brace brief broker call cancel capture carry cast celebrate challenge change charge
 cheer choose cite claim clash clear climb close collapse commemorate commit compare complain complete concede conclude condemn confirm confront
 congratulate consider contest continue convict counter crash create criticise criticize cross crush culminate curb dampen damage deadlock debate decide declare
 declassify decline deepen defeat defend defy delay deliver demand denounce deny depart deploy deport descend deserve destroy detain develop devastate disagree
 discover discuss dismiss displace disrupt dissolve divide dominate donate doubt downplay drop ease echo edge elect emerge endorse end engage enter erupt
 escape establish eulogise evacuate examine exchange execute expand expect expel explain explode explore expose express extend extradite fail fear feud fine
 finish fire flare flood follow force free freeze fuel gain gather grant grapple greet grill guarantee guard hail halt hamper hand hasten head help hint
 honour honor host ignite ignore impeach impose improve inaugurate inch increase indict inspect insist intensify intercept interview invade invest investigate invite
 issue jail join jump kick kidnap kill kneel label land lash last laud launch level lift limit linger list loom lower maintain manage mark march mediate mobilise
 mobilize monitor mount mourn move mull name near negotiate nominate note object observe offer open oppose order oust outline overtake pardon pass patrol
 pause penalise pick plan plead pledge plot plunge point poise pose postpone pound praise prepare press pressure prevail probe proclaim promise promote
 prompt propose prosecute protest prove provide provoke pull punish pursue push qualify question rage raid raise rally ramp ratify react reach reaffirm
 rebuff rebuke recall receive reclaim recognise recognize recommend reconsider recover recruit refuse reject rejoin release relax remain remember remove
 renew reopen reshuffle replace report repel request require rescue resign resist resolve respond restart restore restrict resume retain retake retire retreat return
 reveal reverse review revive revoke reward risk rock roil rule rush sack salute sanction save scrap score scramble seal search secure seize sentence
 serve settle shatter shape share shelve shift shock shrug shun shut sign signal simmer skip slam slap slash slow smash snub soar spar spark spill spur stage
 stall start stay stem step stop storm stress struggle stun submit succeed suffer suggest summon support surge surpass surrender survive suspect suspend sustain
 swap switch target tarnish tax test thank threaten thwart tie tighten topple toughen tour trade train transfer travel treat trigger trim triumph try turn
 unveil unite update urge use veto vie view violate visit vote vow wait walk want warn watch weaken weigh welcome widen wound wrap yield`

// word is one token of a possible headline.
type word struct {
	start, end int    // bytes in the text
	raw        string // as written, without surrounding punctuation
	low        string // in lower case, without a possessive
	possessive bool
	before     string // punctuation between the word before and this one
	after      string // punctuation behind it, before white space
}

func (w word) capital() bool {
	r, _ := utf8.DecodeRuneInString(w.raw)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func (w word) digits() bool {
	r, _ := utf8.DecodeRuneInString(w.raw)
	return unicode.IsDigit(r)
}

// split returns the words of text[from:to].
func split(text string, from, to int) []word {
	var out []word
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		j := i
		for j < to {
			r, size := utf8.DecodeRuneInString(text[j:to])
			if unicode.IsSpace(r) {
				break
			}
			j += size
		}
		out = append(out, newWord(text[i:j], i))
		i = j
	}
	return out
}

func newWord(s string, at int) word {
	core := strings.TrimLeftFunc(s, notWord)
	w := word{start: at, end: at + len(s), before: s[:len(s)-len(core)]}
	w.raw = strings.TrimRightFunc(core, notWord)
	w.after = core[len(w.raw):]
	w.low = strings.ReplaceAll(strings.ToLower(w.raw), "’", "'")
	if cut, ok := strings.CutSuffix(w.low, "'s"); ok && cut != "here" && cut != "what" && cut != "it" && cut != "let" {
		w.low, w.possessive = cut, true
	} else if strings.HasSuffix(w.low, "s") && (strings.HasPrefix(w.after, "'") || strings.HasPrefix(w.after, "’")) {
		w.possessive = true
	}
	return w
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
