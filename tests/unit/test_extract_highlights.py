"""Key points above a text are no part of it where they only repeat it."""

import pytest

from octavo.extract import extract

TEXTS = {
    "en": (
        "The old lighthouse at Elster Point will be lit again in March after nine years, the port authority said.",
        "Repairs cost 2.4 million euros, of which the state pays half and the town of Port Elster pays the rest.",
        "Keeper Ada Quill, who lived in the tower until 2022, will return to train four volunteers over the winter.",
        "Opponents say that satellite navigation has made the tower useless, and want the money for the school.",
    ),
    "de": (
        "Der alte Leuchtturm von Elster wird im März nach neun Jahren wieder leuchten, teilte der Hafen am Montag mit.",
        "Die Reparatur kostet 2,4 Millionen Euro, von denen das Land die Hälfte zahlt und die Stadt den anderen Teil.",
        "Wärterin Ada Quill, die bis 2022 im Turm wohnte, kehrt zurück und bildet im Winter vier Freiwillige aus.",
        "Gegner sagen, der Turm sei durch die Satelliten überflüssig, und wollen das Geld lieber für die Schule haben.",
    ),
    "ko": (
        "엘스터 곶의 오래된 등대가 구 년 만에 내년 삼월부터 다시 불을 밝힌다고 항만청이 월요일 밝혔다.",
        "수리비는 모두 240만 유로이며 절반은 국가가 부담하고 나머지는 포트엘스터 시가 부담하기로 했다.",
        "2022년까지 등대에서 살았던 등대지기 아다 퀼이 돌아와 겨울 동안 자원봉사자 네 명을 가르칠 예정이라고 한다.",
        "반대하는 사람들은 위성 항법 때문에 등대가 쓸모없어졌다며 그 돈을 항구의 학교에 쓰는 편이 낫다고 주장한다.",
    ),
}
REPEATED = {
    "en": ("The lighthouse at Elster Point will be lit again in March", "Repairs cost 2.4 million euros"),
    "de": ("Der Leuchtturm von Elster wird im März wieder leuchten", "Die Reparatur kostet 2,4 Millionen Euro"),
    "ko": ("엘스터 곶의 등대가 내년 삼월부터 다시 불을 밝힌다", "수리비는 240만 유로, 절반은 국가가 부담"),
}


def shown(language: str, points: tuple[str, ...], place: int = 0, heading: str = "") -> str:
    listed = f"<div>{heading}<ul>{''.join(f'<li>{point}</li>' for point in points)}</ul></div>"
    paragraphs = [f"<p>{sentence}</p>" for sentence in TEXTS[language]]
    body = "".join([*paragraphs[:place], listed, *paragraphs[place:]])
    page = f"<html lang={language}><title>Elster</title><body><article><h1>Elster</h1>{body}</article></body></html>"
    article = extract(page, "https://post.example/elster")
    assert all(sentence in article.text for sentence in TEXTS[language])
    assert all((point in article.html) == (point in article.text) for point in points)
    return article.text


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("language", TEXTS)
def test_points_that_the_text_tells_are_left_out_with_their_heading(language: str, place: int) -> None:
    text = shown(
        language, REPEATED[language], place, "<p>By Ada Quill, 3 March 2031, 4 min read</p><h3>Elster: in brief</h3>"
    )
    assert text.split("\n") == list(TEXTS[language])


@pytest.mark.parametrize(
    "points",
    [
        (*REPEATED["en"], "The lamp itself was built in Gdansk by Holm and Sons"),
        (REPEATED["en"][0], "Repairs cost 2.6 million euros"),
        ("The lamp itself was built in Gdansk", "Visitors pay three euros on Sundays"),
        ("Elster Point", "Port Elster", "Ada Quill"),
        REPEATED["en"][:1],
        REPEATED["en"] * 4,
    ],
)
def test_a_list_stays_that_tells_more_or_is_no_list_of_points(points: tuple[str, ...]) -> None:
    text = shown("en", points)
    assert all(point in text for point in points)


def test_a_list_further_down_is_the_texts_own() -> None:
    assert all(point in shown("en", REPEATED["en"], 3) for point in REPEATED["en"])
