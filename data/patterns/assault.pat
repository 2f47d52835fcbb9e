# ASSAULT: acts that can do serious bodily harm.

[ASSAULT cameo=190 prior=0.85]
verb attack assault ambush raid storm pound pummel strike hit overrun : A=subj guard who=MIL/REB/UAF/PRM/SPY obj=* !obj=deal/problem prior=0.75
verb attack assault ambush strike hit raid storm target pound pummel hammer batter assail : A=subj R=obj/in/of/at/on who=MIL/REB/UAF/PRM/none/SPY/PRE/CRM/GOV/COP guard !obj=deal/agreement/note/record/high/low/chord/balance/target/policy/decision/problem
verb fight combat battle : A=subj R=obj/against/with guard who=MIL/REB/PRM/UAF/none/PRE/GOV !obj=corruption/fire/disease/crime/poverty/inflation/wildfire/epidemic/virus/terrorism/blaze/battle/election/cancer/change/threat/tariff/case/charge/claim/effort/law/extradition prior=0.7
verb clash skirmish battle : A=subj reciprocal R=with guard who=MIL/REB/PRM/UAF/none/PRE/COP
verb clash skirmish battle fight : A=subj reciprocal guard who=MIL/REB/PRM/UAF/none/PRE
verb fight clash : A=between reciprocal guard
verb exchange trade : A=subj reciprocal R=with obj=fire/gunfire/shot
verb exchange trade : A=subj reciprocal obj=fire/gunfire/shot
noun clash fighting battle skirmish firefight : A=between reciprocal prior=0.7 who=MIL/REB/PRM/UAF/none/PRE/COP guard
noun clash battle fighting : A=poss/of reciprocal R=with/against guard prior=0.65
verb invade overrun : A=subj R=obj/of/by guard who=MIL/none/REB/GOV/PRM
verb kill slay : A=subj R=obj/of/in/from/by/among guard who=MIL/REB/UAF/PRM/COP/CRM/SPY/none/PRE/GOV
verb kill slay : A=subj R=obj/of/in/from/by/among guard who=CVL foreign
verb kill : A=subj guard who=MIL/REB/UAF/PRM/COP/CRM/SPY
verb wound injure maim : A=subj R=obj/of/in guard who=MIL/REB/UAF/PRM/COP/CRM
verb injure wound : A=subj guard who=MIL/REB/UAF/PRM/COP/CRM
verb massacre slaughter butcher exterminate : A=subj R=obj/of/in guard
verb wage launch fight conduct : A=subj R=against/on/in obj=war/insurgency/jihad mod=* prior=0.7
verb wage launch fight conduct : A=subj R=against/on/in obj=campaign mod=military/ground/bombing/counter-insurgency/counterinsurgency/air/armed/terror/terrorist/guerrilla/bloody/violent prior=0.7
verb wage fight : A=subj R=against/on/in obj=war/insurgency/jihad guard
noun attack assault offensive raid incursion invasion onslaught counteroffensive ambush aggression : A=poss/by/mod/of/sup/from R=on/against/of/in/into/at/near/around/across who=MIL/REB/UAF/PRM/none/SPY/PRE/CRM/GOV guard prior=0.75
noun operation campaign strike : A=poss/by/mod/of/sup/from R=on/against/of/in/into/at/near who=MIL/REB/UAF/PRM/PRE !mod=vaccination/immunisation/immunization/relief/rescue/humanitarian/election/electoral/presidential/advertising/awareness/recruitment/aid/search/peacekeeping/training/evacuation/cleanup/clean-up/reelection/re-election/smear/pr/media/lobbying/disinformation/health guard prior=0.75
noun operation campaign strike : A=poss/by/mod/of/sup/from R=on/against/of/in/into/at/near who=none/GOV/SPY/CRM mod=military/ground/bombing/counter-insurgency/counterinsurgency/counter-terrorism/air/armed/security/special/missile/drone/terror/terrorist/artillery/rocket/punitive/cross-border guard prior=0.75
noun strike : A=poss/by/mod/sup/from R=on/against who=none/GOV guard prior=0.75
noun campaign : A=poss/by/mod/sup/from R=on/against/in who=none/GOV/CRM of=terror/terrorism/violence/bombing/killing guard prior=0.75
noun war : A=poss/mod/by R=against/on/in guard who=none/MIL/REB/GOV prior=0.7
noun killing massacre murder slaying : A=by/poss/mod R=of prior=0.75
noun killing murder assassination : A=by R=poss prior=0.75
verb violate breach break : A=subj R?=with/in/by/against/of/obj obj=ceasefire/truce/cease-fire who=none/MIL/REB/GOV/PRM/UAF/PRE cameo=196
verb open : A=subj R=on/at/in obj=fire mode=firearms cameo=193
verb repel repulse defeat rout crush overpower overwhelm : A=subj R=obj/by/of/from guard who=MIL/REB/PRM/none whom=MIL/REB/PRM/UAF prior=0.65
verb capture : A=subj R=obj whom=MIL/REB/GOV guard mode=abduct cameo=181 who=MIL/REB/PRM prior=0.7
verb neutralise neutralize eliminate liquidate : A=subj R=obj guard who=MIL/SPY/none/COP
verb retaliate : A=subj R=against with=@ATTACK/strike/fire prior=0.7
verb push+back drive+out push+out : A=subj R=obj/from guard who=MIL/REB/PRM whom=MIL/REB/none prior=0.65
verb claim : A=subj R?=for/on/in obj=responsibility who=REB/UAF/PRM/none/MIL prior=0.6
verb carry+out launch stage mount unleash conduct perpetrate begin : A=subj R?=on/against/in/into/at/near/across obj=@ATTACK !on=fire/flame/blaze/wildfire !obj=drone/airstrike/cyber/election/ad/operation/campaign/fraud who=MIL/REB/UAF/PRM/none/SPY/PRE/GOV guard prior=0.75
verb use fire launch : A=subj R=against/on/in obj=gas/chemical/sarin/chlorine mode=unconventional cameo=2041
verb use : A=subj R=against/on obj=weapon mod=chemical/biological/nuclear mode=unconventional cameo=204

