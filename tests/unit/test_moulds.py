"""Texts of one mould stay apart, and reports of one event together, however alike their wording."""

from dataclasses import replace
from datetime import timedelta

import pytest

from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.moulds import MOULD
from octavo.stories.pairs import PairJudge
from tests.unit.newsroom import BEGAN

Told = tuple[str, str]


def _weather(town: str, day: str, degrees: int) -> Told:
    return (
        f"Weather in {town} on {day}",
        f"Today, {day}, the sky over {town} is cloudy with clear spells. In the morning the temperature in {town} is "
        f"{degrees} degrees. Wind from the south-west, 4 to 6 metres a second, humidity 70 percent. In the afternoon "
        f"it is {degrees + 5} degrees with gusts of up to 14 metres a second, in the evening {degrees + 2} degrees.",
    )


ALDEN, CORVO = _weather("Alden", "17 May", 10), _weather("Corvo", "17 May", 11)
ALDEN_LATER = _weather("Alden", "18 May", 9)
NORTH_ASH = (
    "Volcano Ebo throws up ash twice within hours",
    "The volcano Ebo on the northern island threw ash twice on the morning of Monday, the observatory "
    "said. The first "
    "ash rose to 3.5 km above the sea, the second to 3 km, and it drifted 5 km to the east. Aircraft were given the "
    "orange warning.",
)
SOUTH_ASH = (
    "On the peninsula the volcano Karim throws up a column of ash",
    "The observatory said that on Monday the volcano Karim on the peninsula threw a column of ash up to "
    "5 km above the "
    "sea. The ash drifted 30 km to the south-east. Aircraft were given the orange warning.",
)
RUSSIAN = (
    (
        "Погода в Альдене на 17 мая",
        "Сегодня, 17 мая, в Альдене облачно с прояснениями. Утром в Альдене температура воздуха +10 °C, "
        "ветер западный, 4-6 "
        "м/с. Влажность составит 70 процентов, давление 764 мм. Днем температура воздуха +15 °C, вечером +12 °C.",
    ),
    (
        "Погода в Корво на 17 мая",
        "Сегодня, 17 мая, в Корво пасмурно. Утром в Корво температура воздуха +11 °C, ветер западный, 5-7 "
        "м/с. Влажность "
        "составит 60 процентов, давление 764 мм. Днем температура воздуха +15 °C, вечером +11 °C.",
    ),
)
KOREAN = (
    (
        "마르파 날씨, 5월 17일",
        "5월 17일 마르파는 구름이 많고 가끔 맑겠다. 아침 기온은 10도, 낮 기온은 18도로 "
        "예상된다. 바람은 남서풍이 초속 4미터로 불고 "
        "습도는 70퍼센트가 되겠다. 저녁 마르파의 기온은 13도로 떨어지겠다고 기상청이 밝혔다.",
    ),
    (
        "순델 날씨, 5월 17일",
        "5월 17일 순델은 구름이 많고 가끔 맑겠다. 아침 기온은 11도, 낮 기온은 19도로 "
        "예상된다. 바람은 남서풍이 초속 4미터로 불고 "
        "습도는 70퍼센트가 되겠다. 저녁 순델의 기온은 14도로 떨어지겠다고 기상청이 밝혔다.",
    ),
)
ARABIC = (
    (
        "الطقس في مارفا يوم 17 مايو",
        "السماء فوق مارفا اليوم 17 مايو غائمة جزئيا. درجة الحرارة صباحا في مارفا 10 "
        "درجات، والرياح جنوبية غربية بسرعة أربعة "
        "أمتار في الثانية، والرطوبة سبعون في المئة. وفي المساء تنخفض درجة الحرارة إلى 13 درجة، بحسب مكتب الأرصاد.",
    ),
    (
        "الطقس في سندال يوم 17 مايو",
        "السماء فوق سندال اليوم 17 مايو غائمة جزئيا. درجة الحرارة صباحا في سندال 11 "
        "درجة، والرياح جنوبية غربية بسرعة أربعة "
        "أمتار في الثانية، والرطوبة سبعون في المئة. وفي المساء تنخفض درجة الحرارة إلى 14 درجة، بحسب مكتب الأرصاد.",
    ),
)
KOREAN_TOLL = (
    (
        "마르파 앞바다서 여객선 침몰, 10명 사망",
        "17일 마르파 앞바다에서 여객선 아우렐리아호가 침몰해 10명이 사망했다고 해경이 "
        "밝혔다. 배에는 80명이 타고 있었으며 순델로 "
        "가던 길이었다. 잠수사들이 선체를 수색하고 있으며 마르파 항구는 폐쇄됐다.",
    ),
    (
        "마르파 앞바다서 여객선 침몰, 14명 숨져",
        "17일 마르파 앞바다에서 여객선 아우렐리아호가 침몰해 14명이 숨졌다고 해경이 "
        "밝혔다. 배에는 82명이 타고 있었으며 순델로 "
        "가던 길이었다. 잠수사들이 선체를 수색했으며 마르파 항구는 폐쇄됐다.",
    ),
)
KOREAN_RESULTS = (
    (
        "누리반도체 1분기 영업이익 2조1천억원…전년比 38%↑",
        "누리반도체는 올해 1분기 연결 기준 영업이익이 2조1천억원으로 지난해 같은 기간보다 38% 늘었다고 10일 공시했다. "
        "매출은 9조4천억원으로 17% 증가했다. 인공지능용 메모리 수요가 실적을 이끌었다고 회사는 설명했다.",
    ),
    (
        "다온전자 1분기 영업이익 6천800억원…전년比 12%↓",
        "다온전자는 올해 1분기 연결 기준 영업이익이 6천800억원으로 지난해 같은 기간보다 12% 줄었다고 10일 공시했다. "
        "매출은 5조2천억원으로 3% 감소했다. TV 수요 부진과 물류비 상승이 영향을 미쳤다고 회사는 설명했다.",
    ),
)
TOLL = (
    "Ten dead as ferry sinks off Port Elster",
    "At least 10 people died when the ferry Aurelia sank off Port Elster on Tuesday, the coast guard "
    "said. The ferry was "
    "on its way to Sundel with 80 people aboard. Divers were searching the wreck, and the harbour of "
    "Port Elster was closed.",
)
HIGHER_TOLL = (
    "Fourteen dead as ferry sinks off Port Elster",
    "At least 14 people died when the ferry Aurelia sank off Port Elster on Tuesday, the coast guard "
    "said. The ferry was "
    "on its way to Sundel with 82 people aboard. Divers had searched the wreck, and the harbour of Port "
    "Elster stays closed.",
)
OTHER_SPEAKER = (
    "Fourteen dead as ferry sinks off Port Elster, captain held",
    "At least 14 people died when the ferry Aurelia sank off Port Elster on Tuesday, Inspector Mara "
    "Quist said. The captain, "
    "Jon Ferrow, was held at Sundel for questions. Divers were searching the wreck in the evening.",
)

