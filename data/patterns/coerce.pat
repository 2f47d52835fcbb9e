# COERCE: repression short of violence: seizing, restricting, arresting,
# deporting, cyber attacks.

[COERCE mode=restrict cameo=172 prior=0.85]
verb impose slap levy introduce reimpose prolong extend renew clamp enforce tighten expand toughen apply announce adopt approve place put order declare widen strengthen : A=subj R=on/against/over/in/for/to/at obj=@SANCTIONS/@RESTRICTION/tariff/ban/blacklist/no-fly-zone !obj=emergency/curfew/martial-law/blockade/siege/law cameo=163
verb hit target punish : A=subj R=obj/of/in with=@SANCTIONS cameo=163
verb sanction blacklist : A=subj R=obj/in/of/from cameo=163
verb ban bar outlaw prohibit forbid proscribe criminalise criminalize block restrict exclude disqualify : A=subj R=obj/of/by/from/in/to/on/against guard
verb ban outlaw prohibit forbid : A=subj who=GOV/JUD/LEG/COP/MIL obj=@PROTESTWORD/party/group/gathering/organisation/organization/newspaper/opposition/assembly/union
verb ban bar outlaw prohibit forbid : A=subj R=obj comp=inf
verb suspend : A=subj R=obj/of/in whom=PTY/OPP/JUD/LEG/GOV/SOC/JRN/EDU prior=0.6
verb dissolve disband shut+down close+down shutter : A=subj R=obj/of/in obj=parliament/party/group/organisation/organization/ngo/office/newspaper/school/university/mosque/assembly/branch/charity/cabinet
verb close shut seal seal+off shut+down : A=subj R=with/to/from/for/obj/of/on/between/in obj=border/crossing/airspace/strait/frontier/road/port/checkpoint/route/pass cameo=172
verb close shut seal seal+off : A=subj who=none/GOV obj=border/crossing/airspace/frontier prior=0.65
verb blockade besiege encircle lay+siege : A=subj R=obj/of/in cameo=191 guard
verb impose tighten maintain enforce : A=subj R=on/of/around/against/in obj=blockade/siege cameo=191
verb lay : A=subj R=to/obj obj=siege cameo=191
verb force compel coerce : A=subj R=obj comp=inf prior=0.75 cameo=170
verb disperse push+back : A=subj R=obj/in who=COP/MIL/none/GOV prior=0.75 cameo=170
verb crack+down clamp+down : A=subj R=on/against cameo=170
verb repress suppress oppress silence persecute harass quash quell subdue muzzle stifle stamp+out : A=subj R=obj/in/of/by guard cameo=170
verb launch intensify begin continue order wage step+up : A=subj R=on/against/in obj=crackdown/purge cameo=170
verb put place : A=subj R=obj under=arrest/house-arrest/detention/custody mode=arrest cameo=173
verb disqualify impeach oust depose dismiss fire sack remove topple overthrow : A=subj R=obj who=GOV/MIL/LEG/JUD/none/PTY/REB whom=GOV/LEG/JUD/MIL/COP/ELI guard prior=0.65 cameo=170
noun crackdown : A=poss/by/mod R=on/against/in prior=0.75 cameo=170
noun blockade siege : A=poss/by/mod/sup R=of/on/against/in prior=0.8 cameo=191
noun ban : A=poss/by/mod R=on/from prior=0.65 who=none/GOV
verb intercept : A=subj R=obj/from/of guard who=MIL/none/COP/GOV prior=0.65

[COERCE mode=seize cameo=171 prior=0.85]
verb seize confiscate impound commandeer expropriate appropriate nationalise nationalize requisition : A=subj R=obj/from/of/in/to guard
verb capture take recapture retake overrun occupy annex liberate take+over : A=subj R=obj/of/in/from obj=city/town/village/territory/base/area/position/control/district/province/island/airport/hill/post/airbase/land/region/headquarters/peninsula/neighbourhood/capital/building cameo=192 who=MIL/REB/none/PRM/GOV/UAF
verb capture recapture overrun occupy annex retake : A=subj R=obj/of/in who=MIL/REB/none/PRM/GOV guard cameo=192 whom=none/GOV/REB prior=0.7
verb raid search storm : A=subj R=obj/of/in who=COP/JUD/SPY/GOV/none obj=office/home/house/headquarters/building/newspaper/apartment/property/school/church/mosque/residence/newsroom/studio/flat/hideout cameo=171
verb seize take gain assert wrest : A=subj R=of/from/in obj=control/power cameo=192
verb freeze : A=subj R=of/in/from/by/obj obj=asset/assets/account/fund/funds
verb demolish bulldoze evict : A=subj R=of/in/obj/from who=GOV/MIL/COP/none obj=home/house/building/settlement/structure/village/property prior=0.7
noun annexation occupation seizure : A=poss/by/mod R=of prior=0.75 cameo=192
verb hijack board : A=subj R=obj/from/of obj=ship/tanker/vessel/plane/aircraft/boat/flotilla/airliner who=MIL/REB/CRM/none/UAF