[ASSAULT mode=aerial cameo=195 prior=0.88]
verb bomb bombard blitz strafe : A=subj R?=obj/in/of/on guard
verb carry+out launch conduct stage mount unleash : A=subj R=on/against/in/at/across/over obj=airstrike/air-strike/air-raid
verb carry+out launch conduct stage mount unleash : A=subj R=on/against/in/at/across/over obj=strike/raid/attack/bombardment mod=air/aerial
verb use : A=subj R=obj as=shield mode=none cameo=184
noun airstrike air-strike bombardment bombing : A=poss/by/mod/sup/of/from R=on/against/of/in/at guard prior=0.8
noun strike raid attack : A=poss/by/mod/sup R=on/against/in/at mod=air/aerial prior=0.8
verb shoot+down down bring+down : A=subj R=obj/of/over/from obj=jet/plane/aircraft/drone/helicopter/missile/warplane/airliner/balloon
verb drop : A=subj R=on/in obj=bomb

[ASSAULT mode=drone cameo=195 prior=0.85]
verb carry+out launch conduct stage fly send : A=subj R=on/against/in/at/into obj=attack/strike mod=drone
noun strike attack : A=poss/by/mod/sup R=on/against/in/at mod=drone
verb launch send fire fly : A=subj R=at/on/against/into/toward/towards obj=drone

[ASSAULT mode=heavy-weapons cameo=194 prior=0.88]
verb shell : A=subj R?=obj/in/of
verb fire launch lob rain hurl : A=subj R=at/on/into/against/toward/towards obj=missile/rocket/mortar/shell/artillery/projectile/round/salvo !into=sea/ocean/waters/air/space/orbit
noun shelling : A=poss/by/mod R=of/on/in prior=0.8
noun attack strike : A=poss/by/mod/sup R=on/against/in/at mod=missile/rocket/artillery/mortar

[ASSAULT mode=firearms cameo=193 prior=0.8]
verb shoot gun+down : A=subj R=obj/at/in/on guard
verb fire : A=subj R=on/at/upon comp=none !obj=missile/rocket/question/warning guard

