"""Languages that can be told from others by their script, letters and words, though we have no words in them."""

import msgspec


class Told(msgspec.Struct, frozen=True):
    """What a language is told by: its tag, the letters that few others of its script have, its commonest words."""

    tag: str
    letters: str = ""
    words: str = ""


OTHERS: dict[str, tuple[Told, ...]] = {
    "LATIN": (
        Told("hr", "čćđšž", "i je u se na su za od koji ili što kao ne iz nije bio koja ali može vrlo"),
        Told("sl", "čšž", "in je v se na so za ki da pa ali kot tudi bil ter lahko ne iz pri zelo ko"),
        Told("lt", "ąčęėįšųūž", "ir yra kad į su iš tai kaip bet per nuo jo buvo ne už arba jų prie"),
        Told("lv", "āčēģīķļņšūž", "un ir ar no ka uz par kas tas bet vai kā ne pie lai bija šis viņš"),
        Told("et", "äõöüšž", "ja on ei et see ka mis oli kui või aga nii ning oma kes selle mida seda"),
        Told("sq", "çë", "dhe të në e i një me për nga që është ka si por më nuk janë ose ky kjo"),
        Told("eu", "ñ", "eta da ez bat dira du ere izan zen den dute baina edo hau dela baino oso"),
        Told("gl", "áéíóúñ", "e o a os as do da dos das que en un unha non é por se con ao máis pola polo foi"),
        Told("af", "êëôû", "die en is van in wat nie het vir met op word dat hy ook aan as hulle deur"),
        Told("sw", "", "ya na wa kwa ni katika za la kuwa hii cha kama au huu hiyo yake lakini pia sana"),
        Told("is", "áðéíóúýþæö", "og að er á sem í til við um ekki en var með fyrir það af hann eru frá"),
        Told("cy", "âêîôûŵŷ", "y yn yr a i o ar mae ei am fod gan wedi oedd hyn ond neu eu sydd"),
        Told("ga", "áéíóú", "agus an na is ar a i go le do bhí tá sé ag ní de mar nó leis ach"),
        Told("mt", "ċġħż", "u li ta il f l fil tal hija huwa ma dan b minn għal din jew kien"),
        Told("tl", "ñ", "ang ng sa mga na at ay isang ito hindi ni para nito kung siya may o bilang"),
        Told("az", "əğıöüşç", "və bu bir ilə üçün olan də da ki daha sonra kimi isə edir olaraq"),
        Told("eo", "ĉĝĥĵŝŭ", "la kaj de en estas al ne kiu por kun ke oni tio sed ĝi pli kiel aŭ"),
        Told("la", "", "et in est non ad ut cum qui quod sed ex atque enim esse sunt ab quae aut autem"),
    ),
    "CYRILLIC": (
        Told("sr", "ђјљњћџ", "и је у се на да су за од који или што као не из није био која али"),
        Told("mk", "ѓѕјљњќџ", "и на во се да од што за е со не како или но ова го ја кои"),
        Told("be", "ўіё", "і у на што не з да ў як гэта але па ад быў для або яго яны"),
        Told("kk", "әғқңөұүһі", "және мен бұл бір үшін деп болды бар осы де да ол екі"),
        Told("mn", "өү", "нь байна энэ ба болон юм гэж тэр бол дээр байдаг"),
    ),
    "ARABIC": (
        Told("ps", "ټډړښځڅڼېۍ", "د په او چې دی ته کې له یې هم دا"),
        Told("ckb", "ڵڕۆێەڤ", "و لە بە کە ئەم بۆ لەگەڵ ئەو هەر"),
        Told("ug", "ئەېۇۆۈڭ", "ۋە بۇ بىر بىلەن ئۈچۈن"),
    ),
    "DEVANAGARI": (
        Told("mr", "ळ", "आहे आणि आहेत या हा ही हे तो ते मध्ये होते होता व नाही पण किंवा म्हणून त्या"),
        Told("ne", "", "छ र हो को मा ले छन् यो पनि गर्ने भएको लागि तर गर्न हुन्छ त्यो एक"),
    ),
    "KHMER": (Told("km"),),
    "LAO": (Told("lo"),),
    "MYANMAR": (Told("my"),),
    "TIBETAN": (Told("bo"),),
    "SINHALA": (Told("si"),),
    "TELUGU": (Told("te"),),
    "KANNADA": (Told("kn"),),
    "MALAYALAM": (Told("ml"),),
    "GUJARATI": (Told("gu"),),
    "GURMUKHI": (Told("pa"),),
    "ORIYA": (Told("or"),),
}
"""By their script, as Unicode names its characters."""
