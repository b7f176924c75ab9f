"""A paragraph on one subject in many languages, each as a pupil's notes may have it."""

PARAGRAPHS = {
    "en": (
        "Water moves between the sea, the air and the land. The sun warms the sea, and a part of it rises as vapour."
    ),
    "de": (
        "Wasser bewegt sich zwischen Meer, Luft und Land. Die Sonne "
        "erwärmt das Meer, und ein Teil steigt als Dampf auf."
    ),
    "fr": (
        "L’eau circule entre la mer, l’air et la terre. Le soleil chauffe la mer et une partie monte dans les airs."
    ),
    "es": ("El agua circula entre el mar, el aire y la tierra. El sol calienta el mar y una parte sube como vapor."),
    "it": (
        "L’acqua si muove tra il mare, l’aria e la terra. Il sole scalda "
        "il mare e una parte sale come vapore nell’aria."
    ),
    "pt": (
        "A água circula entre o mar, o ar e a terra. O sol aquece o mar e "
        "uma parte sobe para a atmosfera, não como chuva."
    ),
    "nl": (
        "Water beweegt zich tussen de zee, de lucht en het land. De zon verwarmt de zee en een deel stijgt op als damp."
    ),
    "pl": ("Woda krąży między morzem, powietrzem i lądem. Słońce ogrzewa morze, a jego część unosi się jako para."),
    "sv": ("Vattnet rör sig mellan havet, luften och landet. Solen värmer havet, och en del av det stiger som ånga."),
    "da": (
        "Vandet bevæger sig mellem havet, luften og landet. Solen varmer "
        "havet, og en del af det stiger op efter kort tid."
    ),
    "nb": (
        "Vannet beveger seg mellom havet, luften og landet. Solen varmer "
        "havet, og en del av det stiger opp etter kort tid."
    ),
    "cs": (
        "Voda se pohybuje mezi mořem, vzduchem a pevninou. Slunce ohřívá moře a jeho část stoupá jako pára, která mizí."
    ),
    "sk": (
        "Voda sa pohybuje medzi morom, vzduchom a pevninou. Slnko ohrieva more a jeho časť stúpa ako para, ktorá mizne."
    ),
    "hr": ("Voda kruži između mora, zraka i kopna. Sunce zagrijava more, a jedan dio koji se ispari diže se kao para."),
    "sl": (
        "Voda kroži med morjem, zrakom in kopnim. Sonce segreva morje in del vode se dviga kot para, ki je ne vidimo."
    ),
    "ro": (
        "Apa circulă între mare, aer și uscat. Soarele încălzește marea, iar "
        "o parte din ea se ridică prin aer și nu se pierde."
    ),
    "tr": ("Su; deniz, hava ve kara arasında dolaşır. Güneş denizi ısıtır ve bir kısmı buhar olarak yükselir."),
    "az": ("Su dəniz, hava və quru arasında dövr edir. Günəş dənizi isidir və onun bir hissəsi buxar kimi yüksəlir."),
    "fi": (
        "Vesi liikkuu meren, ilman ja maan välillä. Aurinko lämmittää "
        "merta, ja osa siitä nousee höyrynä, kun on lämmin."
    ),
    "et": (
        "Vesi liigub mere, õhu ja maa vahel. Päike soojendab merd ning osa sellest tõuseb auruna, mis on nähtamatu."
    ),
    "hu": (
        "A víz a tenger, a levegő és a szárazföld között mozog. A nap "
        "melegíti a tengert, és egy része gőzként felszáll."
    ),
    "lt": ("Vanduo juda tarp jūros, oro ir sausumos. Saulė šildo jūrą, o dalis vandens kyla į viršų kaip garai."),
    "lv": ("Ūdens pārvietojas starp jūru, gaisu un zemi. Saule silda jūru, un daļa no tās paceļas kā tvaiks."),
    "ca": (
        "L’aigua es mou entre el mar, l’aire i la terra. El sol escalfa el "
        "mar i una part puja amb els vents com a vapor."
    ),
    "gl": (
        "A auga móvese entre o mar, o aire e a terra. O sol quenta o mar e "
        "unha parte sobe ao ceo. Non se perde nin unha pinga."
    ),
    "eu": (
        "Ura itsasoaren, airearen eta lurraren artean mugitzen da. Eguzkiak "
        "itsasoa berotzen du, eta zati bat igo egiten da."
    ),
    "id": (
        "Air bergerak antara laut, udara, dan daratan. Matahari memanaskan "
        "laut dan sebagian air itu naik sebagai uap yang ringan."
    ),
    "sw": (
        "Maji huzunguka kati ya bahari, hewa na nchi kavu. Jua hupasha bahari "
        "joto na sehemu ya maji hupanda kama mvuke katika hewa."
    ),
    "vi": ("Nước di chuyển giữa biển, không khí và đất liền. Mặt trời làm ấm biển và một phần nước bốc lên thành hơi."),
    "is": ("Vatnið hreyfist milli sjávar, lofts og lands. Sólin hitar sjóinn og hluti af honum stígur upp sem gufa."),
    "sq": ("Uji lëviz midis detit, ajrit dhe tokës. Dielli ngroh detin dhe një pjesë e tij ngrihet si avull në ajër."),
    "cy": (
        "Mae dŵr yn symud rhwng y môr, yr awyr a’r tir. Mae’r haul yn cynhesu’r môr ac mae rhan ohono yn codi fel ager."
    ),
    "ga": (
        "Gluaiseann uisce idir an fharraige, an t-aer agus an talamh. Téann an "
        "ghrian an fharraige agus éiríonn cuid de mar ghal."
    ),
    "af": (
        "Water beweeg tussen die see, die lug en die land. Die son verhit die see "
        "en ’n deel daarvan styg op as damp wat nie sigbaar is nie."
    ),
    "el": "Το νερό κινείται ανάμεσα στη θάλασσα, τον αέρα και τη στεριά.",
    "ru": ("Вода движется между морем, воздухом и сушей. Солнце нагревает море, и часть его поднимается в виде пара."),
    "uk": (
        "Вода рухається між морем, повітрям і сушею. Сонце нагріває море, і частина його піднімається у вигляді пари."
    ),
    "bg": (
        "Водата се движи между морето, въздуха и сушата. Слънцето нагрява морето и част от него се издига като пара."
    ),
    "sr": "Вода кружи између мора, ваздуха и копна. Сунце загрева море, а један део се диже као пара.",
    "mk": (
        "Водата кружи меѓу морето, воздухот и копното. Сонцето го загрева морето, а дел од него се крева како пареа."
    ),
    "be": ("Вада рухаецца паміж морам, паветрам і сушай. Сонца награвае мора, і частка яго ўздымаецца як пара."),
    "kk": ("Су теңіз, ауа және құрлық арасында айналады. Күн теңізді жылытады, оның бір бөлігі бу болып көтеріледі."),
    "ar": ("يتحرك الماء بين البحر والهواء واليابسة. تسخن الشمس البحر ويصعد جزء منه على شكل بخار إلى السماء."),
    "fa": ("آب میان دریا، هوا و خشکی در گردش است. خورشید دریا را گرم می‌کند و بخشی از آن به صورت بخار بالا می‌رود."),
    "ur": (
        "پانی سمندر، ہوا اور زمین کے درمیان گھومتا ہے۔ سورج سمندر کو گرم کرتا ہے اور اس کا ایک حصہ بھاپ بن کر اٹھتا ہے۔"
    ),
    "ps": ("اوبه د سمندر، هوا او ځمکې ترمنځ ګرځي. لمر سمندر ګرموي او یوه برخه یې د بخار په توګه پورته کېږي."),
    "he": "המים נעים בין הים, האוויר והיבשה. השמש מחממת את הים.",
    "hi": ("पानी समुद्र, हवा और ज़मीन के बीच घूमता है। सूरज समुद्र को गर्म करता है और उसका एक भाग भाप बनकर उठता है।"),
    "mr": ("पाणी समुद्र, हवा आणि जमीन यांच्यामध्ये फिरते. सूर्य समुद्राला तापवतो आणि त्याचा एक भाग वाफ होऊन वर जातो आहे."),
    "ne": ("पानी समुद्र, हावा र जमिनको बीचमा घुम्छ। सूर्यले समुद्रलाई तताउँछ र यसको एक भाग बाफ भएर माथि जान्छ।"),
    "bn": "জল সমুদ্র, বাতাস ও মাটির মধ্যে ঘোরে। সূর্য সমুদ্রকে গরম করে।",
    "ta": "நீர் கடல், காற்று, நிலம் ஆகியவற்றிற்கு இடையே நகர்கிறது.",
    "te": "నీరు సముద్రం, గాలి, భూమి మధ్య తిరుగుతుంది. సూర్యుడు సముద్రాన్ని వేడి చేస్తాడు.",
    "th": "น้ำเคลื่อนที่ระหว่างทะเล อากาศ และแผ่นดิน ดวงอาทิตย์ทำให้ทะเลอุ่นขึ้น",
    "km": "ទឹកធ្វើចលនារវាងសមុទ្រ ខ្យល់ និងដី។ ព្រះអាទិត្យកម្តៅសមុទ្រ។",
    "lo": "ນ້ຳເຄື່ອນທີ່ລະຫວ່າງທະເລ ອາກາດ ແລະແຜ່ນດິນ",
    "my": "ရေသည် ပင်လယ်၊ လေနှင့် ကုန်းမြေကြားတွင် လှည့်ပတ်နေသည်။",
    "ka": "წყალი მოძრაობს ზღვას, ჰაერსა და ხმელეთს შორის.",
    "hy": "Ջուրը շարժվում է ծովի, օդի և ցամաքի միջև։",
    "am": "ውሃ በባሕር፣ በአየርና በምድር መካከል ይዘዋወራል። ፀሐይ ባሕሩን ታሞቀዋለች።",
    "ja": "水は海と空気と陸の間を動く。太陽が海を温め、一部は水蒸気になって昇る。",
    "zh": "水在海洋、空气和陆地之间运动。太阳把海水晒热，其中一部分变成水蒸气，这时会上升。",
    "zh-Hant": "水在海洋、空氣和陸地之間運動。太陽把海水曬熱，其中一部分變成水蒸氣，這時會上升。",
    "ko": "물은 바다와 공기와 땅 사이를 돈다. 태양이 바다를 데우면 일부는 수증기가 되어 올라간다.",
}
"""By their BCP 47 tag."""
