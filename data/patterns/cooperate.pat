# COOPERATE: mutual material exchange. AID: material help that serves the
# recipient. Both need a recipient or two members.

[COOPERATE cameo=060 prior=0.75]
verb cooperate collaborate : A=subj reciprocal R=with
verb cooperate collaborate : A=subj reciprocal
verb work partner team+up join+forces : A=subj reciprocal R=with need=together/jointly/closely/joint prior=0.7
verb partner : A=subj reciprocal R=with guard
verb integrate unify : A=subj reciprocal R=with prior=0.5
noun cooperation collaboration : A=between reciprocal ongoing prior=0.65
noun cooperation collaboration : A=poss reciprocal R=with ongoing prior=0.65
noun cooperation collaboration : A=mod reciprocal ongoing prior=0.55
verb strengthen deepen enhance boost expand increase intensify step+up bolster : A=subj reciprocal R=with obj=cooperation/collaboration/coordination
verb strengthen deepen enhance boost expand increase intensify step+up bolster : A=subj reciprocal obj=cooperation/collaboration/coordination
verb coordinate : A=subj reciprocal R=with prior=0.65
verb build construct develop launch open operate complete inaugurate produce create establish : A=subj reciprocal R=with obj=pipeline/railway/bridge/plant/dam/factory/venture/reactor/project/satellite/zone/corridor/fund/company/consortium/mission prior=0.65
verb extradite hand+over : A=subj R=to obj=* cameo=063 prior=0.8
verb exchange swap : A=subj reciprocal R=with obj=ambassador/student/delegation/fire prior=0.5 !obj=fire

[COOPERATE cameo=061 prior=0.75]
verb trade : A=subj reciprocal R=with guard !obj=accusation/barb/insult/blame/fire/blow/charge/threat
verb export sell supply ship : A=subj R=to obj=* foreign prior=0.7
verb import buy purchase acquire procure order : A=subj R=from obj=* foreign prior=0.7
verb invest : A=subj R=in/into foreign prior=0.65
verb export sell : A=subj R=iobj foreign prior=0.7
verb lease rent : A=subj R=to/from foreign prior=0.65
noun trade commerce : A=between/mod reciprocal R=with ongoing prior=0.6
noun trade : A=poss reciprocal R=with ongoing prior=0.6

[COOPERATE cameo=062 prior=0.8]
verb hold conduct stage launch begin start carry+out kick+off run perform finish complete conclude join : A=subj reciprocal R=with/alongside obj=@EXERCISE/patrol/operation/manoeuvres/maneuvers
verb hold conduct stage launch begin start carry+out kick+off perform finish complete conclude : A=subj reciprocal obj=@EXERCISE/patrol
verb hold conduct stage launch begin start carry+out kick+off perform finish complete conclude plan : A=subj reciprocal R=with/alongside obj=@EXERCISE/patrol mod=joint
verb drill exercise train patrol : A=subj reciprocal need=together/jointly/joint
verb participate take+part : A=subj reciprocal R=with in=@EXERCISE
verb train drill exercise : A=subj reciprocal R=with who=MIL/none/GOV prior=0.65
noun exercise drill manoeuvre maneuver wargame patrol : A=between/poss/of/mod/by/sup reciprocal R=with ongoing prior=0.65
verb patrol : A=subj reciprocal R=with who=MIL/none/COP

[COOPERATE cameo=064 prior=0.8]
verb share exchange swap : A=subj R=with/to obj=intelligence/information/data/evidence/technology/expertise/experience/detail/knowledge/name/file/intel/sample/document/code
verb share exchange swap : A=subj reciprocal R=with obj=intelligence/information/data/evidence/technology/expertise prior=0.7
noun sharing exchange : A=between reciprocal ongoing prior=0.6

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
