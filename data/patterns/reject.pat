# REJECT: refusals, vetoes, cancelled meetings, defiance.

[REJECT cameo=120 mode=asked prior=0.88]
verb refuse decline : A=subj R?=comp/to/with/of comp=inf !comp=comment/elaborate/say/answer/identify/name/speculate/disclose/talk/speak/die/give/be/confirm/specify/testify
verb refuse decline rebuff reject spurn dismiss snub shun turn+down brush+off repudiate disown rule+out shrug+off : A=subj R=by/from/of/with/to/on/for/against/in/obj obj=*
verb refuse decline rebuff reject spurn dismiss turn+down brush+off repudiate rule+out shrug+off : A=subj obj=@DEMAND/call/peace/mediation/negotiation/talk/talks/resolution/accusation/allegation/charge/ceasefire/possibility/compromise/criticism/report/claim
verb reject dismiss : A=subj R=by/of/from/against obj=accusation/allegation/charge/claim/report/criticism mode=none cameo=120
verb reject dismiss : A=subj R=obj comp=none as=* mode=none
verb deny refute rebut : A=subj R=by/from/of/against/compsubj/to obj=accusation/allegation/charge/claim/report/involvement/responsibility mode=none cameo=120 prior=0.75
verb deny refute : A=subj obj=accusation/allegation/charge/claim/involvement/responsibility mode=none cameo=120 prior=0.75
verb deny : A=subj comp=ger mode=none cameo=120 prior=0.65
verb deny : A=subj comp=that mode=none cameo=120 prior=0.65
verb deny refuse : A=subj R=to/iobj/for/obj/into/in obj=entry/visa/access/permission/request/permit/passage/asylum/bail/recognition/credential/landing/citizenship
verb oppose : A=subj R=by/of/for/with/against obj=plan/proposal/resolution/deal/bid/membership/deployment/sale/extension/expansion/intervention/independence mode=change prior=0.6
verb fail : A=subj reciprocal R=with comp=inf~reach/agree/resolve/conclude/sign/strike/find/settle mode=none
noun refusal : A=poss/by/of R?=comp/of comp=inf prior=0.75
noun rejection : A=poss/by/mod/sup R=of/by prior=0.75
verb resist : A=subj R=from/by/of/to obj=pressure/demand/call/effort/attempt/temptation/proposal mode=none

[REJECT cameo=125 mode=meet prior=0.85]
verb cancel postpone call+off scrap delay suspend put+off skip shelve boycott abandon break+off cut+short : A=subj R=with/to/between/by/of/in/from obj=@TALKS/visit/trip/round prior=0.8
verb cancel postpone call+off scrap suspend put+off boycott abandon break+off walk+out cut+short : A=subj obj=@TALKS/visit/trip
verb walk+out pull+out withdraw : A=subj R?=with/from/of/in of=@TALKS/talk !of=troop
verb withdraw pull+out : A=subj R?=with/from from=@TALKS/talk/negotiation
verb rule+out : A=subj R?=with obj=@TALKS/talk/compromise/dialogue
verb avoid snub : A=subj R=obj/with whom=GOV/none prior=0.6
noun boycott : A=poss/by/mod R=of prior=0.5 of=talks/summit/@TALKS

[REJECT cameo=128 prior=0.8]
verb defy flout violate breach disregard ignore disobey break : A=subj R=by/of/with/from/on/obj/in/against obj=@RESTRICTION/call/demand/resolution/agreement/order/treaty/deal/law/call/warning/rule/ruling/deadline/commitment/ultimatum/pact/convention/threat/airspace/moratorium mode=change
verb violate breach break flout : A=subj obj=resolution/treaty/ban/sanction/agreement/airspace mode=change prior=0.7
verb defy : A=subj R=obj mode=change
verb renege backtrack : A=subj R=on/obj/with on=* mode=none
verb veto block : A=subj R=by/of/for/on/against/in/obj obj=resolution/bill/deal/statement/decision/request/proposal/membership/law/motion/measure/draft/plan/aid/bid/appointment/accession/sale/agreement/legislation/text cameo=129 mode=change
verb veto : A=subj R?=by/of/on cameo=129 mode=change prior=0.8
verb exercise use cast wield : A=subj R?=on/against obj=veto cameo=129 mode=change
verb vote : A=subj R=on/by/for against=* mode=none prior=0.6
verb bar block stop prevent ban turn+away turn+back : A=subj R=obj/from/of who=GOV/none/MIL/COP from=enter/entry/attend/visit/participate/land/travel/leave cameo=124 mode=change prior=0.6
verb quit leave abandon exit withdraw pull+out ditch scrap tear+up abrogate : A=subj R?=with/of/from/between obj=@AGREEMENT/pact/accord mode=none cameo=121
verb withdraw pull+out : A=subj R?=with/on/of from=@AGREEMENT mode=none cameo=121
verb withdraw pull+out : A=subj R?=with/on of=@AGREEMENT mode=none cameo=121
