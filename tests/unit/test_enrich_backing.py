"""A sentence that a model writes may be shown where its cite says it: rewritings that are true and that are not."""

import pytest

from octavo.core.types import Cite, CitedSentence
from octavo.enrich.backing import unbacked
from octavo.enrich.checking.retelling import retells
from octavo.enrich.inputs import SourceArticle

_FIRE = "At least 15 people died and 40 were injured when a fire broke out in a hotel in Brenwick, police said."
_BRIBES = "Prosecutors say the owner, Tom Reddick, took bribes from a builder, Carl Lind."
_JAIL = "If the inquiry confirms the charge, Mr Reddick will go to prison."
_RATE = "The Bank of Norland raised its key rate from 3.5 to 4.25 percent on Thursday."
_RESIGN = "Prime Minister Olga Brandt rejected reports that she would resign in May."
_ACCUSED = "Prime Minister Olga Brandt accused opposition leader Karl Weiss of lying."
_CASES = "The state reported 27 new cases, bringing the total to 312."
_BRIDGE = "The bridge was built in 1788 and carries about 6,000 cars a day."
_JOBS = "The maker of the trams will cut 300 jobs in Velis and 500 jobs in Serano."
_BRAND = "Bei einem Brand in Brennfeld starben 15 Menschen, 40 wurden verletzt."
_MINISTER = "Der Minister bestreitet, Geld von der Baufirma angenommen zu haben."
_UMSATZ = "Der Umsatz von Lumena stieg von 120 auf 150 Millionen Euro."
_VERDACHT = "Laut Staatsanwaltschaft hat Bürgermeisterin Helene Ahrens Akten vernichtet."
_INCENDIE = "Un incendie a fait 15 morts et 40 blessés à Brenneville."
_ARGENT = "Le ministre a démenti avoir reçu de l'argent du constructeur."
_MAIRE = "Selon le parquet, le maire Jean Delmare a détruit des dossiers."
_INCENDIO = "Al menos 15 personas murieron y 40 resultaron heridas en el incendio de un hotel en Brenal."
_DINERO = "El ministro negó haber recibido dinero de la constructora."
_ALCALDE = "Según la fiscalía, el alcalde Juan Delmar destruyó documentos."
_HWAJAE = "브렌시 호텔에서 불이 나 15명이 숨지고 40명이 다쳤다."
_JANGGWAN = "장관은 사퇴하지 않겠다고 말했다."
_GEOMCHAL = "검찰에 따르면 시장이 건설사에서 돈을 받았다."
_KASAI = "火災で15人が死亡し、40人が負傷した。"
_SHICHO = "市長は辞任しないと述べた。"
_KENSATSU = "検察によると、市長は建設会社から金を受け取った。"
_HUOZAI = "火灾造成15人死亡、40人受伤。"
_SHIZHANG = "市长表示不会辞职。"
_JIANCHA = "据检察院称，市长收受建筑公司贿款。"
_HARIQ = "قتل 15 شخصا وأصيب 40 آخرون في حريق بفندق في مدينة برينا."
_WAZIR = "نفى الوزير تلقي أموال من شركة البناء."
_NIYABA = "قالت النيابة إن رئيس البلدية أتلف الملفات."
_KEBAKARAN = "Kebakaran sebuah hotel di Brena membunuh 15 orang dan mencederakan 40 orang."
_MENTERI = "Menteri itu menafikan menerima wang daripada syarikat pembinaan."
_PENDAKWA = "Menurut pendakwa, datuk bandar memusnahkan fail projek."

