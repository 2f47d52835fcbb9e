# SUPPORT: praise, backing in words, recognition, diplomatic ties, signing and
# ratifying.

[SUPPORT cameo=051 prior=0.85]
verb praise commend applaud laud hail acclaim salute compliment congratulate thank honour honor extol celebrate admire appreciate felicitate eulogise eulogize cheer bless toast esteem : A=subj R=obj/for/by/of/between/in guard
verb commend thank congratulate praise : A=subj R=for/obj comp=ger guard
verb welcome : A=subj R=obj/by/from/of obj=decision/move/step/announcement/plan/proposal/deal/agreement/release/statement/resolution/ruling/report/appointment/election/offer/progress/effort/initiative/support/contribution/ceasefire/truce/pledge/withdrawal/commitment/news/result/victory/verdict/choice/reform/launch/invitation/signing/arrest/role/membership/participation/sanctions/sanction/visit/readiness/willingness/action/measure/extension/return/improvement/development/call/idea/intention/adoption/restoration/resumption/opening/end
verb welcome : A=subj R=compsubj comp=that prior=0.6
verb support back endorse favour favor champion uphold : A=subj R=obj/by/of/to/in comp=none guard !obj=@TRADE/economy/growth/family !with=troop/weapon/arms/money/aid/jet/warplane
verb defend : A=subj R=obj/of/by guard obj=decision/policy/record/right/action/move/handling/plan/president/minister/leader/ally/government/sale/deal/operation/strike/use/treatment/stance/position/colleague/ambassador/choice/approach/law/response/@AGREEMENT
verb defend : A=subj R=obj/of who=GOV/LEG/PTY/ELI whom=GOV/none/LEG/PTY/ELI/JUD guard prior=0.7
verb pay : A=subj R=to obj=tribute/homage
verb speak : A=subj R=of need=highly/warmly/admiringly
verb express voice offer show reiterate reaffirm affirm declare pledge renew extend convey send stress underline announce give state confirm : A=subj R=of/for/to/with/over/on obj=@SUPPORTWORD/commitment/congratulation/condolence/thanks
verb stand : A=subj R=with/by/behind prior=0.7
verb side : A=subj R=with prior=0.75
verb rally : A=subj R=behind/around prior=0.65
verb congratulate : A=subj R=obj/on
verb vote : A=subj R=for/of/obj for=resolution/membership/motion/independence/aid/bill prior=0.6
verb approve : A=subj R=by/of/with/obj obj=@AGREEMENT/plan/decision/resolution/proposal/policy/initiative/bid/membership comp=none prior=0.65
verb encourage embolden hearten : A=subj R=obj comp=none prior=0.55
verb reaffirm reassert reiterate : A=subj R=with/to obj=commitment/alliance/friendship/partnership/tie/relation/relationship/support/backing
verb agree concur : A=subj R=with comp=none who=GOV/none whom=GOV/none prior=0.5 about=*
verb take+part participate : A=subj R=with mode=none in=solidarity/vigil prior=0.5
noun support backing praise endorsement solidarity : A=poss/from/by/mod R=for/to/with/of who=GOV/none/LEG/PTY/REB/MIL prior=0.6 ongoing
noun support backing praise endorsement : A=sup R=for/to/with/of prior=0.65

[SUPPORT cameo=054 prior=0.85]
verb recognise recognize acknowledge : A=subj R=obj/of/in who=GOV/none/LEG obj=independence/sovereignty/state/statehood/government/president/leader/republic/annexation/claim/result/country/election/authority/council/regime/border/right/victory
verb recognise recognize : A=subj R=obj/as as=president/leader/state/government/representative/capital/country/authority
verb recognise recognize : A=subj R=obj foreign prior=0.7
verb grant extend accord : A=subj R=to/iobj obj=recognition

[SUPPORT cameo=057 prior=0.8]
verb sign initial ink ratify : A=subj reciprocal R=with obj=@AGREEMENT
verb sign initial ink ratify : A=subj reciprocal obj=@AGREEMENT/declaration/statement/communique/contract
verb ratify endorse approve back : A=subj R=of/by/obj obj=accession/membership/bid/candidacy/application foreign
verb sign ratify endorse approve adopt : A=subj R=with/obj/of/to obj=@AGREEMENT/protocol/convention/amendment/resolution/statute
verb sign : A=between/with/by/of reciprocal obj=@AGREEMENT prior=0.7
verb join accede : A=subj R=obj/to who=none/GOV whom=none prior=0.6 foreign
noun signing ratification : A=by/poss/of/between reciprocal R=with prior=0.6

[SUPPORT cameo=050 prior=0.75]
verb establish restore normalise normalize reestablish re-establish resume renew upgrade mend repair rebuild : A=subj reciprocal R=with obj=@TIES
verb establish restore normalise normalize reestablish re-establish resume renew upgrade mend repair rebuild : A=subj R=with/to obj=@TIES
verb strengthen deepen enhance boost reaffirm develop improve cement bolster consolidate expand : A=subj reciprocal R=with obj=@TIES prior=0.6
verb strengthen deepen enhance boost reaffirm develop improve cement bolster consolidate expand : A=between/poss/of reciprocal R=with obj=@TIES prior=0.5
verb strengthen deepen enhance boost reaffirm develop improve cement bolster expand : A=subj reciprocal obj=@TIES prior=0.55
verb forge form build : A=subj reciprocal R=with obj=alliance/partnership/tie/ties/coalition/relationship/friendship
verb reopen open : A=subj R=in/to/at obj=embassy/consulate/mission foreign
verb appoint name send dispatch : A=subj R=to/in obj=ambassador/envoy foreign prior=0.6
verb ally align : A=subj R=with prior=0.6
verb nominate : A=subj R=to foreign who=GOV/none prior=0.5

[SUPPORT cameo=052 prior=0.7]
verb defend justify excuse : A=subj R=obj/of/by/against whom=GOV/none/MIL/LEG who=GOV/none/LEG/PTY obj=@ATTACK/arrest/detention/crackdown/ban/comment/raid/meeting
