"""What presentation programs call the layouts that they come with, in their languages: a name tells its role."""

import re

from triptych.model.theme import Role
from triptych.patterns import late

_NAMES: dict[Role, str] = {
    "title": """
        title slide|titelfolie|diapositive de titre|diapositiva de título|diapositiva de títol|diapositiva titolo
        slide de título|diapositivo de título|titeldia|rubrikbild|titelslide|titeldias|tittellysbilde|otsikkodia
        slajd tytułowy|úvodní snímek|úvodná snímka|címdia|diapozitiv titlu|титульный слайд|титульний слайд
        заглавен слайд|διαφάνεια τίτλου|başlık slaydı|タイトル スライド|제목 슬라이드|标题幻灯片|標題投影片
        شريحة عنوان|שקופית כותרת|naslovni slajd|naslovni diapozitiv|tiitelslaid|virsraksta slaids|pavadinimo skaidrė
        สไลด์ชื่อเรื่อง|bản chiếu tiêu đề|slide judul""",
    "section": """
        section header|abschnittsüberschrift|titre de section|encabezado de sección
        capçalera de la secció|intestazione sezione|cabeçalho da seção|cabeçalho da secção
        sectiekop|avsnittsrubrik|afsnitsoverskrift
        deloverskrift|osan ylätunniste|nagłówek sekcji|záhlaví oddílu|záhlaví části|hlavička sekcie|szakaszfejléc
        antet secțiune|заголовок раздела|заголовок розділу|заглавка на секция|κεφαλίδα ενότητας|bölüm üst bilgisi
        セクション見出し|구역 머리글|节标题|章節標題|區段標題|رأس المقطع|عنوان المقطع|כותרת מקטע עליונה
        zaglavlje sekcije|glava odseka|jaotise päis|sekcijas galvene|sekcijos antraštė
        ส่วนหัวของส่วน|đầu trang của phần|header bagian""",
    "body": """
        title and content|titel und inhalt|titre et contenu|título y objetos|título y contenido|títol i objectes
        titolo e contenuto|título e conteúdo|título e objeto|título e objecto|titel en object|titel en inhoud
        rubrik och innehåll|titel og indholdsobjekt|titel og indhold|tittel og innhold|otsikko ja sisältö
        tytuł i zawartość|nadpis a obsah|cím és tartalom|titlu și conținut|заголовок и объект|заголовок і об'єкт
        назва та вміст|заглавие и съдържание|τίτλος και περιεχόμενο|başlık ve içerik|タイトルとコンテンツ|제목 및 내용
        标题和内容|標題及內容|標題及物件|عنوان ومحتوى|כותרת ותוכן|naslov i sadržaj|naslov in vsebina|pealkiri ja sisu
        virsraksts un saturs|pavadinimas ir turinys|ชื่อเรื่องและเนื้อหา|tiêu đề và nội dung|judul dan konten""",
    "two": """
        two content|zwei inhalte|deux contenus|dos objetos|dos objectes|due contenuti|duas partes de conteúdo
        conteúdo duplo|inhoud van twee|två innehållsdelar|to indholdsobjekter|to innholdsdeler|kaksi sisältökohdetta
        dwa elementy zawartości|dva obsahy|két tartalomrész|două tipuri de conținut|два объекта|два об'єкти
        две съдържания|δύο περιεχόμενα|iki içerik|2 つのコンテンツ|콘텐츠 2개|两栏内容|兩項物件|兩個內容
        محتويان|שני תכנים|dva sadržaja|dve vsebini|เนื้อหา 2 ส่วน|hai nội dung|dua konten""",
    "comparison": """
        comparison|vergleich|comparaison|comparación|comparació|confronto|comparação|vergelijking|jämförelse
        sammenligning|vertailu|porównanie|porovnání|porovnanie|összehasonlítás|comparație|сравнение|порівняння
        σύγκριση|karşılaştırma|比較|비교|比较|مقارنة|השוואה|usporedba|primerjava|võrdlus|salīdzinājums|palyginimas
        การเปรียบเทียบ|so sánh|perbandingan""",
    "picture": """
        picture with caption|bild mit überschrift|image avec légende|imagen con título|immagine con didascalia
        imagem com legenda|afbeelding met bijschrift|bild med bildtext|billede med billedtekst|bilde med tekst
        kuvatekstillinen kuva|obraz z podpisem|obrázek s titulkem|obrázok s popisom|kép képaláírással
        рисунок с подписью|εικόνα με λεζάντα|resim yazılı resim|タイトル付きの図|캡션 있는 그림
        图片与标题|含標題的圖片""",
    "title only": """
        title only|nur titel|titre seul|solo el título|sólo el título|només títol|solo titolo|somente título
        só título|apenas título|alleen titel|endast rubrik|kun titel|bare tittel|kun tittel|vain otsikko|tylko tytuł
        pouze nadpis|len nadpis|csak cím|doar titlu|только заголовок|лише заголовок|тільки заголовок|само заглавие
        μόνο τίτλος|yalnızca başlık|タイトルのみ|제목만|仅标题|只有標題|عنوان فقط|כותרת בלבד|samo naslov|ainult pealkiri
        tikai virsraksts|tik pavadinimas|เฉพาะชื่อเรื่อง|chỉ tiêu đề|hanya judul""",
    "blank": """
        blank|leer|vide|en blanco|en blanc|vuota|em branco|leeg|tom|tomt|tyhjä|pusty|prázdný|prázdna|prázdné|üres
        necompletat|пустой слайд|пустий слайд|празен|κενό|boş|白紙|빈 화면|空白|فارغ|ריק|prazno|tühi|tukšs|tuščias
        ว่างเปล่า|trống|kosong""",
}
_ROLES: dict[str, Role] = {
    name.strip().casefold(): role
    for role, names in _NAMES.items()
    for name in re.split(r"[|\n]", names)
    if name.strip()
}
_COPY = late(r"\d{1,3}_")
"""What programs put before the name of a layout that they copied."""


def role_of(name: str) -> Role | None:
    """The role that a layout's name stands for, in any of the languages; None if it is a name of somebody's own."""
    plain = " ".join(_COPY.sub("", name.strip(), count=1).split()).casefold()
    return _ROLES.get(plain.replace("’", "'"))