TRUE = [
    ("en", _FIRE, "At least 15 people died in a hotel fire in Brenwick."),
    ("en", _FIRE, "A fire in a hotel in Brenwick killed at least 15 people and injured 40, police said."),
    ("en", _BRIBES, "Tom Reddick, the owner, took bribes from a builder, Carl Lind, prosecutors say."),
    ("en", _JAIL, "Mr Reddick will go to prison if the inquiry confirms the charge."),
    ("en", _RATE, "The Bank of Norland raised its key rate to 4.25 percent."),
    ("en", _RESIGN, "Prime Minister Olga Brandt rejected reports that she would resign."),
    ("en", _ACCUSED, "Opposition leader Karl Weiss was accused of lying by Prime Minister Olga Brandt."),
    ("en", _BRIDGE, "The bridge was built in 1788."),
    ("en", _JOBS, "The maker of the trams will cut 500 jobs in Serano and 300 jobs in Velis."),
    ("de", _BRAND, "In Brennfeld starben bei einem Brand 15 Menschen."),
    ("de", _BRAND, "15 Menschen starben bei einem Brand in Brennfeld, 40 wurden verletzt."),
    ("de", _MINISTER, "Geld von der Baufirma angenommen zu haben, bestreitet der Minister."),
    ("de", _UMSATZ, "Lumena steigerte den Umsatz von 120 auf 150 Millionen Euro."),
    ("de", _VERDACHT, "Bürgermeisterin Helene Ahrens hat laut Staatsanwaltschaft Akten vernichtet."),
    ("fr", _INCENDIE, "À Brenneville, un incendie a fait 15 morts."),
    ("fr", _INCENDIE, "Un incendie a fait 40 blessés et 15 morts à Brenneville."),
    ("fr", _ARGENT, "Le ministre dément avoir reçu de l'argent du constructeur."),
    ("fr", _MAIRE, "Le maire Jean Delmare a détruit des dossiers, selon le parquet."),
    ("es", _INCENDIO, "En el incendio de un hotel en Brenal murieron al menos 15 personas."),
    ("es", _INCENDIO, "El incendio de un hotel en Brenal dejó al menos 15 personas muertas y 40 heridas."),
    ("es", _DINERO, "El ministro niega haber recibido dinero de la constructora."),
    ("es", _ALCALDE, "El alcalde Juan Delmar destruyó documentos, según la fiscalía."),
    ("ko", _HWAJAE, "브렌시 호텔에서 불이 나 15명이 숨졌다."),
    ("ko", _HWAJAE, "브렌시 호텔에서 불이 나 40명이 다치고 15명이 숨졌다."),
    ("ko", _JANGGWAN, "장관은 사퇴하지 않겠다고 밝혔다."),
    ("ko", _GEOMCHAL, "시장이 건설사에서 돈을 받았다고 검찰이 밝혔다."),
    ("ja", _KASAI, "火災で15人が死亡した。"),
    ("ja", _KASAI, "火災で40人が負傷し、15人が死亡した。"),
    ("ja", _SHICHO, "市長は辞任しないと話した。"),
    ("ja", _KENSATSU, "市長は建設会社から金を受け取ったと検察は主張している。"),
    ("zh", _HUOZAI, "火灾造成15人死亡。"),
    ("zh", _HUOZAI, "火灾造成40人受伤、15人死亡。"),
    ("zh", _SHIZHANG, "市长表示，他不会辞职。"),
    ("zh", _JIANCHA, "检察院称，市长收受建筑公司贿款。"),
    ("ar", _HARIQ, "قتل 15 شخصا في حريق بفندق في مدينة برينا."),
    ("ar", _HARIQ, "أصيب 40 شخصا وقتل 15 آخرون في حريق بفندق في مدينة برينا."),
    ("ar", _WAZIR, "الوزير ينفي تلقي أموال من شركة البناء."),
    ("ar", _NIYABA, "أتلف رئيس البلدية الملفات، حسبما قالت النيابة."),
    ("ms", _KEBAKARAN, "Kebakaran hotel di Brena membunuh 15 orang."),
    ("ms", _MENTERI, "Menteri itu menafikan menerima wang daripada syarikat itu."),
    ("ms", _PENDAKWA, "Datuk bandar memusnahkan fail projek, menurut pendakwa."),
]
FALSE = [
    ("en", _FIRE, "At least 40 people died and 15 were injured when a fire broke out in a hotel, police said."),
    ("en", _FIRE, "At least 40 people died in a hotel fire in Brenwick."),
    ("en", _FIRE, "5 people died when a fire broke out in a hotel in Brenwick."),
    ("en", _BRIBES, "The owner, Tom Reddick, took bribes from a builder, Carl Lind."),
    ("en", _BRIBES, "Prosecutors say a builder, Carl Lind, took bribes from the owner, Tom Reddick."),
    ("en", _JAIL, "Mr Reddick will go to prison."),
    ("en", _RATE, "The Bank of Norland raised its key rate from 4.25 to 3.5 percent on Thursday."),
    ("en", _RESIGN, "Prime Minister Olga Brandt would resign in May."),
    ("en", _ACCUSED, "Opposition leader Karl Weiss accused Prime Minister Olga Brandt of lying."),
    ("en", _CASES, "The state reported 312 new cases, bringing the total to 27."),
    ("en", _JOBS, "The maker of the trams will cut 300 jobs in Serano."),
    ("de", _BRAND, "Bei einem Brand in Brennfeld starben 40 Menschen, 15 wurden verletzt."),
    ("de", _MINISTER, "Der Minister hat Geld von der Baufirma angenommen."),
    ("de", _MINISTER, "Der Minister gestand, Geld von der Baufirma angenommen zu haben."),
    ("de", _UMSATZ, "Der Umsatz von Lumena sank von 150 auf 120 Millionen Euro."),
    ("de", _VERDACHT, "Bürgermeisterin Helene Ahrens hat Akten vernichtet."),
    ("fr", _INCENDIE, "Un incendie a fait 40 morts et 15 blessés à Brenneville."),
    ("fr", _ARGENT, "Le ministre a reçu de l'argent du constructeur."),
    ("fr", _MAIRE, "Le maire Jean Delmare a détruit des dossiers."),
    ("es", _INCENDIO, "Al menos 40 personas murieron y 15 resultaron heridas en el incendio de un hotel en Brenal."),
    ("es", _DINERO, "El ministro ha recibido dinero de la constructora."),
    ("es", _ALCALDE, "El alcalde Juan Delmar destruyó documentos."),
    ("ko", _HWAJAE, "브렌시 호텔에서 불이 나 40명이 숨지고 15명이 다쳤다."),
    ("ko", _JANGGWAN, "장관은 사퇴하겠다고 말했다."),
    ("ko", _GEOMCHAL, "시장이 건설사에서 돈을 받았다."),
    ("ko", "박지영 장관은 김민수 의원을 비난했다.", "김민수 의원은 박지영 장관을 비난했다."),
    ("ja", _KASAI, "火災で40人が死亡し、15人が負傷した。"),
    ("ja", _SHICHO, "市長は辞任すると述べた。"),
    ("ja", _KENSATSU, "市長は建設会社から金を受け取った。"),
    ("ja", "山田花子議員は田中一郎市長を批判した。", "田中一郎市長は山田花子議員を批判した。"),
    ("zh", _HUOZAI, "火灾造成40人死亡、15人受伤。"),
    ("zh", _SHIZHANG, "市长表示会辞职。"),
    ("zh", _JIANCHA, "市长收受建筑公司贿款。"),
    ("zh", "李伟部长指责王建国市长撒谎。", "王建国市长指责李伟部长撒谎。"),
    ("ar", _HARIQ, "قتل 40 شخصا وأصيب 15 آخرون في حريق بفندق في مدينة برينا."),
    ("ar", _WAZIR, "تلقى الوزير أموالا من شركة البناء."),
    ("ar", _NIYABA, "رئيس البلدية أتلف الملفات."),
    ("ms", _KEBAKARAN, "Kebakaran sebuah hotel di Brena membunuh 40 orang dan mencederakan 15 orang."),
    ("ms", _MENTERI, "Menteri itu menerima wang daripada syarikat pembinaan."),
    ("ms", _PENDAKWA, "Datuk bandar memusnahkan fail projek."),
]
_TRUE_SHARE = 0.8
"""The others fail for words of their own that neither the thesaurus nor the stems of words know."""


