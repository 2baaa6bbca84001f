"""The words of time: months in the languages of the starter packs, units and "ago" in those of aggregators' pages."""

import re

_MONTH_WORDS = (
    "january جانفي sausio janvāris janvārī jan januar jänner enero ene janvier janv janeiro gennaio gen января "
    "янв يناير ocak januari janúar januára januarja stycznia ledna siječnja ianuarie jaanuar tammikuuta "
    "ιανουαρίου січня януари gener जनवरी בינואר ιαν มกราคม ม.ค.",
    "february شباط فيفري vasario februāris februārī feb februar febrero février fevrier févr fevereiro fev "
    "febbraio февраля фев فبراير şubat februari febrúar februára februarja lutego února veljače februarie "
    "veebruar helmikuuta φεβρουαρίου лютого февруари febrer फरवरी फ़रवरी בפברואר φεβ กุมภาพันธ์ ก.พ.",
    "march آذار március kovo mar märz marzo mars março марта мар مارس mart maart marts maret mac marca března "
    "ožujka martie märts maaliskuuta μαρτίου березня març मार्च במרץ mrt μαρ มีนาคม มี.ค.",
    "april نيسان أفريل április balandžio aprīlis aprīlī apr abril abr avril avr aprile апреля апр أبريل ابريل "
    "إبريل nisan apríl apríla aprila kwietnia dubna travnja aprilie aprill huhtikuuta απριλίου квітня април "
    "अप्रैल באפריל απρ เมษายน เม.ย.",
    "may أيار ماي május gegužės maijs maijā mai mayo maio maggio mag мая май مايو mayıs maj maja mája mei maí "
    "května svibnja toukokuuta μαΐου μαίου травня maig मई במאי mayis μαΐ μαϊ พฤษภาคม พ.ค.",
    "june حزيران جوان június birželio jūnijs jūnijā jun juni junio juin junho giugno giu июня июн يونيو haziran "
    "júní júna junija czerwca června lipnja iunie juuni kesäkuuta ιουνίου червня юни juny जून ביוני ιουν มิถุนายน "
    "มิ.ย.",
    "july تموز جويلية július liepos jūlijs jūlijā jul juli julio juillet juil julho luglio lug июля июл يوليو "
    "temmuz júlí júla julija lipca července srpnja iulie juuli julai heinäkuuta ιουλίου липня юли juliol जुलाई "
    "ביולי ιουλ กรกฎาคม ก.ค.",
    "august آب أوت augusztus rugpjūčio augusts augustā aug agosto ago août aout августа авг أغسطس اغسطس ağustos "
    "augusti augustus agustus ogos ágúst augusta avgusta sierpnia srpna kolovoza elokuuta αυγούστου серпня август "
    "agost अगस्त באוגוסט αυγ agt สิงหาคม ส.ค.",
    "september أيلول szeptember rugsėjo septembris septembrī sep sept septiembre setiembre septembre setembro "
    "setembre set settembre сентября сен سبتمبر eylül septembra września září rujna septembrie syyskuuta "
    "σεπτεμβρίου вересня септември सितंबर सितम्बर בספטמבר σεπ กันยายน ก.ย.",
    "october spalio oktobris oktobrī oct oktober okt octubre octobre outubro out ottobre ott октября окт أكتوبر "
    "اكتوبر ekim október októbra oktobra października října octombrie oktoober lokakuuta οκτωβρίου жовтня "
    "октомври अक्टूबर अक्तूबर באוקטובר οκτ ตุลาคม ต.ค.",
    "november lapkričio novembris novembrī nov noviembre novembre novembro ноября ноя نوفمبر kasım nóvember "
    "novembra listopada listopadu studenoga studenog noiembrie marraskuuta νοεμβρίου листопада ноември नवंबर "
    "नवम्बर בנובמבר kasim νοε พฤศจิกายน พ.ย.",
    "december gruodžio decembris decembrī dec dezember dez diciembre dic décembre déc dezembro dicembre декабря "
    "дек ديسمبر aralık desember detsember disember decembra grudnia prosince prosinca decembrie joulukuuta "
    "δεκεμβρίου грудня декември desembre दिसंबर दिसम्बर בדצמבר aralik δεκ ธันวาคม ธ.ค.",
)
MONTHS = {word: number for number, line in enumerate(_MONTH_WORDS, start=1) for word in line.casefold().split()}
"""Month names and their short forms, case-folded, to 1..12."""

_PERSIAN_MONTH_WORDS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
PERSIAN_MONTHS = {word: number for number, word in enumerate(_PERSIAN_MONTH_WORDS.split(), start=1)}
"""The months of the Persian year to 1..12."""

WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|"
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
"""The days of the week, where they stand before a date."""

