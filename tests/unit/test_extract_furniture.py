"""What surrounds the text goes, whatever it is made of; the text's own short lines stay."""

import pytest

from octavo.extract import extract
from octavo.extract.prose import ends_sentence, width

SENTENCES = [
    "The lighthouse of Grey Ness will be lit again in October, forty years after its keeper carried the lamp ashore.",
    "A society of two hundred islanders has paid for the lens, and for the stairs that lead up to it.",
    "Nobody expects ships to need it; the society hopes for visitors, and for a reason to paint the tower.",
]
KOREAN = [
    "노을섬 등대가 사십 년 만에 다시 불을 밝힌다. 섬 주민 이백여 명이 모은 돈으로 렌즈를 새로 달았다.",
    "등대지기가 등을 들고 뭍으로 떠난 뒤로 탑은 갈매기 차지였다. 계단은 녹슬고 유리는 하나씩 깨져 나갔다.",
    "보존회는 배보다 사람이 먼저 찾아올 것으로 기대한다. 탑은 가을까지 흰색으로 다시 칠할 예정이다.",
]


def page(body: str, title: str = "The lamp of Grey Ness") -> str:
    return f'<html><head><meta property="og:title" content="{title}"></head><body>{body}</body></html>'


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<div class='x-1'><p>{line}</p></div>" for line in lines)


def lines_of(body: str, title: str = "The lamp of Grey Ness") -> list[str]:
    return extract(page(body, title), "https://ness.example/lamp").text.split("\n")


def test_a_date_line_below_the_standfirst_goes() -> None:
    lead = "It was dark for longer than most of the island has been alive, and now somebody has bought a lamp for it."
    body = f"""<main><h1>The lamp of Grey Ness</h1><p>{lead}</p>
        <div><time datetime="2031-03-02T10:30:00Z">Monday, 02 March 2031, 10:30</time></div>
        <div>{paragraphs(SENTENCES[:2])}</div></main>"""
    assert lines_of(body) == [lead, *SENTENCES[:2]]


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2031-03-02T10:30:00Z">2031-03-02 10:30:00+00:00</time>',
        '<span>Published: <time datetime="2031-03-02">2 March 2031</time></span>',
        '\n  <span class="by">By Ada Lind</span>\n  <time datetime="2031-03-02">2 March 2031</time>\n  ',
        "2031년 3월 2일 10:30",
    ],
)
@pytest.mark.parametrize("told", [SENTENCES, KOREAN], ids=["en", "ko"])
def test_a_date_that_stands_in_no_paragraph_goes(told: list[str], line: str) -> None:
    body = "".join(f"\n  <p>{one}</p>" for one in told)
    assert lines_of(f"<article>\n  <h1>The lamp of Grey Ness</h1>{line}{body}\n</article>") == told


def test_words_that_stand_in_no_paragraph_and_tell_no_origin_stay() -> None:
    text = f"{SENTENCES[0]} <b>Lit again</b>, said its keeper on 2 March 2031. {SENTENCES[1]}"
    lines = lines_of(f"<article><h1>The lamp of Grey Ness</h1>{text}<p>{SENTENCES[2]}</p></article>")
    assert lines == [text.replace("<b>", "").replace("</b>", ""), SENTENCES[2]]


def test_lines_of_a_box_around_the_headline_go_and_the_box_stays() -> None:
    body = f"""<article><header><a href="/sea">Sea</a><h1>The lamp of Grey Ness</h1>
        <time>Published 03.03.2031, 16:12</time></header>{paragraphs(SENTENCES)}</article>"""
    assert lines_of(body) == SENTENCES


@pytest.mark.parametrize("name", ["data-component", "data-testid", "data-module", "data-type"])
def test_a_box_says_what_it_is_beside_its_class(name: str) -> None:
    box = f"<div class='x-9' {name}='newsletter'><p>The island in five minutes, every evening at six o'clock.</p></div>"
    assert lines_of(f"<main>{paragraphs(SENTENCES)}{box}</main>") == SENTENCES


