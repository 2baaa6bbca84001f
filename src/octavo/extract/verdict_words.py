"""What pages that are no articles say of themselves, in the languages of the starter packs."""

import re
from collections.abc import Iterator


class Phrases:
    """Phrases in small letters, looked for in texts of any: several times as fast as a pattern that ignores case."""

    def __init__(self, *phrases: str) -> None:
        self._pattern = re.compile("|".join(phrases))

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text.lower())

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text.lower())

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text.lower())


PAY = Phrases(
    r"subscribe (?:now )?to (?:read|continue|unlock|access)", r"(?:for|to) subscribers only",
    r"subscriber[- ]exclusive", r"to (?:continue|keep) reading", r"(?:log|sign) ?in to (?:read|continue)",
    r"already a (?:subscriber|member)", r"register (?:for free )?to (?:read|continue)",
    r"create (?:a|your) free account to", r"jetzt weiterlesen", r"weiterlesen mit", r"nur für abonnent",
    r"bereits abonnent", r"mit .{0,20}abo weiterlesen", r"um (?:den|diesen) artikel (?:weiter)?zu ?lesen",
    r"exklusiv für abonnent", r"réservé (?:à nos|aux) abonnés", r"abonnez-vous pour", r"déjà abonné",
    r"il vous reste \d+ ?% de cet article", r"suscríb\w+ para", r"s[oó]lo para suscriptores",
    r"exclusiv[oa] para suscriptores", r"¿ya eres suscriptor", r"per continuare a leggere",
    r"riservat[oa] agli abbonati", r"sei già abbonato", r"abbonati per", r"para continuar a ler",
    r"exclusivo para assinantes", r"já é assinante", r"conteúdo exclusivo para assinantes", r"alleen voor abonnees",
    r"lees verder met", r"al abonnee\?", r"om (?:verder|door) te lezen", r"f[öo]r (?:dig som är )?prenumerant",
    r"redan prenumerant", r"allerede abonnent", r"kun for abonnenter", r"vain tilaajille",
    r"tylko dla subskrybentów", r"masz już subskrypcję", r"aby czytać dalej", r"только (?:для|по) подписк",
    r"чтобы (?:читать|прочитать) (?:дальше|далее|полностью)", r"лише для передплатників", r"aboneler[ei] özel",
    r"okumaya devam etmek için", r"μόνο για συνδρομητές", r"유료 ?회원", r"구독자 ?전용",
    r"로그인 ?(?:후|하)\S{0,3} ?(?:이용|계속|읽)", r"구독하[고면] .{0,10}(?:계속|전문)", r"有料会員", r"会員限定",
    r"続きを読むには", r"この記事は会員", r"付费(?:阅读|内容)", r"订阅(?:后|以)(?:继续)?阅读", r"訂戶(?:專享|限定)",
    r"للمشتركين فقط", r"اشترك (?:الآن )?(?:ل|كي) ?(?:متابعة|قراءة)", r"सदस्यता लें",
)  # fmt: skip

CONSENT = Phrases(
    r"we (?:and our (?:\d+ )?partners )?(?:use|value|process|store) (?:cookies|your (?:privacy|data))",
    r"before you continue", r"(?:accept|reject|manage) (?:all )?(?:cookies)?",
    r"cookie (?:settings|policy|preferences)", r"your (?:privacy )?choices", r"legitimate interest", r"\bconsent\b",
    r"personali[sz]ed (?:ads|content|advertising)", r"privacy policy", r"zustimm\w+", r"einwillig\w+",
    r"cookies? (?:zulassen|akzeptieren|ablehnen)", r"datenschutz\w*", r"weiter mit werbung",
    r"accepter (?:et|les|tout)", r"tout (?:accepter|refuser)", r"continuer sans accepter", r"vos données",
    r"consentement", r"acept\w+ (?:las |todas |todo)?(?:cookies)?", r"rechazar", r"consentimiento",
    r"política de (?:cookies|privacidad)", r"accett\w+", r"consenso", r"informativa", r"aceitar", r"consentimento",
    r"toestemming", r"cookies accepteren", r"godk[äje]nn\w*", r"samtykke", r"samtycke", r"zgod[aęzy]\w*",
    r"akceptuj\w*", r"согласи\w+", r"файл\w+ cookie", r"çerez\w*", r"kabul et", r"쿠키", r"동의", r"クッキー",
    r"同意", r"接受", r"ملفات تعريف الارتباط", r"\bcookies?\b", r"partner(?:[nseiy]|ek|ów|ii)?\b",
    r"nos (?:\d+ )?partenaires", r"nuestros (?:\d+ )?socios", r"nossos (?:\d+ )?parceiros", r"partneři",
    r"kumppanimme", r"partnereink", r"συνεργάτες μας", r"our (?:\d+ )?partners", r"personal data",
    r"(?:données|informations) personnelles", r"dati personali", r"datos personales", r"dados pessoais",
    r"personenbezogene daten", r"danych osobowych", r"personoplysninger", r"personopplysninger", r"henkilötieto\w+",
    r"persoonsgegevens", r"osobních údajů", r"osobní údaje", r"személyes adat\w*", r"προσωπικ\w+ δεδομέν\w+",
    r"personuppgifter", r"date (?:cu caracter )?personale?", r"персональн\w+ данн\w+", r"kişisel veri\w*",
    r"annunci personalizzati", r"pubblicità personalizzata", r"publicidad personalizada",
    r"publicités? personnalisées?", r"(?:anúncios personalizados|publicidade personalizada)",
    r"gepersonaliseerde (?:advertenties|reclame)", r"(?:relevante|tilpassede|persontilpassede) annoncer",
    r"anpassade annonser", r"kohdennet\w+ main\w+", r"personalizovan\w+ reklam\w*", r"személyre szabott",
    r"εξατομικευμέν\w+", r"spersonalizowan\w+", r"reclame personalizate", r"celach marketingowych",
    r"profilowani\w+", r"(?:sul|su|tu|tuo|seu|vostro) dispositivo", r"votre (?:appareil|terminal)", r"your device",
    r"ihrem gerät", r"d(?:in|itt) enhe[td]", r"(?:je|uw) apparaat", r"laitteellesi", r"(?:twoim|swoim) urządzeniu",
    r"az eszközén", r"dispozitivul?\b", r"(?:σε μια|τη) συσκευή", r"intérêt légitime", r"en acceptant", r"votre accord",
    r"evästei?\w+", r"hyväksyä? (?:kaikki|evästeet)", r"sütik\w*", r"hozzájárulás\w+", r"vaš\w+ souhlas\w*",
    r"souhlas můžete", r"συγκατάθεσ\w+", r"αποδεχτείτε", r"απορρίψετε", r"op [‘'“„\"]?akkoord",
    r"cookiepolitik\w*", r"cookie-uri", r"consimțământ\w*", r"accepta\b",
    r"derde partijen", r"(?:privacy|cookie)-?(?:beleid|instellingen)", r"politique de confidentialité",
    r"polity\w+ prywatności", r"privatlivspolitik", r"tietosuojakäytän\w+", r"integritetspolicy",
    r"personvernerklæring\w*", r"ochrany osobních", r"πολιτική απορρήτου", r"adatvédelmi", r"gizlilik politikası",
)  # fmt: skip
"""Words that only come together, and every few words, where readers are asked for their consent."""

