"""Texts that come back each day with other values, as agencies send them to every newsroom."""

import random

WEATHER = (
    "In the morning the temperature in the valley will be {} degrees and the wind will come from the west at {} metres "
    "a second. During the day the sun will break through over the hills and the plain, with {} degrees at noon. At "
    "night some rain may fall along the coast; up to {} millimetres are expected and the pressure will stand at {}."
)
MARKETS = (
    "The Sabel index of leading shares closed at {} points on {day}, {} points or {} per cent from the day before. "
    "Turnover stood at {} million crowns, and {} of the 50 shares ended higher. The crown was traded at {} to the "
    "Kastrell mark, and a barrel of oil cost {} crowns. Analysts of the exchange had expected {} points at most."
)
MARKETS_KO = (
    "새벌종합주가지수가 {day} {}포인트로 장을 마쳤다. 전날보다 {}포인트 움직였다. 거래대금은 {}억 크라운이었고 "
    "오른 종목은 {}개, 내린 종목은 {}개였다. 외국인은 {}억 크라운어치를 사들였고 기관은 {}억 크라운어치를 팔았다. "
    "크라운 환율은 카스트렐 마르크당 {}크라운에 마감했다."
)
WEATHER_DE = (
    "Am {day} scheint im Tal zunächst die Sonne, bevor von Westen her Wolken aufziehen. Die Höchstwerte liegen bei {} "
    "Grad an der Küste und {} Grad im Bergland. Der Wind weht mit {} Kilometern in der Stunde, in Böen mit {}. In der "
    "Nacht sinken die Werte auf {} Grad; die Regenwahrscheinlichkeit beträgt {} Prozent."
)
WEATHER_JA = (
    "{day}の港町の天気は晴れのち曇り、最高気温は{}度、最低気温は{}度の見込み。降水確率は午前が{}パーセント、午後が{}パーセント。"
    "風は北西の風{}メートル、波の高さは{}メートル。湿度は{}パーセントで、洗濯物はよく乾くでしょう。山沿いではにわか雨に注意が必要です。"
)
_WEEKDAYS = {
    WEATHER_DE: ("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
    WEATHER_JA: ("月曜日", "火曜日", "水曜日", "木曜日"),
    MARKETS_KO: ("월요일", "화요일", "수요일", "목요일"),
}
VALUES = {
    "weather": WEATHER,
    "markets": MARKETS,
    "markets-ko": MARKETS_KO,
    "weather-de": WEATHER_DE,
    "weather-ja": WEATHER_JA,
}

SIGNS = ("Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio", "Archer", "Capricorn")
_STARS = (
    "an old friend brings news that changes your plans",
    "money matters ask for patience before the evening",
    "a walk by the water clears your thoughts",
    "someone at work needs your honest word",
    "what you lost in spring turns up in a drawer",
    "love favours those who speak first today",
    "do not sign what you have not read twice",
    "a small repair at home saves a great deal later",
    "your courage is seen by the right people",
    "keep the weekend free for a guest from afar",
    "rest early since tomorrow will be long",
    "an invitation comes by an unusual way",
    "patience at the counter is rewarded before noon",
    "what seemed a rival proves a generous helper",
    "the moon lends weight to a forgotten promise",
    "you laugh about a worry of last winter",
    "a letter waits longer than it should",
    "colleagues follow where you lead with calm",
    "old habits tempt you near the bakery",
    "a child asks the question that matters",
    "the second offer is better than the first",
    "music from next door lifts a dull hour",
    "your garden wants you more than your desk",
    "strangers on the tram speak wisely",
)


def values(template: str, rng: random.Random) -> str:
    """Return one day's text of `template`."""
    day = rng.choice(_WEEKDAYS.get(template, ("Monday", "Tuesday", "Wednesday", "Thursday")))
    return template.format(*(rng.randint(2, 2000) for _ in range(template.count("{}"))), day=day)


def horoscope(rng: random.Random) -> str:
    """Return one day's horoscope: sentences from a small stock, dealt out anew."""
    return "\n".join(f"{sign}: {rng.choice(_STARS)}, and {rng.choice(_STARS)}." for sign in SIGNS)
