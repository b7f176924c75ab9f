"""Indonesian."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="id",
    words={
        "contents": "Daftar Isi",
        "overview": "Ikhtisar",
        "summary": "Ringkasan",
        "notes": "Catatan",
        "page": "{page} dari {pages}",
        "continued": "Lanjutan",
        "introduction": "Pendahuluan",
        "note": "Catatan",
        "tip": "Tips",
        "important": "Penting",
        "warning": "Peringatan",
        "caution": "Perhatian",
        "example": "Contoh",
        "exercise": "Latihan",
        "figure": "Gambar",
        "table": "Tabel",
        "equation": "Persamaan",
        "section": "Bagian",
        "references": "Daftar Pustaka",
        "answer": "Jawaban",
        "answers": "Kunci Jawaban",
        "points": "Poin",
        "true": "benar",
        "false": "salah",
        "question": "Pertanyaan",
        "explanation": "Penjelasan",
        "glossary": "Glosarium",
        "index": "Indeks",
        "slide": "Salindia",
        "handout": "Materi",
        "chronology": "Kronologi",
        "people": "Tokoh",
        "name": "Nama",
        "date": "Tanggal",
        "corrections": "Ralat",
        "test": "Ujian",
        "event": "Peristiwa",
        "page number": "Halaman",
        "class": "Kelas",
        "grade": "Nilai",
        "match": "Jodohkan yang sesuai.",
        "order": "Urutkan menurut waktu.",
        "explain": "Jelaskan",
        "done": "selesai",
        "to do": "belum selesai",
        "column chart": "diagram kolom",
        "bar chart": "diagram batang",
        "line chart": "diagram garis",
        "area chart": "diagram area",
        "pie chart": "diagram lingkaran",
        "scatter chart": "diagram pencar",
    },
    quotes=(
        "“",
        "”",
    ),
    inner_quotes=(
        "‘",
        "’",
    ),
    decimal=",",
    group=".",
    citations="id-ID",
    months=(
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    before_our_era=(
        r"s\.?\s?m\.?",
        "sebelum masehi",
    ),
    centuries_before=(
        "abad ke-",
        "abad",
    ),
    summary_titles=(
        "ringkasan",
        "kesimpulan",
        "simpulan",
        "penutup",
        "rangkuman",
    ),
    conclusions=(
        "secara keseluruhan",
        "kesimpulannya",
        "singkatnya",
        "pada akhirnya",
        "dapat disimpulkan",
    ),
    parts=(
        "minggu",
        "hari",
        "kuliah",
        "pelajaran",
        "bab",
        "bagian",
        "unit",
        "modul",
        "topik",
        "pertemuan",
    ),
    reference_titles=(
        "daftar pustaka",
        "referensi",
        "pustaka",
        "sumber",
    ),
    yes=(
        "ya",
        "betul",
    ),
    no=(
        "tidak",
        "bukan",
        "keliru",
    ),
    telling_words=frozenset(
        (
            "yang dan di dari untuk dengan pada ini dalam adalah tidak ke itu oleh akan sebagai juga atau karena dapat"
        ).split()
    ),
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles="dr prof ir drs sdr yth tn ny a.n",
        numbered="hlm no gbr",
        others="dll dsb dst",
    ),
    small_words=(
        "yang dan di dari untuk dengan pada ini dalam adalah tidak ke itu oleh akan sebagai juga atau karena "
        "dapat bisa ada telah sudah belum lebih saat ketika jika kalau maka agar supaya namun tetapi tapi "
        "serta para kami kita saya anda mereka ia dia nya apa mengapa bagaimana mana kapan siapa semua "
        "setiap banyak sangat hanya masih bahwa sehingga antara setelah sebelum sampai seperti secara "
        "tersebut yaitu yakni merupakan menjadi"
    ),
    phrases=Phrases(
        greeting="halo|selamat datang|terima kasih|tentu|tentu saja|salam|semoga",
        aims=(
            "(?:dalam|pada) (?:bab|pelajaran|bagian|modul|kuliah) ini|(?:bab|pelajaran|bagian|modul) ini|"
            "kita akan|tujuan"
        ),
        asks="lihat|lihatlah|perhatikan|bacalah|baca|pikirkan|ingat|bayangkan",
        prompts="jelaskan|uraikan|bandingkan|definisikan|diskusikan|sebutkan|buktikan|hitunglah",
        example="misalnya|contohnya|sebagai contoh|contoh",
        back="ini|itu|ia|dia|mereka|hal ini|dan|tetapi|maka|kemudian|lalu|di sini|di sana",
        refers="ini|itu|ia|dia|mereka|hal ini|hal itu|keduanya",
        connects="namun|selain itu|oleh karena itu|misalnya|di sisi lain|dengan kata lain|akhirnya|sebaliknya",
        announces="berikut ini|berikut|di bawah ini|sebagai berikut",
        means="adalah|ialah|merupakan|berarti|disebut|yaitu",
        concludes="secara keseluruhan|kesimpulannya|singkatnya|pada akhirnya|jadi|dengan demikian",
        address="anda|kamu|kalian|kita|kami|saya",
        claims="definisi|teorema|lema|hukum|prinsip|aturan|penting|kesimpulan|akibat",
        minor="contoh|bukti|catatan|tips|lihat|lihat juga|sumber|gambar|tabel",
        sums="ringkasan|kesimpulan|simpulan|rangkuman|poin penting",
        aside=(
            "daftar pustaka|referensi|sumber|tujuan.*|daftar isi|latihan.*|tugas.*|pertanyaan.*|"
            "ucapan terima kasih|tautan|jawaban"
        ),
    ),
    stemmer="indonesian",
)