def _is_shown(language: str, source: str, sentence: str) -> bool:
    article = SourceArticle("one", "A report", source, language, "North Wire")
    return not unbacked(CitedSentence(sentence, (Cite("one", 0, len(source)),)), {"one": article}, language)


@pytest.mark.parametrize(("language", "source", "sentence"), FALSE)
def test_no_falsehood_is_shown_as_backed(language: str, source: str, sentence: str) -> None:
    assert not _is_shown(language, source, sentence)


def test_what_is_true_is_shown() -> None:
    kept_back = [one for one in TRUE if not _is_shown(*one)]
    assert len(kept_back) <= (1 - _TRUE_SHARE) * len(TRUE), kept_back


@pytest.mark.parametrize("source", sorted({(language, source) for language, source, _ in (*TRUE, *FALSE)}))
def test_whole_sentences_of_a_passage_are_shown(source: tuple[str, str]) -> None:
    assert _is_shown(*source, source[1])


_COUNCIL = "The council of Velmar approved the harbour plan on Monday by 48 votes to 39."
_COURT = "The court cleared Mark Ellery of bribery and convicted Brian Cole of fraud."


@pytest.mark.parametrize(
    ("source", "sentence", "is_shorter"),
    [
        (_COUNCIL, "The council of Velmar approved the harbour plan.", True),
        (_COUNCIL, "On Monday, the council of Velmar approved the harbour plan.", True),
        (_COURT, "The court cleared Mark Ellery of bribery.", True),
        (_COURT, "The court cleared Mark Ellery of fraud.", False),
        (_COURT, "The court convicted Mark Ellery of fraud.", False),
        ("Revenue rose 4% to A$14.6 billion.", "Revenue rose 4% to $14.6 billion.", False),
        ("The spokesman for the mayor resigned on Monday.", "The mayor resigned on Monday.", False),
        ("Tom Hale's brother was arrested in Velis.", "Tom Hale was arrested in Velis.", False),
        ("Mary Pell gave John Lund apples on Monday.", "John Lund gave apples on Monday.", False),
        ("The bridge was closed on Monday and opened on Friday.", "The bridge was closed on Friday.", False),
    ],
)
def test_a_sentence_told_shorter_keeps_its_order_and_its_clauses(source: str, sentence: str, is_shorter: bool) -> None:
    assert retells(sentence, source, "en") is is_shorter