@pytest.mark.parametrize(
    "closing",
    [
        "The paint went to the school instead.",
        "관람료는 없다고 보존회 관계자는 설명했다.",
        "첫 점등은 시월 초로 잡혔다. (바다통신)",
        "첫 점등은 시월 초로 잡혔다. /바다통신",
    ],
)
def test_a_short_last_sentence_stays(closing: str) -> None:
    lines = [*(SENTENCES if closing.isascii() else KOREAN), closing]
    assert lines_of(f"<article>{''.join(f'<p>{line}</p>' for line in lines)}</article>") == lines


def test_lines_that_go_on_with_a_comma_are_no_labels() -> None:
    verse = ["请大家互相转告，", "愿每一盏灯都能", "平安亮起，照亮归途。"]
    chinese = ["海岛上的灯塔将在十月重新点亮，四十年前守塔人把灯带上了岸，从此塔里只剩下海鸥和风，台阶也锈坏了。"] * 2
    body = f"<article>{''.join(f'<p>{line}</p>' for line in [*chinese, *verse])}<p>来源：海岛新闻</p></article>"
    assert lines_of(body) == [*chinese, *verse]


def test_labels_after_the_last_sentence_go() -> None:
    body = f"<article>{paragraphs(KOREAN)}<p>무단 전재 및 재배포 금지</p><p>바다일보</p></article>"
    assert lines_of(body) == KOREAN


@pytest.mark.parametrize("around", ["<div>{}</div>", "<div><div>{}</div></div>", "<div><p>{}</p><p>바다일보</p></div>"])
def test_who_signs_and_notices_go_where_breaks_part_the_lines(around: str) -> None:
    signed = ["이서연 기자 seoyeon@ness.example", "[저작권자 ⓒ 노을섬일보, 무단 전재 금지]", ""]
    own = "<br><br>".join([*KOREAN, *signed])
    assert lines_of(f"<article>{around.format(own)}</article>") == KOREAN
    channels = "<br>".join([*KOREAN, "페이스북 https://ness.example/fb", "라인 @nesspost"])
    assert lines_of(f"<article>{around.format(channels)}</article>") == KOREAN
    listed = "<br>".join([*KOREAN, "* 등대", "* 계단"])
    assert lines_of(f"<article>{around.format(listed)}</article>") == [*KOREAN, "* 등대", "* 계단"]


def test_width_and_sentences() -> None:
    assert width("등대 ok") == 7
    assert ends_sentence("불을 밝힌다. (바다통신)")
    assert ends_sentence("불을 밝힌다. /바다통신")
    assert not ends_sentence("The island (Grey Ness)")


def comments(count: int) -> str:
    said = "I remember the keeper; he sold us eggs, and once he let me turn the lamp, which took both of my hands."
    return "".join(f"<li><div class='text'><p>{said} ({i})</p></div></li>" for i in range(count))


@pytest.mark.parametrize("name", ["comments-list", "commentlist", "disqus_thread"])
def test_a_thread_of_comments_longer_than_the_article_is_not_the_article(name: str) -> None:
    body = f"<main><article class='story'>{paragraphs(SENTENCES)}</article><ul class='{name}'>{comments(9)}</ul></main>"
    assert lines_of(body) == SENTENCES


def test_a_commentary_is_an_article() -> None:
    body = f"<main><article class='article-type-commentary'>{paragraphs(SENTENCES)}</article>"
    assert lines_of(f"{body}<ul class='comments'>{comments(9)}</ul></main>") == SENTENCES


def test_the_body_does_not_grow_over_teasers_in_a_list() -> None:
    teasers = "".join(f"<li><div><h3>Isles {i}</h3><p>{KOREAN[0]} {SENTENCES[1]}</p></div></li>" for i in range(5))
    stream = f"<div class='x-2'><ul>{teasers}</ul></div>"
    own = "".join(f"<p>{line}</p>" for line in SENTENCES)
    assert lines_of(f"<main><div class='x-3'>{own}</div>{stream}</main>") == SENTENCES


