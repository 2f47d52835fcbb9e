# AGREE: promises, offers and readiness to cooperate; cooperation to come.

[AGREE cameo=030 prior=0.85]
verb agree consent : A=subj R?=with/to/comp comp=inf future
verb agree consent : A=subj R=with comp=none !to=@DEMAND future
verb agree : A=subj reciprocal R=with comp=none on=* future
verb agree : A=subj reciprocal comp=none !to=* future
verb agree consent assent accede : A=subj R?=with/to to=@DEMAND/@DEAL/visit/ceasefire/truce/deployment/release/withdrawal/term/condition/extension/sale/meeting/talks comp=none future prior=0.75
verb agree : A=subj R?=compsubj comp=that future prior=0.7
verb pledge vow promise undertake volunteer offer commit : A=subj R?=comp/to/iobj comp=inf~AID/COOPERATE/CONSULT/SUPPORT/RETREAT/CONCEDE/AGREE future
verb pledge promise undertake volunteer offer : A=subj R?=to/for/comp comp=inf~help/assist/support/provide/send/give/contribute/work/cooperate/continue/donate/supply/release/withdraw/end/stop/host/mediate/negotiate/talk/meet/resume/restore/open/ease/lift/respect/honour/honor/implement/protect/defend/invest/share/join/ensure/train/fund/finance/pay/rebuild/improve/strengthen/reduce/cut/allow/let/accept/take/back/buy/deliver/increase/expand/build/hold/free/observe/facilitate/broker/stand/reform/step/restart/cancel/forgive/halt future
verb commit : A=subj R=to/for obj=@MONEY/@FORCE/himself/itself/themselves future
verb pledge promise offer assure vow : A=subj R?=to/for/iobj obj=@AIDWORD/@MONEY/@SUPPORTWORD/cooperation/guarantee/troop/talk/@DEAL/resource/solidarity/mediation/negotiation/concession/amnesty/truce/ceasefire/access/reform/investment/help/package/visa/citizenship !obj=condolence/congratulation/sympathy/thanks/praise/criticism future
verb offer : A=subj R=iobj/to/for obj=* comp=none future prior=0.7 !obj=condolence/congratulation/sympathy/thanks/praise/criticism/explanation/apology
verb assure reassure : A=subj R=obj foreign future prior=0.7
verb express voice signal indicate reiterate show affirm reaffirm declare : A=subj R?=comp/with/to obj=readiness/willingness/desire/intention/commitment/interest/openness/eagerness/hope comp=inf future
verb express voice signal indicate reiterate show affirm reaffirm declare : A=subj R?=with/to/for/in obj=readiness/willingness/openness future
adj ready willing prepared open happy glad keen disposed inclined : A=subj R?=comp/with/to comp=inf~AID/COOPERATE/CONSULT/SUPPORT/RETREAT/CONCEDE/AGREE/REQUEST future
adj ready willing prepared happy glad disposed inclined : A=subj R?=comp/with/to comp=inf~enter/begin/help/assist/support/provide/send/give/contribute/work/cooperate/negotiate/talk/meet/discuss/resume/restore/mediate/consider/accept/host/engage/offer/share/join/hold/make/compromise/return/sign/continue/end/start/begin/open/normalise/normalize/lift/ease/release/withdraw/supply/train/finance/fund/invest/improve/strengthen/deepen/develop/participate/take/lay/cease/sit future
adj open : A=subj R?=with/to to=talk/talks/negotiation/dialogue/discussion/meeting/compromise/idea/cooperation/proposal/diplomacy future
adj ready willing prepared : A=subj R?=with for=talk/talks/negotiation/dialogue/cooperation/peace/compromise future
noun readiness willingness : A=poss/of R?=comp/with/to comp=inf~negotiate/talk/cooperate/meet/help/support/discuss/work future prior=0.6
verb promise vow pledge : A=subj R=iobj/obj comp=inf~help/support/send/provide/protect/defend/release/end/withdraw future
verb plan prepare intend decide : A=subj R=comp comp=inf~AID/COOPERATE/CONSULT/SUPPORT future prior=0.7

[AGREE cameo=057 prior=0.8]
verb reach strike clinch conclude seal negotiate forge finalise finalize hammer+out thrash+out work+out secure : A=subj reciprocal R=with obj=@DEAL/consensus/truce/breakthrough/ceasefire future
verb reach strike clinch conclude seal finalise finalize hammer+out make : A=subj R?=with/to obj=@DEAL/consensus future prior=0.65

[AGREE cameo=036 prior=0.75]
verb agree : A=subj reciprocal R=with comp=inf~meet/hold/resume/start/begin/open/discuss/establish/restore/cooperate/work/boost/strengthen/deepen/expand/exchange/set/develop/increase/enhance/continue/share future
verb accept : A=subj R?=from/by/obj obj=proposal/plan/offer/invitation/mediation/term/deal/ceasefire/truce/roadmap/compromise/demand/peace/condition/formula/initiative/resolution future
verb schedule plan : A=subj reciprocal R=with obj=@TALKS/visit/trip future
verb plan schedule arrange : A=subj R=to obj=visit/trip foreign future

[AGREE cameo=039 prior=0.7]
verb offer volunteer : A=subj R?=between comp=inf~mediate/broker future
verb offer propose : A=subj R?=between/in obj=mediation/mediate/facilitation future
verb volunteer propose : A=subj R=to obj=plan/roadmap/initiative/peace/truce/ceasefire future prior=0.6
