"""How sentences begin that say little by themselves, and titles of sections that do, by language."""

from typing import NamedTuple


class Phrases(NamedTuple):
    """Beginnings of sentences and titles as alternatives of a pattern, in small letters; empty where we know none.

    `greeting`: to the reader, not about the subject. `aims`: what a text is going to do, or what it is to teach.
    `asks`: tells the reader to do something. `example`: shows what was said before. `back`: says "this" or "she" of
    what the sentence before named. `means`: says what something is. `concludes`: sums up. `aside`: titles of sections
    that one can do without (references, exercises, contents, aims). `address`: words that speak to the reader.
    """

    greeting: str = ""
    aims: str = ""
    asks: str = ""
    example: str = ""
    back: str = ""
    means: str = ""
    concludes: str = ""
    aside: str = ""
    address: str = ""


PHRASES = {
    "en": Phrases(
        greeting="sure|certainly|of course|hello|hi|hey|dear|welcome|good luck|have fun|enjoy|thanks?|"
        "thank you|let me know|feel free|i hope|we hope|hope this|happy|congratulations|don't hesitate|"
        "do not hesitate|great question|here is|here are|here's|that's it|well done|let's",
        aims="(?:in|during|by the end of|at the end of|after|throughout) (?:this|the|today's|these|reading|"
        "completing) ?(?:section|chapter|lesson|lecture|course|module|unit|text|guide|part|paper|article|page|"
        "week|session|following|next)|this (?:section|chapter|lesson|lecture|course|module|unit|text|guide|"
        "part|article|page|session)|(?:the )?(?:next|following|previous|last) (?:section|chapter|lesson|"
        "lecture|part|page|module)|(?:first|now|next|then|here|finally|later|below),? (?:we|i|you) (?:will|"
        "shall|are going to)|(?:we|you|i) (?:will|shall|are going to|'ll) |as (?:we|you) (?:will|saw|have seen|"
        "might recall)|(?:learning )?(?:objectives|outcomes|goals)|let us|students (?:will|should)",
        asks="see|click|note that|consider|read|look|try|visit|recall|remember|imagine|think|watch|go to|check|"
        "find|write|discuss|complete|answer|explore|listen|compare|suppose|explain|describe|list|solve|"
        "work out|fill in|open|download|hand in|submit|do|make|choose|use|take",
        example="for example|for instance|e\\.g\\.|an example|as an example|one example|examples|to illustrate|"
        "imagine|say|suppose|such as|another example|in one",
        back="he|she|it|they|this|that|these|those|such|his|her|their|its|here|there|so|but|and|or|also|then|"
        "thus|however|moreover|furthermore|nevertheless|still|yet|instead|both|another|others|in this|in these|"
        "in such|at this|as a result|in addition|similarly|likewise|meanwhile|on the other hand|in contrast|"
        "the former|the latter",
        means="is|are|was|were|means?|refers? to|(?:is|are) (?:called|defined|known)|denotes?|describes?|"
        "consists? of|involves?|occurs? when|represents?",
        concludes="overall|in (?:conclusion|summary|sum|short|brief|a nutshell|general|all)|to (?:conclude|"
        "sum up|summari[sz]e)|all in all|taken together|on the whole|therefore|thus|as a result|consequently|"
        "ultimately",
        aside="references?|bibliography|works cited|sources|further (?:reading|research|resources)|"
        "(?:additional )?resources|(?:learning )?(?:objectives|outcomes|goals|aims)|table of contents|contents|"
        "exercises?|homework|assignments?|problems|practice|review questions?|self-?check.*|questions|quiz|"
        "acknowledg(?:e)?ments?|about the authors?|credits|links|see also|external links|footnotes|license|"
        "licence|alternatives|test your knowledge|feedback|prerequisites|solutions?|to do|todo|"
        "what you (?:will|should).*",
        address="you|your|yours|yourself|we|us|our|let|i|my|me",
    ),
    "de": Phrases(
        greeting="gern|gerne|natürlich|selbstverständlich|hallo|liebe|lieber|willkommen|herzlich willkommen|"
        "viel erfolg|viel glück|viel spaß|danke|vielen dank|ich hoffe|wir hoffen|melde dich|melden sie sich|"
        "hier ist|hier sind",
        aims="in (?:diesem|dieser) (?:abschnitt|kapitel|lektion|vorlesung|kurs|modul|einheit|text|teil|"
        "artikel)|(?:dieser|diese|dieses) (?:abschnitt|kapitel|lektion|vorlesung|kurs|modul|text|teil)|(?:wir|"
        "sie|ihr) (?:werden|werdet|lernen|lernt)|nach (?:diesem|dieser)|am ende (?:dieses|dieser)|lernziele?|"
        "im (?:folgenden|nächsten)|(?:nun|jetzt|zuerst|zunächst) (?:werden|wollen) wir|die studierenden",
        asks="siehe|beachten? sie|beachte|betrachten? (?:sie|wir)|lesen? sie|lies|schauen? sie|überlegen? sie|"
        "versuchen? sie|denken? sie|lösen sie|beantworten sie|nennen sie|erklären sie|beschreiben sie|"
        "stellen sie|klicken sie",
        example="zum beispiel|z\\. ?b\\.|beispielsweise|ein beispiel|als beispiel|etwa|so zum beispiel",
        back="er|sie|es|dies|diese|dieser|dieses|diesem|diesen|das|solche|sein|seine|ihr|ihre|hier|dort|so|"
        "aber|und|oder|auch|dann|daher|deshalb|dadurch|dabei|damit|jedoch|außerdem|zudem|dennoch|trotzdem|"
        "stattdessen|beide|andere",
        means="ist|sind|war|waren|heißt|heißen|bedeutet|bezeichnet|nennt man|versteht man|besteht aus|beschreibt",
        concludes="insgesamt|zusammenfassend|alles in allem|abschließend|kurz gesagt|letztlich|folglich|somit|also",
        aside="literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|weiterführende .*|lernziele?|"
        "inhalt(?:sverzeichnis)?|übungen|übungsaufgaben|aufgaben|hausaufgaben?|wiederholungsfragen|fragen|"
        "danksagung|links|lösungen|siehe auch",
        address="sie|ihr|du|dein|deine|ihnen|dir|wir|uns|unser|ich|mein",
    ),
    "fr": Phrases(
        greeting="bien sûr|bonjour|bonsoir|chers?|chères?|bienvenue|bonne chance|bon courage|merci|n'hésitez|"
        "j'espère|nous espérons|voici|voilà|d'accord",
        aims="dans (?:cette?|ce) (?:section|chapitre|leçon|cours|module|partie|texte|article)|(?:cette?|"
        "ce) (?:section|chapitre|leçon|cours|module|partie)|(?:nous|vous) (?:allons|allez|verrons|verrez|"
        "apprendrez|étudierons)|à la fin de|objectifs?|après (?:cette?|ce)|d'abord, nous",
        asks="voir|voyez|notez|considérons|considérez|lisez|regardez|essayez|rappelez|imaginez|pensez|"
        "expliquez|décrivez|répondez|complétez|cliquez|calculez|comparez|trouvez",
        example="par exemple|p\\. ?ex\\.|un exemple|à titre d'exemple|ainsi|prenons",
        back="il|elle|ils|elles|ce|c'est|ceci|cela|ces|cet|cette|son|sa|ses|leur|leurs|ici|là|alors|mais|et|ou|"
        "aussi|donc|cependant|toutefois|néanmoins|de plus|en outre|en effet|ainsi|par conséquent|au contraire|"
        "les deux|d'autres",
        means="est|sont|était|étaient|signifie|désigne|désignent|s'appelle|on appelle|consiste|représente|est appelée?",
        concludes="en (?:résumé|conclusion|somme|définitive|bref)|pour (?:conclure|résumer)|dans l'ensemble|"
        "finalement|bref|par conséquent",
        aside="références|bibliographie|sources|pour aller plus loin|lectures|objectifs?.*|sommaire|"
        "table des matières|exercices?|devoirs?|questions|remerciements|liens|solutions|corrigés?|voir aussi",
        address="vous|votre|vos|nous|notre|nos|tu|ton|ta|tes|je|mon|ma|mes",
    ),
    "es": Phrases(
        greeting="claro|por supuesto|hola|estimad[oa]s?|querid[oa]s?|bienvenid[oa]s?|buena suerte|mucha suerte|"
        "gracias|no dud[ea]s?|espero|esperamos|aquí (?:está|tienes|tiene)",
        aims="en (?:este|esta) (?:sección|capítulo|lección|clase|curso|módulo|unidad|texto|parte|episodio)|"
        "(?:este|esta) (?:sección|capítulo|lección|clase|curso|módulo|unidad|episodio)|(?:vamos a|veremos|"
        "aprenderemos|aprenderás|aprenderá)|al final de|objetivos?|primero,? vamos",
        asks="vea|véase|ver|note|nota que|considere|considera|lea|lee|mire|mira|intente|intenta|recuerde|"
        "recuerda|imagine|imagina|piense|piensa|explique|explica|describa|responda|haga|complete|compare",
        example="por ejemplo|p\\. ?ej\\.|un ejemplo|como ejemplo|así",
        back="él|ella|ello|ellos|ellas|esto|este|esta|estos|estas|eso|ese|esa|su|sus|aquí|allí|así|pero|y|o|"
        "también|entonces|sin embargo|además|no obstante|por (?:lo )?tanto|por eso|en cambio|ambos|otros",
        means="es|son|era|eran|significa|se refiere|se llama|se llaman|se define|consiste|representa|se conoce",
        concludes="en (?:resumen|conclusión|definitiva|general|suma)|para concluir|en pocas palabras|"
        "finalmente|por lo tanto",
        aside="referencias|bibliografía|fuentes|lecturas .*|objetivos?.*|contenidos?|índice|ejercicios?|"
        "tareas?|deberes|preguntas|agradecimientos|enlaces|soluciones|véase también|desafíos?",
        address="usted|ustedes|tú|tu|tus|nosotros|nuestro|nuestra|nos|yo|mi|vamos",
    ),
    "it": Phrases(
        greeting="certo|certamente|ciao|salve|gentil[ei]|car[oaie]|benvenut[oaie]|buona fortuna|"
        "in bocca al lupo|grazie|spero|speriamo|non esitare|ecco",
        aims="in quest[oa'] ?(?:sezione|capitolo|lezione|corso|modulo|unità|testo|parte)|"
        "quest[oa'] ?(?:sezione|capitolo|lezione|corso|modulo|unità)|(?:vedremo|impareremo|imparerai|"
        "studieremo)|alla fine di|obiettivi",
        asks="vedi|si veda|nota che|si noti|considera|consideriamo|leggi|guarda|prova|ricorda|immagina|pensa|"
        "spiega|descrivi|rispondi|completa|confronta|calcola",
        example="per esempio|ad esempio|p\\. ?es\\.|un esempio|come esempio",
        back="egli|lui|lei|esso|essa|essi|esse|loro|questo|questa|questi|queste|quello|quella|suo|sua|suoi|sue|"
        "qui|lì|così|ma|e|o|anche|allora|quindi|tuttavia|inoltre|però|perciò|invece|entrambi|altri|ciò",
        means="è|sono|era|erano|significa|si riferisce|si chiama|si chiamano|si definisce|consiste|rappresenta|"
        "viene definit[oa]",
        concludes="in (?:sintesi|conclusione|definitiva|breve)|nel complesso|per concludere|complessivamente|pertanto",
        aside="riferimenti|bibliografia|fonti|letture .*|obiettivi.*|indice|sommario|esercizi|compiti|domande|"
        "ringraziamenti|link|soluzioni|vedi anche",
        address="tu|tuo|tua|voi|vostro|vostra|noi|nostro|nostra|ci|io|mio|mia|lei",
    ),
    "pt": Phrases(
        greeting="claro|com certeza|olá|prezad[oa]s?|car[oa]s?|bem-vind[oa]s?|boa sorte|bons estudos|"
        "obrigad[oa]|espero|esperamos|não hesite|aqui está",
        aims="nest[ea] (?:seção|secção|capítulo|lição|aula|curso|módulo|unidade|texto|parte)|est[ea] (?:seção|"
        "secção|capítulo|lição|aula|curso|módulo|unidade)|(?:vamos|veremos|aprenderemos|aprenderá)|no final d|"
        "ao final d|objetivos?",
        asks="veja|ver|note|observe|considere|leia|olhe|tente|lembre|imagine|pense|explique|descreva|responda|"
        "complete|compare",
        example="por exemplo|p\\. ?ex\\.|um exemplo|como exemplo",
        back="ele|ela|eles|elas|isto|isso|este|esta|estes|estas|esse|essa|seu|sua|seus|suas|aqui|ali|assim|mas|"
        "e|ou|também|então|porém|contudo|além disso|no entanto|portanto|ambos|outros",
        means="é|são|era|eram|significa|refere-se|chama-se|chamam-se|define-se|consiste|representa|é chamad[oa]",
        concludes="em (?:resumo|conclusão|suma|síntese)|no geral|no conjunto|para concluir|portanto",
        aside="referências|bibliografia|fontes|leituras .*|objetivos?.*|conteúdos?|índice|exercícios?|tarefas?|"
        "perguntas|agradecimentos|links|soluções|veja também",
        address="você|vocês|tu|teu|tua|nós|nosso|nossa|nos|eu|meu|minha|vamos",
    ),
    "nl": Phrases(
        greeting="natuurlijk|zeker|hallo|hoi|beste|welkom|succes|veel plezier|bedankt|dank|ik hoop|wij hopen|"
        "laat me weten|hier is|hier zijn",
        aims="in (?:dit|deze) (?:paragraaf|hoofdstuk|les|college|cursus|module|tekst|deel)|(?:dit|"
        "deze) (?:paragraaf|hoofdstuk|les|college|cursus|module)|(?:we|wij|je|u) (?:gaan|gaat|zullen|zult|"
        "leren|leert)|aan het einde van|na (?:dit|deze)|leerdoelen",
        asks="zie|let op|bekijk|lees|kijk|probeer|denk|onthoud|stel je voor|leg uit|beschrijf|beantwoord|noem|"
        "bereken|vergelijk",
        example="bijvoorbeeld|bijv\\.|een voorbeeld|als voorbeeld|neem",
        back="hij|zij|ze|het|dit|dat|deze|die|zulke|zijn|haar|hun|hier|daar|zo|maar|en|of|ook|dan|dus|echter|"
        "bovendien|daarom|daardoor|toch|beide|andere",
        means="is|zijn|was|waren|betekent|heet|heten|noemt men|noemen we|verwijst naar|bestaat uit",
        concludes="kortom|samenvattend|al met al|concluderend|tot slot|over het geheel|dus",
        aside="literatuur.*|bronnen|verder lezen|leerdoelen|inhoud(?:sopgave)?|oefeningen|opdrachten|opgaven|"
        "huiswerk|vragen|dankwoord|links|oplossingen|antwoorden|zie ook",
        address="je|jij|jouw|u|uw|jullie|we|wij|ons|onze|ik|mijn",
    ),
    "pl": Phrases(
        greeting="oczywiście|jasne|cześć|dzień dobry|witaj|witamy|drodzy|powodzenia|dziękuję|dziękujemy|"
        "mam nadzieję|oto",
        aims="w (?:tym|tej) (?:rozdziale|sekcji|lekcji|wykładzie|kursie|module|części|tekście)|(?:ten|"
        "ta) (?:rozdział|sekcja|lekcja|wykład|kurs|moduł)|(?:poznamy|omówimy|nauczysz się|dowiesz się)|cele",
        asks="zobacz|patrz|zauważ|rozważ|przeczytaj|spójrz|spróbuj|pamiętaj|wyobraź|pomyśl|wyjaśnij|opisz|"
        "odpowiedz|porównaj",
        example="na przykład|np\\.|przykład|przykładem|przykładowo",
        back="on|ona|ono|oni|one|to|ten|ta|te|ci|jego|jej|ich|tu|tam|tak|ale|i|lub|także|również|wtedy|więc|"
        "jednak|ponadto|dlatego|obaj|inni|taki|taka|takie",
        means="jest|są|był|była|było|to|oznacza|nazywa się|nazywamy|polega|określa",
        concludes="podsumowując|reasumując|ogólnie rzecz|w sumie|zatem",
        aside="bibliografia|literatura|źródła|cele.*|spis treści|ćwiczenia|zadania|praca domowa|pytania|"
        "podziękowania|linki|rozwiązania|zobacz także",
        address="ty|twój|twoja|pan|pani|my|nasz|nasza|nam|nas|ja|mój",
    ),
    "ru": Phrases(
        greeting="конечно|привет|здравствуйте|добрый день|дорогие|уважаемые|добро пожаловать|удачи|успехов|"
        "спасибо|надеюсь|надеемся|вот",
        aims="в (?:этом|этой|данном|данной) (?:разделе|главе|уроке|лекции|курсе|модуле|части|тексте)|(?:этот|"
        "эта|данный|данная) (?:раздел|глава|урок|лекция|курс|модуль)|(?:мы|вы) (?:рассмотрим|изучим|узнаем|"
        "узнаете|научитесь)|цели",
        asks="см\\.|смотрите|заметим|заметьте|рассмотрим|рассмотрите|прочитайте|посмотрите|попробуйте|"
        "вспомните|помните|представьте|подумайте|объясните|опишите|ответьте|решите|сравните",
        example="например|пример|примером|к примеру|так,",
        back="он|она|оно|они|это|этот|эта|эти|тот|та|те|его|её|ее|их|здесь|там|так|но|а|и|или|также|тогда|"
        "поэтому|однако|кроме того|при этом|тем не менее|оба|другие|такой|такая|такие",
        means="является|являются|называется|называются|называют|это|означает|представляет собой|состоит",
        concludes="в (?:итоге|целом|заключение)|таким образом|подводя итог|итак|следовательно",
        aside="литература|список литературы|источники|цели.*|содержание|оглавление|упражнения|задания|задачи|"
        "домашнее задание|вопросы.*|благодарности|ссылки|решения|см\\. также",
        address="вы|ваш|ваша|вам|вас|ты|твой|мы|наш|наша|нам|нас|я|мой",
    ),
    "el": Phrases(
        greeting="φυσικά|βεβαίως|γεια|καλημέρα|αγαπητ.*?|καλώς ήρθ|καλή επιτυχία|ευχαριστώ|ευχαριστούμε|ελπίζω|ορίστε",
        aims="σε (?:αυτό|αυτή|αυτήν) (?:το|τη|την) (?:κεφάλαιο|ενότητα|μάθημα)|(?:αυτό|αυτή) (?:το|"
        "η) (?:κεφάλαιο|ενότητα|μάθημα)|θα (?:δούμε|μάθουμε|μάθετε|εξετάσουμε)|στόχοι",
        asks="δείτε|βλ\\.|βλέπε|σημειώστε|εξετάστε|διαβάστε|δοκιμάστε|θυμηθείτε|φανταστείτε|σκεφτείτε|εξηγήστε|"
        "περιγράψτε",
        example="για παράδειγμα|π\\.χ\\.|ένα παράδειγμα|παράδειγμα",
        back="αυτός|αυτή|αυτό|αυτοί|αυτές|αυτά|τούτο|εκείνος|εδώ|εκεί|έτσι|αλλά|και|ή|επίσης|τότε|όμως|ωστόσο|"
        "επιπλέον|άλλοι",
        means="είναι|ήταν|σημαίνει|ονομάζεται|ονομάζονται|καλείται|λέγεται|ορίζεται|αποτελείται",
        concludes="συνολικά|συμπερασματικά|εν κατακλείδι|συνοψίζοντας|επομένως|άρα",
        aside="βιβλιογραφία|αναφορές|πηγές|στόχοι.*|περιεχόμενα|ασκήσεις|εργασίες|ερωτήσεις|ευχαριστίες|"
        "σύνδεσμοι|λύσεις",
        address="εσείς|σας|εσύ|σου|εμείς|μας|εγώ|μου",
    ),
    "ar": Phrases(
        greeting="بالطبع|بالتأكيد|مرحبا|أهلا|السلام عليكم|عزيزي|أعزائي|حظا|بالتوفيق|شكرا|آمل|نأمل|إليك",
        aims="في هذا (?:القسم|الفصل|الدرس|المقرر|الجزء)|في هذه (?:المحاضرة|الوحدة|الدورة)|هذا (?:الفصل|الدرس|"
        "القسم)|سوف|سن|أهداف",
        asks="انظر|لاحظ|اقرأ|حاول|تذكر|تخيل|فكر|اشرح|صف|أجب|قارن|احسب",
        example="على سبيل المثال|مثلا|مثلاً|مثال|مثال ذلك",
        back="هو|هي|هم|هذا|هذه|ذلك|تلك|هؤلاء|هنا|هناك|لكن|ولكن|كما|أيضا|ثم|لذلك|ومع ذلك|بالإضافة",
        means="هو|هي|هم|يعني|تعني|يسمى|تسمى|يعرف|تعرف|عبارة عن|يشير إلى",
        concludes="وبشكل عام|بشكل عام|في الختام|باختصار|وخلاصة|خلاصة القول|لذلك",
        aside="المراجع|المصادر|أهداف.*|المحتويات|الفهرس|تمارين|تدريبات|الواجب.*|أسئلة.*|شكر.*|روابط|الحلول",
        address="أنت|أنتم|نحن|أنا",
    ),
    "he": Phrases(
        greeting="כמובן|בוודאי|שלום|היי|יקרים|ברוכים הבאים|בהצלחה|תודה|אני מקווה|אנו מקווים|הנה",
        aims="ב(?:פרק|שיעור|הרצאה|קורס|יחידה|חלק) (?:זה|זו)|(?:פרק|שיעור|קורס|יחידה) (?:זה|זו)|נלמד|נראה|מטרות",
        asks="ראו|ראה|שימו לב|קראו|נסו|זכרו|דמיינו|חשבו|הסבירו|תארו|ענו|השוו",
        example="לדוגמה|לדוגמא|למשל|דוגמה",
        back="הוא|היא|הם|הן|זה|זו|זאת|אלה|אלו|כאן|שם|כך|אבל|אך|וגם|גם|אז|לכן|עם זאת|בנוסף",
        means="הוא|היא|הם|הן|פירושו|נקרא|נקראת|נקראים|מוגדר|מכונה",
        concludes="לסיכום|בסך הכל|לפיכך",
        aside="ביבליוגרפיה|מקורות|מטרות.*|תוכן.*|תרגילים|שיעורי בית|שאלות.*|תודות|קישורים|פתרונות",
        address="אתה|את|אתם|אתן|אנחנו|אנו|אני|שלך|שלכם|שלנו",
    ),
    "hi": Phrases(
        greeting="ज़रूर|जरूर|बिल्कुल|नमस्ते|नमस्कार|प्रिय|स्वागत|शुभकामनाएँ|धन्यवाद|आशा है",
        aims="इस (?:अध्याय|पाठ|खंड|इकाई|पाठ्यक्रम)|यह (?:अध्याय|पाठ|खंड)|हम .{0,40}सीखेंगे|उद्देश्य",
        asks="देखें|देखिए|ध्यान दें|पढ़ें|सोचें|याद रखें|कल्पना|समझाइए|वर्णन|उत्तर|तुलना",
        example="उदाहरण|जैसे|मान लीजिए",
        back="यह|वह|ये|वे|इस|उस|इन|उन|इसके|इसलिए|लेकिन|परंतु|और|या|तब|फिर|यहाँ|वहाँ",
        means="है|हैं|था|थे|कहते हैं|कहलाता|कहलाती|अर्थ",
        concludes="कुल मिलाकर|संक्षेप में|निष्कर्षतः|अतः",
        aside="संदर्भ|ग्रंथ सूची|स्रोत|उद्देश्य.*|विषय.?सूची|अभ्यास|गृहकार्य|प्रश्न.*|आभार|कड़ियाँ|हल",
        address="आप|आपका|आपकी|हम|हमारा|हमारी|मैं|मेरा",
    ),
    "zh": Phrases(
        greeting="当然|好的|你好|您好|大家好|欢迎|祝|谢谢|感谢|希望|當然|歡迎|謝謝|感謝",
        aims="本[章节節课課文单元模]|在本|在这[一章节]|我们将|我們將|学习目标|學習目標|通过本|通過本|下面",
        asks="请|請|参见|參見|注意|考虑|考慮|试|試|想一想|思考|阅读|閱讀|解释|描述|回答|比较",
        example="例如|比如|譬如|举例|舉例|假设|以",
        back="他|她|它|这|這|那|此|其|但|而|并|並|也|因此|所以|然而|此外|同时|同時|另外",
        means="是|指|称为|稱為|叫做|叫作|意味着|意味著|定义为|定義為",
        concludes="总之|总的来说|综上所述|總之|總的來說|綜上所述|因此",
        aside="参考文献|參考文獻|参考资料|来源|学习目标|學習目標|目录|目錄|练习题?|練習題?|作业|作業|习题|習題|思考题|问题|致谢|链接|答案",
        address="你|您|我们|我們|我|咱们",
    ),
    "ja": Phrases(
        greeting="もちろん|こんにちは|ようこそ|はい|頑張|がんばって|ありがとう|お疲れ|皆さん",
        aims="この(?:章|節|講義|授業|単元|レッスン|セクション)|本(?:章|節|講義|稿)|学習目標|ここでは|次に",
        asks="参照|注意|考えてみ|読んで|見て|試して|思い出|説明せよ|述べよ|答えよ|比較せよ",
        example="例えば|たとえば|例として|一例",
        back="彼|彼女|それ|これ|この|その|あの|そこ|ここ|しかし|そして|また|だから|したがって|さらに|一方|ただし|つまり|同様",
        means="とは|である|という|と呼ばれる|と呼ぶ|を指す|を意味する",
        concludes="以上のように|要するに|まとめると|結局|したがって",
        aside="参考文献|出典|学習目標|目次|練習(?:問題)?|演習(?:問題)?|宿題|課題|問題|質問|謝辞|リンク|解答",
        address="あなた|私たち|我々|私|皆さん",
    ),
    "ko": Phrases(
        greeting="물론|안녕하세요|환영|행운을|화이팅|감사|여러분",
        aims="이 (?:장|절|강의|수업|단원|과정)|이번 (?:장|절|강의|수업|단원)|본 (?:장|절)|학습 목표|여기서는",
        asks="참조|참고|주의|생각해|읽어|보세요|설명하|서술하|답하|비교하",
        example="예를 들어|예컨대|예시|가령",
        back="그는|그녀|그것|이것|이는|이러한|그러한|그리고|그러나|하지만|따라서|그래서|또한|한편|여기",
        means="이다|란|이란|라고 한다|라고 부른다|을 의미|를 의미|을 말한다|를 말한다",
        concludes="결론적으로|요약하면|전반적으로|따라서",
        aside="참고 ?문헌|출처|학습 목표|목차|연습 ?문제|과제|숙제|문제|질문|감사의 글|링크|해답",
        address="당신|여러분|우리|저는|나는",
    ),
}
"""By the primary subtag of a language."""
