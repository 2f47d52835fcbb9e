# AID: material help that serves the recipient, asylum, rescue, debt relief. It
# needs a recipient.

[AID cameo=070 prior=0.8]
verb provide supply give deliver send donate contribute ship dispatch distribute transfer extend grant lend hand+over allocate offer+up airlift fly channel furnish bring pour : A=subj R=to/iobj/for/in/into/with/comp obj=@AIDWORD !obj=evidence/information/intelligence/troop/letter/message/signal
verb provide supply furnish equip arm : A=subj R=obj with=@AIDWORD/@WEAPON/jet/drone/loan/money/intelligence/equipment
verb help assist aid : A=subj R=obj/with/in comp=none prior=0.75
verb help assist : A=subj R=obj comp=inf prior=0.7
verb help assist : A=subj R=obj/in comp=ger prior=0.6
verb support back : A=subj R=obj/to/in with=@AIDWORD/@MONEY/@WEAPON/jet/warplane/airstrike
noun donor contributor : A=subj R=to/of/in ongoing prior=0.65
verb open : A=subj R=to obj=border/door cameo=075 prior=0.65
verb intervene : A=subj R=of on=behalf prior=0.5
verb announce approve allocate : A=subj R=to/for/comp obj=aid/assistance/package/donation/grant/relief/loan
verb arrive land deploy serve : A=subj R=in/to/at/near foreign need=peacekeeper/peacekeeping prior=0.7
noun aid assistance donation loan grant : A=poss/mod/from/by R=to/for/of ongoing prior=0.6
noun aid assistance donation loan : A=sup R=to/for prior=0.6
verb send deploy dispatch : A=subj R=to/in/for obj=rescuer/medic/doctor/rescue/firefighter/team/expert/engineer/nurse/medical/hospital/specialist/volunteer/paramedic/trainer prior=0.75
verb send deploy dispatch contribute : A=subj R=to/in/for obj=@FORCE/peacekeeper need=peacekeeper/peacekeeping/relief/humanitarian/earthquake/flood/rescue/ebola/disaster prior=0.75

verb receive get : A=from R=subj obj=@AIDWORD !obj=letter/call/message prior=0.75

[AID cameo=071 prior=0.8]
verb finance fund bankroll subsidise subsidize bail+out sponsor underwrite : A=subj R=obj/in/of foreign
verb lend loan : A=subj R=iobj/to obj=*
verb forgive cancel write+off restructure : A=subj R=of/for/obj/to obj=debt/loan
verb disburse approve release allocate earmark unlock : A=subj R=to/for/in obj=loan/aid/tranche/fund/funds/funding/grant/money/package/million/billion/credit/support !obj=budget
verb invest : A=subj R=in obj=million/billion need=development/health/reconstruction/aid/humanitarian

[AID cameo=072 prior=0.8]
verb arm : A=subj R=obj guard
verb train : A=subj R=obj who=MIL/none/GOV/COP whom=MIL/none/REB/COP/GOV/PRM foreign

[AID cameo=075 prior=0.75]
verb shelter harbour harbor : A=subj R=obj
verb grant give offer extend : A=subj R=to/iobj/for obj=asylum/refuge/shelter/sanctuary/protection/haven
verb evacuate rescue airlift save : A=subj R=obj/from obj=* guard
verb resettle accept take+in admit : A=subj R=obj/from obj=refugee/migrant/evacuee/asylum-seeker prior=0.75
verb treat : A=subj R=obj whom=CVL/MIL/REF who=MED/none/MIL prior=0.6
verb protect guard : A=subj R=obj who=MIL/COP/none whom=CVL/none/REF foreign prior=0.6
