# REQUEST: requests, demands and orders in words. Their mode follows from what
# is asked for.

[REQUEST cameo=100 mode=asked prior=0.85]
verb demand : A=subj R=compsubj comp=that
verb say state declare insist tell stress add argue announce : A=subj R=compsubj comp=that aux=must/should who=GOV/none/LEG/MIL/REB/PTY/OPP/ELI/SOC/REL/JUD foreign prior=0.8
verb demand : A=subj R?=from/of/by/obj obj=*
verb demand : A=subj R?=comp comp=inf
verb order command instruct direct : A=subj R=obj comp=inf foreign prior=0.75
verb order : A=subj R=compsubj comp=that prior=0.7
verb pressure press push lobby compel : A=subj R=obj/on comp=inf
verb press pressure lobby push : A=subj R=obj/on for=* prior=0.75
verb pressure : A=subj R=obj prior=0.7
verb put exert increase ramp+up pile step+up : A=subj R=on obj=pressure
noun demand : A=poss/by/of R=compsubj comp=that prior=0.7

[REQUEST cameo=020 mode=asked prior=0.85]
verb tell : A=subj R=obj comp=inf foreign prior=0.75
verb urge ask request implore beg entreat beseech exhort petition : A=subj R=obj comp=inf
verb urge ask request recommend propose plead suggest : A=subj R=compsubj comp=that
verb ask request beg petition : A=subj R=obj/from/of for=* comp=none
verb urge : A=subj R=obj/on/of/in/by comp=none
verb request seek solicit : A=subj R=from/of/to obj=* comp=none !obj=refuge
verb request seek : A=subj R?=with/from/in obj=aid/help/assistance/support/asylum/extradition/meeting/talk/talks/negotiation/ceasefire/truce/mediation/loan/explanation/apology/release/clarification/compensation/weapon/backing/access/withdrawal/dialogue/solution/settlement/refuge/protection/intervention/investment/approval/recognition/reparations/concession
verb press push insist call ask appeal : A=subj R?=with/to for=@TALKS mode=meet prior=0.75
verb call appeal : A=subj R=on/upon/to/for comp=inf !for=@SANCTIONS/@ATTACK
verb appeal plead : A=subj R=to/with comp=none
verb appeal plead : A=subj R?=to/from for=aid/help/assistance/support/calm/restraint/ceasefire/release/clemency/intervention/peace/talk/talks/funds/unity/donation/dialogue/end
verb call : A=subj R=on/upon/by/between for=end/halt/ceasefire/truce/restraint/release/withdrawal/talk/talks/negotiation/dialogue/investigation/inquiry/resignation/election/action/calm/peace/de-escalation/reform/unity/meeting/support/help/aid/probe/resumption/return/independence/cessation/moratorium/lifting/respect/pause/solution/boost/increase/implementation/compromise prior=0.7
verb call appeal : A=subj R?=with/on/upon for=end/halt/ceasefire/truce/restraint/release/withdrawal/talk/talks/negotiation/dialogue/investigation/inquiry/resignation/election/calm/peace/de-escalation/meeting/probe/cessation/lifting/pause/solution prior=0.65
verb invite : A=subj R=obj comp=none mode=meet cameo=028 foreign
verb invite : A=subj R=obj comp=inf
verb want demand seek : A=subj R?=with/from/between obj=@TALKS/ceasefire/truce mode=meet prior=0.75
verb insist : A=subj R?=with on=@TALKS/ceasefire/withdrawal/return prior=0.7
verb want : A=subj R=compsubj/obj comp=inf prior=0.6
verb turn : A=subj R=to for=help/aid/support/assistance/loan/weapon/protection/backing/fund/funds/financing mode=assist cameo=023
verb look : A=subj R=to for=help/aid/support/assistance/loan/weapon mode=assist cameo=023
verb encourage advise remind : A=subj R=obj comp=inf prior=0.7
verb propose suggest recommend : A=subj R?=to/between/with/in obj=talks/talk/meeting/negotiation/summit/dialogue/ceasefire/truce/conference/swap/exchange/plan mode=meet cameo=026 prior=0.6
verb issue launch renew repeat reiterate : A=subj R?=to/for/on obj=call prior=0.75
verb issue make launch renew send deliver lodge repeat reiterate : A=subj R?=to/for/on obj=appeal/request/plea/demand prior=0.75
verb reiterate repeat renew make issue : A=subj R=on/to/compsubj obj=demand/call/request comp=that
noun call appeal request plea : A=poss/by/from R=on/to comp=inf prior=0.7
noun appeal request plea : A=poss/by/from R=to for=* prior=0.65
noun appeal request plea call : A=mod/poss/by/from R?=to/with for=@TALKS mode=meet prior=0.65
verb seek apply : A=subj R=in/with/from obj=asylum/refuge/sanctuary mode=assist cameo=0233
verb apply : A=subj R=in/to for=asylum/visa/membership/loan mode=assist cameo=0233
verb lobby campaign : A=subj R?=in/for/to for=* prior=0.5 mode=change
verb need : A=subj R=from obj=@AIDWORD mode=assist prior=0.6

