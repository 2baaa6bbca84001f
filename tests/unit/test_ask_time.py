"""Questions of a time: what they ask of is read from the asker's day, and answered from reports of that time alone."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from octavo.cli import app
from octavo.core.vectors import local_embedder
from octavo.enrich.answering import Archive, Period, Present, ask, asked_time
from octavo.enrich.inputs import SourceArticle

THURSDAY = Present(date(2031, 5, 8))


def spans(question: str, language: str) -> list[str]:
    """Return the spans that a question asks of, each by its first and last day where it has several."""
    periods = asked_time(question, language, THURSDAY).periods
    return [f"{one.first}" if one.first == one.last else f"{one.first} {one.last}" for one in periods]


LAST_WEEK = "2031-04-28 2031-05-04"
SINCE_MONDAY = "2031-05-05 2031-05-08"


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "What happened yesterday?", ["2031-05-07"]),
        ("en", "Who was hurt this morning?", ["2031-05-08"]),
        ("en", "Who won last week?", [LAST_WEEK]),
        ("en", "What has closed since Monday?", [SINCE_MONDAY]),
        ("en", "What did Joe Friday say on Wednesday?", ["2031-05-07", "2031-05-14"]),
        ("en", "Who spoke last Friday?", ["2031-05-02"]),
        ("en", "Who won last week's derby?", [LAST_WEEK]),
        ("de", "Wer schoss im Mai die vier Tore?", ["2031-05-01 2031-05-31"]),
        ("en", "Who was arrested three days ago?", ["2031-05-05"]),
        ("en", "What burned in the last 3 days?", [SINCE_MONDAY]),
        ("en", "How many died in March?", ["2031-03-01 2031-03-31"]),
        ("en", "What did Theresa May announce in May 2029?", ["2029-05-01 2029-05-31"]),
        ("en", "What opened on 3 March?", ["2031-03-03"]),
        ("de", "Wer gewann gestern?", ["2031-05-07"]),
        ("de", "Wer gewann letzte Woche?", [LAST_WEEK]),
        ("de", "Was ist seit Montag passiert?", [SINCE_MONDAY]),
        ("de", "Was geschah heute Morgen?", ["2031-05-08"]),
        ("de", "Wie viele starben am 3. März?", ["2031-03-03"]),
        ("es", "¿Quién ganó ayer?", ["2031-05-07"]),
        ("es", "¿Qué pasó la semana pasada?", [LAST_WEEK]),
        ("es", "¿Qué ha pasado desde el lunes?", [SINCE_MONDAY]),
        ("es", "¿Qué pasó el viernes pasado?", ["2031-05-02"]),
        ("ko", "어제 타르반에서 무슨 일이 있었나요?", ["2031-05-07"]),
        ("ko", "지난주에 누가 이겼나요?", [LAST_WEEK]),
        ("ko", "월요일부터 무엇이 닫혔나요?", [SINCE_MONDAY]),
        ("ko", "3일 전에 누가 체포됐나요?", ["2031-05-05"]),
        ("ja", "昨日タルバンで何がありましたか?", ["2031-05-07"]),
        ("ja", "先週の金曜日に誰が勝ちましたか?", ["2031-05-02"]),
        ("ja", "月曜日から何が閉まりましたか?", [SINCE_MONDAY]),
        ("zh", "昨天塔尔万发生了什么?", ["2031-05-07"]),
        ("zh", "上周谁赢了?", [LAST_WEEK]),
        ("zh", "自周一以来什么关闭了?", [SINCE_MONDAY]),
        ("zh", "三天前谁被捕?", ["2031-05-05"]),
        ("ar", "ماذا حدث أمس في تارفان؟", ["2031-05-07"]),
        ("ar", "من فاز الأسبوع الماضي؟", [LAST_WEEK]),
        ("ar", "ماذا حدث منذ يوم الاثنين؟", [SINCE_MONDAY]),
        ("ms", "Apa yang berlaku semalam di Tarvan?", ["2031-05-07"]),
        ("ms", "Siapa menang minggu lalu?", [LAST_WEEK]),
        ("ms", "Apa yang berlaku sejak Isnin?", [SINCE_MONDAY]),
        ("ms", "Apa yang berlaku pada 3 Mac?", ["2031-03-03"]),
    ],
)
def test_a_question_asks_of_days_and_spans(language: str, question: str, expected: list[str]) -> None:
    assert spans(question, language) == expected


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who won the last match?"),
        ("en", "What did May say?"),
        ("en", "What did Joe Friday say?"),
        ("en", "How many were hurt on Black Friday?"),
        ("en", "What opened on 14 July Square?"),
        ("en", "Who must pay by Friday?"),
        ("en", "Who plays every Friday?"),
        ("en", "What is the old mill used for today?"),
        ("en", "What did Medora earn last year?"),
        ("zh", "韦尔马市到周四共有多少人得病?"),
        ("en", "What happened to the bridge?"),
        ("en", "What is the latest film of Mara Dell?"),
        ("en", "What news agency reported the fire?"),
        ("de", "Was sagte Frau Freitag?"),
        ("de", "Wer gewann das letzte Spiel?"),
        ("de", "Was geschah am Schwarzen Freitag?"),
        ("es", "¿Qué dijo Domingo?"),
        ("es", "¿Qué hay en la plaza 25 de Mayo?"),
        ("es", "¿Quién ganó el último partido?"),
        ("ko", "모레노 씨는 뭐라고 말했나요?"),
        ("ko", "지난 경기에서 누가 이겼나요?"),
        ("ja", "明日香村で何がありましたか?"),
        ("ms", "Apa kata Khamis?"),
    ],
)
def test_names_and_what_is_last_of_its_kind_are_no_time(language: str, question: str) -> None:
    when = asked_time(question, language, THURSDAY)
    assert (when.rest, when.periods, when.is_news) == (question, (), False)


@pytest.mark.parametrize(
    ("language", "question", "topic"),
    [
        ("en", "What is the latest on Cyclone Orla?", "Cyclone Orla"),
        ("en", "What happened in Velmar yesterday?", "in Velmar"),
        ("en", "What's new?", ""),
        ("de", "Was gibt es Neues über den Streik?", "über den Streik"),
        ("de", "Was ist gestern in Velmar passiert?", "in Velmar"),
        ("es", "¿Qué es lo último sobre el puente?", "el puente"),
        ("ko", "벨마르 다리에 대한 최신 소식은 무엇인가요?", "벨마르 다리"),
        ("ja", "ベルマル橋の最新情報は?", "ベルマル橋"),
        ("zh", "关于韦尔马桥的最新消息是什么?", "韦尔马桥"),
        ("ar", "ما آخر أخبار الجسر؟", "الجسر"),
        ("ms", "Apakah berita terkini tentang jambatan?", "jambatan"),
        ("en", "Any updates on the bridge?", "the bridge"),
        ("en", "What happened in Velmar recently?", "in Velmar"),
        ("en", "latest bridge news", "bridge"),
        ("de", "Neues zum Streik", "Streik"),
        ("de", "Was ist kürzlich in Velmar passiert?", "in Velmar"),
        ("es", "lo último del puente", "puente"),
        ("es", "¿Qué pasó recientemente en Velmar?", "en Velmar"),
        ("ko", "벨마르 다리에 관한 최근 소식은?", "벨마르 다리"),
        ("ko", "벨마르 다리와 관련된 최신 소식은?", "벨마르 다리"),
        ("ko", "최근 벨마르 다리에 무슨 일이 있었나요?", "벨마르 다리"),
        ("ko", "벨마르 다리는 지금 어떻게 됐나요?", "벨마르 다리"),
        ("ko", "벨마르 다리 뉴스", "벨마르 다리"),
        ("ja", "最近ベルマル橋で何がありましたか?", "ベルマル橋"),
        ("ja", "ベルマル橋についての最新情報を教えてください", "ベルマル橋"),
        ("ja", "ベルマル橋は今どうなっていますか?", "ベルマル橋"),
        ("ja", "ベルマル橋の近況は?", "ベルマル橋"),
        ("zh", "韦尔马桥最近怎么样了?", "韦尔马桥"),
        ("zh", "韦尔马桥最近发生了什么?", "韦尔马桥"),
        ("zh", "关于韦尔马桥有什么最新报道?", "韦尔马桥"),
    ],
)
def test_a_question_asks_for_news_of_a_topic(language: str, question: str, topic: str) -> None:
    when = asked_time(question, language, THURSDAY)
    assert (when.rest, when.is_news) == (topic, True)


def test_days_are_reckoned_where_the_asker_is() -> None:
    late = datetime(2031, 5, 7, 20, tzinfo=UTC)
    assert [Present(date(2031, 5, 8), zone).day_of(late).day for zone in (UTC, ZoneInfo("Asia/Seoul"))] == [7, 8]
    assert Present(date(2031, 5, 8), ZoneInfo("America/Lima")).day_of(datetime(2031, 5, 7, tzinfo=UTC)).day == 7


def test_times_beyond_the_calendar_are_none() -> None:
    early = Present(date(1, 1, 1))
    for question in ("What happened last month?", "Who won on 3 March 0001?", "Who won on 31 December 9999?"):
        assert asked_time(question, "en", early).periods == ()


def test_a_text_of_many_days_is_no_question_of_a_time() -> None:
    assert asked_time("Monday " * 10_000, "en", THURSDAY).periods == ()


def report(key: str, day: int, title: str, text: str, language: str = "en") -> SourceArticle:
    return SourceArticle(key, title, text, language, published=datetime(2031, 5, day, 10, tzinfo=UTC))


REPORTS = (
    report("warning", 4, "Cyclone Orla nears Velmar",
           "Some 900 people were told to leave the coast of Velmar as Cyclone Orla drew near.\n"
           "Forecasters spoke of winds of 150 kilometres an hour."),
    report("landfall", 6, "Cyclone Orla kills four in Velmar",
           "Cyclone Orla came ashore at Velmar at dawn, killing four people and cutting the power.\n"
           "Roofs were torn off along the harbour, the mayor said."),
    report("power", 7, "Lights are on again after Cyclone Orla",
           "Power is back in all of Velmar two days after Cyclone Orla, the grid company said.\n"
           "The repairs cost 12 million crowns."),
    report("rates", 8, "Bank of Velmar raises its rate",
           "The Bank of Velmar raised its rate to 4 percent.\n"
           "Three members had wanted to wait until the damage of Cyclone Orla was known."),
    report("brand", 6, "Fabrik in Lindwald brennt nieder",
           "In Lindwald ist eine Möbelfabrik niedergebrannt, zwölf Menschen wurden verletzt.\n"
           "Der Schaden liegt nach Angaben der Polizei bei drei Millionen Kronen.", "de"),
    report("wahl", 7, "Lindwald wählt Rosa Emmert",
           "Rosa Emmert ist neue Bürgermeisterin von Lindwald, sie gewann mit 58 Prozent.", "de"),
    report("puente", 7, "Reabre el puente de Tolmera",
           "El puente de Tolmera reabrió tras nueve meses de obras, anunció la alcaldesa.", "es"),
    report("derrumbe", 2, "Se hunde parte del puente de Tolmera",
           "Un tramo del puente de Tolmera se hundió sin causar heridos, según la policía.", "es"),
    report("jiji", 7, "은하시 시장에 안나래 당선",
           "안나래 후보가 은하시 시장 선거에서 당선됐다고 선거관리위원회가 밝혔다.", "ko"),
)  # fmt: skip


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(REPORTS, local_embedder())


def told(archive: Archive, question: str, language: str, present: Present | None = THURSDAY) -> list[str]:
    """Return the reports that answer a question, in order; none where it is refused."""
    return [cite.article for one in ask(archive, question, language, present).sentences for cite in one.cites]


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "What is the latest on Cyclone Orla?", ["power", "landfall", "warning"]),
        ("en", "What happened in Velmar on Tuesday?", ["landfall"]),
        ("en", "What happened to Cyclone Orla since Tuesday?", ["power", "landfall"]),
        ("en", "What is the latest on the whale of Grelm?", []),
        ("es", "¿Qué hay de nuevo sobre el puente de Tolmera?", ["puente", "derrumbe"]),
        ("es", "¿Qué pasó ayer con el puente de Tolmera?", ["puente"]),
        ("es", "¿Qué pasó anteayer con el puente de Tolmera?", []),
        ("de", "Was ist gestern in Lindwald passiert?", ["wahl"]),
        ("de", "Was ist letzte Woche in Lindwald passiert?", []),
        ("ko", "어제 은하시에서 무슨 일이 있었나요?", ["jiji"]),
    ],
)
def test_news_are_the_heads_of_reports_of_the_topic_newest_first(
    archive: Archive, language: str, question: str, expected: list[str]
) -> None:
    assert told(archive, question, language) == expected


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "How many people did Cyclone Orla kill on Tuesday?", ["landfall"]),
        ("en", "How many people did Cyclone Orla kill last month?", []),
        ("en", "How many people did Cyclone Orla kill?", ["landfall"]),
        ("de", "Wie viele Menschen wurden vorgestern in Lindwald verletzt?", ["brand"]),
        ("de", "Wie viele Menschen wurden letzte Woche in Lindwald verletzt?", []),
    ],
)
def test_only_what_is_of_the_time_answers(archive: Archive, language: str, question: str, expected: list[str]) -> None:
    assert told(archive, question, language)[:1] == expected


def test_a_refusal_shows_what_is_nearest_of_other_times(archive: Archive) -> None:
    refused = ask(archive, "How many people did Cyclone Orla kill last month?", "en", THURSDAY)
    assert (refused.answered, refused.sentences) == (False, ())
    assert "killing four" in refused.nearest[0].sentence.text


def test_an_event_counts_by_its_own_day_and_not_by_its_report_s() -> None:
    late = report("late", 8, "Mill at Tarn burns", "The mill at Tarn burned down on Monday, 14 people were hurt.")
    archive = Archive([late], local_embedder())
    assert told(archive, "How many people were hurt at Tarn on Monday?", "en") == ["late"]
    assert told(archive, "How many people were hurt at Tarn yesterday?", "en") == []
    assert told(archive, "How many people were hurt at Tarn today?", "en") == []


def test_a_month_counts_where_a_later_report_names_it() -> None:
    later = report("later", 8, "Fresco draws crowds", "In April 4,000 people saw the fresco at Tarn, its keeper said.")
    archive = Archive([later], local_embedder())
    assert told(archive, "How many people saw the fresco in April?", "en") == ["later"]
    assert told(archive, "How many people saw the fresco in March?", "en") == []


def test_without_a_present_or_times_nothing_changes(archive: Archive) -> None:
    undated = [SourceArticle(one.id, one.title, one.text, one.language) for one in REPORTS]
    question = "How many people did Cyclone Orla kill on Tuesday?"
    answers = [
        ask(Archive(undated, local_embedder()), question, "en", THURSDAY),
        ask(Archive(undated, local_embedder()), question, "en"),
        ask(archive, question, "en"),
    ]
    assert answers[0] == answers[1]
    assert [one.sentence for one in answers[1].nearest] == [one.sentence for one in answers[2].nearest]


@pytest.mark.parametrize(
    ("language", "question", "is_answered"),
    [
        ("en", "How many people did Cyclone Orla kill?", True),
        ("en", "How many people did Cyclone Orla kill last week?", False),
        ("en", "How many people did Cyclone Orla kill yesterday?", False),
        ("de", "Wie viele Menschen wurden in Lindwald verletzt?", True),
        ("de", "Wie viele Menschen wurden gestern in Lindwald verletzt?", False),
        ("es", "¿Qué reabrió hace tres días en Tolmera?", False),
        ("ko", "어제 은하시 시장 선거에서 누가 당선됐나요?", False),
    ],
)
def test_reports_of_which_nobody_knows_the_day_tell_nothing_of_yesterday(
    language: str, question: str, is_answered: bool
) -> None:
    undated = Archive([SourceArticle(one.id, one.title, one.text, one.language) for one in REPORTS], local_embedder())
    assert ask(undated, question, language, THURSDAY).answered == is_answered


def test_the_command_takes_the_day_on_which_it_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    lines = [
        {"id": one.id, "title": one.title, "text": one.text, "language": one.language, "published": f"{one.published}"}
        for one in REPORTS
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    question = "What happened to Cyclone Orla yesterday?"
    command = ["ask", question, str(file)]
    found = {
        day: json.loads(CliRunner().invoke(app, [*command, "--day", day]).stdout)["answered"]
        for day in ("2031-05-08", "2031-07-08")
    }
    assert found == {"2031-05-08": True, "2031-07-08": False}
    newest = max(one.published for one in REPORTS if one.published)
    as_of_newest = CliRunner().invoke(app, [*command, "--day", f"{newest:%Y-%m-%d}"]).stdout
    assert CliRunner().invoke(app, command).stdout == as_of_newest


def test_a_span_holds_what_lies_within() -> None:
    week, day = Period(date(2031, 5, 5), date(2031, 5, 11)), Period(date(2031, 5, 8), date(2031, 5, 8))
    assert (week.holds(day), day.holds(week)) == (True, False)
