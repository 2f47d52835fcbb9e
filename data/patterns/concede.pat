# CONCEDE: yielding in words: eased rules, pardons, apologies, announced truces
# and withdrawals.

[CONCEDE cameo=081 prior=0.8]
verb ease roll+back relax loosen soften lighten lift end remove scrap drop repeal abolish waive rescind suspend cancel cut reduce halve undo unfreeze withdraw relinquish : A=subj R?=on/against/for/to/of/from obj=@RESTRICTION/@SANCTIONS/emergency/travel-ban/death-penalty/blockade/siege/curfew/roadblock
verb ease relax loosen lift scrap drop abolish waive simplify : A=subj R?=for/to/of/from/on obj=visa/requirement/rule/procedure
verb end lift : A=subj R?=in/on obj=state of=emergency
verb legalise legalize decriminalise decriminalize : A=subj R?=obj prior=0.6
verb drop withdraw abandon suspend : A=subj R?=against/of/on obj=charge/case/lawsuit/demand/claim/prosecution/complaint/objection/opposition/bid/veto cameo=0813
verb dismiss : A=subj R?=against/of/on obj=charge/case/lawsuit/prosecution/complaint who=JUD cameo=0813
verb pardon amnesty reprieve acquit exonerate absolve forgive : A=subj R=obj cameo=0813
verb grant give offer issue announce declare : A=subj R?=to/iobj/for obj=amnesty/pardon/clemency/immunity/reprieve cameo=0813
verb commute : A=subj R?=of/for/obj obj=sentence
verb apologise apologize : A=subj R?=to/for cameo=055
verb offer issue extend make demand : A=subj R?=to/for obj=apology cameo=055 !obj=demand
verb express : A=subj R?=over/for/to obj=remorse cameo=055
verb regret : A=subj R?=obj/to prior=0.5 cameo=055 need=apologize/apology
verb back+down give+in cave+in relent capitulate climb+down yield bow : A=subj R?=to/from/on/over cameo=080
verb compromise : A=subj R?=with/on/over cameo=080 prior=0.6
verb concede cede yield : A=subj R?=to/iobj/of obj=* cameo=080 prior=0.65
verb concede : A=subj R?=to comp=none cameo=080 prior=0.5
verb make offer : A=subj R?=to/for/on obj=concession cameo=080
verb meet accept grant satisfy fulfil fulfill : A=subj R?=of/obj/from obj=demand/request/condition/term cameo=080 prior=0.65 !by=*
verb bow yield give+in submit : A=subj R?=to/from/by to=pressure/demand cameo=080
verb allow let permit authorise authorize : A=subj R=obj/compsubj/comp/iobj comp=inf~enter/return/leave/visit/operate/pass/cross/travel/resume/protest/vote/work/inspect/go/reopen/stay/run/land/export/import/attend/see/fly/dock/march/use/have/access cameo=081 prior=0.7
verb allow let permit grant : A=subj R=obj/into/to/iobj comp=none obj=access/entry/visa/permission/citizenship/visit/return/inspection/inspector/passage/aid/observer/convoy/autonomy/independence/status/leave/bail/right/request/export/import cameo=081 prior=0.7
verb approve grant : A=subj R=from/of/by obj=request cameo=081 prior=0.7
verb reinstate rehabilitate : A=subj R=obj cameo=081 prior=0.6
verb call+off suspend end halt cancel : A=subj R?=against/over/with obj=@PROTESTWORD/hunger-strike cameo=081 prior=0.75
verb retract withdraw : A=subj R?=from/against/about obj=statement/remark/comment/claim/allegation/threat cameo=080 prior=0.6
verb reopen : A=subj R?=with/to/for obj=border/crossing/airspace/airport/road/route/strait/port/frontier cameo=081 prior=0.75

[CONCEDE cameo=087 prior=0.75]
verb declare announce propose proclaim offer order : A=subj R?=with/in/to/against obj=ceasefire/truce/cease-fire/cessation/pause/moratorium/armistice
verb announce declare : A=subj R?=from/to/of/in obj=withdrawal/pullout/retreat/pull-out
verb announce order : A=subj R?=of/to obj=release mod=* prior=0.5
verb extend renew : A=subj R?=with/in obj=ceasefire/truce/cease-fire/armistice/waiver prior=0.7
