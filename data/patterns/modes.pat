# Words that tell the mode of an event: how it was done, what is asked for,
# refused or threatened. They are hints for the learnt choice of a mode, not
# patterns: one word may stand in several lists. docs/corpus/codebook.md,
# section 6, says what each mode means.

# --- CONSULT
class mode_visit = visit tour arrive land fly receive host welcome greet guest trip travel journey stay stopover pilgrimage audience call fly-in delegation fetch escort red-carpet motorcade banquet handshake airport palace inspect stop come go pay drop drive
class mode_third_party = mediate mediation mediator broker intermediary go-between arbitrate arbitrator facilitate facilitator shuttle conciliate conciliation reconcile good-offices envoy between referee umpire moderator chair facilitation arbitration third-party honest-broker chairman peacemaker elder bishop
class mode_multilateral = summit conference congress session assembly forum meeting leaders ministers bloc members plenary convene gather council states nations countries heads g7 g20 g8 league convention roundtable conclave general-assembly gathering sit convoke
class mode_phone = phone telephone call ring dial video videoconference video-link hotline line letter cable telegram fax message email e-mail conversation correspondence write exchange zoom skype teleconference correspond virtual receiver wire satellite

# --- RETREAT
class mode_withdraw = withdraw withdrawal pull pullout pull-out leave evacuate abandon vacate quit retreat flee exit depart decamp recede fall disengage disengagement ship redeploy dismantle lift raise garrison base siege position trench post barracks outpost march vacated relinquish cede clear move decampment
class mode_release = release free liberate return hand swap exchange repatriate prisoner hostage captive detainee bail acquit parole body remains release captives prisoners unshackle let home remit give deliver restore sailor crew artefact bronze manuscript loose
class mode_disarm = disarm disarmament demobilise demobilize demobilisation weapon rifle gun arms surrender decommission dismantle destroy scrap stockpile disband dissolve lay container warhead mine ammunition melt store turn landmine missile mortar bury disbandment
class mode_ceasefire = ceasefire cease-fire truce lull fire silent hold fighting halt stop shelling hostility pause gun cease bombardment calm armistice quiet quieten suspend respect observe raid stand
class mode_access = access admit allow let open reopen entry enter inspector convoy corridor crossing border gate aid through pass permit checkpoint grant visa dock port truck monitor observer inspection wave lorry journalist readmit permission
class mode_resign = resign resignation step quit abdicate stand retire office post resign relinquish leave bow seal portfolio vacate depart premiership abdication renounce throne go tender chair letter

# --- REQUEST and REJECT: what is asked for or refused
class mode_assist = help aid assistance loan money fund funds support backing vote cooperation arms weapon troop peacekeeper medicine food fuel grant credit asylum refuge protection expert doctor supply equipment donate contribute contribution relief finance investment tank missile plane grain water training assist lend send provide extradition evidence intelligence share sell delivery membership join accession ammunition engineer teacher rescue shelter helicopter bailout tranche gas electricity power cash budget donor rice wheat tent blanket vaccine ventilator generator aircraft jet ship boat seed scholarship observer sponsor patrol join lend-lease transport licence landing overflight permission hospital nurse flour technician radar
class mode_change = reform law bill policy election change constitution abolish scrap repeal amend amendment plan investigate inquiry punish extradite prosecute tax vote resolution budget rule treaty ratify law ban outlaw introduce adopt protect guarantee stop reconsider review decision project dam mine construction nuclear programme program tariff quota price wage ruling verdict death-penalty sanction extradition hand arrest try revise draft proposal motion charter term pension referendum abide comply respect recognise recognize condemn apologise explain publish disclose clean appoint dismiss sack replace postpone build compensate compensation pay restore overhaul decree measure curb tighten cut raise lower regulate register count recount result map border demarcation subsidy rent fee fine privatisation privatise merger appointment nomination candidacy nominee
class mode_yield = release free withdraw withdrawal pull leave cease ceasefire truce stop halt end lift ease resign resignation step surrender disarm open reopen admit allow access let apologise apology pardon amnesty clemency return give back down retreat evacuate siege blockade hostage prisoner captive detainee shelling bombing fighting attack offensive violence calm restraint restrain attack fire arms curfew emergency vacate quit entry enter visa permit bail appeal reprieve parole mercy spare reinstate unblock dismantle drop charge hand lay weapon suspend stand pause desist occupation seize seized impounded
class mode_meet = meet meeting talk talks negotiation negotiate summit visit dialogue mediation mediate invite invitation conference table sit receive discussion consultation session round host delegation envoy attend call audience trip tour guest interview convene parley walk boycott mediator

