"""What is no article never passes as one, in many languages and markups; and what is one always does."""

import json

import pytest

from octavo.core.types import Verdict
from octavo.extract import extract

URL = "https://courier.example/2031/wall"
LINES = [
    "The council of Port Alder voted on Sunday to rebuild the sea wall in four places, after a debate of nine hours.",
    "Mayor Ilse Brandt said that the first stones would be laid in May, and that boats could stay in the harbour.",
    "Engineers expect the wall to cost 42 million crowns, a third of which the regional government has promised.",
    "Fishermen welcomed the vote, though some of them fear a summer of dust and noise along the inner harbour.",
    "The old wall was built in 1911 and has been mended after each of the great storms since, the last in January.",
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
LONG = "".join(f"<p>{line} {line.replace('wall', 'mole')}</p>" for line in LINES * 2)
NEWS = {"@type": "NewsArticle", "headline": "Port Alder rebuilds its sea wall"}


def page(body: str, *, node: object = None, head: str = "", title: str = "Port Alder rebuilds its sea wall") -> str:
    stated = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node else ""
    return f"<html><head><title>{title}</title>{head}{stated}</head><body>{body}</body></html>"


def verdict_of(html: str, url: str = URL) -> tuple[Verdict, str]:
    article = extract(html, url)
    return article.verdict, next(iter(article.reasons), "")


WALLS = [
    "Subscribe to continue reading", "This article is for subscribers only.", "Already a subscriber? Log in",
    "Register for free to continue reading", "Jetzt weiterlesen mit Courier plus", "Nur für Abonnenten",
    "Um den Artikel zu lesen, melden Sie sich an.", "Article réservé aux abonnés",
    "Il vous reste 78 % de cet article à lire.", "Suscríbete para seguir leyendo",
    "Contenido exclusivo para suscriptores", "Per continuare a leggere abbonati", "Exclusivo para assinantes",
    "Alleen voor abonnees", "För dig som är prenumerant", "Kun for abonnenter", "Tylko dla subskrybentów",
    "Чтобы читать дальше, оформите подписку", "Okumaya devam etmek için abone olun", "유료회원 전용 기사입니다",
    "이 기사는 구독자 전용입니다", "この記事は会員限定です", "続きを読むにはログインしてください", "付费阅读全文",
    "هذا المقال للمشتركين فقط",
]  # fmt: skip


@pytest.mark.parametrize("wall", WALLS)
def test_a_teaser_above_a_wall_is_a_stub(wall: str) -> None:
    body = f"<article><h1>Port Alder rebuilds</h1><p>{LINES[0]}</p><div class='x-1'><p>{wall}</p></div></article>"
    assert verdict_of(page(body, node=NEWS)) == (Verdict.STUB, "not-free")
    assert verdict_of(page(body)) == (Verdict.STUB, "not-free")


@pytest.mark.parametrize("claim", [False, "False", "false", "no"])
def test_a_thin_text_that_is_not_free_is_a_stub(claim: object) -> None:
    node = {**NEWS, "isAccessibleForFree": claim}
    assert verdict_of(page(f"<article>{TEXT}</article>", node=node)) == (Verdict.STUB, "not-free")
    assert verdict_of(page(f"<article>{LONG}</article>", node=node))[0] is Verdict.ARTICLE


def test_a_teaser_of_some_paragraphs_that_ends_at_a_wall_is_a_stub() -> None:
    body = (
        f"<article>{TEXT}<p>Want the whole story? Subscribe to continue reading it, for a crown a week.</p></article>"
    )
    assert verdict_of(page(body)) == (Verdict.STUB, "not-free")


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("box", ["<p>{}</p>", "<div class='paywall'><p>{}</p></div>", "<aside><h3>{}</h3></aside>"])
def test_some_paragraphs_above_a_wall_are_a_stub(wall: str, box: str) -> None:
    assert verdict_of(page(f"<article>{TEXT}{box.format(wall)}</article>")) == (Verdict.STUB, "not-free")


def test_a_short_article_that_says_it_is_free_is_an_article() -> None:
    body = f"<article>{TEXT}</article><aside><p>Already a subscriber? Log in</p></aside>"
    assert verdict_of(page(body, node=NEWS | {"isAccessibleForFree": True}))[0] is Verdict.ARTICLE


def test_a_free_article_below_a_bar_for_subscribers_is_an_article() -> None:
    bar = "<header><p>Already a subscriber? <a href='/in'>Log in</a></p></header>"
    assert verdict_of(page(f"{bar}<article>{LONG}</article>"))[0] is Verdict.ARTICLE


HEADLINES = [
    "The lamp of Grey Ness is lit again after forty years", "Ferry to the outer isles to run on Sundays",
    "Why the herring came back to the sound this spring", "A school of nine pupils wins the choir prize",
    "Harbour master retires after a storm of letters", "Bread is dearer than in any year since the war",
]  # fmt: skip
CARDS = {
    "results": "<div class='result'><a href='/{i}'>{headline}</a><p>{teaser}</p></div>",
    "headings": "<div><h2><a href='/{i}'>{headline}</a></h2><p>{teaser}</p></div>",
    "articles": "<article><a href='/{i}'><span>{headline}</span></a><p>{teaser}</p></article>",
    "links": "<li><a href='/{i}'>{headline}</a></li>",
    "boxes": "<a class='card' href='/{i}'><div>{headline}</div><p>{teaser}</p></a>",
    "table": "<table><tr><td><a href='/{i}'>{headline}</a></td></tr></table>",
    "pictures": "<figure><img src='/{i}.jpg' alt=''><figcaption><a href='/{i}'>{headline}</a></figcaption></figure>",
}  # fmt: skip


@pytest.mark.parametrize("shape", CARDS)
@pytest.mark.parametrize(
    "around", ["<main><h1>Isles</h1>{}</main>", "<h1>Tag: Isles</h1><div class='content'>{}</div>"]
)
def test_a_list_of_articles_is_an_index(shape: str, around: str) -> None:
    cards = "".join(CARDS[shape].format(i=i, headline=one, teaser=LINES[i % 5]) for i, one in enumerate(HEADLINES * 3))
    assert verdict_of(page(around.format(cards), title="Isles"), "https://courier.example/isles")[0] is Verdict.INDEX


@pytest.mark.parametrize("kind", ["CollectionPage", "SearchResultsPage", "ProfilePage"])
def test_a_page_that_states_that_it_is_a_list_is_an_index(kind: str) -> None:
    assert verdict_of(page(f"<main>{TEXT}</main>", node={"@type": kind, "name": "Isles"})) == (
        Verdict.INDEX,
        "collection",
    )


@pytest.mark.parametrize("tail", [CARDS["headings"], CARDS["links"], CARDS["boxes"], CARDS["articles"]])
def test_an_article_above_such_a_list_is_an_article(tail: str) -> None:
    cards = "".join(tail.format(i=i, headline=one, teaser=LINES[i % 5]) for i, one in enumerate(HEADLINES))
    assert verdict_of(page(f"<main><article>{LONG}</article></main><section>{cards}</section>"))[0] is Verdict.ARTICLE


@pytest.mark.parametrize(
    ("below", "verdict"),
    [("<p>2 March 2031, 14:05</p>", Verdict.ARTICLE), ("<p>Ada Lind</p>", Verdict.INDEX)],
)
def test_a_short_article_below_a_long_menu_is_one_if_it_is_dated(below: str, verdict: Verdict) -> None:
    menu = "".join(f"<li><a href='/{i}'>News and views of district {i} of the isles</a></li>" for i in range(60))
    own = "".join(f"<p>{line}</p>" for line in LINES)
    body = f"<ul>{menu}</ul><h1>The sea wall is rebuilt</h1>{below}<div>{own}</div>"
    assert verdict_of(page(body, title="The sea wall is rebuilt"))[0] is verdict


LIVE_TITLES = [
    "Live-Ticker: Port Alder votes", "Sea wall vote live blog: council meets", "Live updates: the sea wall",
    "Mur de mer : la journée minute par minute", "Elecciones en Puerto Claro, minuto a minuto",
    "Онлайн-трансляция заседания", "+++ 14:05 Stones arrive at the quay +++", "노을섬 투표 실시간 중계",
    "Sea wall vote - as it happened",
]  # fmt: skip


@pytest.mark.parametrize("title", LIVE_TITLES)
def test_tickers_by_their_titles(title: str) -> None:
    assert verdict_of(page(f"<main>{LONG}</main>", node=NEWS | {"headline": title}, title=title))[0] is Verdict.LIVE


@pytest.mark.parametrize("path", ["/liveblog/wall", "/news/live-updates-wall", "/politik/liveticker-12.html"])
def test_tickers_by_their_addresses(path: str) -> None:
    assert verdict_of(page(f"<main>{LONG}</main>"), f"https://courier.example{path}")[0] is Verdict.LIVE


@pytest.mark.parametrize("title", ["LIVE: Port Alder votes", "EN DIRECT - Port Alder vote", "En vivo: Port Alder vota"])
def test_a_title_that_begins_with_live_needs_many_times(title: str) -> None:
    entries = "".join(f"<time datetime='2031-03-09T1{i}:05:00Z'>1{i}:05</time><p>{LINES[i % 5]}</p>" for i in range(8))
    assert verdict_of(page(f"<main>{entries}</main>", title=title))[0] is Verdict.LIVE
    assert verdict_of(page(f"<main>{LONG}</main>", title=title))[0] is Verdict.ARTICLE


def test_what_lives_is_no_ticker() -> None:
    title = "Live music returns to Port Alder"
    assert verdict_of(page(f"<main>{LONG}</main>", title=title))[0] is Verdict.ARTICLE


@pytest.mark.parametrize("kind", ["VideoObject", "AudioObject", "PodcastEpisode", "ImageGallery", "MediaGallery"])
@pytest.mark.parametrize("text", ["<p>Watch it being built.</p>", TEXT])
def test_a_page_around_a_film_is_a_media_page(kind: str, text: str) -> None:
    assert verdict_of(page(f"<main>{text}</main>", node={"@type": kind, "name": "x"})) == (Verdict.MEDIA, "media-page")


@pytest.mark.parametrize("kind", ["video.other", "video.episode", "music.song"])
def test_a_page_that_calls_itself_a_film_is_a_media_page(kind: str) -> None:
    head = f'<meta property="og:type" content="{kind}">'
    assert verdict_of(page(f"<main>{TEXT}</main>", head=head)) == (Verdict.MEDIA, "media-page")


@pytest.mark.parametrize("player", ["<video src='/a.mp4'></video>", "<audio src='/a.mp3'></audio>"])
def test_a_line_below_a_player_is_a_media_page(player: str) -> None:
    body = f"<main><h1>The wall</h1>{player}<p>{LINES[0]}</p></main>"
    assert verdict_of(page(body)) == (Verdict.MEDIA, "media-page")
    assert verdict_of(page(body, node=NEWS)) == (Verdict.MEDIA, "media-page")
    head = '<meta property="og:video" content="https://courier.example/a.mp4">'
    assert verdict_of(page(f"<main><p>{LINES[0]}</p></main>", node=NEWS, head=head))[0] is Verdict.MEDIA


def test_a_short_report_with_a_player_is_an_article() -> None:
    body = (
        f"<main><h1>The wall</h1><video src='/a.mp4'></video><p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p></main>"
    )
    assert verdict_of(page(body, node=NEWS))[0] is Verdict.ARTICLE


def test_pictures_with_captions_and_no_text_are_a_media_page() -> None:
    figures = "".join(
        f"<figure><img src='/{i}.jpg'><figcaption>{line}</figcaption></figure>" for i, line in enumerate(LINES)
    )
    head = '<meta property="og:type" content="article">'
    assert verdict_of(page(f"<main><h1>The wall in pictures</h1>{figures}</main>", head=head))[0] is Verdict.MEDIA
    assert verdict_of(page(f"<main><h1>The wall</h1>{LONG}{figures}</main>", head=head))[0] is Verdict.ARTICLE


def test_an_article_with_a_film_is_an_article() -> None:
    node = [NEWS, {"@type": "VideoObject", "name": "x"}]
    assert verdict_of(page(f"<main>{TEXT}</main>", node=node))[0] is Verdict.ARTICLE


ERRORS = [
    ("404 Not Found", "<h1>Oops</h1>"), ("Page not found | The Courier", "<p>Sorry.</p>"),
    ("The Courier", "<h1>Page not found</h1><p>The page you are looking for has moved.</p>"),
    ("Error 404", f"<h1>404</h1><ul>{''.join(f'<li>{one}</li>' for one in HEADLINES)}</ul>"),
    ("Access Denied", "<p>You don't have permission to access this on this server.</p>"),
    ("Just a moment...", "<p>Checking your browser before accessing courier.example.</p>"),
    ("Attention Required! | Shield", "<p>Please complete the captcha.</p>"),
    ("503 Service Unavailable", "<p>Later.</p>"),
    ("Seite nicht gefunden - Kurier", "<p>Die gewünschte Seite existiert nicht.</p>"),
    ("Page introuvable", "<p>Cette page n'existe plus.</p>"), ("Página no encontrada", "<p>Lo sentimos.</p>"),
    ("Pagina non trovata", "<p>Ci dispiace.</p>"), ("Pagina niet gevonden", "<p>Helaas.</p>"),
    ("Страница не найдена", "<p>Извините.</p>"),
    ("누리일보", "<h1>페이지를 찾을 수 없습니다</h1><p>주소를 확인해 주세요.</p>"),
    ("ページが見つかりません", "<p>お探しのページは移動した可能性があります。</p>"),
    ("页面不存在", "<p>您访问的页面不存在。</p>"), ("الصفحة غير موجودة", "<p>عذرا</p>"),
    ("Courier", "<h1>Something went wrong</h1><p>Try again later.</p>"),
    ("Courier", "<p>Please enable JavaScript to view this page.</p>"),
    ("누리일보", "<p>자바스크립트를 켜 주세요.</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body"), ERRORS)
def test_errors_are_nothing(title: str, body: str) -> None:
    verdict, reason = verdict_of(page(f"<main>{body}</main>", title=title))
    assert verdict is Verdict.NONE
    assert reason in ("error-page", "needs-scripts")


def test_an_article_about_an_error_is_an_article() -> None:
    html = page(f"<main><h1>Page not found</h1>{LONG}</main>", title="Page not found: how a town lost its website")
    assert verdict_of(html)[0] is Verdict.ARTICLE


CONSENTS = [
    "We and our 842 partners value your privacy. We use cookies to store data for personalised ads and "
    "content. You can accept all cookies, reject them, or manage your consent in the cookie settings. "
    "Some partners rely on legitimate interest; see our privacy policy.",
    "Weiter mit Werbung: Mit Ihrer Zustimmung verwenden wir und unsere Partner Cookies für "
    "personalisierte Werbung. Ihre Einwilligung können Sie in den Datenschutzeinstellungen widerrufen. "
    "Cookies akzeptieren oder Abo abschließen. Datenschutz, Partner, Zwecke.",
    "Nous et nos 310 partenaires utilisons des cookies. Vous pouvez accepter et fermer, continuer sans "
    "accepter, ou gérer vos données. Votre consentement peut être retiré à tout moment. Cookies, "
    "partenaires, consentement.",
    "Nosotros y nuestros partners usamos cookies. Puede aceptar todas las cookies o rechazar. Su "
    "consentimiento puede cambiarse en la política de cookies.",
    "Noi e i nostri partner usiamo cookie. Puoi accettare i cookie o negare il consenso. Leggi "
    "l'informativa sui cookie. Accetta tutto.",
    "Wij en onze partners gebruiken cookies. Geef toestemming voor cookies of beheer uw toestemming. "
    "Cookies accepteren.",
    "Nasi partnerzy używają cookies. Potrzebujemy Twojej zgody na cookies. Akceptuję cookies. Zgoda może "
    "zostać wycofana.",
    "저희는 쿠키를 사용합니다. 쿠키 사용에 동의하시면 계속하세요. 동의는 언제든지 철회할 수 있습니다. "
    "쿠키 설정, 동의, 거부.",
    "Se accetti, noi e i nostri partner conserviamo informazioni sul tuo dispositivo e trattiamo dati personali per "
    "mostrarti annunci personalizzati. Puoi cambiare idea quando vuoi.",
    "De Courant en derde partijen gebruiken cookies om informatie op je apparaat te lezen en gepersonaliseerde "
    "advertenties te tonen. Door op ‘Akkoord’ te klikken geef je toestemming. Je keuze wijzig je via de "
    "privacy-instellingen onderaan. Lees ons privacybeleid en ons cookiebeleid.",
    "Vi og vores 150 partnere gemmer oplysninger på din enhed for at vise relevante annoncer. Du kan trække dit "
    "samtykke tilbage i vores cookiepolitik.",
    "Me ja kumppanimme tallennamme evästeitä laitteellesi ja käsittelemme henkilötietoja. Voit hyväksyä kaikki "
    "evästeet milloin tahansa.",
    "S vaším souhlasem my a naši partneři ukládáme soubory cookie a zpracováváme osobní údaje pro personalizovanou "
    "reklamu. Souhlas můžete kdykoli odvolat.",
    "Az Ön hozzájárulásával mi és partnereink sütiket tárolunk az eszközén, és személyes adatokat kezelünk a személyre "
    "szabott hirdetésekhez.",
    "Εμείς και οι συνεργάτες μας αποθηκεύουμε cookies σε μια συσκευή και επεξεργαζόμαστε προσωπικά δεδομένα για "
    "εξατομικευμένες διαφημίσεις. Μπορείτε να αποδεχτείτε ή να απορρίψετε.",
    "Nós e os nossos 80 parceiros guardamos cookies no seu dispositivo e tratamos dados pessoais para anúncios "
    "personalizados. Pode aceitar ou recusar.",
]  # fmt: skip


@pytest.mark.parametrize("text", CONSENTS)
@pytest.mark.parametrize("times", [1, 6])
@pytest.mark.parametrize("name", ["x-1", "consent-dialog"])
def test_a_page_about_cookies_is_nothing(text: str, times: int, name: str) -> None:
    body = "".join(f"<p>{text}</p>" for _ in range(times))
    assert verdict_of(page(f"<div class='{name}'>{body}</div>", title="The Courier")) == (Verdict.NONE, "consent-page")


def test_an_article_below_a_banner_about_cookies_is_an_article() -> None:
    html = page(f"<div class='x-1'><p>{CONSENTS[0]}</p></div><article>{LONG}</article>")
    article = extract(html, URL)
    assert article.verdict is Verdict.ARTICLE
    assert "partners" not in article.text


def test_an_article_about_cookies_is_an_article() -> None:
    lines = [f"{LINES[i % 5]} The town's website asks for consent to cookies only since {2020 + i}." for i in range(12)]
    assert verdict_of(page("".join(f"<p>{line}</p>" for line in lines), node=NEWS))[0] is Verdict.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "La Commission de Port Alder a condamné jeudi le magasin en ligne Grisel à payer deux millions pour avoir "
        "déposé des cookies sans le consentement des visiteurs. Trois mille personnes avaient porté plainte, et "
        "leurs données personnelles ont été vendues à une entreprise de la capitale, selon la présidente Ada Lind.",
        "De vier partners in de raad van Veerdam bereikten woensdag een akkoord over de haven. Volgens wethouder Lind "
        "is het akkoord goed voor de stad, al wordt de kade pas over drie jaar breder gemaakt dan nu het geval is.",
        "Eduskunta hyväksyi lain, joka kieltää evästeet ilman lupaa. Ministeri Aino Virta sanoi torstaina, että laki "
        "tulee voimaan keväällä, ja kaupat saavat puoli vuotta aikaa muuttaa sivujaan uusien sääntöjen mukaisiksi.",
        "Il garante di Porto Lindo ha multato il giornale della valle per i cookie installati senza permesso. La "
        "direttrice Ada Lindi ha detto che i dati personali dei lettori non sono mai stati venduti a nessuno e che "
        "il giornale farà ricorso entro trenta giorni al tribunale della capitale.",
    ],
)
def test_news_about_cookies_and_partners_that_claims_nothing_is_an_article(text: str) -> None:
    assert verdict_of(page(f"<p>{text}</p>", title="The Courier"))[0] is Verdict.ARTICLE
