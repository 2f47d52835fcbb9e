# Contexts: words that show what an event is about. They are hints for the
# learnt choice of contexts, and its stand-in where there are no weights.

[context military]
military troop troops army navy naval soldier missile weapon war warship drone artillery airstrike battalion offensive tank jet defence defense
airforce brigade regiment garrison barracks frigate submarine destroyer cruiser gunboat bomber fighter helicopter rocket mortar shell ammunition
rifle grenade mine landmine bombardment ceasefire truce front trench ambush convoy reservist conscript conscription general colonel commander
paratrooper marine commando infantry manoeuvre drill exercise radar warplane siege battle clash raid combat gun howitzer militia rebel guerrilla
insurgent squadron fleet patrol outpost fire demobilise disarm munition warhead arsenal arms battery airbase checkpoint frontline armour captain
volley gunfire shelling bombing invade invasion occupy capture ex-combatant division platoon
[context intelligence]
intelligence spy spying espionage surveillance wiretap bug agent informer informant mole eavesdrop intercept intercepts secret-service mossad cia
mi6 fsb kgb counter-intelligence counterintelligence spymaster covert tap agents wiretapping codes cipher
[context executive]
president cabinet minister chancellor premier presidency prime-minister prime ministry ministerial portfolio palace junta governor mayor head
government resign resignation coalition reshuffle throne king emir sultan inauguration successor step sack dismiss spokesman
[context legislative]
parliament senate congress lawmaker legislation bill legislature mp parliamentary deputy senator assembly chamber speaker committee vote motion
amendment law draft quorum filibuster bundestag knesset duma lower-house upper-house backbencher no-confidence sejm majlis
[context election]
election vote ballot candidate referendum poll voter electoral campaign runoff run-off ballots polling turnout recount count rig rigging
constituency voting elect primary nominee nomination candidacy commissioner observer register plebiscite by-election
[context political_institutions]
constitution constitutional judiciary impeachment impeach term federal autonomy devolution court judge supreme independence prerogative decree
charter separation province canton amendment presidential powers secession federation self-rule veto tenure
[context pro_democracy]
democracy democratic pro-democracy freedom free reform liberty multiparty multi-party opposition vote transition civilian self-rule elections
[context pro_autocracy]
junta coup autocracy dictatorship martial-law putsch dissolve decree strongman despot autocrat one-party overthrow depose oust seize authoritarian
[context economic]
economic economy trade tariff investment loan bank oil gas export import debt market currency sanction energy wage pay salary price tax budget
duty fee subsidy fund funds money dollar euro million billion finance financial customs quota goods factory worker strike union job pension
inflation bond credit grant commerce commercial business firm company investor railway rail port shipping freight airline airport electricity
pipeline grain wheat rice cotton steel textile farm fishery fish cattle beef sugar coffee cocoa tea copper tourism contract market fare rent
bankrupt privatise privatisation levy toll layoff industry industrial mill tanker payment sell buy purchase embargo bailout lender creditor
[context legal]
court judge trial lawsuit prosecutor tribunal verdict warrant indictment extradition extradite sue suit sentence convict convicted charge jury
lawyer attorney magistrate appeal hearing prosecute prosecution acquit jail prison bail testimony legal law treaty ruling plea defendant
arbitration jurisdiction icc plaintiff acquittal summons custody remand pardon amnesty
[context reparations]
reparation reparations compensation compensate damages redress restitution indemnity looted colonial slavery apology forced-labour artefact bronze
[context human_rights]
rights torture genocide atrocity war-crime abuse massacre disappearance disappear execution killing extrajudicial mass-grave grave civilian
prisoner detainee inhumane cruelty dignity rape shelling victim ethnic-cleansing crimes humanity beating flog slaughter behead hostage
[context rights_freedoms]
freedom press censorship dissident newspaper journalist reporter editor broadcaster radio station website blogger assembly speech gag licence
internet privacy censor veil worship rally ban book outlet publish newsroom television magazine broadcast veil headscarf social-media correspondent
[context repression]
crackdown repression repressive dissident activist jail arrest detain protester demonstrator opposition prisoner teargas tear-gas baton disperse
marcher police curfew emergency beat beating detention truncheon campaigner opponent round secret-police demonstration riot striker exile
[context human_security]
displacement displace displaced famine hunger humanitarian aid relief food shelter camp refugee starvation water tent blanket convoy evacuate
evacuation homeless flour grain medicine ration needy survivor villager famished feed starve corridor cholera drought parcel flee
[context gender]
woman women gender feminist femicide girl rape sexual maternity abortion midwife wife dowry female veil headscarf bride marriage widow
[context lgbt]
lgbt lgbtq gay lesbian transgender homosexual homosexuality pride same-sex queer
[context religion_ethnicity]
church mosque muslim christian jewish religious ethnic sectarian pope bishop priest monk imam cleric temple monastery pilgrim pilgrimage shrine
patriarch buddhist hindu catholic orthodox sunni shia shiite sikh coptic yazidi hazara rohingya roma tribe tribal minority synagogue nun ayatollah
mufti cathedral faith worship prayer quran koran bible sect jew clan archbishop cardinal rabbi friar indigenous kurd kurdish language
[context inequality]
poverty inequality wage poor landless discrimination caste class slum peasant underpaid slum-dweller disparity bread price dalit rent tenant
[context diplomatic]
diplomat diplomatic ambassador embassy summit talks talk negotiation treaty visit foreign envoy consul consulate attache attaché foreign-minister
delegation mediator mediation mediate recognise recognition tie relation relations accord pact protocol dialogue bilateral legation credentials
peace negotiate negotiator conference communique meeting meet phone telephone call host mission memorandum un nation state-visit council resolution
[context territory]
border territory territorial annexation sovereignty annex island frontier boundary reef shoal strait enclave province secede secession separatist
independence breakaway partition demarcation disputed region land autonomy hamlet village town checkpoint waters crossing occupied plateau valley
buffer airspace peninsula atoll islet
[context peacekeeping]
peacekeeper peacekeeping blue-helmet helmet unifil minusma monusco unmiss mandate buffer-zone observer ceasefire-monitor mission contingent
[context health]
virus vaccine epidemic pandemic hospital health ebola cholera covid clinic doctor nurse medical medicine patient disease measles malaria polio
ambulance surgeon midwife quarantine vaccination ward drug pharmacy outbreak infection plague blood medic tuberculosis typhoid surgery
[context asylum]
asylum asylum-seeker refuge refugee dissident sanctuary
[context migration]
migrant migration immigration immigrant refugee visa boat smuggler deport deportation border expatriate emigrant passport undocumented quota
guest-worker residence citizenship migrants dinghy pushback repatriate overstay resettle
[context disasters]
earthquake flood hurricane cyclone tsunami wildfire disaster quake storm typhoon landslide drought mudslide volcano eruption rescue rescuer
avalanche fire rubble aftershock flooding collapse dam explosion crash ferry accident wreck tornado levee locust
[context natural_resource]
water oil gas mining mineral fishing fish river dam mine copper gold diamond cobalt lithium uranium timber forest logging oilfield pipeline well
pasture grazing land trawler fishery coal tin iron ore bauxite phosphate reservoir irrigation sand petroleum refinery field fisherman lake nickel
hydropower rare-earth zinc tanker grove quarry crude fishermen canal
[context environment]
climate environment environmental emission pollution forest deforestation waste whale coal carbon toxic river conservation wildlife species
park reserve ecological spill oil-spill logging plastic poison mine tree nuclear-waste dump reef sewage smelter pesticide greenpeace felling
[context technology]
technology satellite chip semiconductor telecom telecoms software rocket space research laboratory scientist artificial network fibre cable
telescope spacecraft orbit computer internet 5g launch microchip engineer
[context terrorism]
terrorist terrorism jihadist extremist suicide bomber al-qaeda isis eta ira boko-haram al-shabaab shabaab car-bomb bombing suicide-bomber bomb
militant hijack blacklist jihadi taliban cell lashkar counter-terrorism hostage martyr
[context cbrn]
nuclear chemical biological uranium enrichment reactor centrifuge plutonium warhead nerve sarin chlorine iaea atomic radioactive inspector
mustard anthrax gas non-proliferation weapons-grade toxin
[context cyber]
cyber cyberattack hacker hack malware phishing server ransomware network computer virus breach
[context misinformation]
disinformation misinformation propaganda fake troll rumour forged false hoax leaflet bot
[context crime]
crime criminal gang murder robbery smuggling smuggle pirate piracy theft thief cartel mafia kidnap ransom killer bandit rustler rustling poacher
loot gangster racketeer extortion fugitive cattle-rustler burglary kidnapper counterfeit launder heist
[context corruption]
corruption bribery bribe embezzlement graft embezzle kickback misuse fraud launder laundering nepotism slush siphon embezzled
[context illegal_drugs]
drug drugs cocaine heroin cartel narcotic coca opium cannabis poppy methamphetamine trafficker hashish meth marijuana eradication khat
[context trafficking]
trafficking trafficker smuggle smuggler smuggling ivory contraband traffic ring rifles gunrunner slave arms-smuggling poacher rhino crate