# --- ACCUSE
class mode_disapprove = condemn criticise criticize denounce deplore protest regret concern alarm rebuke censure lament outrage displeasure chide scold deride object complain summon unacceptable dismay anger shame insult mock disgrace deplorable attack slam blast lambast upset unhappy worry alarmed reproach
class mode_investigate = investigate investigation probe inquiry enquiry question search examine inspect audit summon hearing commission detective investigator examination exhume interrogate scrutinise fact-finding look open inspector interview trawl comb sift autopsy subpoena review auditor file check trace
class mode_allege = accuse blame charge sue suspect indict allege claim fault impeach lawsuit suit complaint responsible responsibility hold accusation prosecutor implicate liable guilty fabricate rig behind point finger say indictment file plot spy lie

# --- THREATEN: with what
class mode_restrict = sanction sanctions tariff ban curfew embargo freeze blockade restrict limit quota levy duty licence license bar seize confiscate close shut censor block fine tax suspend visa restriction impound nationalise expropriate cap measure closure regulate prohibit outlaw curb ration boycott shutter surcharge
class mode_arrest = arrest jail prosecute prison imprison detain warrant custody lock charge court trial round detention cell try gaol police handcuff remand bars wanted fugitive seize round-up sweep handcuffs apprehend nab bail inmate raid house-arrest hold pick bundle
class mode_expel = expel deport expulsion throw eject persona-non-grata kick diplomat envoy ambassador send order leave out banish evict oust attaché consul mission member membership correspondent persona 48 exclude strip suspend close agency office staff
class mode_relations = tie relation cut sever break aid trade membership quit leave withdraw recall cooperation supply gas funding downgrade pull suspend stop veto accession end freeze partnership treaty alliance boycott league ambassador support delivery purchase oil halt pact exit
class mode_territory = annex secede independence territory seize claim occupy airspace strait border reef island province declare sovereignty land breakaway partition referendum split annexation retake secession incorporate absorb waters merge reunify
class mode_violence = attack strike war force shell bomb kill destroy invade missile military troops deploy retaliate fight shoot blow crush storm raid army fire revenge rocket wipe annihilate bombard sink assault warship frigate blood offensive bury mobilise rifle weapon avenge arm artillery reinforce battalion squadron exercise fleet manoeuvre

# --- PROTEST
class mode_demo = march rally demonstrate demonstration protest gather parade picket vigil sit-in chant banner placard procession assemble crowd street square slogan candle flag thousands hold file throng converge encamp camp mass petition whistle drum pot silent
class mode_riot = riot clash stone throw loot brick pelt battle molotov fight rampage hurl petrol bottle mob disorder scuffle unrest storm skirmish brawl barricade burn torch ransack smash bomb mutiny rock trash set brawling pelted run
class mode_strike = strike stoppage walkout walk tool work down shift worker union teacher nurse miner driver docker stay-away shutdown lay-off employee job plant factory port staff doctor go-slow rail pilot picket idle stop clerk judge conductor
class mode_hunger = hunger fast starve starvation refuse food meal eat hunger-strike fasting bread fasted tube
class mode_boycott = boycott shun stay abstain refuse class poll ballot vote election goods shop away keep absent pupil shopper lesson consumer seat school empty
class mode_obstruct = block blockade occupy barricade road bridge highway tractor sit chain obstruct entrance gate railway track border lorry truck tunnel port lie close dam mine runway occupation seal camp road-block roadblock motorway pass jam stall taxi halt rails crossing squat park cut
class mode_vandalize = daub paint topple vandalise vandalize deface statue smash spray graffiti window burn flag effigy tear pull egg tomato dump pour saw splash smear wreck uproot damage monument plaque red portrait sign break glue

# --- SANCTION
class mode_convict = convict sentence find guilty verdict court judge jail fine tribunal order pay condemn rule compensation damages jury hang hand imprisonment life year term death judgement ruling bench chamber sentenced
class mode_withdraw_ties = recall withdraw ambassador envoy embassy close leave quit pull home mission peacekeeper consulate staff organisation bloc league shut exit diplomat contingent membership observer consul charge
class mode_discontinue = cut suspend freeze stop halt aid trade supply delivery cooperation gas oil loan funding cancel end contact purchase export import shipment tap subsidy withhold programme credit arms contract power scholarship sale break grant turn deal flight payment reduce trim budget buy order tranche