@pytest.mark.parametrize(
    ("language", "source", "sentence"),
    [
        ("en", "Did Tom Reddick take bribes from a builder?", "Tom Reddick did take bribes from a builder."),
        ("en", "Tom Reddick is accused of taking bribes.", "Tom Reddick took bribes."),
        ("de", "Der Bürgermeister soll Geld von der Baufirma genommen haben.",
         "Der Bürgermeister hat Geld von der Baufirma genommen."),
        ("fr", "Le maire aurait reçu de l'argent du constructeur.", "Le maire a reçu de l'argent du constructeur."),
        ("es", "El alcalde no recibió dinero de la constructora.", "El alcalde recibió dinero de la constructora."),
        ("ko", "시장은 건설사에서 돈을 받은 혐의를 받고 있다.", "시장은 건설사에서 돈을 받았다."),
        ("ja", "市長は金を受け取った疑いがある。", "市長は金を受け取った。"),
        ("zh", "市长涉嫌收受建筑公司贿款。", "市长收受建筑公司贿款。"),
        ("ar", "لم يتلق رئيس البلدية أموالا من الشركة.", "تلقى رئيس البلدية أموالا من الشركة."),
        ("ru", "По словам прокурора, мэр получил деньги от компании.", "Мэр получил деньги от компании."),
    ],
)  # fmt: skip
def test_what_is_asked_alleged_or_denied_is_not_shown_as_a_fact(language: str, source: str, sentence: str) -> None:
    assert not _is_shown(language, source, sentence)