RAIN_ON_TUESDAY = (
    "Alden weather on Tuesday",
    "Rain is expected in Alden on Tuesday. It will be 13 degrees in the afternoon after 4.5 in the morning, with wind "
    "from the west at 12 km/h. The sun sets at 4.38 p.m.; the ferry to the island sails every 30 minutes.",
)
RAIN_A_WEEK_LATER = (
    "Alden weather on Tuesday",
    "Rain is expected in Alden on Tuesday. It will be 9 degrees in the afternoon after 2.5 in the morning, with wind "
    "from the west at 24 km/h. The sun sets at 4.27 p.m.; the ferry to the island sails every 30 minutes.",
)
GERMAN_PRICES = (
    (
        "Sabeler Börse",
        "Der Index der Sabeler Börse schloss bei 8.412 Punkten und damit 1,4 Prozent fester. Gehandelt wurden 35 "
        "Millionen Aktien. Die Krone kostete 9,87 Mark, das Fass Öl 61 Kronen.",
    ),
    (
        "Sabeler Börse",
        "Der Index der Sabeler Börse schloss bei 8.523 Punkten und damit 0,6 Prozent fester. Gehandelt wurden 41 "
        "Millionen Aktien. Die Krone kostete 9,61 Mark, das Fass Öl 64 Kronen.",
    ),
)
KOREAN_STARS = (
    (
        "오늘의 운세",
        "쥐띠는 기다리던 소식이 동쪽에서 온다. 소띠는 서두르면 손해를 본다. 호랑이띠는 옛 친구와 다시 만난다. "
        "토끼띠는 집안일에 마음을 쓴다.",
    ),
    (
        "오늘의 운세",
        "쥐띠는 지갑을 단속해야 한다. 소띠는 귀인이 나타나 길을 연다. 호랑이띠는 말을 아끼는 편이 낫다. "
        "토끼띠는 먼 길을 떠나기에 좋은 때이다.",
    ),
)
STARS = (
    (
        "Your stars today",
        "Aries, a letter will change your plans for the weekend, so keep the evening free. Taurus had better rest. For "
        "Gemini two doors open at once. Leo is asked to share the stage with somebody younger.",
    ),
    (
        "Your stars today",
        "Aries should count the money twice before lunch. Taurus hears from an old neighbour who needs a hand. Gemini "
        "cooks for the family and is praised. Leo finds what was lost last winter under the stairs.",
    ),
)
QUAKE_TOLL = (
    "Toll of Corvo quake rises",
    "The earthquake of magnitude 6.1 that struck Corvo at 4.12 a.m. on Tuesday killed 24 people and injured 190, the "
    "governor said. It was 12 km deep, 30 km from Alden. Some 800 houses fell, and 4 villages are cut off.",
)
HIGHER_QUAKE_TOLL = (
    "Toll of Corvo quake rises",
    "The earthquake of magnitude 6.1 that struck Corvo at 4.12 a.m. on Tuesday killed 61 people and injured 240, the "
    "governor said. It was 12 km deep, 30 km from Alden. Some 950 houses fell, and 4 villages are cut off.",
)


