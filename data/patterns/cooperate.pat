# COOPERATE: mutual material exchange. It needs a recipient or two members.

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
verb hold conduct stage launch begin start : A=subj reciprocal R=with obj=game mod=war
verb participate take+part : A=subj reciprocal R=with in=@EXERCISE
verb train drill exercise : A=subj reciprocal R=with who=MIL/none/GOV prior=0.65
noun exercise drill manoeuvre maneuver wargame patrol : A=between/poss/of/mod/by/sup reciprocal R=with ongoing prior=0.65
verb patrol : A=subj reciprocal R=with who=MIL/none/COP

[COOPERATE cameo=064 prior=0.8]
verb share exchange swap : A=subj R=with/to obj=intelligence/information/data/evidence/technology/expertise/experience/detail/knowledge/name/file/intel/sample/document/code
verb share exchange swap : A=subj reciprocal R=with obj=intelligence/information/data/evidence/technology/expertise prior=0.7
noun sharing exchange : A=between reciprocal ongoing prior=0.6
