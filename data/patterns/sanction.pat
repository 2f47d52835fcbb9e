# SANCTION: relations cut or reduced, diplomats and groups expelled,
# convictions. Sanctions that are newly imposed count as COERCE restrict (CAMEO
# 163 in PLOVER's table of 2021); those that stand, as SANCTION.

[SANCTION cameo=160 prior=0.8]
noun sanction sanctions embargo : A=mod/poss/by/of/from/sup R=on/against/sufferer/over/to ongoing cameo=163
noun tariff tariffs : A=mod/poss/by R=on/against ongoing cameo=163 prior=0.7
noun boycott : A=mod/poss/by R=of/against cameo=163 prior=0.6
verb cut break sever suspend downgrade reduce freeze end terminate break+off cut+off scale+back curtail scale+down halt sour limit : A=subj R=with/to/between/of/from/in obj=@TIES/cooperation/contact/contacts/communication/dialogue/trade cameo=161
verb cut break sever suspend downgrade freeze end terminate break+off cut+off : A=subj reciprocal obj=@TIES/contact cameo=161
verb break split cut+off : A=subj R=with/from/obj prior=0.6 who=GOV/none/PTY whom=none/GOV/PTY with=*
verb recall withdraw pull+out : A=subj R=from/to/in/for/of obj=@DIPLOMAT cameo=161
verb close shut shutter shut+down : A=subj R=in/to/of/obj obj=embassy/consulate/mission cameo=161 foreign
verb isolate ostracise ostracize : A=subj R=obj prior=0.7
verb suspend expel bar exclude ban oust : A=subj R=from/obj from=group/union/bloc/council/league/organisation/organization/commonwealth/membership/alliance/body/event/competition/assembly/forum cameo=160
verb suspend : A=subj R=obj who=none/GOV whom=none prior=0.7
verb strip : A=subj R=obj/of of=* prior=0.6
verb suspend : A=subj R=obj/of obj=membership cameo=160

[SANCTION mode=discontinue cameo=162 prior=0.85]
verb cut suspend halt stop freeze reduce slash end withhold cut+off block terminate cancel scale+back withdraw scrap : A=subj R=to/for/from/in/with/on/of/iobj obj=@AIDWORD/payment/supply/delivery/donation/flight/export/import/shipment/sale/cooperation/contract/subsidy/trade/tourism/transfer/assistance
verb cut+off : A=subj R=obj prior=0.6 foreign
verb announce order : A=subj R=to/in/of/with/for/on obj=suspension/freeze/halt/cut/reduction/cutoff
verb announce order : A=subj R=to/in/with/for/from obj=suspension of=@AIDWORD/link/flight/delivery/trade/relation
noun suspension halt : A=poss/by R=to of=@AIDWORD/link/flight/delivery/trade prior=0.7
verb end suspend abandon halt quit : A=subj R=in/between/with obj=mediation/peace-talks
verb end suspend abandon halt : A=subj R=in/between/with obj=effort mod=mediation/peace

[SANCTION mode=expel cameo=1663 prior=0.88]
verb expel eject throw+out kick+out boot+out : A=subj R=obj obj=@DIPLOMAT/worker/aid/agency/group/organisation/organization/ngo/peacekeeper/journalist/monitor/official
verb expel eject throw+out kick+out : A=subj R=from/of/in/obj obj=@DIPLOMAT/worker/agency/group/ngo/official
verb expel : A=subj R=obj whom=GOV/none/SPY/MIL/LEG/JRN prior=0.8
verb expel : A=subj R=from/obj prior=0.7
verb declare : A=subj R=obj need=grata
verb order : A=subj R=obj obj=@DIPLOMAT comp=inf~leave/quit/depart
noun expulsion : A=poss/by/mod R=of prior=0.8

[SANCTION mode=withdraw cameo=166 prior=0.8]
verb withdraw pull pull+out remove recall : A=subj R=from/in/obj/of obj=peacekeeper/observer/monitor/inspector/staff/mission/adviser/advisor/team/worker
verb quit leave withdraw pull+out exit : A=subj R=from/obj/of who=none/GOV whom=none from=union/bloc/organisation/organization/alliance/council/group/opec/nato/unesco foreign prior=0.7

[SANCTION mode=convict cameo=1732 prior=0.85]
verb convict : A=subj R=obj
verb sentence jail imprison : A=subj R=obj who=JUD/GOV/none need=court/judge/tribunal/year/death/life/prison
verb find : A=subj R=obj need=guilty
verb fine : A=subj R=obj
verb hand+down impose pass : A=subj R=to/on/against obj=sentence/fine/verdict/conviction/penalty
verb order : A=subj R=obj comp=inf~pay/compensate
verb award : A=subj R=against obj=damage/damages
noun conviction sentencing : A=by/poss R=of prior=0.65 who=JUD/none/GOV