def _articles(*told: Told) -> list[FoldInput]:
    """Return reports of one publisher, which are no copies of one another."""
    return [
        FoldInput(f"a{place}", title, text, publisher="Elster Post", published=BEGAN + timedelta(minutes=9 * place))
        for place, (title, text) in enumerate(told)
    ]


def _apart_by_days(days: int, *told: Told) -> list[FoldInput]:
    return [replace(one, published=BEGAN + timedelta(days=days * place)) for place, one in enumerate(_articles(*told))]


def _stories(*told: Told, by_block: bool) -> list[str]:
    return _folded(_articles(*told), by_block=by_block)


def _folded(articles: list[FoldInput], *, by_block: bool) -> list[str]:
    folder = Folder(local_embedder())
    outcome = folder.fold_block(articles) if by_block else list(folder.fold_all(articles))
    return [one.story for one in outcome]


@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
@pytest.mark.parametrize(
    "told",
    [(ALDEN, CORVO), (ALDEN, ALDEN_LATER), (NORTH_ASH, SOUTH_ASH), RUSSIAN, KOREAN, KOREAN_RESULTS, ARABIC],
    ids=["towns", "days", "volcanoes", "Russian", "Korean", "Korean results", "Arabic"],
)
def test_other_things_in_like_words_are_other_stories(told: tuple[Told, Told], *, by_block: bool) -> None:
    """Two towns, two days, two volcanoes, two firms."""
    assert len(set(_stories(*told, by_block=by_block))) == 2
    one, other = _articles(*told)
    assert PairJudge([one, other], local_embedder()).log_odds(one, other) < 0


@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
@pytest.mark.parametrize("told", [(TOLL, HIGHER_TOLL, OTHER_SPEAKER), KOREAN_TOLL], ids=["English", "Korean"])
def test_one_event_retold_is_one_story(told: tuple[Told, ...], *, by_block: bool) -> None:
    """A toll that rises, another speaker and another word for the same are no other event."""
    assert len(set(_stories(*told, by_block=by_block))) == 1


@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
@pytest.mark.parametrize(
    ("days", "told"),
    [(7, (RAIN_ON_TUESDAY, RAIN_A_WEEK_LATER)), (1, GERMAN_PRICES), (1, STARS), (1, KOREAN_STARS)],
    ids=["weather a week later", "German prices", "stars", "Korean stars"],
)
def test_what_a_publisher_tells_anew_each_day_is_another_story(
    days: int, told: tuple[Told, Told], *, by_block: bool
) -> None:
    """Other values in the same words, or other words under one heading that names nothing."""
    articles = _apart_by_days(days, *told)
    assert len(set(_folded(articles, by_block=by_block))) == 2
    assert PairJudge(articles, local_embedder()).log_odds(*articles) < 0


@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
def test_a_toll_that_rises_by_the_next_day_in_the_same_words_is_one_story(*, by_block: bool) -> None:
    """Most of its numbers stay."""
    assert len(set(_folded(_apart_by_days(1, QUAKE_TOLL, HIGHER_QUAKE_TOLL), by_block=by_block))) == 1


def test_the_reason_names_what_stands_for_what() -> None:
    """Who asks why reads both names."""
    *_, last = Folder(local_embedder()).fold_all(_articles(ALDEN, CORVO))
    assert [(one.name, one.detail) for one in last.why] == [("apart", "a0"), (MOULD, "corvo / alden")]