def test_small_furniture_is_no_text_even_where_nothing_else_is() -> None:
    assert extract(page("<footer>Harbour Street 1</footer><p>The lamp is lit.</p>")).text == "The lamp is lit."


def test_an_article_in_an_overlay_above_a_stream_is_found_at_a_second_look() -> None:
    teasers = "".join(f"<li><div><div><p>{KOREAN[0]} {SENTENCES[1]}</p></div></div></li>" for _ in range(25))
    own = "".join(f"<p>{line}</p>" for line in SENTENCES)
    html = page(f"<main><ul>{teasers}</ul></main><div class='modal'><div class='x-4'>{own}</div></div>")
    article = extract(html, "https://ness.example/lamp")
    assert article.text.split("\n") == SENTENCES
    assert "looked-again" in article.reasons


def test_a_box_inside_a_link_takes_its_weight_with_it() -> None:
    assert extract("<p><a href=x><table><div class=ad>Words ").text == ""


@pytest.mark.parametrize(
    "notice",
    [
        "<p>Advertisement</p>", "<div>REKLAM</div>", "<p>- Anzeige -</p>", "<p>광고</p>",
        "<div>Story continues below</div>",
        "<p>Sign up for the Ness Post's morning newsletter.</p>", "<p>Follow the Ness Post on Google News.</p>",
        "<p>Abonnieren Sie hier unseren kostenlosen Newsletter.</p>", "<p>Suscríbete a nuestro boletín semanal.</p>",
        "<p>Подписывайтесь на наш канал.</p>", "<h3>Empfohlener redaktioneller Inhalt</h3>",
        "<p>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>Lesen Sie auch: <a href='/b'>Der Leuchtturm im Winter</a></p>", "<h4>関連記事</h4>", "<p>Read more:</p>",
        "<p>Copyright © 2031 The Ness Post</p>", "<p>Show 14 comments</p>",
        "<p>저작권자 ⓒ 노을섬일보 무단 전재 금지</p>", "<div>4 minute read</div>", "<p>Lesezeit: 3 Min.</p>",
        "<p>Reporting by Ada Lind in Port Alder; Editing by Max Frank</p>",
        "<p>Estimated reading time: 4 minutes</p>", "<p>You have 1 article left to read this month.</p>",
        "<p>This is your last free article before you need to register.</p>", "<p>Continue reading</p>",
        "<p>Follow the Ness Post on Facebook and X for more news of the isles.</p>",
        "<p>Just a heads up, some of the links on this page are affiliate links.</p>",
        "<p>If you buy through our links, we may earn a small commission.</p>",
        "<p>Iezīmējiet tekstu un spiediet Ctrl+Enter, lai nosūtītu to redaktoram!</p>",
        "<p>（原标题：海岛灯塔重新点亮）</p>", "<p>（原题为《灯塔亮了》）</p>",
        "<p>【免责声明】本文仅代表作者本人观点。</p>",
        "<p>特别声明：以上内容由用户上传并发布。</p>", "<p>（责编：林安、周平）</p>", "<p>【编辑：林安】</p>",
        "<p>(本文来自海岛新闻，更多原创资讯请下载客户端)</p>", "<p>返回海岛新闻网首页&gt;&gt;</p>",
        "<p>长按二维码，关注我们</p>", "<p>看完了，点个【在看】</p>", "<p>图片来自网络，如有侵权，请联系删除。</p>",
        "<p>Tempo di lettura: 2 minuti</p>", "<p>Время чтения 3 мин.</p>", "<p>읽는 시간 3분</p>",
    ],
)  # fmt: skip
def test_notices_of_the_house_are_no_part_of_the_text(notice: str) -> None:
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p>{notice}<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p></main>"
    assert lines_of(body) == SENTENCES