# --- MOBILIZE
class mode_troops = soldier troop troops army battalion brigade reservist infantry tank unit marine regiment force garrison call alert patrol border reinforcement exercise drill manoeuvre division conscript guardsman paratrooper men column commando guard company general mass dig entrench front call-up reserve
class mode_weapons = missile warship ship frigate destroyer submarine plane jet bomber drone artillery rocket launcher battery test launch fire radar nuclear helicopter fighter carrier cutter gunboat vessel anti-aircraft torpedo squadron aircraft warhead cruiser fleet patrol-boat mine gun howitzer air-defence corvette satellite ballistic flotilla boat howitzers
class mode_police = police officer riot constable gendarme guard policeman carabinieri patrol security cordon checkpoint mayor capital constabulary border-guard customs trooper detective marshal mounted ring street baton
class mode_militia = militia militiaman volunteer fighter irregular vigilante tribesman clan warlord rebel guerrilla partisan guard self-defence paramilitary follower gunman tribal insurgent commander youth faction fighter cossack ex-rebel bandit clansman hunter herder vigilantes mercenary kin recruit chief muster band armed

# --- COERCE
class mode_seize = seize confiscate impound capture take occupy annex nationalise nationalize expropriate search raid requisition grab commandeer ship vessel trawler tanker land town territory palace power building coup overrun control cargo goods asset raid files computer boat property customs boarded capture expropriation ransack retake foothold cattle herd village hold appropriate
class mode_restrict_act = ban bar restrict limit block sanction tariff blockade forbid prohibit dismiss sack fire close impose border prevent disperse oust depose remove tax freeze curb embargo harass outlaw quota duty turn checkpoint dissolve obstruct restriction quarantine cordon besiege siege isolate stop suspend shut road party travel rally strip demote revoke licence regulation levy prohibition registration cap
class mode_censor = censor censorship newspaper radio station website broadcaster gag outlet blog book newsroom press television internet block shut suspend editor journal film magazine site page channel licence broadcast social-media publish mast transmitter printing printing-press weekly daily programme air reporter jam copy online article pulp pull
class mode_curfew = curfew indoors dusk dawn confine night home house evening stay o'clock sunset street lockdown nightfall
class mode_martial_law = martial emergency martial-law siege decree state rule army president declare law suspend constitution
class mode_deport = deport deportation expel exile banish border push migrant plane home refugee drive return repatriate remove force bus resettle displace uproot exile evict foreign families turn send transport deportee bundle migrants board family resettlement sea
class mode_withhold = cut water power food electricity aid fuel withhold medicine starve deny supply pay salary ration tap pension grid wage bread shut flour deprive convoy hold stop keep relief rations villager turn allowance
class mode_misinformation = disinformation fake propaganda false forge forged fabricated troll rumour misinformation leaflet hoax falsify doctored bogus bot tape account smear lie plant
class mode_cyber = hack hacker cyber cyberattack malware server computer network website virus jam phishing ransomware breach online system software email intrude data code worm break signal mail satellite

