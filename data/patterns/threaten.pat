# THREATEN: warnings of harm. Their mode is what is threatened.

[THREATEN cameo=130 mode=threatened prior=0.85]
verb threaten : A=subj R?=obj/comp/against comp=inf
verb threaten : A=subj R=obj/with comp=none guard !obj=economy/health/future/life/stability/peace/security/environment
verb threaten : A=subj R?=on/against/with obj=@ATTACK/@SANCTIONS/retaliation/action/war/strike/reprisal/force/boycott
verb threaten : A=subj R?=with/against with=@ATTACK/@SANCTIONS/retaliation/action/war/arrest/expulsion/force
verb threaten : A=subj R?=comp comp=that prior=0.8
verb warn caution : A=subj R=obj/against !of=flood/drought/famine/storm/recession/pandemic comp=none foreign prior=0.75
verb warn caution : A=subj R=obj/against who=MIL/COP/REB/PRM/UAF/JUD !of=flood/drought/famine/storm/recession/pandemic comp=none prior=0.75
verb warn caution : A=subj R=obj comp=that foreign prior=0.8
verb warn caution : A=subj R=obj who=MIL/COP/REB/PRM/UAF/JUD comp=that prior=0.8
verb warn caution : A=subj R=obj/comp comp=inf foreign
verb warn caution : A=subj R=obj/comp who=MIL/REB/PRM/UAF/JUD comp=inf
verb warn : A=subj R=obj/against comp=ger foreign
verb warn : A=subj R=obj/against who=MIL/COP/REB/PRM/UAF/JUD comp=ger
verb warn : A=subj R=comp/obj of=@ATTACK/retaliation/consequence/war/response/@SANCTIONS/action/reprisal/escalation prior=0.7
verb warn : A=subj R=against against=@ATTACK/interference/intervention/move/action/escalation/provocation/deployment prior=0.6
verb vow pledge promise swear : A=subj R?=comp/against/on/to comp=inf~ASSAULT/COERCE/SANCTION/MOBILIZE/PROTEST/REJECT
verb vow pledge promise swear : A=subj R?=against/on/for/to obj=retaliation/revenge/response/retribution/punishment/action/crackdown/reprisal/vengeance
verb vow swear threaten : A=subj R?=against/on/for/comp/obj comp=inf~retaliate/respond/punish/avenge/revenge/crush/defeat/destroy/wipe/fight/hit/hunt/resist/annihilate/eliminate/eradicate/strike/crack/boycott/sanction/continue/defend/use/deliver/act/finish/invade/annex/turn/make/take/give/shut/close/flood prior=0.8
verb pledge promise : A=subj R?=against/on/for/comp/obj comp=inf~retaliate/respond/punish/avenge/revenge/crush/defeat/destroy/wipe/fight/hit/hunt/resist/annihilate/eliminate/eradicate/strike/crack/boycott/sanction/invade/annex prior=0.8
verb issue give deliver set send sound : A=subj R=to/for/iobj/against/on obj=ultimatum/warning/threat/deadline
verb issue give deliver set make : A=subj obj=ultimatum/threat prior=0.7
verb retaliate : A=subj R?=against future prior=0.5 need=would/will/threaten
verb consider mull weigh plan prepare intend propose : A=subj R=comp/against/on comp=inf~ASSAULT/COERCE/SANCTION/MOBILIZE prior=0.7
verb consider mull weigh plan prepare propose threaten seek : A=subj R=against/on/for obj=@SANCTIONS/@ATTACK/retaliation/measure prior=0.7
verb consider mull weigh propose : A=subj R=comp/against/on comp=ger~ASSAULT/COERCE/SANCTION/MOBILIZE prior=0.7
verb call push press : A=subj R=against/on for=@SANCTIONS mode=relations cameo=131
verb call : A=subj R=against/on/of for=@ATTACK/boycott/jihad/war/uprising/action mode=violence cameo=138 prior=0.65
verb introduce propose draft : A=subj R=against/comp/on obj=bill/legislation/law comp=inf~sanction/impose/punish mode=relations
noun threat : A=poss/by/from/mod R=against/to/comp/on prior=0.65
noun threat : A=poss/by/from/mod R?=comp comp=inf prior=0.7
noun warning ultimatum : A=poss/from/by/mod R=to prior=0.65
verb blackmail intimidate menace : A=subj R=obj prior=0.7
verb brandish : A=subj R=at/against obj=@WEAPON mode=violence prior=0.6
verb order : A=subj R=to/comp comp=none obj=evacuation prior=0.4
verb issue : A=subj R?=for/against obj=warrant mode=arrest cameo=130
