# PROTEST: physical collective action of civilians.

[PROTEST mode=demo cameo=141 prior=0.8]
verb protest : A=subj R?=against/obj/over/at/outside/in guard
verb protest : A=subj R=against/over/outside/at/obj/in guard who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/JRN/MED/AGR/ELI
verb demonstrate rally : A=subj R?=against/outside/at/over/in guard who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/JRN/none/MED/ELI/LEG/AGR/BUS !behind=* !around=* !obj=*
verb march : A=subj R?=against/to/on/in/through guard who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/JRN/none/MED/AGR
verb hold stage organise organize launch mount start join continue : A=subj R?=against/over/outside/at/in obj=protest/demonstration/rally/march/sit-in/vigil/occupation
verb take+to : A=subj R?=against/in obj=street who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/JRN/none/MED/ELI/LEG/AGR/BUS prior=0.8
verb take : A=subj R?=against/in/of to=street who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/JRN/none/MED/ELI/LEG/AGR/BUS prior=0.8
verb gather assemble : A=subj R?=outside/against/in need=protest/demand/denounce/demonstrate prior=0.7
verb chant : A=subj R?=against who=CVL/OPP/none/EDU prior=0.7
noun protest demonstration rally : A=by/poss/of/from/mod R=against/over who=CVL/OPP/LAB/REF/EDU/PTY/SOC/REL/none prior=0.65
verb occupy : A=subj R=obj/of who=CVL/OPP/LAB/EDU/SOC prior=0.7

[PROTEST mode=strike cameo=143 prior=0.85]
verb go walk : A=subj R?=against/over/in on=@STRIKEWORD !on=hunger
verb strike : A=subj R?=against/over/in who=LAB/EDU/MED/AGR/BUS/JUD guard !obj=*
verb strike : A=subj R?=against/in guard who=LAB/EDU/MED/AGR/CVL/none/GOV/PTY/SOC/JUD need=pay/wage/union/worker/condition/salary/pension !obj=*
verb stage hold begin start launch call join continue observe : A=subj R?=against/over/in obj=@STRIKEWORD !obj=air/airstrike mod=general/nationwide/national/labour/labor/hour/day/work/one-day/24-hour/wildcat
verb stop walk+off : A=subj R?=against/in obj=work/job/tool
noun strike walkout : A=subj R?=against/over case=on prior=0.8
noun strike walkout : A=by/of/poss R=against/over who=LAB/EDU/MED/CVL prior=0.65
verb walk : A=subj off=job
verb call : A=subj R?=against/over/in obj=strike mod=general/nationwide/national

[PROTEST mode=hunger cameo=142 prior=0.85]
verb start begin go stage launch continue declare hold join : A=subj R?=against/over/in obj=hunger-strike/fast
verb start begin go stage launch continue declare hold join : A=subj R?=against/over/in obj=strike mod=hunger
verb go : A=subj R?=against/over/in on=strike/hunger-strike need=hunger/hunger-strike

[PROTEST mode=boycott cameo=143 prior=0.8]
verb boycott shun : A=subj R=obj/by/of/in
verb boycott : A=subj obj=election/vote/poll/session/product/referendum
verb stage launch join continue organise organize start : A=subj R=of/against obj=boycott

[PROTEST mode=obstruct cameo=144 prior=0.8]
verb block blockade barricade obstruct occupy : A=subj R?=to/of/in/obj/against who=CVL/OPP/LAB/REF/EDU/SOC/AGR/none obj=road/highway/street/bridge/border/entrance/traffic/railway/port/motorway/route/access/airport/crossing/square/track/junction/convoy/building/office/gate/line/refinery need=protest/protester/farmer/demonstrator/activist/trucker/villager/resident/worker/demand
verb block blockade barricade obstruct occupy : A=subj R?=to/of/in/obj/against who=CVL/OPP/LAB/REF/EDU/SOC/AGR obj=road/highway/street/bridge/border/entrance/traffic/railway/port/motorway/route/access/airport/crossing/square/track/junction/convoy/building/office/gate/line/refinery
verb disrupt heckle : A=subj R?=obj/of/by who=CVL/OPP/EDU/SOC/LAB

[PROTEST mode=riot cameo=145 prior=0.8]
verb riot rampage loot : A=subj R?=in/against/obj guard who=CVL/OPP/EDU/LAB/REF/CRM
verb clash scuffle : A=subj R=with who=CVL/OPP/EDU/LAB/REF/SOC/AGR/PTY guard
verb storm pelt ransack attack torch vandalise vandalize smash : A=subj R=obj/of/in/at who=CVL/OPP/EDU/LAB/SOC/REF
verb set : A=subj R=to/of obj=fire who=CVL/OPP/EDU/LAB/SOC
verb throw hurl lob : A=subj R=at obj=stone/rock/petrol/bottle/bomb/egg/cocktail/firebomb/brick who=CVL/OPP/EDU/LAB/SOC/none
verb burn : A=subj R=of/obj obj=flag/effigy mode=demo cameo=141
