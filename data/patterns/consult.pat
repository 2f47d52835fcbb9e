# CONSULT: meetings, visits, calls and negotiations that took place. The visitor
# is actor and the host recipient; all members of a meeting without a host are
# actors.

[CONSULT mode=visit cameo=042 prior=0.85]
verb visit tour : A=subj R=obj foreign who=GOV/LEG/none/ELI/MIL/PTY/OPP/JUD/REL/REB/SPY/BUS/SOC
verb arrive land touch+down : A=subj R=with/in/to/at foreign who=GOV/LEG/none/ELI/PTY/JUD/REL/REB whom=GOV/none/LEG/ELI/REB/PTY/MIL
verb fly travel go head come journey depart set+off set+out leave : A=subj R=to/for/into foreign who=GOV/LEG/ELI/PTY/JUD/REL prior=0.75
verb fly travel go head come journey : A=subj R=to/in/with foreign need=@TALKS/visit/trip/meet who=GOV/LEG/none/ELI/PTY/MIL/REB/JUD
verb come go fly travel : A=subj R=comp comp=inf~see/meet/visit foreign
verb play : A=to R=subj obj=host foreign
noun visit trip tour : A=subj R=to/in/of case=on foreign
verb pay make conclude begin start complete embark wrap+up end : A=subj R=to/in/with/of/on obj=visit/trip/tour/stopover foreign
verb embark set+off set+out : A=subj R=to/of/in on=visit/trip/tour foreign
noun visit trip : A=poss/by/of/mod/sup R=to/with/in foreign who=GOV/LEG/none/ELI/PTY/MIL/JUD/REL prior=0.75
noun arrival : A=poss/by/of R=in/to/at foreign who=GOV/LEG/ELI/PTY prior=0.75
noun delegation : A=mod/from/of R=in/to foreign need=arrive/visit/fly/travel prior=0.7

[CONSULT mode=visit cameo=043 prior=0.8]
verb host receive welcome greet : A=obj R=subj foreign who=GOV/LEG/ELI/MIL whom=GOV/LEG/none/ELI/REL/MIL/PTY/REB
verb host entertain : A=for/with/obj R=subj foreign obj=dinner/banquet/reception/lunch/visit/talks/@TALKS who=GOV/LEG/ELI/none/MIL prior=0.7
verb host : A=between/with/of R=subj obj=@TALKS mode=third-party cameo=045 prior=0.7

[CONSULT cameo=046 prior=0.85]
verb meet : A=subj reciprocal R=with guard who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE
verb meet : A=subj reciprocal R=obj guard direct who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE !obj=@DEMAND/target/goal/deadline/need/condition/requirement/standard/criterion/obligation/commitment/challenge/resistance/fate/expectation/cost
verb meet : A=subj reciprocal guard !obj=* who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE
verb hold have conduct resume start begin open conclude continue attend convene : A=subj reciprocal R=with obj=@TALKS
verb hold have conduct resume start begin open conclude continue : A=subj reciprocal obj=@TALKS
verb hold resume start begin conclude open convene : A=between/of/with reciprocal obj=@TALKS
verb talk negotiate confer consult parley converse : A=subj reciprocal R=with guard who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE whom=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/LAB/PRE
verb talk negotiate confer consult parley : A=subj reciprocal guard who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE
verb speak : A=subj reciprocal R=with/to prior=0.65 who=GOV/none/ELI/MIL whom=GOV/none/ELI/MIL/REB direct
verb discuss : A=subj reciprocal R=with who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE
verb discuss debate : A=subj reciprocal obj=* prior=0.7 who=GOV/LEG/none/ELI/PTY/OPP/MIL/REB/REL/SPY/JUD/LAB/PRE
verb engage : A=subj reciprocal R=with in=@TALKS
verb sit+down : A=subj reciprocal R=with prior=0.75
verb enter join rejoin : A=subj R=with into=@TALKS
verb join : A=subj reciprocal R=with obj=@TALKS prior=0.7
verb exchange swap : A=subj reciprocal R=with obj=view/opinion/idea/greeting/message/letter/visit
noun talk talks negotiation discussion consultation dialogue : A=between reciprocal prior=0.75
noun talk talks negotiation discussion consultation dialogue : A=poss/by/of/sup reciprocal R=with prior=0.75
noun talk talks negotiation discussion consultation dialogue : A=mod reciprocal prior=0.7
noun meeting summit : A=between reciprocal prior=0.8
noun meeting summit conversation : A=poss/of/by/mod/sup reciprocal R=with prior=0.75
noun meeting summit : A=of/mod reciprocal prior=0.6
verb attend join : A=subj reciprocal R=with obj=summit/meeting/conference/forum mode=multilateral cameo=044 prior=0.7
verb attend : A=subj R=in/obj obj=summit/meeting/conference/forum/ceremony/inauguration/parade/funeral/talk/talks/session/assembly foreign who=GOV/LEG/none/ELI cameo=044 prior=0.65
verb gather convene assemble : A=subj reciprocal need=@TALKS/summit/conference mode=multilateral cameo=046 prior=0.7
verb brief : A=subj R=obj foreign prior=0.7
verb seek+out approach contact sound+out reach+out : A=subj R=obj/to foreign prior=0.6

[CONSULT mode=phone cameo=041 prior=0.85]
verb phone telephone ring : A=subj R=obj direct
verb call : A=subj R=obj direct who=GOV/LEG/ELI/none/MIL whom=GOV/LEG/ELI/none/MIL comp=inf~discuss/explain/convey/express/congratulate/thank/offer/assure/inform/brief/talk
verb call : A=subj R=obj comp=none direct who=GOV whom=GOV !for=* !pred=* need=discuss/monday/tuesday/wednesday/thursday/friday/saturday/sunday/congratulate/phone/telephone prior=0.7
verb speak talk : A=subj reciprocal R=with/to by=phone/telephone/video/videoconference/telephone-call
verb speak talk : A=subj reciprocal R=with/to on=phone/telephone/call
verb speak talk : A=subj reciprocal R=with/to over=phone/telephone
verb speak talk : A=subj reciprocal R=with/to via=phone/telephone/link/video/videoconference
verb speak talk : A=subj reciprocal by=phone/telephone
verb hold have make receive place : A=subj reciprocal R=with/from/to obj=call/phone-call/telephone-call/conversation/videoconference need=phone/telephone/video/telephone-call
verb discuss : A=subj reciprocal R=with need=phone/telephone/call
noun call conversation : A=poss/between/sup reciprocal R=with/to mod=phone/telephone/video prior=0.75

[CONSULT mode=third-party cameo=045 prior=0.75]
verb mediate broker arbitrate : A=subj R=between/of
verb mediate broker facilitate : A=subj R=obj/between obj=@TALKS/@DEAL/dispute/conflict/ceasefire/truce/release/peace/crisis/swap/process
verb mediate intercede : A=subj R?=in/between prior=0.65
verb launch resume lead continue begin start : A=subj R?=between/in/with obj=mediation/good-offices
verb launch resume continue begin start lead : A=subj R?=between/in/with obj=effort mod=mediation prior=0.6
noun mediation : A=poss/by/mod R=between/in prior=0.6
