# MOBILIZE: forces moved or readied without being used.

[MOBILIZE mode=troops cameo=154 prior=0.85]
verb deploy send move dispatch rush mass amass concentrate mobilise mobilize station redeploy position pour gather assemble : A=subj R?=to/in/near/against/into/along/on/at/across/around/toward/towards obj=@FORCE/personnel/thousands/hundreds guard !obj=@WEAPON/jet/aircraft/warplane/ship/warship/carrier/destroyer/frigate/submarine/bomber/peacekeeper
verb deploy send move dispatch mass amass station redeploy position : A=subj R?=to/in/near/against/into/along/on/at/across/off/toward obj=warship/ship/carrier/fleet/jet/aircraft/fighter/warplane/bomber/submarine/destroyer/missile/tank/artillery/system/drone/helicopter/frigate/weapon/radar/launcher/battery/vessel mode=weapons
verb deploy mass mobilise mobilize : A=subj R?=to/in/near/against/along/on/at/across who=MIL/COP/PRM comp=none !obj=*
verb mobilise mobilize call+up conscript draft recall activate : A=subj R?=against/for/to/along obj=reservist/reserve/troop/soldier/conscript/men/man/force/army
verb mobilise mobilize : A=subj R?=against/to/on guard who=MIL/none/GOV/PRM/REB/COP !obj=*
verb reinforce bolster strengthen beef+up boost increase fortify : A=subj R?=in/along/on/near/at/with obj=presence/defence/defense/garrison/border/position/force/troop/patrol/military
verb hold conduct stage launch begin start : A=subj R?=near/off/along obj=game mod=war
verb put place keep : A=subj R?=in/near/against/along obj=@FORCE/military/army/defence on=alert/standby/footing
verb put place raise : A=subj on=alert prior=0.7
verb raise heighten increase : A=subj R?=against/for obj=alert/readiness
verb raise heighten increase : A=subj R?=against/for obj=level mod=alert/readiness/threat who=MIL/none/GOV/COP/REB !mod=pandemic/health/flood/epidemic/fire/volcano/volcanic/weather
noun alert standby : A=subj R?=in/at/near/along case=on who=MIL/COP
verb remain stay stand : A=subj R?=in/at/along/near/on on=alert/standby who=MIL/none/COP/GOV
verb hold conduct stage launch begin start carry+out kick+off perform : A=subj R?=near/in/off/along obj=@EXERCISE mod=military/naval/live-fire/war/missile/air/nuclear/artillery/large-scale/annual/border/snap/amphibious prior=0.7
verb hold conduct stage launch begin start carry+out kick+off : A=subj R?=near/off/along/around obj=@EXERCISE who=MIL/none/GOV prior=0.6
verb test test-fire launch fire : A=subj R?=into/over/toward/towards/off obj=missile/rocket/icbm/warhead/weapon/satellite who=none/GOV/MIL prior=0.65 mode=weapons !at=*
verb conduct carry+out : A=subj R?=in obj=test mod=nuclear/missile/rocket/weapons mode=weapons
verb test-fire : A=subj R?=into/over mode=weapons
verb advance march : A=subj R?=on/toward/towards/into/to who=MIL/REB/PRM guard prior=0.6
verb mass : A=subj R?=on/near/along/at/in who=MIL/none/REB
verb patrol : A=subj R?=in/near/along/obj who=MIL/none guard prior=0.6
verb enter : A=subj R=obj/in who=MIL/REB/PRM prior=0.5
noun deployment buildup build-up mobilisation mobilization : A=poss/by/mod/sup R=in/to/near/on/along/against prior=0.65
noun deployment : A=poss/by/mod/sup R=in/to/near/on/along/against of=@FORCE prior=0.7
verb draw+up deploy install : A=subj R=in/near obj=missile/system/shield/battery mode=weapons

verb deploy send dispatch mobilise mobilize station redeploy mass : A=obj R?=to/in/near/along/on/at/across who=MIL/COP/PRM prior=0.7

[MOBILIZE mode=police cameo=153 prior=0.8]
verb deploy send dispatch mobilise mobilize station : A=subj R?=to/in/against/at/around obj=police/officer/policeman guard who=GOV/none/COP
verb deploy : A=subj R?=to/in/at/around/against who=COP guard
verb patrol : A=subj R?=obj/in who=COP prior=0.6

[MOBILIZE mode=militia cameo=155 prior=0.75]
verb recruit mobilise mobilize arm : A=subj R?=from/in/against obj=fighter/militia/volunteer/tribesman/militant/recruit who=REB/PRM/none/GOV/UAF