# --- ASSAULT
class mode_abduct = kidnap abduct hostage hijack capture seize snatch ransom captive abduction kidnapping take hold grab prisoner prize kidnapper captor pilot bundle lead drag
class mode_beat = beat club flog whip kick punch cane slap batter stick baton beating lash thrash manhandle fist assault rough pummel truncheon rod cudgel hit strike boot bruise lynch belt buckle pole
class mode_torture = torture shock electric torment waterboard interrogation maltreat mistreat burn hang soles abuse cell prisoner detainee hooded flog jailer cigarette wire confess confession
class mode_sexual = rape sexual sexually molest assault abuse girl woman violate raped
class mode_targeted = assassinate assassination assassin murder kill execute poison gunman shoot hitman mayor dissident exile minister leader candidate sniper slay car-bomb governor editor attempt gun execution judge journalist politician lynch ambush behead stab dead contract letter lawmaker deputy senator bodyguard
class mode_destroy = destroy raze burn torch demolish demolition bulldoze bulldozer house home hut village crop granary bridge pipeline sabotage loot set arson church mosque shrine flatten ransack wreck uproot field orchard level ablaze well fire school property farm blow barn dynamite olive cut cable store pylon temple
class mode_primitive = machete knife stab axe spear arrow bow stone sword hack blade ram lorry truck vehicle car drive dagger petrol catapult sabre hammer sling slingshot panga cleaver bayonet scythe club plough van
class mode_firearms = shoot fire gun gunfire rifle shot sniper gunman machine-gun bullet open pistol fusillade volley gunbattle gun-battle kalashnikov firefight exchange round ambush automatic shooting submachine-gun revolver gunned marksman spray riddle trade shotgun musket
class mode_explosives = bomb mine grenade explosive blow car-bomb bombing detonate blast ied roadside landmine dynamite device explosion plant letter-bomb charge parcel explode pipe-bomb limpet booby-trap timer
class mode_suicide = suicide bomber blow himself herself vest suicide-bomber belt suicide-attack explosives-laden laden detonate rammed ram
class mode_aerial = air airstrike jet plane bomb warplane bomber aircraft helicopter raid air-strike bombardment sortie mig fighter barrel gunship air-raid strafe sky dive drop pilot squadron f-16 aerial napalm incendiary
class mode_drone = drone unmanned uav quadcopter shahed bayraktar
class mode_heavy = shell artillery rocket missile tank mortar gun bombard bombardment howitzer shelling pound naval grad launcher barrage battery salvo katyusha cannon warship torpedo gunboat fire cruise volley gunner ballistic projectile sink pounding
class mode_crowd = tear gas teargas tear-gas baton water cannon rubber bullet disperse truncheon pepper crowd riot police charge marcher demonstrator protester spray stun pellet striker whip mounted horse plastic
class mode_unconventional = chemical gas nerve sarin chlorine mustard biological nuclear radioactive anthrax poison toxic ricin

# --- trends, which are claims and no events
class trend = increasingly steadily gradually progressively

# --- words that name a past era
class era = war century decade communist communism soviet colonial apartheid shah monarchy empire regime dictatorship fascism nazi junta yugoslavia independence anniversary memoir historian

# --- further triggers, from data/lexicon/triggers.txt
class mode_abduct = hijack-plane waylay disappear
class mode_access = unblock unlock unseal unbar
class mode_aerial = bomb-from-air carpet-bomb
class mode_allege = incriminate impute ascribe denunciation arraign litigate hale
class mode_arrest = intern indict collar nick book bag swoop
class mode_beat = maul grapple headbutt shove birch
class mode_censor = silence muzzle redact expunge
class mode_convict = disbar
class mode_crowd = baton-charge water-cannon pepper-spray
class mode_cyber = ddos phish wiretap eavesdrop bug
class mode_destroy = gut firebomb scuttle incinerate smash
class mode_disapprove = decry lambaste assail berate castigate reprimand admonish upbraid ridicule disparage fault blame bemoan disapprove pillory vilify vituperate excoriate fume inveigh carp grumble grouse sneer scoff taunt brand label dub bash rap pan snub-in-words skewer trash-in-words bridle bristle bewail tut slate rubbish resent impugn malign
class mode_disarm = capitulate mothball defuse
class mode_discontinue = terminate
class mode_explosives = petrol-bomb
class mode_firearms = snipe
class mode_heavy = cannonade
class mode_investigate = scrutinize interrogate-in-inquiry inspect-for-violations delve impeach-inquiry grill quiz
class mode_militia = enlist regroup
class mode_obstruct = sit-in
class mode_phone = video-call phone-call telephone-call hotline-call
class mode_primitive = slash pelt behead decapitate bludgeon
class mode_release = spring
class mode_restrict_act = disband disqualify confine disconnect disenfranchise proscribe criminalise ration gag annul purge
class mode_riot = pelt-police revolt-streets
class mode_seize = sequester hijack evict conquer usurp dispossess
class mode_sexual = grope gang-rape
class mode_targeted = liquidate
class mode_third_party = intercede intermediate moderate shuttle-diplomacy intercession
class mode_torture = electrocute mutilate-in-custody abuse-in-custody
class mode_troops = deploy mobilise mobilize amass position station redeploy reinforce muster draft rehearse
class mode_unconventional = nuke
class mode_vandalize = spray-paint
class mode_visit = dine entertain usher arrival pilgrimage-visit reception dinner lunch luncheon
class mode_weapons = test-fire test-launch arm rearm stockpile shadow buzz
class mode_withdraw = demobilise demobilize
