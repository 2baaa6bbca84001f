"""Days that a text names, in the languages that Octavo meets most: "8 November", "May 3rd", "5월 3일", "03-Feb-09"."""

import re

_DIGIT = re.compile(r"\d")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º)?[ \-](?:de |of )?([^\W\d_]{3,})")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:])")
_NUMERIC = re.compile(r"(?<!\d)(?:\d{4}-(?=\d\d-\d\d))?(\d{1,2})(?:월 ?|月 ?|(?<=\d{4}-\d\d)-)(\d{1,2})(?!\d)")
_MONTHS = (
    "january jan januar enero ene janvier janv gennaio gen januari janeiro января янв січня січ stycznia "
    "sty ocak oca يناير",
    "february feb februar febrero février févr febbraio februari fevereiro fev февраля февр лютого лют "
    "lutego lut şubat şub فبراير",
    "march mar märz marzo mars maart mrt março марта мар березня бер marca mart مارس",
    "april apr abril abr avril avr aprile апреля апр квітня квіт kwietnia kwi nisan nis أبريل",
    "may mai mayo maggio mag mei maio мая травня трав maja maj mayıs مايو",
    "june jun juni junio juin giugno giu junho июня июн червня черв czerwca cze haziran haz يونيو",
    "july jul juli julio juillet juil luglio lug julho июля июл липня лип lipca lip temmuz tem يوليو",
    "august aug agosto ago août augustus августа авг серпня серп sierpnia sie ağustos ağu أغسطس",
    "september sep sept septiembre septembre settembre set setembro сентября сент вересня вер września "
    "wrz eylül eyl سبتمبر",
    "october oct oktober okt octubre octobre ottobre ott outubro out октября окт жовтня жовт "
    "października paź ekim eki أكتوبر",
    "november nov noviembre novembre novembro ноября нояб листопада лист listopada lis kasım kas نوفمبر",
    "december dec dezember dez diciembre dic décembre déc dicembre dezembro декабря дек грудня груд "
    "grudnia gru aralık ara ديسمبر",
)
"""Arabic, Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish, Turkish, Ukrainian (CLDR)."""
_MONTH_OF = {name: month for month, names in enumerate(_MONTHS, start=1) for name in names.split()}


def dates(text: str) -> set[tuple[int, int]]:
    """Return the (month, day) pairs that `text` names."""
    if not _DIGIT.search(text):
        return set()
    folded = text.casefold()
    named = [(_MONTH_OF.get(month), int(day)) for day, month in _DAY_MONTH.findall(folded)]
    named += [(_MONTH_OF.get(month), int(day)) for month, day in _MONTH_DAY.findall(folded)]
    numeric = [(int(month), int(day)) for month, day in _NUMERIC.findall(folded)]
    return {(month, day) for month, day in (*named, *numeric) if month and 1 <= month <= 12 and 1 <= day <= 31}