@pytest.mark.parametrize(
    "line",
    [
        "Read more slowly, the keeper told the children, and the lamp will last until the end of the chapter.",
        "Sign up was the advice of the harbour office to all who wanted to row in October.",
        "Follow the path to the tower and you will see what the society has painted so far.",
        "Reporting by mail was the society's way until the ferry came to Grey Ness in 1998.",
        "5 minutes reading a letter from the keeper were enough for the hall to fall silent.",
        "This is your last chance to see the old lamp, the keeper told the children of Grey Ness.",
        "Continue reading the letters of the keeper, and you will hear the sea in each of them.",
        "编辑部设在灯塔下的小屋里，岛上的人每天傍晚都会去那里看看有没有新的消息。",
        "本文来自一位守塔人留下的日记，他在灯塔上住了四十年，每天写下看见的船，后来日记由他的孙女整理，去年冬天才在岛上的阁楼里找到，记下了四千多艘船的名字。",
        "Advertisement hoardings went up along the pier, against the wishes of the island's council.",
    ],
)
def test_sentences_that_begin_like_notices_stay(line: str) -> None:
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p><p>{line}</p><p>{SENTENCES[2]}</p></main>"
    assert line in lines_of(body)


def test_paragraphs_behind_a_wall_and_before_it_are_text() -> None:
    hidden = "".join(f'<p class="paywall" aria-hidden="true">{line}</p>' for line in SENTENCES[1:] * 3)
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p>{hidden}<p>{SENTENCES[0]}</p></main>"
    assert lines_of(body) == [SENTENCES[0], *SENTENCES[1:] * 3, SENTENCES[0]]
    rest = "".join(f"<p>{line}</p>" for line in SENTENCES[1:] * 5)
    body = f"<main><p>{SENTENCES[0]}</p><div class='cut-off'>{rest}</div></main>"
    assert lines_of(body) == [SENTENCES[0], *SENTENCES[1:] * 5]


def test_a_lead_that_is_named_a_teaser_is_text() -> None:
    body = f"<main><h1>The lamp</h1><p class='a__teaser'>{SENTENCES[0]}</p>{paragraphs(SENTENCES[1:])}</main>"
    assert lines_of(body) == SENTENCES


def test_a_byline_below_the_lead_goes() -> None:
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p><p>By Ada Lind</p><p>{SENTENCES[1]}</p></main>"
    assert lines_of(body, "The lamp") == SENTENCES[:2]
    body = (
        f"<main><p>Stand: 02.03.2031, 06:00 Uhr</p><p>{SENTENCES[0]}</p><p>Von Ada Lind</p><p>{SENTENCES[1]}</p></main>"
    )
    assert lines_of(body) == SENTENCES[:2]


@pytest.mark.parametrize("name", ["infobox", "c-factbox", "expandable-box__body", "accordion"])
def test_a_box_of_facts_beside_the_text_goes(name: str) -> None:
    box = f"<div class='{name}'><p>Ada Lind has kept the books of the society since it was founded.</p></div>"
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p>{box}<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p></main>"
    assert lines_of(body) == SENTENCES


def test_parts_that_a_builder_of_pages_calls_widgets_are_text() -> None:
    def part(kind: str, inner: str) -> str:
        return f"<div class='b-widget b-widget-{kind}'><div class='b-widget-container'>{inner}</div></div>"

    parts = [part("text-editor", f"<p>{line}</p>") for line in SENTENCES * 4]
    heading, bar = (
        part("heading", "<h2>In a barn</h2>"),
        part("share-buttons", "<p>Share it with everybody you know</p>"),
    )
    body = f"<main>{''.join(parts)}{heading}{bar}{parts[0]}</main><div class='b-widget'>{paragraphs(KOREAN)}</div>"
    assert lines_of(body) == [*SENTENCES * 4, "In a barn", SENTENCES[0]]


