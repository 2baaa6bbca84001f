"""Summaries are verbatim, cited, sober, without repetition, and in the reader's language where it speaks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.text import Span
from octavo.core.types import Summary
from octavo.core.vectors import local_embedder
from octavo.enrich import SourceArticle, summarise
from octavo.enrich.passages import stands_alone, without_dateline
from octavo.enrich.providers.local import LocalProvider

FERRY = SourceArticle(
    "ferry",
    "Night ferry runs aground near Velmar",
    "VELMAR, May 4 (Norwire) -- A night ferry with 212 passengers ran aground on a sandbank near Velmar on Sunday.\n"
    "The coast guard of Ostria brought all passengers ashore in small boats before noon.\n"
    "He said so. Subscribe to our newsletter for more news from the coast of Velmar and beyond.\n"
    '"We heard a noise and then everything stood still for a very long while," she said.\n'
    "Harbour master Ilse Tarn said the buoys that mark the channel had drifted in the storm of last week.\n"
    "The ferry company Nordlinie cancelled all night crossings until the channel has been surveyed. (Norwire)",
    "en",
)
RIVAL = SourceArticle(
    "rival",
    "Ferry stuck off Velmar, all aboard safe",
    "A ferry carrying 212 passengers ran aground on a sandbank near Velmar during the night to Sunday.\n"
    "Investigators will examine why the buoys of the channel were not where the charts show them.\n"
    "The town of Velmar opened its sports hall for passengers who could not travel on.",
    "en",
)
COPY = SourceArticle("copy", RIVAL.title, RIVAL.text + "\nA line of its own.", "en", copy_of="rival")
GERMAN = SourceArticle(
    "german",
    "Nachtfähre läuft vor Velmar auf Grund",
    "Eine Nachtfähre mit 212 Menschen an Bord ist am Sonntag vor Velmar auf eine Sandbank gelaufen.\n"
    "Die Küstenwache von Ostria brachte alle Reisenden bis zum Mittag mit kleinen Booten an Land.",
    "de",
)
STORY = [FERRY, RIVAL, COPY, GERMAN]


def told(summary: Summary) -> str:
    return " ".join(sentence.text for sentence in summary.sentences)


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_every_sentence_is_its_span(language: str) -> None:
    texts = {article.id: article.text for article in STORY}
    summary = summarise(STORY, language)
    assert summary.sentences
    for sentence in summary.sentences:
        assert [texts[cite.article][cite.start : cite.end] for cite in sentence.cites] == [sentence.text]


def test_a_summary_has_three_to_six_sentences() -> None:
    assert 3 <= len(summarise(STORY, "en").sentences) <= 6


def test_datelines_credits_furniture_and_dangling_quotes_stay_out() -> None:
    whole = told(summarise([FERRY], "en"))
    assert whole.startswith("A night ferry with 212 passengers")
    assert not any(words in whole for words in ("Norwire", "newsletter", "He said", "we heard", "she said"))


def test_the_same_is_not_said_twice() -> None:
    assert told(summarise(STORY, "en")).count("212 passengers") == 1


def test_a_number_is_not_told_again_in_other_words() -> None:
    one = SourceArticle(
        "1",
        "Central bank raises rate",
        "Policymakers in Velmar surprised many traders: their central bank lifted its key rate to 4.75% on Monday.\n"
        "Freight on the sound has become dearer since the spring, and bread has followed it, the bakers say.",
        "en",
    )
    other = SourceArticle(
        "2",
        "Rate up by half a point",
        "On Monday the central bank of Velmar lifted its key rate to 4.75 per cent, "
        "twice the step that economists had expected.\n"
        "Borrowers with a loan on their house will feel the rise from the first of next month on.",
        "en",
    )
    assert told(summarise([one, other], "en")).count("4.75") == 1


def test_a_lead_is_not_told_again_by_another_reports() -> None:
    one = SourceArticle(
        "1",
        "Ostria, Northern Council agree to set up body on fisheries",
        "Ostria and the Council of Northern Coastal States have agreed to set up a standing working group on fisheries "
        "cooperation, the prime minister's office said Thursday.\n"
        "Foreign secretary Ilse Tarn met the council's chair on the margins of its yearly meeting in Velmar.\n"
        "She delivered a letter from the prime minister, who had stayed at home because of the floods.",
        "en",
    )
    other = SourceArticle(
        "2",
        "Ostria, Northern Council open new way of working on fisheries",
        "Ostria and its northern neighbours have agreed to form a working group to deepen cooperation in "
        "fisheries, officials in Velmar said Thursday, as part of a wider attempt to have a say in quotas.\n"
        "Members of the council want to halve the catch of cod within ten years, a target that trawler owners reject.",
        "en",
    )
    provider = LocalProvider(local_embedder())
    assert told(summarise([one, other], "en", provider=provider)).count("working group") == 1


FEATURE = {
    "en": (
        "The night the sea came into Velmar",
        "Somebody had left a green bicycle leaning against the bakery in Rope Lane.\n"
        "The storm surge flooded the old town of Velmar up to the first floor and cut the power.\n"
        "Soldiers brought 140 guests of the town's hotels to higher ground before the sea came.\n"
        "The town hall will stay closed until engineers have looked at its foundations.",
        "Storm surge floods Velmar's old town",
        "A storm surge flooded the old town of Velmar on Sunday and left 2,400 homes without power.\n"
        "The mayor of Velmar asked the army for pumps and for soldiers to guard empty homes.\n"
        "No one was hurt, since the guests of hotels had been brought to higher ground.",
    ),
    "de": (
        "Die Nacht, in der das Meer nach Velmar kam",
        "In der Seilergasse lehnte noch ein grünes Fahrrad neben der Bäckerei.\n"
        "Die Sturmflut setzte die Altstadt von Velmar bis zum ersten Stock unter Wasser.\n"
        "Soldaten brachten 140 Gäste der Hotels vor der Flut in höher gelegene Straßen.\n"
        "Das Rathaus von Velmar bleibt geschlossen, bis die Fundamente geprüft worden sind.",
        "Sturmflut überschwemmt Altstadt von Velmar",
        "Eine Sturmflut hat am Sonntag die Altstadt von Velmar überschwemmt, 2.400 Haushalte sind ohne Strom.\n"
        "Die Bürgermeisterin von Velmar bat die Armee um Pumpen und um Wachen für leere Häuser.\n"
        "Verletzt wurde niemand, denn die Gäste der Hotels waren in höher gelegene Straßen gebracht worden.",
    ),
    "ko": (
        "바다가 벨마르로 밀려온 밤",
        "줄꼬기 골목 빵집 앞에는 초록색 자전거 한 대가 그대로 기대어 서 있었다.\n"
        "폭풍 해일이 벨마르 구시가지를 덮쳐 건물 1층까지 물에 잠겼다.\n"
        "군인들은 해일에 앞서 호텔 투숙객 140명을 높은 지대로 옮겼다.\n"
        "벨마르 시청은 기초를 점검할 때까지 문을 닫는다고 밝혔다.",
        "폭풍 해일에 벨마르 구시가지 침수",
        "일요일 폭풍 해일로 벨마르 구시가지가 침수돼 2,400가구가 정전됐다.\n"
        "벨마르 시장은 군에 펌프와 빈집을 지킬 병력을 요청했다.\n"
        "호텔 투숙객이 미리 높은 지대로 옮겨져 다친 사람은 없었다.",
    ),
}


@pytest.mark.parametrize("language", FEATURE)
def test_a_scene_that_opens_a_report_is_not_the_news(language: str) -> None:
    title, text, others, other = FEATURE[language]
    story = [SourceArticle("1", others, other, language), SourceArticle("2", title, text, language)]
    assert text.partition("\n")[0] not in told(summarise(story, language))
    assert text.partition("\n")[0] in told(summarise(story[1:], language))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Until then, the otters of Velmar climbed the bank and crossed the road in the dark."),
        ("en", "Inside, the shipping magnate of Velmar had just begun a sentence of many years."),
        ("de", "Bis dahin hatte die Gemeinde Velmar über ein Becken am Grenzgraben nur geredet."),
        ("es", "Desde entonces, los vecinos de Velmar llevan la cuenta de los camiones cisterna."),
        ("ar", "من جهته، قال وزير المالية في فلمار إن الكلفة ستقسم مناصفة بين الدول الست."),
        ("ko", "그 대신 벨마르 시는 다음 달부터 마을버스를 부르면 오는 버스로 바꾸기로 했다."),
        ("en", "The 61-year-old showed no emotion as the judge passed sentence at Velmar Crown Court."),
        ("en", "Another 40 were injured when the bus overturned on a road near Velmar, officials said."),
        ("en", "At least 260 others were injured when the tremor struck Velmar before dawn."),
        ("en", "Both deny the charges and will appear before the court of Velmar again on Thursday."),
        ("en", "The government denies this and says that the money of Velmar will come from land."),
        ("de", "Der 61-Jährige nahm das Urteil am Landgericht Velmar ohne sichtbare Regung entgegen."),
        ("de", "Beide bestreiten die Vorwürfe und wollen sich am Donnerstag vor Gericht äußern."),
        ("de", "Die Regierung bestreitet das und sagt, das Geld komme aus dem Verkauf von Land."),
        ("de", "Davon sollen die Länder nach dem Plan der Ministerin 400 Millionen Euro tragen."),
        ("fr", "« Personne ne dormira dehors cette nuit à Port-Lanne », a-t-il dit."),
        ("fr", "Tous deux nient les faits et comparaîtront de nouveau jeudi devant le tribunal."),
        ("fr", "Âgé de 61 ans, il a été condamné à six ans de prison par le tribunal de Velmar."),
        ("es", "Ambos niegan los cargos y volverán a comparecer el jueves ante el tribunal de Velmar."),
        ("es", "Otras 40 personas resultaron heridas cuando el autobús volcó en la carretera."),
        ("ko", "이 남성은 경찰 조사에서 혐의를 모두 부인한 것으로 전해졌다고 경찰은 밝혔다."),
        ("ko", "두 사람은 혐의를 부인하고 있으며 다음 주 다시 법정에 출석할 예정이다."),
        ("ja", "同氏は容疑を否認しており、弁護士は控訴する方針を明らかにしている。"),
        ("ja", "同日午後には余震が60回以上続き、住民は屋外で夜を過ごした。"),
        ("zh", "该男子否认所有指控，其律师表示将对判决提出上诉。"),
        ("zh", "两人均否认指控，将于下周四再次出庭受审，法院表示。"),
        ("ar", "ونفى الرجل التهم الموجهة إليه وقال محاميه إنه سيستأنف الحكم."),
    ],
)
def test_what_points_behind_it_does_not_stand_alone(language: str, sentence: str) -> None:
    assert not stands_alone(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "On Thursday she moved the second price list to the top of the drawer."),
        ("en", "In 1992, he left the hospital in the hills and never spoke of it again."),
        ("de", "Am Montag hat er alle Vorwürfe erneut und mit lauter Stimme zurückgewiesen."),
        ("es", "El lunes ella volvió a sostener la cuerda junto al río durante toda la noche."),
    ],
)
def test_who_is_not_named_leans_on_the_sentence_before(language: str, sentence: str) -> None:
    assert not stands_alone(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Torvik said on Monday that he would appeal against the ban of four years."),
        ("en", "On Thursday Ada Lorne moved the second price list to the top, as she had said."),
        ("en", "The coroner said on Monday that he believes in a natural death of the singer."),
        ("de", "Der Zug aus Velmar hielt am Montag, als er den Bahnhof verlassen hatte."),
        ("en", "The 61-year-old mayor, Ada Lorne, showed no emotion at Velmar Crown Court."),
        ("en", "Both the mayor and the harbour master of Velmar deny that they knew of the fire."),
        ("en", "Torvik says the bridge was safe on that day, but the union of engineers denies this."),
        ("de", "Der 61-jährige Torvik nahm das Urteil am Landgericht ohne sichtbare Regung entgegen."),
        ("ja", "市長は会見で、港の再建には二年以上かかるとの見通しを示し、国に支援を求めた。"),
        ("zh", "市长在记者会上表示，港口的重建需要两年以上的时间，并请求国家支援。"),
    ],
)
def test_who_is_named_before_a_pronoun_stands_alone(language: str, sentence: str) -> None:
    assert stands_alone(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Correction: An earlier report said that the ferry of Velmar had 241 passengers on board."),
        ("de", "In einer früheren Fassung dieses Textes war von 241 Passagieren der Fähre die Rede."),
        ("es", "Corrección: una versión anterior decía que el transbordador llevaba 241 pasajeros."),
        ("ja", "訂正：フェリーの乗客は241人ではなく214人でした。おわびして訂正します。"),
    ],
)
def test_what_a_house_corrects_is_not_told_as_news(language: str, sentence: str) -> None:
    assert not stands_alone(sentence, language)


def test_copies_count_once() -> None:
    assert summarise([FERRY, RIVAL, COPY], "en") == summarise([FERRY, RIVAL], "en")


def test_the_readers_language_speaks_first() -> None:
    assert summarise(STORY, "de").headline == GERMAN.title
    assert "Sandbank gelaufen" in told(summarise(STORY, "de"))


def test_another_language_speaks_where_the_readers_is_silent() -> None:
    assert summarise([GERMAN], "ko").headline == GERMAN.title


def test_nothing_to_say() -> None:
    assert summarise([], "en") == Summary("", ())
    assert summarise([SourceArticle("1", "Only a headline", "", "en")], "en") == Summary("Only a headline", ())


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("VELMAR (Norwire) - Rain fell.", "Rain fell."),
        ("OSTRIA CITY, May 4 (Norwire) -- Rain fell.", "Rain fell."),
        ("Velmar, 4 may (NOR).- Llovió.", "Llovió."),
        ("Velmar (dpa) - Es regnete.", "Es regnete."),
        ("- Llovió toda la noche.", "Llovió toda la noche."),
        ("Velmar/Tarv (nkn) - Es regnete.", "Es regnete."),
        ("وادي فلمار (الفنار) - هطل المطر.", "هطل المطر."),
        ("(벨마르=노르통신) 홍길동 기자 = 비가 내렸다.", "비가 내렸다."),
        ("(벨마르=노르통신) 홍길동 임꺽정 기자 = 비가 내렸다.", "비가 내렸다."),
        ("北社维尔马8月9日电（记者张某）下雨了。", "下雨了。"),
        ("北社维尔马8月9日电 下雨了。", "下雨了。"),
        ("【ベルマル北通信】雨が降った。", "雨が降った。"),
        ("Velmar, 9 août 2031 (NOR) - Il a plu.", "Il a plu."),
        ("Velmar, May 9, 2031 (NOR) - Rain fell.", "Rain fell."),
        ("فلمار - هطل المطر.", "هطل المطر."),
        ("وقال العمدة - وهو يبتسم - إن المطر هطل.", "وقال العمدة - وهو يبتسم - إن المطر هطل."),
        ("8月9日电影上映。", "8月9日电影上映。"),
        ("VELMAR — Rain fell.", "Rain fell."),
        ("Rain fell over Velmar - and it kept falling.", "Rain fell over Velmar - and it kept falling."),
        ("Rain fell. (Norwire)", "Rain fell."),
    ],
)
def test_datelines_move_the_start(line: str, bare: str) -> None:
    found = without_dateline(Span(7, 7 + len(line), line))
    assert found.text == bare
    assert line[found.start - 7 : found.end - 7] == bare


@pytest.mark.parametrize(
    "sentence",
    [
        "However, the council of Velmar postponed the vote on the harbour to June.",
        "Will the council of Velmar postpone the vote on the harbour to June?",
        '"The council of Velmar will postpone the vote on the harbour to June."',
        '"The council of Velmar will postpone the vote on the harbour," she added.',
        'The council of Velmar called the vote on the harbour "a mistake.',
        "the council of Velmar postponed the vote on the harbour to next June.",
        "The council of Velmar postponed the vote on the harbour to next June",
        "On the quay of Velmar I have seen nothing but fog since early Monday.",
        "Too short.",
    ],
)
def test_what_leans_on_its_neighbours_is_not_cited(sentence: str) -> None:
    assert not stands_alone(sentence, "en")


def test_a_quotation_with_its_speaker_stands_alone() -> None:
    assert stands_alone('"The vote on the harbour was a mistake," said council member Jana Holt.', "en")


@given(st.lists(st.text(max_size=300), max_size=4), st.sampled_from(["en", "ko", "de", ""]))
def test_any_text_gives_spans(texts: list[str], language: str) -> None:
    articles = [SourceArticle(str(n), "", text, language) for n, text in enumerate(texts)]
    for sentence in summarise(articles, language).sentences:
        cite = sentence.cites[0]
        assert texts[int(cite.article)][cite.start : cite.end] == sentence.text


def test_ten_articles_are_quick() -> None:
    lines = [f"The council of Velmar debated point {n} of the harbour plan on Monday afternoon." for n in range(30)]
    articles = [SourceArticle(str(n), f"Report {n}", f"Report {n}.\n" + "\n".join(lines[n:]), "en") for n in range(10)]
    summarise(articles, "en")
    start = time.process_time()
    summarise(articles, "en")
    assert time.process_time() - start < 0.5
