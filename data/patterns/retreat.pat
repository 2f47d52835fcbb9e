# RETREAT: yielding in deeds: release, withdrawal, disarming, truce, access,
# resignation.

[RETREAT mode=release cameo=0841 prior=0.85]
verb set let : A=subj R=obj need=free guard
verb free liberate : A=subj R?=obj/from/of obj=* who=GOV/JUD/COP/MIL/REB/none/PRM/UAF guard prior=0.75 !obj=village/town/city/area/mile/territory/region/district/province/land/country
verb release free liberate : A=subj R?=obj/from/of obj=@PRISONER/@sector_cvl/@sector_mil/people/man/woman/citizen/national/member/leader/dozen/hundred/thousand/worker/teenager/couple/minister/president/activist/tourist/pilgrim/crew/girl/schoolgirl/refugee/detainee/priest/pilot/sailor/ship/vessel/tanker/militant/rebel/prisoner/fighter/professor/scientist/student/blogger/editor/musician guard !obj=village/town/city/area/mile/territory/region/district/province/land/country
verb release free : A=subj R=obj whom=GOV/MIL/CVL/JRN/LEG/PTY/REB/OPP/COP/BUS/SOC/CRM/ELI/EDU/REL/LAB/MED/AGR/REF/UAF/PRM/SPY/JUD guard prior=0.75
verb release free : A=subj R=obj obj=asset/fund/funds/money/body/remains cameo=0842 prior=0.7
verb hand+back give+back : A=subj R=to obj=* mode=release cameo=0842
verb return hand+back give+back hand+over repatriate : A=subj R=to/obj/of obj=body/remains/artifact/artefact/property/prisoner/land/island/ship/soldier/asset/antiquity/treasure/statue/painting/prisoner/captive/territory/relic/object/item/control/loot/art/manuscript/skull/frog/fossil cameo=0842
verb return : A=subj R=to/of obj=* comp=none prior=0.6 cameo=0842 !obj=fire/call/favour/favor/visit/@PRISONER foreign
noun release : A=sup/poss/by R=of prior=0.7
verb exchange swap : A=subj reciprocal R=with obj=prisoner/hostage/captive/body/detainee cameo=0841

[RETREAT mode=withdraw cameo=0873 prior=0.8]
verb pull+out pull+back : A=subj R?=from/in/of who=MIL/REB/PRM/PRE !of=@DEAL/@TALKS/race/tournament guard
verb leave : A=subj R=obj who=MIL/PRM/REB guard prior=0.7
verb withdraw retreat pull+out pull+back : A=subj R?=from/in/of who=MIL/none/REB/GOV/PRM/UAF/PRE from=* !from=agreement/deal/treaty/pact/talks/talk/race/tournament/competition/event/negotiation/accord/summit/meeting/coalition/organisation/organization/vote/election/convention/conference/contest/council/championship/alliance guard
verb withdraw pull pull+out pull+back remove recall redeploy : A=subj R?=from/in/of obj=@FORCE/personnel guard !obj=peacekeeper/aid
verb retreat : A=subj R?=from who=MIL/REB/PRM guard
verb evacuate vacate abandon : A=subj R?=in/from/of/obj obj=position/base/outpost/settlement/post/territory/area who=MIL/none/REB/GOV
verb complete begin start finish order : A=subj R?=from/of obj=withdrawal/pullout/pullback/drawdown
noun withdrawal pullout retreat : A=poss/by/mod/of R=from/in who=MIL/none/REB/GOV prior=0.65

[RETREAT mode=disarm cameo=0874 prior=0.8]
verb disarm demobilise demobilize disband : A=subj R?=obj who=REB/MIL/PRM/UAF/none/GOV/SPY/PTY
verb lay+down surrender hand+over hand+in give+up destroy dismantle decommission scrap : A=subj R?=to/for obj=weapon/weapons/arms/arsenal/stockpile/missile/gun/warhead !obj=power who=REB/MIL/PRM/UAF/none/GOV/CVL
verb surrender : A=subj R?=to comp=none !obj=* guard cameo=0874

[RETREAT mode=ceasefire cameo=0871 prior=0.8]
verb observe implement respect honour honor enforce begin : A=subj R?=with/in/by/of obj=ceasefire/truce/cease-fire/cessation
verb halt stop cease end suspend pause : A=subj R?=against/on/in/of/with obj=@ATTACK/fighting/hostility/hostilities/fire/shelling/war/conflict/rebellion/insurgency/siege/blockade who=none/MIL/REB/GOV/PRM/UAF/PRE prior=0.7
verb lift end : A=subj R?=of/on obj=siege prior=0.75
verb reach sign agree : A=subj reciprocal R=with obj=ceasefire/truce/cease-fire/armistice

[RETREAT mode=resign cameo=083 prior=0.85]
verb resign abdicate : A=subj R?=as/from guard who=GOV/LEG/MIL/COP/JUD/none/PTY/ELI/SPY/BUS
verb step+down quit stand+down bow+out : A=subj R?=as who=GOV/LEG/MIL/COP/JUD/ELI guard prior=0.75
verb tender submit offer announce hand+in : A=subj R?=to obj=resignation
noun resignation : A=poss/of/by R?=as who=GOV/LEG/MIL/COP/JUD prior=0.7

[RETREAT mode=access cameo=0861 prior=0.7]
verb admit readmit : A=subj R=obj obj=observer/inspector/peacekeeper/monitor/mission/convoy/team/refugee
verb allow let permit : A=subj R=obj/into/in obj=observer/inspector/peacekeeper/monitor/mission/convoy/aid comp=none cameo=0861 prior=0.7 into=*