[COERCE mode=arrest cameo=173 prior=0.9]
verb arrest detain apprehend imprison jail incarcerate round+up nab intern lock+up re-arrest rearrest : A=subj R=obj/of/from/in guard
verb arrest detain apprehend imprison jail incarcerate round+up : A=subj R=for/obj comp=ger guard
verb arrest detain apprehend imprison incarcerate round+up : A=subj guard who=COP/GOV/MIL/SPY/JUD/REB obj=*
verb take : A=subj R=obj into=custody
verb hold : A=subj R=obj who=GOV/COP/MIL/none/REB/SPY whom=CVL/JRN/GOV/MIL/OPP/none need=custody/detention/prison/captive/jail/hostage/prisoner/arrest
verb issue : A=subj R=for/against obj=warrant prior=0.5
verb make carry+out conduct : A=subj R=of obj=arrest
noun arrest detention imprisonment : A=by/sup/poss/mod R=of prior=0.75
noun arrest detention : A=by R=poss prior=0.75

[COERCE mode=deport cameo=174 prior=0.88]
verb deport banish exile evict : A=subj R=obj/to/from
verb repatriate : A=subj R=obj/to prior=0.6
verb expel deport drive+out : A=subj R=obj whom=CVL/REF/REL/SOC prior=0.8
verb expel : A=subj R=obj obj=refugee/migrant/immigrant/family/resident/foreigner/villager/student/activist/citizen/people
verb return send+back turn+back push+back : A=subj R=obj/to/from obj=migrant/refugee/asylum-seeker/immigrant/boat prior=0.75
noun deportation : A=poss/by/mod R=of/to prior=0.75

[COERCE mode=censor cameo=1721 prior=0.85]
verb censor : A=subj R=obj/of/in
verb block ban shut+down suspend close jam restrict shut : A=subj R=to/of/in/obj/by/from obj=website/newspaper/broadcaster/channel/station/internet/facebook/twitter/media/youtube/outlet/radio/magazine/app/platform/broadcast/news/site/tiktok/film/book
verb block ban shut+down : A=subj obj=website/newspaper/broadcaster/channel/twitter/facebook/youtube/internet prior=0.7
verb cancel revoke annul : A=subj R=of/for/to mode=restrict cameo=172 obj=visa/passport/citizenship
verb revoke : A=subj R=of/from/obj obj=licence/license/accreditation/visa

[COERCE mode=curfew cameo=1723 prior=0.85]
verb impose declare extend enforce announce order clamp : A=subj R=in/on/across/over obj=curfew
verb impose declare extend enforce announce order : A=subj obj=curfew

[COERCE mode=martial-law cameo=1724 prior=0.85]
verb declare impose proclaim extend announce decree : A=subj R=in/across/on/for/over obj=emergency/martial-law
verb declare impose proclaim extend announce decree : A=subj obj=emergency/martial-law
verb declare impose proclaim extend announce : A=subj R?=in/across/on/over obj=law mod=martial
verb declare impose proclaim extend announce : A=subj R?=in/across/on/over obj=state of=emergency/siege/exception

[COERCE mode=cyber cameo=176 prior=0.85]
verb hack : A=subj R=obj/into/of/by
verb launch carry+out conduct stage : A=subj R=on/against/at obj=cyberattack/cyber-attack
verb launch carry+out conduct stage : A=subj R=on/against/at obj=attack/warfare/operation mod=cyber
noun cyberattack cyber-attack hack hacking : A=poss/by/mod/sup R=on/of/against prior=0.75
noun attack : A=poss/by/mod/sup R=on/against mod=cyber prior=0.75
verb spy eavesdrop : A=subj R=on prior=0.7 mode=none
verb wiretap bug monitor : A=subj R=obj/of prior=0.6 mode=none who=SPY/GOV/none

[COERCE mode=misinformation cameo=170 prior=0.75]
verb spread disseminate : A=subj R=about/in/against obj=disinformation/misinformation/propaganda/rumour/rumor
verb interfere meddle : A=subj R=in/of in=election/affair/affairs/politics/vote mode=none

[COERCE mode=withhold cameo=170 prior=0.75]
verb cut+off cut shut+off block : A=subj R=to/in/for/from/of obj=electricity/power/water/internet/gas/food who=none/GOV/MIL/REB
verb block obstruct hamper impede prevent : A=subj R=to/into/from/for/in/of obj=aid/convoy/delivery/access/supply/relief/humanitarian prior=0.7