@pytest.mark.parametrize("name", ["relative overflow-hidden", "field field--label-hidden"])
def test_what_hides_something_else_than_the_text_is_text(name: str) -> None:
    own = "".join(f"<div class='{name}'><p>{line}</p></div>" for line in SENTENCES)
    hidden = f"<div class='hidden'><p>{KOREAN[0]}</p></div>"
    assert lines_of(f"<main><p>{SENTENCES[0]}</p>{own}{hidden}<p>{SENTENCES[2]}</p></main>") == [
        SENTENCES[0], *SENTENCES, SENTENCES[2]
    ]  # fmt: skip


def test_a_post_that_is_filed_under_what_names_furniture_is_an_article() -> None:
    names = "post-7 post type-post status-publish hentry category-popular tag-social-media tag-comments"
    teaser = f"<li><div><h3>The ferry is late</h3><p>{KOREAN[0]} {SENTENCES[1]}</p></div></li>"
    html = page(f"<main><article class='{names}'>{paragraphs(SENTENCES)}</article></main><ul>{teaser * 4}</ul>")
    article = extract(html, "https://ness.example/lamp")
    assert article.text.split("\n") == SENTENCES
    assert "looked-again" not in article.reasons


@pytest.mark.parametrize("name", ["friend-link-inner", "friendlinks", "link-friends", "calendar_wrap"])
def test_a_box_of_the_sites_that_a_house_points_to_goes(name: str) -> None:
    town = "<ul><li style='display:none'>http://town.example/</li><li><a href='http://town.example/'>Town</a></li></ul>"
    own = "".join(f"<p>{line}</p>" for line in SENTENCES)
    body = f"<main><div>{own}</div><div class='{name}'><p>{SENTENCES[0]} Friends.</p>{town * 9}</div></main>"
    assert lines_of(body) == SENTENCES


@pytest.mark.parametrize("name", ["contentimage s-100", "lightbox__description"])
def test_the_words_below_a_picture_are_no_text(name: str) -> None:
    box = f"<div class='{name}'><img src='/lamp.jpg'><span class='small'>{KOREAN[0]} The lamp in its barn.</span></div>"
    assert lines_of(f"<main><p>{SENTENCES[0]}</p>{box}{paragraphs(SENTENCES[1:])}</main>") == SENTENCES


def test_a_heading_above_a_box_of_links_is_the_texts_where_text_goes_on() -> None:
    link = "<a href='/barns'>What barns are for, and who owns the last of them on Grey Ness</a>"
    more = "<h2>More of barns</h2>"
    body = f"<main>{paragraphs(SENTENCES[:2])}<h2>In a barn</h2><div>{link}</div><p>{SENTENCES[2]}</p>"
    assert lines_of(f"{body}{more}<div>{link}</div></main>") == [*SENTENCES[:2], "In a barn", SENTENCES[2]]
    listed = f"{body}{more}<ul><li>{link}</li></ul><p>{SENTENCES[0]}</p></main>"
    assert lines_of(listed) == [*SENTENCES[:2], "In a barn", SENTENCES[2], SENTENCES[0]]


@pytest.mark.parametrize(
    "labels",
    [
        "<div>The Ness Agency</div><div>Last updated<span> </span></div><div>Published March 2, 2031</div>",
        "<p>Keeper of the files</p><p>02.03.2031 Updated at 18:50h.</p>",
        "<h2>Isles<div>A lamp for the tower of Grey Ness, at last</div></h2><div>2. März 2031, 4 Min.</div>",
        "<div> </div>" * 12 + "<p>By Ada Lind</p>",
    ],
)
@pytest.mark.parametrize("headline", ["", "<h1>The lamp of Grey Ness</h1>"])
def test_labels_below_the_standfirst_go_with_the_date_that_ends_them(labels: str, headline: str) -> None:
    body = f"<main>{headline}<p>{SENTENCES[0]}</p>{labels}<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p></main>"
    assert lines_of(body) == SENTENCES


