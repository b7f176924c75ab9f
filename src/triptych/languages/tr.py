"""Turkish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="tr",
    words={
        "contents": "İçindekiler",
        "overview": "Genel bakış",
        "summary": "Özet",
        "notes": "Notlar",
        "page": "{page} / {pages}",
        "continued": "devamı",
        "introduction": "Giriş",
        "note": "Not",
        "tip": "İpucu",
        "important": "Önemli",
        "warning": "Uyarı",
        "caution": "Dikkat",
        "example": "Örnek",
        "exercise": "Alıştırma",
        "figure": "Şekil",
        "table": "Tablo",
        "equation": "Denklem",
        "section": "Bölüm",
        "references": "Kaynakça",
        "answer": "Yanıt",
        "answers": "Yanıtlar",
        "points": "Puan",
        "true": "doğru",
        "false": "yanlış",
        "question": "Soru",
        "explanation": "Açıklama",
        "glossary": "Terimler sözlüğü",
        "index": "Dizin",
        "slide": "Slayt",
        "handout": "Ders notu",
        "chronology": "Zaman çizelgesi",
        "people": "Kişiler",
        "name": "Ad",
        "date": "Tarih",
        "corrections": "Düzeltmeler",
        "test": "Sınav",
        "class": "Sınıf",
        "grade": "Not",
        "match": "Birbirine ait olanları eşleştirin.",
        "order": "Zaman sırasına koyun.",
        "explain": "Açıklayın",
        "done": "yapıldı",
        "to do": "yapılacak",
        "event": "Olay",
        "page number": "Sayfa",
        "column chart": "Sütun grafiği",
        "bar chart": "Çubuk grafiği",
        "line chart": "Çizgi grafiği",
        "area chart": "Alan grafiği",
        "pie chart": "Pasta grafiği",
        "scatter chart": "Dağılım grafiği",
    },
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    decimal=",",
    group=".",
    citations="tr-TR",
    months=(
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ),
    before_our_era=("mö", r"m\.\s?ö\."),
    centuries=("yüzyıl",),
    ordinals=(r"\.",),
    summary_titles=("özet", "sonuç", "sonuçlar", "değerlendirme"),
    conclusions=("sonuç olarak", "özetle", "kısacası", "genel olarak"),
    parts=("hafta", "gün", "ders", "bölüm", "kısım", "ünite", "modül", "konu"),
    reference_titles=("kaynaklar",),
    locators={"s": "page", "sayfa": "page", "böl": "chapter", "bölüm": "chapter"},
    yes=("evet",),
    no=("hayır",),
    telling_words=frozenset(
        "ve bir bu için ile olarak daha olan gibi çok ise kadar sonra her ancak tarafından".split()
    ),
    letters="çğıöşüâî",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("dr prof doç yrd sn bkz örn yy m.ö m.s"),
        numbered=("s sf no şek tab böl cilt"),
        others=("vb vs vd av"),
    ),
    small_words=(
        "acaba ama ancak artık aslında ayrıca az bana bazı belki ben beri bile bir biraz birçok biri biz "
        "bu buna bunlar bunu bunun burada böyle böylece çok çünkü da daha de defa değil diğer diye dolayı "
        "eğer en gibi göre hem henüz hep her hiç için ile ise işte kadar karşı kendi kez ki kim mı mi mu "
        "nasıl ne neden nerede o olan olarak oldu olduğu olduğunu olsa olur on ona onlar onu onun oysa "
        "öyle pek rağmen sadece sanki sen siz sonra şey şu tarafından tüm ve veya ya yani yine yok zaten"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=(
            "elbette|tabii|tabii ki|merhaba|sevgili|hoş geldiniz|iyi şanslar|başarılar|teşekkür.*?|umarım|umarız|işte"
        ),
        aims=(
            "bu (?:bölümde|derste|ünitede|kısımda|konuda|modülde)|bu (?:bölüm|ders|ünite|kurs|modül)|"
            "(?:öğreneceğiz|öğreneceksiniz|inceleyeceğiz)|amaçlar|hedefler"
        ),
        asks=(
            r"bkz\.?|bakınız|dikkat edin|düşünün|okuyun|deneyin|hatırlayın|hayal edin|açıklayın|tanımlayın|"
            "cevaplayın|karşılaştırın|hesaplayın"
        ),
        prompts=("açıklayınız|açıklayın|tanımlayınız|karşılaştırınız|tartışınız|sıralayınız|hesaplayınız"),
        example=("örneğin|mesela|örnek|örnek olarak"),
        back=(
            "o|onlar|bu|şu|bunlar|böyle|onun|onların|burada|orada|ama|fakat|ve|veya|ayrıca|sonra|bu nedenle|"
            "ancak|yine de|her ikisi|diğerleri"
        ),
        refers="o|onlar|bu|şu|bunlar|böyle|onun|onların|her ikisi",
        connects=(
            "ancak|ayrıca|bu nedenle|örneğin|yine de|sonuç olarak|son olarak|öte yandan|başka bir deyişle|dolayısıyla"
        ),
        announces="aşağıda|işte",
        means=("denir|demektir|adı verilir|ifade eder|anlamına gelir|olarak tanımlanır|oluşur"),
        concludes=("sonuç olarak|özetle|kısaca|genel olarak|dolayısıyla"),
        address=("sen|senin|siz|sizin|biz|bizim|ben|benim"),
        claims=("tanım(?:lar)?|teorem|lemma|önerme|sonuç|aksiyom|yasa|ilke|kural|önemli|unutmayın"),
        minor=(r"örnek(?:ler)?|ispat|kanıt|not(?:lar)?|uyarı|ipucu|bkz\.?|kaynak|şekil|tablo"),
        sums=("özet|sonuç(?:lar)?|bölüm özeti|kısaca"),
        aside=(
            "kaynakça|kaynaklar|ileri okuma.*|amaçlar|hedefler|kazanımlar|içindekiler|alıştırmalar|"
            "ödev(?:ler)?|sorular|teşekkür|bağlantılar|çözümler|ayrıca bakınız"
        ),
    ),
    stemmer="turkish",
    own_letters="çğöşü",
)
