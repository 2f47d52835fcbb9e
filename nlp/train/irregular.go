package train

import (
	"strings"

	"github.com/entente-news/entente/nlp/conllu"
)

// irregular returns a sentence of words that a treebank of this size has by
// chance only, with the lemmas that no rule gives. They count like words seen
// once, so that whatever the treebanks say goes before.
func irregular() *conllu.Sentence {
	s := &conllu.Sentence{}
	add := func(form, lemma, upos, xpos string) {
		s.Words = append(s.Words, conllu.Word{Form: form, Lemma: lemma, UPOS: upos, XPOS: xpos})
	}
	for line := range strings.Lines(irregularVerbs) {
		w := strings.Fields(line)
		past, done := strings.Split(w[1], "/"), strings.Split(w[len(w)-1], "/")
		for _, f := range past {
			add(f, w[0], "VERB", "VBD")
		}
		for _, f := range done {
			add(f, w[0], "VERB", "VBN")
		}
	}
	for pair := range strings.FieldsSeq(irregularPlurals) {
		many, one, _ := strings.Cut(pair, ":")
		add(many, one, "NOUN", "NNS")
	}
	return s
}

// Base form, past, participle if it is another.
const irregularVerbs = `arise arose arisen
awake awoke awoken
bear bore borne/born
beat beat beaten
befall befell befallen
beset beset
bend bent
bereave bereft
beseech besought
bid bid
bind bound
bite bit bitten
bleed bled
blow blew blown
breed bred
broadcast broadcast
burst burst
cast cast
cling clung
creep crept
cut cut
deal dealt
dig dug
draw drew drawn
dwell dwelt
fall fell fallen
feed fed
fight fought
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forecast forecast
forego forewent foregone
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forsake forsook forsaken
freeze froze frozen
grind ground
grow grew grown
hang hung
hide hid hidden
hit hit
hurt hurt
kneel knelt
lay laid
lead led
leap leapt
lend lent
light lit
mistake mistook mistaken
mow mowed mown
overcome overcame overcome
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
plead pled
prove proved proven
quit quit
rend rent
ride rode ridden
ring rang rung
rise rose risen
rid rid
saw sawed sawn
seek sought
sew sewed sewn
shake shook shaken
shed shed
shine shone
shoot shot
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
slay slew slain
slide slid
sling slung
slit slit
sow sowed sown
speed sped
spill spilt
spin spun
spit spat
split split
spread spread
spring sprang sprung
steal stole stolen
stick stuck
sting stung
stink stank stunk
stride strode
strike struck struck/stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swelled swollen
swim swam swum
swing swung
tear tore torn
thrust thrust
tread trod trodden
undergo underwent undergone
uphold upheld
wake woke woken
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
panic panicked
mimic mimicked
traffic trafficked
tie tied
vie vied
die died
lie lied
belie belied
untie untied
`

const irregularPlurals = `men:man women:woman children:child feet:foot teeth:tooth geese:goose mice:mouse oxen:ox wives:wife lives:life knives:knife
leaves:leaf thieves:thief wolves:wolf halves:half shelves:shelf loaves:loaf calves:calf hooves:hoof scarves:scarf selves:self
crises:crisis theses:thesis bases:base analyses:analysis diagnoses:diagnosis hypotheses:hypothesis oases:oasis parentheses:parenthesis axes:axis
criteria:criterion phenomena:phenomenon referenda:referendum memoranda:memorandum bacteria:bacterium strata:stratum errata:erratum
fungi:fungus cacti:cactus nuclei:nucleus stimuli:stimulus alumni:alumnus radii:radius syllabi:syllabus
indices:index matrices:matrix vertices:vertex appendices:appendix formulae:formula larvae:larva
heroes:hero vetoes:veto embargoes:embargo torpedoes:torpedo mosquitoes:mosquito tomatoes:tomato potatoes:potato volcanoes:volcano echoes:echo tornadoes:tornado
buses:bus gases:gas viruses:virus campuses:campus censuses:census bonuses:bonus lenses:lens
series:series species:species means:means headquarters:headquarters barracks:barracks crossroads:crossroads works:works
aircraft:aircraft spacecraft:spacecraft hovercraft:hovercraft offspring:offspring sheep:sheep deer:deer salmon:salmon
proceeds:proceeds premises:premises outskirts:outskirts remains:remains surroundings:surroundings whereabouts:whereabouts
trousers:trousers pants:pants jeans:jeans shorts:shorts scissors:scissors glasses:glasses binoculars:binoculars
riches:riches alms:alms auspices:auspices amends:amends genitals:genitals
movies:movie cookies:cookie calories:calorie zombies:zombie rookies:rookie ties:tie pies:pie lies:lie newbies:newbie hippies:hippie selfies:selfie
aches:ache headaches:headache niches:niche caches:cache axes:axe avalanches:avalanche psyches:psyche
shoes:shoe toes:toe canoes:canoe foes:foe
`