MORNING = "오전|上午|午前|凌晨|早上"
AFTERNOON = "오후|下午|午後|晚上"
"""The halves of the day, where they stand before the hour."""

BEFORE_TIME = "kl|klo|klokken|pukul|jam|ore|alle|um|o godz|kell"
AFTER_TIME = r"uhr|wib|wita|wit|น\."
"""What shows that "14.20" is a time."""

UNIT_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2592000,
    "year": 31536000,
}

_ONE = r"a|an|one|eine[mrs]?|einem|un|una|une|um|uma|uno"


def _units(**words: str) -> str:
    return "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in words.items()) + ")"


_ENGLISH = _units(
    second="seconds?|secs?|s", minute="minutes?|mins?|m", hour="hours?|hrs?|h", day="days?|d", week="weeks?|wks?|w",
    month="months?|mos?", year="years?|yrs?|y",
)  # fmt: skip
_GERMAN = _units(
    second="Sekunden?|Sek\\.?", minute="Minuten?|Min\\.?", hour="Stunden?|Std\\.?", day="Tage?n?", week="Wochen?",
    month="Monate?n?", year="Jahre?n?",
)  # fmt: skip
_ROMANCE = _units(
    second="segundos?|secondes?|secondi|secondo|s", minute="minutos?|minutes?|minuti|minuto|min\\.?|m",
    hour="horas?|heures?|ore|ora|h", day="d[ií]as?|jours?|giorni|giorno|j", week="semanas?|semaines?|settiman[ae]",
    month="mes(?:es)?|m[êe]s|mois|mesi|mese", year="años?|anos?|ans?|anni|anno",
)  # fmt: skip
_KOREAN = _units(second="초", minute="분", hour="시간", day="일", week="주일?", month="개월|달", year="년")
_CHINESE = _units(
    second="秒鐘?钟?", minute="分鐘?钟?", hour="小时|小時|個小時|个小时|時間", day="天|日", week="周|週間?|星期",
    month="个月|個月|[かヶカ]月", year="年",
)  # fmt: skip
_ARABIC = _units(
    second="ثانية|ثانيتين|ثوان[يٍ]?", minute="دقيقة|دقائق|دقيقتين", hour="ساعة|ساعات|ساعتين", day="يوم[اً]*|أيام|يومين",
    week="أسبوع|أسابيع|أسبوعين", month="شهر|أشهر|شهرين", year="سنة|سنتين|سنوات|عام|أعوام",
)  # fmt: skip
_RUSSIAN = _units(
    second="секунд[уы]?|сек\\.?", minute="минут[уы]?|мин\\.?", hour="час(?:а|ов)?|ч\\.?", day="день|дня|дней",
    week="недел[юиь]", month="месяц(?:а|ев)?", year="год(?:а)?|лет",
)  # fmt: skip
_TURKISH = _units(
    second="saniye", minute="dakika|dk\\.?", hour="saat|sa\\.?", day="gün", week="hafta", month="ay", year="yıl"
)

_COUNT = rf"(?P<count>\d{{1,4}}|{_ONE})"
_END = r"\W*$"
DUALS = re.compile("ثانيتين|دقيقتين|ساعتين|يومين|أسبوعين|شهرين|سنتين")
"""Arabic says "two hours" in one word."""

RELATIVE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_COUNT}\s*{_ENGLISH}\s+ago{_END}",
        rf"vor\s+{_COUNT}\s*{_GERMAN}{_END}",
        rf"(?:hace|il y a|há|fa)\s+{_COUNT}\s*{_ROMANCE}{_END}",
        rf"{_COUNT}\s*{_ROMANCE}\s+(?:fa|atrás){_END}",
        rf"{_COUNT}\s*{_KOREAN}\s*전{_END}",
        rf"{_COUNT}\s*{_CHINESE}\s*之?前{_END}",
        rf"(?:منذ|قبل)\s+(?P<count>\d{{1,4}})?\s*{_ARABIC}{_END}",
        rf"{_COUNT}\s*{_RUSSIAN}\s+назад{_END}",
        rf"{_COUNT}\s*{_TURKISH}\s+önce{_END}",
    )
)
"""How long ago, at the end of a line: group "count", and one group named for the unit."""


def _ending(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_END}", re.IGNORECASE)


NOW_WORDS = _ending(
    "just now|a moment ago|moments ago|gerade eben|soeben|ahora mismo|"
    "justo ahora|à l'instant|방금(?: 전)?|刚刚|剛剛|たった今|الآن|только что|şimdi"
)
DAY_WORDS = {
    1: _ending("yesterday|gestern|ayer|hier|ontem|ieri|어제|昨天|昨日|أمس|вчера|dün"),
    2: _ending("vorgestern|anteayer|avant-hier|anteontem|그저께|그제|前天|一昨日|позавчера"),
}
"""Days before today, and the words for it at the end of a line."""
