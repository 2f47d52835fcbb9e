# Word classes: what the program and the patterns call by a name. A class may
# stand in several lines; @name takes in another class.
#
# Which verb means what was checked against the CAMEO verb dictionary of
# PETRARCH2 (Open Event Data Alliance, MIT licence).

# --- syntax that hangs on words
class subject_control = promise vow threaten swear
class prepositional_control = call appeal wait rely count press
class control_noun = plan decision attempt effort bid proposal intention offer promise pledge refusal threat vow move agreement willingness readiness order desire commitment deal
class support = press keep launch carry conduct stage hold mount make begin start resume open continue impose sign issue deliver unleash execute perform lead undertake commit initiate host organize organise run order take reach conclude send have give face claim pursue wage do cut lift announce declare offer extend pay complete slap place maintain tighten enforce receive join intensify expand renew escalate suspend step provide exchange suffer end finish restart attend
class office_of_state = government president authority parliament regime cabinet leader army ministry premier king junta
class light = give make issue deliver hold launch conduct carry take have convey express extend pay lodge file raise voice stage mount run perform form put place enter
class support_oblique = engage participate embark go take enter come
class keep_up = continue keep press maintain pursue intensify expand escalate renew
class suffer = remain labour labor live groan struggle chafe subject face suffer endure undergo evade circumvent resist weather withstand confront experience hit subject cripple
class container = number group lot dozen hundred thousand series package couple range wave set round list barrage ton tonne million billion pair handful amount quantity volley kind type member unit batch convoy shipment team
class both_noun = country nation state side leader government party president neighbour neighbor capital power ally rival minister diplomat official military army superpower people counterpart

# --- how a thing is told
class say = say tell claim report announce state declare confirm allege add argue insist maintain note acknowledge admit believe think assert charge warn reveal disclose explain stress underline emphasize emphasise write tweet post repeat reiterate suggest deny indicate predict testify contend show quote estimate hear know find
class say_more = complain hint recall recount concede reply answer retort grumble reckon speculate resolve signal relate lament caution counter quip clarify inform assure boast joke guess remark comment observe promise vow imply recommend opine propose protest wonder fume record log
class blame_for = accuse blame suspect charge indict lambaste lambast denounce condemn criticise criticize upbraid reproach scold fault castigate rebuke chide censure slam berate assail reprimand pin condemn report
class charge = claim allege charge assert contend insist
class deny = deny reject dismiss refute rebut dispute
class hedge = reportedly allegedly apparently supposedly purportedly possibly perhaps probably presumably likely maybe
class habit = often usually regularly routinely frequently repeatedly always typically periodically annually generally normally traditionally
class condition = if unless whether lest
class possible = possible potential hypothetical likely imagined imaginary would-be feared
class coming = upcoming future planned forthcoming imminent impending scheduled proposed threatened looming expected
class doubted = alleged suspected supposed purported so-called apparent
class standing = ongoing continuing continued constant persistent long-standing longstanding existing current regular frequent enduring years-long months-long growing
class past_adjective = historic historical past former earlier previous 1990s 2000s cold-war
class only_talk = threat risk possibility prospect danger fear call appeal demand plan proposal idea chance warning hope request talk suggestion likelihood potential speculation preparation readiness right need bid desire willingness report rumour rumor news intention possibility concern allegation accusation suspicion charge scenario deterrent
class uncertain = possible likely unlikely unclear doubt uncertain impossible necessary important vital crucial essential imperative hope wish want expect fear worry imagine pretend suppose
class wish = want hope wish like prefer need desire love dare
class perceive = see watch hear notice observe spot film photograph catch find
class implied_not = delay postpone fail refuse decline avoid forget neglect hesitate abstain refrain omit
class attempt = consider mull weigh contemplate discuss propose debate try attempt seek aim strive struggle work fight aspire push
class intend = dispose incline plan intend expect prepare schedule vow pledge promise agree threaten decide offer set mean ready announce anticipate envisage await
class intend_adj = set ready due likely about poised willing prepared bound able keen eager scheduled certain determined
class command = order urge ask call demand allow authorize authorise permit tell instruct force compel request require press appeal encourage invite advise recommend warn enable help let persuade convince cause lead approve forbid
class continue = continue keep persist remain go resume drag rage grind press carry roll wear linger
class last_on = last continue persist rage drag go
class cease = stop cease quit halt
class not = not never n't
class negator = not never n't no neither nor hardly scarcely
class or = or nor
class same_past = put cut hit set shut let spread quit cost burst beat read rid split bid cast
class demanding = demand urge request recommend propose
class relational = ally partner neighbour neighbor friend rival enemy foe adversary creditor backer sponsor donor
class with_noun = border frontier
class topic_verb = apologise apologize blame criticise criticize condemn praise thank denounce rebuke chide applaud commend atone
class foreign = foreign overseas other international coalition multinational allied
class in_its_power = prisoner detainee inmate captive suspect protester protestor demonstrator dissident activist opponent rioter marcher striker picketer
class breakaway = separatist breakaway secessionist pro-independence
class victim_of = killing massacre murder assassination bombing bombardment shelling execution abduction kidnapping slaughter shooting beheading
class link_adverb = nonetheless nevertheless still also already again meanwhile
class support_with = press proceed forge persist
class avert = prevent avert avoid prevent thwart foil deter stop repel block fear oppose discuss consider threaten risk predict forbid counter against simulate depict commemorate remember mourn forget survive deny justify study investigate
class begin = begin start resume open occur happen come take conclude end follow break kill injure wound hit strike leave destroy mark
class accuse_of = accuse suspect blame convict acquit charge indict
class venue = interview speech conference statement address briefing article letter post tweet television broadcast radio reporter parliament page memoir memoirs petition seminar agency newspaper daily paper broadcaster station camera rally communique communiqué bulletin blog podcast press newswire

