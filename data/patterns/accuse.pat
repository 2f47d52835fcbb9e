# ACCUSE: criticism, allegations, lawsuits, investigations, diplomatic protest.

[ACCUSE mode=disapprove cameo=111 prior=0.88]
verb condemn denounce criticise criticize slam blast decry deplore lambaste lambast castigate rebuke censure assail berate chide chastise scold admonish reprimand reproach deride pillory ridicule mock excoriate slate lament protest vilify belittle disparage denigrate scorn bemoan malign upbraid savage flay scoff : A=subj R=obj/by/of/in/against/on/at/from guard
verb condemn denounce criticise criticize slam blast decry deplore rebuke : A=subj R=for/obj comp=ger guard
verb condemn denounce criticise criticize slam blast decry deplore : A=subj guard
verb lash+out hit+out hit+back : A=subj R=at/against/on
verb lash : A=subj R=at/against need=out
verb complain : A=subj R=about/of/to/against/compsubj
verb object : A=subj R=to/obj/by prior=0.7
verb disapprove despair : A=subj R=of
verb launch lead make mount deliver : A=subj R=on/against/at obj=attack/assault/tirade/broadside mod=@VERBAL
verb attack assail blast slam : A=subj R=obj/of who=GOV/LEG/PTY/ELI/OPP/JRN obj=policy/decision/record/plan/handling/remark/statement/critic/law/rhetoric/bill/proposal/speech prior=0.7
verb voice express convey register state lodge issue deliver make offer level lead : A=subj R=over/at/about/to/of/with/against/on obj=@CRITICISM/complaint/denunciation/rebuke
verb express voice : A=subj R=compsubj/over obj=@CRITICISM comp=that prior=0.6
verb regret : A=subj R=obj/by/of/compsubj prior=0.65
verb summon : A=subj R=obj obj=@DIPLOMAT
verb summon recall : A=subj R=obj foreign whom=GOV !obj=@DIPLOMAT prior=0.6
verb lodge file deliver send hand register : A=subj R=with/to/against/over/at obj=protest/note
verb oppose resent : A=subj R=obj/by/of/to guard prior=0.7
verb express : A=subj R=to/with obj=opposition prior=0.7
noun criticism condemnation denunciation : A=by/from/poss/mod/sup R=of/on/sufferer prior=0.7
verb anger infuriate upset dismay : A=obj R=subj/by prior=0.5
verb accuse : A=subj R=obj comp=none of=hypocrisy/cowardice/weakness prior=0.7
verb liken compare : A=subj R=obj to=hitler/nazi/terrorist/apartheid/fascist/dictator
verb brand label call describe denounce dub : A=subj R=obj as=terrorist/traitor/illegal/dictator/liar/enemy/aggressor/criminal/unacceptable/illegitimate/racist/murderer/puppet/threat
verb brand label call dub : A=subj R=obj prior=0.7 need=terrorist/dictator/liar/murderer/traitor/criminal/racist/coward/killer/tyrant/aggressor
verb refute dispute contest rebut : A=subj R=by/of/from/obj obj=comment/remark/statement/report/story prior=0.65
verb reject dispute contest : A=subj R=by/of/from/in/obj obj=result/methodology/outcome/count/finding mode=disapprove prior=0.65
verb walk+out : A=subj R=over/of of=speech prior=0.5

[ACCUSE mode=allege cameo=112 prior=0.9]
verb accuse : A=subj R=obj
verb blame fault : A=subj R=obj/on/by/in
verb suspect : A=subj R=obj/in prior=0.8
verb point : A=subj R=at/to obj=finger prior=0.85
verb hold : A=subj R=obj need=responsible/accountable/culpable
verb allege claim charge assert : A=subj R=compsubj comp=that~ASSAULT/COERCE/MOBILIZE/SANCTION/THREATEN/PROTEST
verb charge : A=subj R=compsubj comp=that prior=0.75
verb allege : A=subj R=compsubj comp=that prior=0.7
verb level make repeat bring raise : A=subj R=against/of obj=accusation/allegation/charge/charges
verb implicate incriminate : A=subj R=obj
verb link tie : A=subj R=obj/to to=attack/plot/terrorism/murder/killing/network/group/al-qaeda/terrorist who=GOV/none/COP/SPY/JUD prior=0.6
noun accusation allegation : A=poss/by/from/mod R=against/compsubj/of prior=0.7
noun claim : A=poss/by R=compsubj comp=that~ASSAULT/COERCE/MOBILIZE/THREATEN prior=0.6
noun claim accusation allegation : A=poss R=of/mod of=provocation/aggression/interference/violation/meddling/atrocity/genocide/abuse/sabotage prior=0.6

[ACCUSE mode=investigate cameo=090 prior=0.85]
verb question : A=subj R=obj guard direct who=COP/JUD/SPY prior=0.7
verb investigate probe scrutinise scrutinize audit interrogate : A=subj R=obj/of/by/in/into !obj=outbreak/illness/disease/virus/epidemic/infection/fire/blaze/accident/cause/earthquake/reason/effect/possibility guard who=GOV/LEG/JUD/COP/SPY/none/JRN/MIL/SOC
verb investigate probe : A=subj R=obj/of/in/by/into !obj=outbreak/illness/disease/virus/epidemic/infection/fire/blaze/accident/cause/earthquake/reason/effect/possibility prior=0.75
verb open launch begin start order announce conduct initiate establish reopen lead carry+out : A=subj R=into/against/of/on/over/in obj=@INQUIRY !of=@TIES/policy/strategy/law/rule/budget/procedure/system
verb inspect search : A=subj R=obj/in who=GOV/none/MIL/COP foreign prior=0.6
noun investigation inquiry probe : A=poss/by/mod R=into/of/against prior=0.7

[ACCUSE mode=allege cameo=115 prior=0.85]
verb sue : A=subj R=obj/against/over
verb file bring lodge launch initiate win submit : A=subj R=against/over obj=@LAW/case/lawsuit/suit/proceedings/action/charge
verb take : A=subj R=obj to=court/tribunal/wto/icj
verb prosecute indict charge arraign impeach : A=subj R=obj/against guard
verb file press bring : A=subj R=against obj=charge/charges/indictment
verb challenge contest : A=subj R=obj/by/of/in obj=decision/result/ban/ruling/law/policy/legality/order/statement/claim/view/version prior=0.7
noun lawsuit suit : A=poss/by/mod/sup R=against prior=0.7