ERROR = Phrases(
    r"^\W*(?:(?:http |error\W*|fehler\W*|erreur\W*|código\W*)?(?:40[0134]|410|429|451|50[0-4])\b)",
    r"\b(?:error|fehler|erreur) ?(?:40[34]|50[0-4])\b",
    r"(?:page|site|article|content|story) (?:was |could |can|is )?(?:not|n't|no longer) (?:be )?(?:found|available)",
    r"page (?:doesn.t|does not) exist", r"^\W*not found\W*$", r"access (?:to this page has been )?denied",
    r"^\W*forbidden\b", r"just a moment", r"attention required", r"are you (?:a robot|human)",
    r"verify (?:that )?you.{0,6} (?:human|not a robot)", r"captcha", r"service (?:temporarily )?unavailable",
    r"(?:server|gateway) (?:error|timeout)", r"something went wrong", r"under maintenance",
    r"seite (?:wurde )?nicht gefunden", r"seite .{0,20}existiert nicht", r"nicht (?:mehr )?verfügbar",
    r"wartungsarbeiten", r"página no (?:encontrada|existe|disponible)", r"página não (?:encontrada|existe)",
    r"page (?:introuvable|non trouvée)", r"n.existe (?:pas|plus)", r"pagina non (?:trovata|esiste|disponibile)",
    r"pagina niet gevonden", r"sidan (?:kunde inte hittas|hittades inte|finns inte)",
    r"siden (?:finnes ikke|ble ikke funnet|blev ikke fundet|findes ikke)", r"sivua ei löyt",
    r"nie znaleziono strony", r"strona nie istnieje", r"страниц[аыу] не (?:найден|существует)",
    r"сторінк[аиу] не (?:знайден|існує)", r"sayfa bulunamadı", r"η σελίδα δεν βρέθηκε", r"페이지를 찾을 수 없",
    r"존재하지 않는 (?:페이지|기사)", r"삭제된 (?:페이지|기사)", r"ページが(?:見つかりません|存在しません)",
    r"お探しのページ", r"(?:页面|頁面)(?:不存在|找不到|未找到)", r"找不到(?:页面|頁面|該頁)", r"您访问的页面",
    r"الصفحة غير موجودة", r"لم يتم العثور على الصفحة", r"trang không tồn tại", r"halaman tidak ditemukan",
    r"पृष्ठ नहीं मिला",
)  # fmt: skip

NEEDS_SCRIPTS = Phrases(
    r"(?:enable|activate|turn on|requires?|need) java ?script",
    r"java ?script (?:is )?(?:disabled|required|aktivieren|deaktiviert)",
    r"checking (?:if the site connection is secure|your browser)", r"activ(?:er|ez|ar|e) (?:le )?javascript",
    r"включите javascript", r"자바스크립트", r"javascriptを有効", r"启用\s?javascript",
)  # fmt: skip

LIVE = Phrases(
    r"live[ -]?(?:blog|ticker|updates?|coverage)", r"newsblog", r"as it happened", r"minute[- ]by[- ]minute",
    r"minute par minute", r"minuto (?:a|per) minuto", r"ao minuto", r"онлайн[- ](?:трансляция|хроника)",
    r"canlı (?:blog|anlatım)", r"실시간 (?:중계|속보|상황)", r"文字直播", r"直播间", r"タイムライン速報",
    r"relacja na żywo", r"live[- ]?rapport", r"تغطية (?:مباشرة|مستمرة)", r"\+\+\+.{3,}\+\+\+",
)  # fmt: skip

LIVE_PREFIX = Phrases(
    r"^\W*(?:live|en direct|en (?:vivo|directo)|(?:in )?diretta|ao vivo|na żywo|прямой эфир|مباشر|canlı)\b\W",
)
"""Live only where the page shows many times besides: it may as well be a film."""