# --- who acts
class agent = @sector_mil @sector_cop @sector_gov @sector_cvl @sector_jud @sector_leg @sector_reb @sector_bus @sector_jrn @sector_spy weapon_carrier side party brass leadership chief boss head team delegation group member leader citizen national worker company firm organization organisation agency authority body department office bureau commission committee council union alliance bloc coalition faction movement regime state country nation people man woman
class day = today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday
class sector_mil = unit commando special-forces troop troops soldier army military force forces navy warplane jet warship fighter-jet aircraft plane helicopter drone submarine gunboat tank artillery battalion brigade regiment commander general missile airstrike warship marine marines sailor pilot destroyer frigate airman paratrooper serviceman garrison platoon
class sector_cop = police policeman officer cop constable gendarme
class sector_gov = president minister premier chancellor king queen prince ambassador diplomat envoy government ministry spokesman spokeswoman spokesperson official secretary cabinet governor mayor embassy consulate negotiator delegate foreign-minister undersecretary adviser advisor administration authorities regime
class sector_cvl = civilian protester protestor demonstrator activist villager resident student citizen people migrant farmer teacher child woman man family crowd demonstrators inmate prisoner national
class sector_jud = court judge prosecutor tribunal magistrate
class sector_leg = parliament lawmaker legislator senator congress senate mp legislature deputy
class sector_reb = rebel insurgent militant guerrilla fighter separatist
class sector_bus = company firm bank corporation business oil-company airline
class sector_jrn = journalist reporter newspaper broadcaster
class sector_spy = spy intelligence agent
class people = people protester demonstrator worker person student farmer activist woman teacher supporter resident marcher
class troops = troop troops soldier force marine reservist personnel serviceman

# --- numbers
class count_killed = kill dead death die slay massacre slaughter fatality casualty murder execute behead
class count_injured = injure wound hurt injury injured wounded
class count_displaced = displace displacement displaced flee evacuate evacuation uproot homeless
class count_arrested = arrest detain arrestee detention imprison jail
class count_subject = die flee perish

# --- what is held and stood for
class hold_stance = maintain hold take adopt keep have
class stance = stance position view line
class stance_verb = oppose support favor favour seek back reject want

# --- games
class sport = match goal coach league championship tournament quarterback striker midfielder defender goalkeeper playoff semifinal semi-final quarterfinal quarter-final batsman wicket innings medal medalist olympics olympic inning touchdown nba nfl nhl mlb fifa uefa grand-slam rebound offseason roster lineup stadium referee teammate cricket football soccer basketball baseball hockey tennis rugby golf athlete sprinter hat-trick seed knockout cup fixture season scorer midfield halftime half-time overtime pitcher outfielder cornerback linebacker