[ASSAULT mode=explosives cameo=183 prior=0.8]
verb detonate set+off explode plant : A=subj R?=in/at/near/against/outside obj=bomb/device/explosive/grenade/mine/explosives/car
verb blow+up : A=subj R?=in/of/on/obj obj=*
verb kill : A=subj R=obj/in with=bomb
noun explosion : A=by R=in prior=0.5

[ASSAULT mode=suicide-attack cameo=1831 prior=0.8]
verb carry+out launch stage : A=subj R?=on/against/in/at obj=attack/bombing/bomb mod=suicide
noun bombing attack : A=poss/by/mod/sup R=on/against/in/at mod=suicide
verb blow+up : A=subj R?=in/at/near obj=himself/themselves/herself

[ASSAULT mode=targeted cameo=186 prior=0.85]
verb assassinate : A=subj R=obj
verb execute behead hang : A=subj guard who=GOV/none/MIL/REB/UAF/PRM obj=* !obj=plan/order/warrant/agreement/contract/deal/strategy/project/law/policy
verb execute behead hang lynch decapitate : A=subj R=obj/by/from guard
verb murder poison : A=subj R=obj/in guard who=MIL/REB/UAF/PRM/COP/CRM/SPY/none/PRE/GOV/PTY/OPP
verb murder poison : A=subj R=obj/in guard foreign
noun assassination execution beheading : A=by/poss/mod R=of prior=0.8

[ASSAULT mode=beat cameo=182 prior=0.85]
verb beat : A=subj R=obj guard who=COP/MIL/REB/PRM/CVL/GOV/SPY/CRM/UAF !by=*
verb beat+up rough+up assault manhandle : A=subj R=obj guard
verb stab knife slash : A=subj R=obj mode=primitive guard who=MIL/REB/UAF/PRM/COP/CRM/SPY/none/PRE/GOV/PTY/OPP
verb stab knife slash : A=subj R=obj mode=primitive guard foreign

[ASSAULT mode=torture cameo=1822 prior=0.88]
verb torture brutalise brutalize mistreat maltreat abuse : A=subj R=obj/in/of guard
noun torture mistreatment : A=by/poss R=of prior=0.75

[ASSAULT mode=sexual cameo=1821 prior=0.88]
verb rape molest : A=subj R=obj

[ASSAULT mode=abduct cameo=181 prior=0.9]
verb abduct kidnap : A=subj R?=obj/from/in/of who=MIL/REB/UAF/PRM/CRM/SPY/GOV/none/COP
verb take hold seize : A=subj R=obj need=hostage/captive
verb capture : A=subj R=obj whom=MIL who=REB/MIL/PRM/none guard foreign
noun abduction kidnapping : A=by/poss/mod R=of prior=0.8
noun abduction kidnapping : A=by R=poss prior=0.8

[ASSAULT mode=destroy cameo=1712 prior=0.8]
verb destroy demolish raze flatten torch burn burn+down obliterate devastate level wreck blow+up annihilate : A=subj R=obj/of/in/by guard who=MIL/REB/UAF/PRM/none/PRE/SPY obj=* !obj=weapon/weapons/evidence/document/stockpile/career/economy
verb sink torpedo : A=subj R=obj/of/from obj=ship/vessel/boat/submarine/frigate/warship/destroyer/cruiser/carrier

[ASSAULT mode=crowd-control cameo=175 prior=0.88]
verb fire use lob deploy shoot : A=subj R=at/on/against/into/in obj=tear-gas/teargas/cannon/baton/bullet/grenade/gas/pellet/canister need=protester/demonstrator/crowd/rubber/tear/teargas/water/tear-gas/protest who=COP/MIL/none/GOV
verb fire use lob : A=subj R?=at/on/against/to/into obj=gas/cannon/bullet/teargas mod=tear/water/rubber who=COP/MIL/none/GOV
verb tear-gas teargas : A=subj R=obj/at who=COP/MIL guard whom=CVL/OPP/EDU/LAB/none prior=0.7
verb charge : A=subj R=obj/at obj=protester/demonstrator/crowd/marcher/rioter/protest/demonstration/rally/striker who=COP/MIL guard !with=* prior=0.7
