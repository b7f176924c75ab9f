"""Abbreviations by language: what a full stop may stand behind without ending the sentence."""

from typing import NamedTuple


class Abbreviations(NamedTuple):
    """Words without their last full stop, in small letters, with spaces between them.

    `titles` stand before what they belong to and end nothing; `numbered` end nothing before a number, and are words
    like others elsewhere; `others` end a sentence only where what follows begins one.
    """

    titles: str
    numbered: str
    others: str


ABBREVIATIONS = {
    "": Abbreviations(
        titles="dr prof mr mrs ms mme mlle sr sra dott ing dipl cf vs v viz e.g i.e st",
        numbered="p pp vol no nr fig figs eq eqs tab ch chap sec art par vols op cap bd lib ca c",
        others="etc al ibid ph.d m.a b.a resp op.cit ff",
    ),
    "en": Abbreviations(
        titles="mr mrs ms messrs capt lt sgt maj cmdr adm gov pres supt esp approx intl natl",
        numbered="jan feb mar apr jun jul aug sep sept oct nov dec nos app appx ed eds pt para thm lem cor def "
        "prop ex sect chs figs eqn eqns ref refs ver",
        others="jr sr inc ltd co corp dept univ bros assn u.s u.k a.m p.m b.c a.d ave blvd rd yr yrs hr hrs "
        "min max est a.k.a e.t.c ed trans ft rep sen gen col fr rev hon incl int mt dist",
    ),
    "de": Abbreviations(
        titles="hr fr hrn dipl ing dipl.-ing mag hl geb gest verh bzw vgl sog u.a z.b d.h u.u i.d.r s.o s.u "
        "v.a o.ä i.a m.e m.w bspw evtl ggf insb insbes einschl ausschl zzgl inkl exkl gem lt frz engl dt lat "
        "griech russ ital span amerik urspr ehem allg wiss polit wirtsch v.chr n.chr ges zit hrsg phil rer nat "
        "med jur",
        numbered="s abb kap nr ziff abs art bd bde aufl jg h anm fn tab gl lfd mio mrd std min sek jan feb mär "
        "apr jun jul aug sep sept okt nov dez jh jhd satz aufg übg vol rn rdnr §",
        others="usw etc uvm u.v.m usf ff f str co chr sen jun jr",
    ),
    "fr": Abbreviations(
        titles="m mm mme mmes mlle mlles me mgr pr cf env av apr j.-p éd éds coll trad dir p.-ex p.ex c.-à-d ex ste",
        numbered="p pp n art chap fig vol t al § janv févr avr juil sept oct nov déc éq tab réf l",
        others="etc j.-c s.a sq sqq suiv hab",
    ),
    "es": Abbreviations(
        titles="sr sra sres sras srta d dña dra lic ing arq gral p.ej ej ee.uu a.c d.c av avda excmo ilmo ed "
        "eds coord trad",
        numbered="pág págs p pp núm n art arts cap fig vol t ap párr ec tel c ene feb mar abr may jun jul ago "
        "sept oct nov dic",
        others="etc ud uds vd vds s.a s.l cía ss",
    ),
    "it": Abbreviations(
        titles="sig sig.ra sigg dott dott.ssa prof.ssa ing avv arch on mons rag geom es p.es cfr a.c d.c "
        "ecc.za s.s ed cur",
        numbered="pag pagg p pp n art artt cap fig vol t par eq tab gen feb mar apr mag giu lug ago set sett "
        "ott nov dic sec",
        others="ecc s.p.a s.r.l ss segg",
    ),
    "pt": Abbreviations(
        titles="sr sra srs sras d dra prof.ª eng arq p.ex ex a.c d.c av exmo v.s ed org orgs trad",
        numbered="pág págs p pp núm n art arts cap fig vol t par eq tab jan fev mar abr mai jun jul ago set "
        "out nov dez séc",
        others="etc ltda s.a cia ss",
    ),
    "nl": Abbreviations(
        titles="dhr mevr mw ir ing drs mr bv bijv d.w.z o.a m.a.w m.n nl resp t.o.v i.p.v t.a.v z.g zgn incl "
        "excl ca vgl v.chr n.chr jhr red",
        numbered="blz p nr art afb fig tab hfst jan feb mrt apr jun jul aug sept okt nov dec deel vol par",
        others="enz etc e.d ff",
    ),
    "pl": Abbreviations(
        titles="p dr hab inż mgr np tzn tj m.in św ul al por zob ks gen płk red tzw ok ang łac niem fr n.e p.n.e",
        numbered="s str nr rys tab rozdz t wyd art poz par r w",
        others="itd itp etc n.e im",
    ),
    "ru": Abbreviations(
        titles="г-н г-жа проф акад доц д-р ул т.е т.к т.н напр ср см св англ лат нем фр греч н.э до.н.э обл респ",
        numbered="с стр рис табл гл ст п пп т вып ч № ок",
        others="и.т.д и.т.п т.д т.п др пр г гг в вв руб тыс млн млрд им",
    ),
    "uk": Abbreviations(
        titles="ім проф акад доц вул т.зв напр див порівн англ лат",
        numbered="с стор рис табл розд ст п т",
        others="т.д т.п ін р рр",
    ),
    "el": Abbreviations(
        titles="κ κα δρ καθ π.χ δηλ βλ πρβλ μ.χ π.χ.σ αγ",
        numbered="σ σελ αρ εικ κεφ τόμ πίν σχ",
        others="κ.ά κ.λπ κλπ κτλ κ.τ.λ",
    ),
    "cs": Abbreviations(
        titles="p pí dr ing mgr doc prof tzv tj např sv ul atp resp př.n.l n.l",
        numbered="s str č obr tab kap odst sv r",
        others="atd apod aj",
    ),
    "sv": Abbreviations(
        titles="bl.a t.ex d.v.s dvs s.k fr.o.m t.o.m jfr ev ung f.kr e.kr",
        numbered="s sid nr fig tab kap bd",
        others="osv m.m m.fl etc",
    ),
    "da": Abbreviations(
        titles="bl.a f.eks dvs d.v.s hr fr s.k jf ca f.kr e.kr evt",
        numbered="s nr fig tab kap bd",
        others="osv m.m m.fl mv",
    ),
    "nb": Abbreviations(
        titles="bl.a f.eks dvs hr fr s.k jf ca f.kr e.kr evt",
        numbered="s nr fig tab kap bd",
        others="osv m.m m.fl mv",
    ),
    "ro": Abbreviations(
        titles="dl dna dr ing prof ex î.hr d.hr sf str",
        numbered="p pag nr fig art cap vol tab",
        others="etc ș.a",
    ),
    "tr": Abbreviations(
        titles="dr prof doç yrd sn bkz örn yy m.ö m.s",
        numbered="s sf no şek tab böl cilt",
        others="vb vs vd av",
    ),
    "fi": Abbreviations(
        titles="esim ks vrt ns mm eli ym jne tri prof",
        numbered="s nro kuv taul luku",
        others="jne ym yms",
    ),
    "hu": Abbreviations(
        titles="dr prof ifj id özv pl ill ún kb vö ld i.sz i.e",
        numbered="o old sz ábra táb fej",
        others="stb",
    ),
    "hi": Abbreviations(
        titles="डॉ श्री प्रो पं कु",
        numbered="पृ सं",
        others="",
    ),
}
"""By the primary subtag of a language; those of the empty one hold in all languages."""

ORDINALS = "bs cs da de et fi fo hr hu is lt lv nb nn no pl sk sl sr tr"
"""Languages in which a number with a full stop counts: "the 3. of October"."""

COUNTED = (
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert "
    "jahrhunderts jh jhd auflage kapitel klasse weltkrieg januari februari marts maj december århundrede århundre "
    "århundradet века век století stoletia"
)
"""What numbers with a full stop stand before also where the language of a text is not known."""