# --- what acts are about
class TALKS = talk talks negotiation meeting discussion consultation conversation summit dialogue conference round session
class DEAL = agreement deal pact treaty accord memorandum contract convention protocol mou charter declaration understanding compromise
class AGREEMENT = @DEAL
class TIES = tie ties relation relations relationship link links partnership friendship alliance cooperation bond contact contacts
class TRADE = trade commerce business technology intelligence information data evidence expertise
class MONEY = $ € £ us$ usd contribution money fund funds funding loan grant credit dollar euro million billion aid assistance subsidy
class AIDWORD = @MONEY ventilator aid assistance help relief food medicine equipment supply supplies support vaccine tent blanket water fuel fund funds funding money loan grant donation credit weapon arms ammunition tank missile training trainer rice wheat grain shipment medical dose package rescue volunteer doctor medic shelter material asylum refuge protection million billion dollar euro system launcher jet munition vehicle ventilator mask
class WEAPON = weapon arms missile rocket bomb artillery tank mortar shell ammunition gun grenade warhead munition launcher
class ATTACK = attack strike assault raid offensive bombing bombardment shelling airstrike ambush incursion invasion barrage operation campaign war counteroffensive counterattack air-strike massacre killing
class EXERCISE = exercise drill manoeuvre maneuver wargame war-game
class FORCE = @troops army brigade battalion warship ship vessel jet aircraft carrier fleet tank police unit warplane fighter bomber submarine helicopter artillery missile weapon system reinforcement guard contingent regiment division destroyer frigate officer infantry armor armour convoy navy squad drone
class PRISONER = prisoner hostage detainee captive journalist inmate activist soldier sailor politician opponent lawyer suspect crew dissident fisherman
class RESTRICTION = restriction sanction sanctions ban embargo blockade curfew limit tariff measure control siege emergency restraint law martial-law quota lockdown duty
class SANCTIONS = sanction sanctions embargo tariff tariffs blacklist freeze restriction ban measure penalty duty levy boycott
class STANDING = sanction sanctions embargo tariff tariffs
class DEMAND = demand request appeal proposal offer plan call claim bid invitation ultimatum deal accusation allegation charge resolution idea suggestion motion petition compromise peace ceasefire negotiation talk agreement criticism pressure decision statement amendment
class DIPLOMAT = diplomat ambassador envoy attache attaché consul embassy consulate mission staff inspector observer charge-d'affaires delegation representative
class PROTESTWORD = protest demonstration rally march sit-in vigil strike walkout picket riot boycott
class STRIKEWORD = strike walkout stoppage
class VERBAL = scathing verbal blistering stinging bitter extraordinary rhetorical withering thinly-veiled furious personal
class writing = report statement letter resolution lawsuit suit complaint declaration post tweet video speech note petition message article op-ed communique bill law decree indictment editorial
class GUILT = war-crime crime genocide atrocity abuse aggression violation massacre
class attest = document detail describe chronicle catalogue list establish prove conclude certify trace identify rule verify corroborate calculate count map uncover discover expose determine deem hold record ascertain observe narrate attribute name implicate
class account = report claim account testimony admission allegation confession statement estimate complaint assertion announcement disclosure finding revelation
class LAW = lawsuit suit complaint case charge petition claim
class INQUIRY = investigation inquiry probe enquiry review audit trial
class SUPPORTWORD = support backing solidarity approval confidence praise appreciation sympathy gratitude endorsement commitment admiration welcome recognition condolence friendship thanks satisfaction
class CRITICISM = criticism condemnation anger outrage concern displeasure dismay disappointment opposition alarm regret rejection condemnation dissatisfaction disapproval reservation protest objection
class FACILITY = home house building bridge village town hospital school mosque church property infrastructure refinery depot base plant facility pipeline warehouse
class GOODS = ship tanker vessel asset property land weapon arms shipment drug cargo goods account boat passport equipment airport base territory town city village area building oil-tanker island control

# Verbs that take no object: a participle of them is never a passive.
class intransitive = arrive resign protest march rally travel go come clash meet step abdicate retreat surrender demonstrate riot walk fly land apologise apologize talk negotiate agree disagree die flee fall rise appear respond react gather assemble complain withdraw strike speak happen return depart

# Nouns whose plural has a meaning of its own.
class plural = arms news headquarters series politics ethics species goods