def test_lines_that_may_be_the_articles_stay_above_a_date_and_below() -> None:
    lead = "The island can do everything but hurry"
    body = f"<main><h1>The lamp</h1><p>{SENTENCES[0]}</p><p>{lead}</p><div>2 March 2031</div><h2>In a barn</h2>"
    lines = [SENTENCES[0], lead, "In a barn", *SENTENCES[1:]]
    assert lines_of(f"{body}<p>{SENTENCES[1]}</p><h1>At sea</h1><p>{SENTENCES[2]}</p></main>", "The lamp") == [
        *lines[:-1], "At sea", lines[-1]
    ]  # fmt: skip


def test_a_picture_below_the_headline_does_not_end_the_labels() -> None:
    caption = f"<figcaption>{KOREAN[0]} The lamp in its barn.</figcaption>"
    body = f"<main><h1>The lamp of Grey Ness</h1><figure><img src='/l.jpg'>{caption}</figure><p>The islands</p>"
    assert lines_of(f"{body}{paragraphs(SENTENCES)}</main>") == SENTENCES


LEAD = "It was dark for longer than most of the island has been alive, and now somebody has bought a lamp for it."
ONE_LINER = "A lamp comes home to the tower of Grey Ness, after forty years in the dark"


@pytest.mark.parametrize("headline", ["<h1>Lamp</h1>", "<h2>The lamp of Grey Ness</h2>"])
@pytest.mark.parametrize(
    ("box", "lead"),
    [
        (f"<p class='x-6'>{LEAD}</p>", LEAD),
        (f"<div><div><span>{LEAD}</span></div></div>", LEAD),
        (f"<h3 class='article-excerpt'>{ONE_LINER}</h3>", ONE_LINER),
        (f"<div class='teaser lead'>{ONE_LINER}</div>", ONE_LINER),
        (f"<p>{ONE_LINER}</p>", ""),
        (f"<p>By Ada Lind</p><p>{LEAD}</p>", LEAD),
        (f"<p class='c-standfirst'>{LEAD}</p>", ""),
        (f"<figure><figcaption>{LEAD}</figcaption></figure>", ""),
        (f"<div class='lead-image'><p>{LEAD}</p></div>", ""),
        (f"<a href='/ferry'><h4>The ferry</h4><p>{LEAD}</p></a>", ""),
        (f"<p><a href='/ferry'>{LEAD}</a></p>", ""),
        (f"<ul><li>{LEAD}</li></ul>", ""),
        ("<p class='intro'>Written by our correspondent on the islands, 2 March 2031</p>", ""),
    ],
)
def test_the_lead_between_headline_and_body_is_text(headline: str, box: str, lead: str) -> None:
    own = "".join(f"<p>{line}</p>" for line in SENTENCES * 4)
    body = f"<article><header><div>{headline}</div>{box}</header><div><div class='x-7'>{own}</div></div></article>"
    assert lines_of(f"<main>{body}</main>") == [*filter(None, [lead]), *SENTENCES * 4]


@pytest.mark.parametrize("name", ["part part--free", "teaser-content part"])
def test_the_free_beginning_of_a_text_in_a_box_of_its_own_is_text(name: str) -> None:
    rest = "".join(f"<p>{line}</p>" for line in SENTENCES[1:] * 5)
    body = f"<div class='{name}'><p>{SENTENCES[0]}</p></div><div class='part part--paid'>{rest}</div>"
    assert lines_of(f"<main><div><h1>The lamp</h1>{body}</div></main>") == [SENTENCES[0], *SENTENCES[1:] * 5]


def test_a_gallery_that_says_more_than_the_article_beside_it_goes() -> None:
    shown = "".join(f"<li><h2>{i}/30 Lamp</h2><p>{KOREAN[0]} {SENTENCES[1]} ({i})</p></li>" for i in range(30))
    gallery = f"<div class='full-gallery'><ul>{shown}</ul></div>"
    assert lines_of(f"<article>{paragraphs(SENTENCES * 6)}{gallery}</article>") == SENTENCES * 6
    assert len(lines_of(f"<article>{paragraphs(SENTENCES)}{gallery}</article>")) > 30
