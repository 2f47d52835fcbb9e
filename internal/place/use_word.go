package place

// ground are nouns of places and buildings: a name that they govern or that
// governs them is ground.
var ground = set("area areas region direction sector front suburb outskirt outskirts countryside neighbourhood neighborhood corridor enclave peninsula basin coast highland highlands delta border frontier " +
	"city town village capital district province governorate oblast county state territory island isle archipelago atoll port harbour harbor airport airfield airbase base camp road highway motorway street street avenue boulevard square bridge tunnel railway station junction pass crossing checkpoint gate " +
	"river valley mountain hill plateau plain desert forest jungle lake sea strait gulf bay shore beach reef shoal shoals cape channel canal dam swamp marsh wetland oasis estuary lagoon fjord glacier volcano waterfall spring " +
	"north south east west northeast northwest southeast southwest centre center middle edge heart part half interior border side bank rim tip corner outlying belt strip line zone quarter slum ghetto township settlement colony hamlet " +
	"hospital prison jail market mosque church cathedral temple shrine school university stadium hotel inn embassy consulate palace barracks refinery mine field oilfield plant pipeline factory farm plantation orchard warehouse depot dock pier quay wharf jetty lighthouse crater seabed waters airspace soil land territory ground " +
	"resident inhabitant native mayor's suburbs street streets coastline hinterland capital's steppe tundra savannah peak summit ridge slope cave gorge ravine canyon")

// land are the nouns of ground that a name before them belongs to as a part of
// their own name: "the Tumen estuary", and not "a Brownsville school".
var land = set("area areas region direction sector front suburb outskirt outskirts countryside neighbourhood neighborhood corridor enclave peninsula basin coast highland highlands delta border frontier district province governorate oblast county state territory island isle archipelago atoll " +
	"river valley mountain hill plateau plain desert forest jungle lake sea strait gulf bay shore beach reef shoal shoals cape channel canal swamp marsh wetland oasis estuary lagoon fjord glacier volcano waterfall spring north south east west centre center belt strip zone steppe tundra savannah peak ridge slope gorge ravine canyon coastline hinterland suburbs harbour harbor")

// bodies are nouns of those who act for a state or belong to it, that do not
// tell so by their ending.
var bodies = set("government cabinet ministry parliament senate congress assembly legislature court judiciary army navy force forces military troop troops police militia guard coast fleet embassy consulate mission delegation delegate envoy diplomat ambassador consul attache president premier prime king queen prince emir sultan chief head general admiral colonel marshal spokesman spokeswoman secretary official authority authorities board bureau office department agency commission committee council court bank party opposition union federation league society association company firm airline bishop imam patriarch cleric prelate pilgrim student refugee migrant crew team squad athlete side people public press media newspaper community chamber company regime junta ruler state treasury mayor deputy lawmaker senator judge prosecutor attorney governor republic citizen national marine soldier scout ranger constable gendarme customs intelligence security foreign")

// speechVerbs have a party, and no ground, for an object.
var speechVerbs = set("urge accuse tell warn ask beg thank praise condemn blame criticise criticize congratulate invite sue fine sanction punish reward reassure assure persuade convince inform notify brief consult lobby press pressure pressurise threaten offer promise owe pay grant lend give send sell supply support back help aid assist defend represent lead govern rule join rebuke chide scold implore petition commend salute laud hail admonish denounce upbraid")

// stateVerbs have ground for a subject.
var stateVerbs = set("lie border straddle sit stretch")

// groundVerbs are done to ground: one visits, leaves, shells it.
var groundVerbs = set("visit leave enter reach bomb bombard shell invade hit strike attack raid cross tour flee occupy seize capture retake recapture besiege liberate control hold storm devastate rattle batter flood shake ravage destroy level pound target approach circle surround encircle overrun reoccupy abandon evacuate quit depart near inhabit populate settle roam patrol overfly traverse connect link lash sweep engulf burn loot sack annex cede colonise colonize map explore pass bypass skirt infiltrate penetrate fly include cover blanket rock")

// moveVerbs go to or from ground.
var moveVerbs = set("go come fly travel drive sail walk march ride move return arrive depart leave head journey cross flee escape run ship transport carry bring take transfer relocate migrate emigrate immigrate deploy dispatch withdraw retreat advance push spread extend reach stretch lead deport expel extradite repatriate evacuate airlift ferry drift swim climb crawl race rush hurry proceed sneak smuggle bus truck haul tow drag row steam limp stray wander trek embark set bind born live stay remain near close fall smuggle route divert reroute descend")

// giveVerbs have a receiver behind "to".
var giveVerbs = set("give sell lend lease pay grant promise offer pledge owe apologise apologize appeal complain protest write report respond reply say concede cede donate supply propose object surrender yield listen talk speak turn agree kowtow bow submit present deny suggest recommend allocate award extend provide")

// affairs are what is named after a state without being its own: deals, wars
// and journeys.
var affairs = set("war conflict crisis deal accord agreement treaty talk talks summit trip visit tour policy issue question campaign vote election referendum process conference pact sanction operation invasion protest debate file dossier plan report sale market trade connection expert analyst correspondent bureau desk game match race cup open friendship hand watcher specialist scholar veteran syndrome model option strategy vacation holiday")

// takeVerbs get something from somebody.
var takeVerbs = set("buy purchase import borrow lease rent receive get obtain secure win demand request seek accept extract wring claim hear learn differ distance hide steal hire order acquire")

// moveNouns are ways and journeys.
var moveNouns = set("visit trip flight journey road way route path return march voyage tour passage ferry train bus pilgrimage expedition retreat withdrawal advance deportation transfer arrival departure entry access exit escape crossing migration drive walk ride convoy shipment delivery mile kilometre kilometer metre km")

// attackNouns are what is done to ground.
var attackNouns = set("invasion occupation bombing bombardment shelling siege capture annexation blockade storming seizure fall battle liberation recapture raid partition map destruction sack conquest evacuation coast size population climate geography history weather")

// moments are nouns of time that follow a place without being named by it:
// "arrived in Canberra today".
var moments = map[string]bool{"today": true, "yesterday": true, "tomorrow": true, "tonight": true, "monday": true, "tuesday": true, "wednesday": true,
	"thursday": true, "friday": true, "saturday": true, "sunday": true, "january": true, "february": true, "march": true, "april": true, "may": true,
	"june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true}
