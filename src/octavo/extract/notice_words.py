"""Lines within an article that are about the page, the house or the reader: advertising, newsletters, reading tips.

Told by how they begin, in the languages of the starter packs; each is a short paragraph of its own.
"""

import re

from octavo.extract.verdict_words import PAY

NOTICE_CHARACTERS = 200
"""A notice is no longer; a reading tip without a link no longer than the second."""
TIP_CHARACTERS = 40
TIP_LINK_SHARE = 0.5
"""A line that begins as a reading tip and has so much of it in a link needs no colon between."""
CALL_LINK_SHARE = 0.25
"""A line that may as well be a sentence is a call to follow the house from here on, if it does not speak of "us"."""


def _begins(*phrases: str) -> str:
    return rf"\W*(?:{'|'.join(phrases)})"


_AD = re.compile(_begins(
    "advertisement", "advertising", "ads?", "anzeige", "werbung", "publicit[ée]", "publicidad", "pubblicità",
    "publicidade", "reklam[aı]?", "annons", "annonse", "annonce", "mainos", "advertentie", "hirdetés", "реклама",
    "διαφ[ήη]μιση", "تبلیغات", "آگهی", "โฆษณา", "פרסומת", "広告", "광고", "广告", "廣告", "إعلان", "विज्ञापन",
    "iklan", "quảng cáo",
    r"(?:advertisement\W+)?scroll to continue(?: reading)?",
    "(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?",
) + r"\W*")  # fmt: skip
_TIP = re.compile(_begins(
    "read (?:more|also|next|this)", "also read", "related(?: articles?| stor(?:y|ies)| news| coverage| content)?",
    "see also", "more on this(?: story)?", "more from .{3,30}", "recommended", "lesen sie (?:auch|mehr|dazu|hier)",
    "lesen sie (?:hier|hierzu|dazu) auch", "mehr zum thema", "auch interessant", "das könnte sie auch interessieren",
    "lire aussi", "lire également", "à lire(?: aussi| également)?", "voir aussi", "sur le même sujet",
    "le[ae] también", "te puede interesar", "más información", "noticias? relacionadas?", "leggi anche",
    "potrebbe interessarti(?: anche)?", "leia (?:também|mais)", "veja também", "lees ook", "lees verder",
    "läs (?:också|mer|även)", "les også", "læs også", "lue (?:myös|lisää)", "czytaj (?:też|także|więcej|również)",
    "zobacz (?:też|także|również)", "čtěte (?:také|též)", "přečtěte si", "читайте (?:также|ещё|також)",
    "смотрите также", "по теме", "ilgili haber(?:ler)?", "bunlar da ilginizi çekebilir",
    r"δι[αά]β[αά]στε (?:επ[ίι]σης|ακ[όο]μ[ηα]|σχετικ[άα])",
    "あわせて読みたい", "関連記事", "関連ニュース", r"관련\s?(?:기사|뉴스)", "함께 (?:볼만한|읽는) (?:기사|뉴스)",
    "相关(?:阅读|新闻|链接)", "延伸(?:阅读|閱讀)", "相關(?:報導|新聞)", "推薦閱讀", "اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)",
    "baca juga", "xem thêm", "(?:यह|ये|इसे) भी पढ़ें",
    "بیشتر بخوانید", "(?:اخبار|مطالب) مرتبط", "مزید پڑھیں", "আরও পড়ুন", "קראו (?:גם|עוד)",
    "อ่าน(?:ข่าว)?(?:ที่เกี่ยวข้อง|เพิ่มเติม|ต่อ)", "ข่าวที่เกี่ยวข้อง", "cite[șş]te [șş]i", "vezi [șş]i",
    "прочетете (?:още|и)",
    "pročitajte (?:i|još)", "прочитајте (?:и|још)", "kapcsolódó cikk(?:ek|ünk|eink)?", "olvassa? el ezt is",
    "čítajte (?:aj|tiež)", "preberite (?:še|tudi)", "loe (?:ka|lisaks)", "lasi(?:et)? arī",
    "skaitykite (?:ir|taip pat)", "taip pat skaitykite", "se også", "soma (?:pia|zaidi)",
) + r"\s*(?:[:：>»|–—\-…].*|\W*)")  # fmt: skip
_HOUSES = (
    r"(?:google news|google|whatsapp|facebook|twitter|x|instagram|telegram|tiktok|youtube|linkedin|threads|bluesky|"
    r"apple news|flipboard|messenger|viber|line)\b"
)
_LETTERS = r"(?:newsletters?|inbox|mailing list|e-?mail alerts?|nieuwsbrief|nyhetsbrev|nyhedsbrev|bolet[ií]n|lettre)"
_EITHER = rf"\b.{{0,80}}\b(?:{_LETTERS}|{_HOUSES})"
_READING = (
    r"(?:(?:estimated )?reading time|lesedauer|lesezeit|temps de lecture|tiempo de lectura|leestijd|lästid|lesetid|"
    r"tempo d[ie] le(?:ttura|itura)|læsetid|lukuaika|czas czytania|doba čtení|время чтения|час читання|okuma süresi|"
    r"χρόνος ανάγνωσης|"
    r"waktu baca|thời gian đọc|읽는 시간|阅读时间|閱讀時間|読了時間|この記事は約|"
    r"\d+[ -]?(?:min(?:uut|ut)?(?:e|o|os|es|i|en|er)?\.?|минут\w*|хв\w*|dk\.?|dakika) "
    r"(?:read\b|lesezeit|(?:de )?lect|di lettura|de leitura|leestijd|lästid|lesetid|czytania|чтения|читання|okuma))"
)
"""How the line that says how long an article takes to read begins."""
_NOTICE = re.compile(_begins(
    rf"(?:sign up|subscribe|register)\b.{{0,120}}\b{_LETTERS}",
    rf"(?:follow|join|find|like)\b.{{0,40}}\bon {_HOUSES}(?:\W+(?:and |or )?{_HOUSES})*\W*$",
    rf"(?:follow|join|find|like)\b.{{0,40}}\bon {_HOUSES}(?:\W+(?:and |or )?{_HOUSES})*,? for (?:more|the latest)\b",
    r"you(?: ha|')ve \d+ (?:free )?articles? (?:left|remaining)", r"this is your last (?:free )?article\b",
    r"continue reading\W*$",
    rf"(?:get|receive)\b.{{0,80}}\b(?:{_LETTERS}|whatsapp|to your phone)", r"download (?:the|our)\b.{0,40}\bapp\b",
    r"(?:additional )?reporting by\b.*\b(?:editing|writing) by\b", "our community members are treated to",
    "our standards:", "this site is protected by recaptcha",
    r"(?:©|ⓒ|\(c\)|copyright\W{0,2}(?:©|ⓒ|\(c\)|\d|by\b))[^()]{0,120}$", "all rights reserved",
    rf"{_READING}.{{0,30}}$",
    r"(?:share|tweet|print|email) this (?:article|story|page)\W*$",
    r"(?:\d[\d,.]*|no|leave a|post a|add a) comments?\W*$",
    r"(?:show|hide|view|read|join)(?: all| the)?(?: \d+)? comments?\W*$",
    rf"(?:abonnieren|jetzt|hier|melden|erhalten)\b.{{0,80}}\b{_LETTERS}",
    rf"folgen sie\b.{{0,40}}\b(?:auf|bei) {_HOUSES}", "empfohlener (?:externer|redaktioneller) inhalt",
    r"an dieser stelle (?:finden sie|befindet sich|steht)\b.{0,80}\bexterne", "externen? inhalte? (?:an)?zeigen",
    "ich bin damit einverstanden, dass mir", "hat ihnen (?:dieser|der) (?:artikel|beitrag) gefallen",
    "bitte achten sie darauf, dass ihre kommentare", "alle rechte vorbehalten",
    rf"(?:inscrivez-vous|abonnez-vous|recevez|suivez){_EITHER}", "tous droits réservés",
    "(?:cet )?(?:article|contenu) (?:est )?réservé aux abonnés", r"il vous reste [\d.,]+ ?%",
    rf"(?:suscríbe\w+|regístrate|apúntate|síguenos|únete){_EITHER}", "todos los derechos reservados",
    rf"(?:iscriviti|segui(?:ci)?|ricevi){_EITHER}", "riproduzione riservata",
    rf"(?:inscreva-se|assine|siga|receba|participe){_EITHER}",
    r"quer receber\b.{0,80}\b(?:celular|e-mail|whatsapp)\b", "todos os direitos reservados",
    rf"(?:meld je|schrijf je|volg){_EITHER}", rf"(?:prenumerera|anmäl dig|följ|følg|meld deg){_EITHER}",
    r"(?:подписывайтесь|подпишитесь|підписуйтесь|підпишіться) на\b", "все права защищены",
    rf"(?:ακολουθ[ήη]στε|kövess(?:en|etek)? minket|urmărește-ne|obserwuj nas|sledujte nás){_EITHER}",
    r"bizi\b.{0,60}\btakip ed", "저작권자", "(?:版权(?:所有|声明)|版權所有)", "未经.{0,8}(?:授权|许可)",
    "(?:本文)?原(?:标题|題|题|標題)(?:[:：为為]|是).{2,60}$", "notice: the content above",
    "(?:特别|特別|免责|免責|版权|版權|平台|郑重)(?:声明|聲明)", "本文来(?:自|源).{0,60}$", r"返回.{0,8}首页\W*$",
    r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|审校|监制|编审)\s*[:：].{0,40}$",
    "(?:长按|扫描|扫一扫|识别).{0,20}(?:二维码|关注)",
    "更多(?:精彩|原创|资讯|内容|新闻).{0,40}(?:下载|关注|点击|客户端)",
    "(?:تابعونا|اشترك في)",
))  # fmt: skip
_CALL = re.compile(_begins(
    rf"(?:follow|join|find|like)\b.{{0,40}}\bon {_HOUSES}", rf"(?:recibe|sigue){_EITHER}",
))  # fmt: skip
"""How lines begin that are notices if they speak of the house as "us", or lead to it."""
_US = re.compile(r"\b(?:us|our|nos|nuestr[oa]s?)\b|\B@\w")
_DOT = "\u0307"
"""What is left above the small letter of a Turkish capital I with a dot."""
_WITHIN = (
    "ctrl+enter", "ctrl + enter", "如有侵权", "点在看", "点【在看】", "点个在看", "点个【在看】",
    "abonelik için lütfen", "무단 전재", "무단전재", "無断転載", "無断複製",
)  # fmt: skip
"""What makes a notice of a line wherever it stands."""
_PAID_WORDS = ("affiliate", "commission")
_PAID = re.compile(
    r"\b(?:some of the|this|our|these)\b.{0,60}\baffiliate links?\b|"
    r"\bwe (?:may|might|could) (?:earn|get|receive)\b.{0,40}\bcommission"
)
"""So does what a house says of being paid for its links."""
_CHANNEL = re.compile(
    r"//(?:www\.)?(?:(?:chat\.)?whatsapp\.com/?(?:$|channel/|[A-Za-z0-9]{20,}$)|news\.google\.com/(?:publications|$)|"
    r"t\.me/(?:\+|joinchat)|(?:invite|chats)\.viber\.com|(?:www\.)?google\.com/preferences/source)"
)


def is_channel(address: str) -> bool:
    """Tell where houses invite their readers to: a channel or a group of theirs, never a source."""
    return _CHANNEL.search(address) is not None


def is_notice(text: str, link_share: float) -> bool:
    """Tell whether a paragraph is no part of the article around it; `link_share` of it is linked, 0..1."""
    if len(text) > NOTICE_CHARACTERS:
        return False
    low = text.lower().replace(_DOT, "")
    if _AD.fullmatch(low) or _NOTICE.match(low) or any(words in low for words in _WITHIN):
        return True
    if any(word in low for word in _PAID_WORDS) and _PAID.search(low):
        return True
    if _TIP.fullmatch(low) and (link_share > 0 or len(text) <= TIP_CHARACTERS):
        return True
    if _CALL.match(low) and (link_share >= CALL_LINK_SHARE or _US.search(low)):
        return True
    if link_share >= TIP_LINK_SHARE and _TIP.match(low):
        return True
    return PAY.match(text) is not None
