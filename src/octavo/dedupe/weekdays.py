"""Weekdays as texts name them, in the tokens of `core.text` (pairs of characters in Korean, Japanese and Chinese)."""

WEEKDAYS = frozenset(
    word
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
        "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье",
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "월요 화요 수요 목요 금요 토요 일요",
        "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
        "期一 期二 期三 期四 期五 期六 期日 期天 周一 周二 周三 周四 周五 周六 周日",
    )
    for word in words.split()
)
