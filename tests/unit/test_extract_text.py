"""Text that pages lose easily stays; what stands beside it for the house, the ear or the picture goes."""

import pytest

from octavo.core.types import Verdict
from octavo.extract import extract
from octavo.extract.notice_words import is_notice
from octavo.extract.prose import ends_sentence

SENTENCES = [
    "The lighthouse of Grey Ness will be lit again in October, forty years after its keeper carried the lamp ashore.",
    "A society of two hundred islanders has paid for the lens, and for the stairs that lead up to it.",
    "Nobody expects ships to need it; the society hopes for visitors, and for a reason to paint the tower.",
]
FIRST, SECOND, THIRD = (f"<p>{line}</p>" for line in SENTENCES)
THAI = [
    "ประภาคารบนเกาะเทาจะกลับมาส่องแสงอีกครั้งในเดือนตุลาคม หลังจากดับมานานถึงสี่สิบปี",
    "สมาคมชาวเกาะสองร้อยคนช่วยกันออกเงินซื้อเลนส์ใหม่และซ่อมบันไดขึ้นหอคอย",
    "การซ่อมหอคอยคาดว่าจะแล้วเสร็จก่อนฤดูหนาวปีนี้",
]


def lines_of(body: str, head: str = "") -> list[str]:
    html = f"<html><head><title>The lamp of Grey Ness</title>{head}</head><body>{body}</body></html>"
    return extract(html, "https://ness.example/lamp").text.split("\n")


@pytest.mark.parametrize("name", ["wp-block-table", "table", ""])
def test_a_figure_that_holds_a_table_is_no_picture(name: str) -> None:
    table = "<table><tr><th>Ferry</th><th>Fare</th></tr><tr><td>North</td><td>4 crowns</td></tr></table>"
    body = f"<figure class='{name}'>{table}<figcaption>Fares from March</figcaption></figure>"
    lines = ["Ferry", "Fare", "North", "4 crowns"]
    assert lines_of(f"<article>{FIRST}{body}{SECOND}</article>") == [SENTENCES[0], *lines, SENTENCES[1]]


def test_a_text_beside_its_picture_is_text() -> None:
    inner = f"<figure class='b-media-text__media'><img src='/l.jpg'></figure><div class='x'>{SECOND}</div>"
    body = f"<article>{FIRST}<div class='b-media-text is-stacked'>{inner}</div>{THIRD}</article>"
    assert lines_of(body) == SENTENCES


@pytest.mark.parametrize("identity", ["feedback", "the-credits", "h-survey-results", "gallery"])
def test_the_id_of_a_heading_is_only_its_text(identity: str) -> None:
    body = f"<article>{FIRST}{SECOND}<h2 id='{identity}'>Said and counted</h2>{THIRD}</article>"
    assert lines_of(body) == [*SENTENCES[:2], "Said and counted", SENTENCES[2]]


def test_lines_of_scripts_without_a_full_stop_end_as_sentences() -> None:
    assert lines_of(f"<article>{''.join(f'<p>{line}</p>' for line in THAI)}</article>") == THAI
    assert not ends_sentence("ข่าวเด่นวันนี้")


@pytest.mark.parametrize(
    "line",
    ["ប៉មភ្លើងនឹងបើកឡើងវិញនៅខែតុលា។", "မီးပြတိုက်ကို ပြန်ဖွင့်မည်။", "جزیرے کا چراغ پھر جلے گا۔", "Փարոսը կրկին կվառվի։"],
)
def test_full_stops_of_other_scripts_end_sentences(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright holders have until March 14 to ask for their letters back.",
        "Like most posts on X, the picture of the tower was praised and mocked within the hour.",
        "Find the keeper on Facebook and you will find half of the island as well.",
        "Sigue sin haber respuesta de Google.",
        "Recibe cada mes cien cartas, y dice que lee una por Facebook antes de dormir.",
    ],
)
def test_sentences_that_could_be_calls_stay(line: str) -> None:
    assert lines_of(f"<article>{FIRST}<p>{line}</p>{SECOND}</article>") == [SENTENCES[0], line, SENTENCES[1]]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2031 The Ness Post", "Like us on Facebook and tell us what you think", "Follow @nesspost on X today",
        "Find the Ness Post on Facebook, Instagram and X.", "Recibe cada mañana nuestro boletín.",
        "Διαβάστε επίσης: Ο φάρος τον χειμώνα", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ:", "İLGİLİ HABER: Fener kışın", "بیشتر بخوانید:",
        "Bizi Instagram'da takip edin", "קראו גם:",
    ],
)  # fmt: skip
def test_calls_and_tips_of_the_house_are_notices(line: str) -> None:
    assert is_notice(line, 0.4)


@pytest.mark.parametrize(
    "address",
    [
        "https://whatsapp.com/channel/0029VaLamp", "https://chat.whatsapp.com/Abcdefghij0123456789Kl", "https://t.me/+abc",
        "https://news.google.com/publications/CAAq", "https://www.google.com/preferences/source?q=ness.example",
    ],
)  # fmt: skip
def test_an_invitation_to_the_houses_channel_goes_in_any_language(address: str) -> None:
    line = f"<p>Az Őrtorony hírei már a telefonján is ott vannak, <a href='{address}'>itt</a> ingyen.</p>"
    assert lines_of(f"<article>{FIRST}{line}{SECOND}{THIRD}</article>") == SENTENCES


def test_a_post_that_is_quoted_from_a_channel_is_text() -> None:
    line = "The mayor wrote on <a href='https://t.me/ness_mayor/12'>Telegram</a> that the lamp would be lit at six."
    plain = "The mayor wrote on Telegram that the lamp would be lit at six."
    assert lines_of(f"<article>{FIRST}<p>{line}</p>{SECOND}</article>") == [SENTENCES[0], plain, SENTENCES[1]]


@pytest.mark.parametrize("closing", ["He nods.", "Eine Anmeldung ist nicht nötig.", "Attendance: 7,412."])
def test_a_very_short_last_sentence_stays_among_its_kind(closing: str) -> None:
    assert lines_of(f"<article>{FIRST}{SECOND}<p>{closing}</p></article>") == [*SENTENCES[:2], closing]


@pytest.mark.parametrize(
    "label", ["<p>Ada Lind.</p>", "<p>2 March 2031, 4 min.</p>", "<p>More:</p>", "<div>At sea.</div>"]
)
def test_labels_that_end_with_a_stop_go(label: str) -> None:
    assert lines_of(f"<article>{FIRST}{SECOND}{label}</article>") == SENTENCES[:2]


def test_a_very_short_first_sentence_stays_below_the_byline() -> None:
    body = f"<article><h1>The lamp of Grey Ness</h1><p>By Ada Lind</p><p>The lamp is gone.</p>{FIRST}{SECOND}</article>"
    assert lines_of(body) == ["The lamp is gone.", *SENTENCES[:2]]


def test_a_box_of_links_between_like_parts_parts_no_text() -> None:
    first = f"<div class='block body-a'><div>{FIRST}{SECOND * 6}</div></div>"
    links = "".join(f"<li><a href='/{i}'>Why the ferry to Grey Ness is late, part {i}</a></li>" for i in range(6))
    last = f"<div class='block body-b'><div>{THIRD * 3}</div></div>"
    body = f"<main><div>{first}<div class='block'><ul>{links}</ul></div>{last}</div></main>"
    assert lines_of(body) == [SENTENCES[0], *[SENTENCES[1]] * 6, *[SENTENCES[2]] * 3]


def test_another_reader_does_not_glue_the_paragraphs_of_a_short_text() -> None:
    lead, rest = "The lamp of Grey Ness is back in its tower, the island says.", "It will be lit in October, if it is."
    bar = "<header><h1>The lamp</h1><div><span>Isles | Members</span><time>2 March 2031</time></div></header>"
    more = "".join(f"<li><a href='/{i}'>Headline {i} of the islands and the sea</a></li>" for i in range(12))
    body = f"<main><article>{bar}<section><p>{lead}</p><p>{rest}</p></section></article><ul>{more}</ul></main>"
    assert lines_of(body) == [lead, rest]


def test_what_another_reader_adds_is_prose_or_left_out() -> None:
    notice = "<div><p>【免责声明】本文仅代表作者本人观点，与本网无关。请读者仅作参考，并请自行承担全部责任。</p></div>"
    text = (
        "海岛上的灯塔将在十月重新点亮，四十年前守塔人把灯带上了岸，从此塔里只剩下海鸥，台阶也一级一级地锈坏了。"
        "岛上两百位居民凑钱买了新的透镜，又请人修好了上塔的楼梯。"
    )
    labels = ("登录超时，稍后再试", "免注册", "快速登录", "消息") * 9
    menu = "".join(f"<div><span>{label}</span></div>" for label in labels)
    assert lines_of(f"<div>{menu}</div><div class='art'><div><p>{text}</p></div></div>{notice}") == [text]


def test_a_byline_with_a_post_is_no_text() -> None:
    line = "<div>Par <b>ADA LIND</b>, <b>MAX FRANK</b> Envoyés spéciaux à Port-Aulne</div>"
    assert lines_of(f"<article>{line}{FIRST}{SECOND}</article>") == SENTENCES[:2]


def test_who_is_quoted_is_text() -> None:
    quotation = f"<blockquote><p>{SENTENCES[1]}</p><footer class='q-footer'>Ada Lind, keeper</footer></blockquote>"
    assert lines_of(f"<article>{FIRST}{quotation}{THIRD}</article><footer>The Ness Post</footer>") == [
        *SENTENCES[:2], "Ada Lind, keeper", SENTENCES[2]
    ]  # fmt: skip


def test_headings_captions_and_the_header_do_not_make_the_body_grow() -> None:
    caption = "The lamp in its barn on the morning when the society came to fetch it, after forty years. " * 2
    picture = f"<figure><figcaption>{caption}</figcaption></figure>"
    header = f"<header><h1>The lamp of Grey Ness is lit again at last</h1>{picture}</header>"
    about = "<div><p>Ada Lind writes about islands.</p></div>"
    body = f"<main><div>{header}<div class='x-1'>{FIRST}{SECOND}{THIRD}</div>{about}</div></main>"
    assert lines_of(body) == SENTENCES


@pytest.mark.parametrize(
    "hidden",
    [
        "class='sr-only'", "class='screen-reader-text'", "class='visuallyhidden'",
        "style='border:0;clip:rect(0 0 0 0);height:1px'", "style='clip: rect(1px, 1px, 1px, 1px)'",
        "style='clip-path:inset(50%)'",
    ],
)  # fmt: skip
def test_what_is_only_heard_goes(hidden: str) -> None:
    link = f"<a href='/b'>a society<span {hidden}>, opens new tab</span></a>"
    line = f"<p>The island has {link} that pays for it all.</p>"
    assert lines_of(f"<article>{FIRST}{line}{SECOND}</article>")[1] == "The island has a society that pays for it all."


@pytest.mark.parametrize(
    "box",
    [
        "<span><div><img src='/l.jpg'></div><em class='img_desc'>등대가 헛간에 서 있다. 김보람 기자</em></span>",
        "<div class='c-media'><p class='c-media__description'>The lamp is carried up the stairs of the tower</p></div>",
        "<div class='video-box'><div class='video-box__headline'>A film of the lamp in the tower</div></div>",
        "<p><img src='/l.jpg'> <span class='caption'>The lamp is carried up the stairs.</span></p>",
        "<p style='text-align:center'><img src='/l.jpg'></p><p style='text-align: center'>The lamp in March</p>",
        "<p align='center'> <img src='/l.jpg'> </p><p align='center'>The lamp in March</p>",
    ],
)
def test_the_words_with_a_picture_are_no_text(box: str) -> None:
    assert lines_of(f"<article>{FIRST}{box}{SECOND}{THIRD}</article>") == SENTENCES


def test_centred_lines_that_follow_no_picture_are_text() -> None:
    line = "<p style='text-align:center'>The lamp, a poem of three lines</p>"
    assert len(lines_of(f"<article>{FIRST}{line}{SECOND}{THIRD}</article>")) == 4


@pytest.mark.parametrize(
    "caption",
    [
        "图片来源：海岛博物馆官网", "▲图片来自视频截图。", "灯塔夜色。记者 林小安 摄", "守塔人的小屋。 林安供图",
        "资料图：去年的灯塔", "（海岛博物馆提供）", "修复前的灯塔。（資料照片）", "灯台の夜（海原太郎撮影）",
        "▲ 노을섬 등대", "노을섬 등대. 사진=노을섬보존회", "점등식 (노을섬보존회 제공)",
        "The tower at dusk. (Photo: Ada Lind)", "Der Turm am Abend. Foto: Max Frank",
        "The tower at dusk. Ada Lind/Getty Images",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "picture", ["<p><img src='/tower.jpg'></p>", "<div> <a href='/big'> <img src='/t.jpg'> </a> </div>"]
)
def test_who_took_a_picture_is_told_below_it_and_is_no_text(caption: str, picture: str) -> None:
    body = f"<article>{FIRST}{picture}<p>{caption}</p>{SECOND}{THIRD}</article>"
    assert lines_of(body) == SENTENCES


def test_a_cell_beside_a_picture_is_no_caption() -> None:
    row = "<tr><td><img src='/l.jpg'></td><td align='center'>The lamp</td><td>in March</td></tr>"
    assert lines_of(f"<article>{FIRST}<table>{row}</table>{SECOND}{THIRD}</article>")[1:3] == ["The lamp", "in March"]


@pytest.mark.parametrize(
    "line",
    ["灯塔里有人喜欢拍摄。", "他在海岛上查阅资料。", "The photo: two towers in fog.", "점등식은 등대가 켜지는 행사다."],
)
def test_a_line_below_a_picture_that_says_nothing_of_it_is_text(line: str) -> None:
    body = f"<article>{FIRST}<p><img src='/tower.jpg'></p><p>{line}</p>{SECOND}{THIRD}</article>"
    assert line in lines_of(body)


def test_a_text_that_is_all_centred_has_no_captions() -> None:
    lines = "".join(f"<p align='center'><img src='/l.jpg'></p><p align='center'>{line}</p>" for line in SENTENCES)
    assert lines_of(f"<article>{lines}</article>") == SENTENCES


def test_the_wall_at_a_texts_end_goes() -> None:
    wall = (
        "<div class='offer'><div>Questo contenuto è riservato agli abbonati</div>"
        "<p>Abbonati a 1€ al mese e leggi senza limiti. Annulla quando vuoi.</p><a href='/o'>Scopri l'offerta</a></div>"
    )
    html = f"<article>{FIRST}{SECOND}{wall}</article>"
    article = extract(html, "https://ness.example/lamp")
    assert article.text.split("\n") == SENTENCES[:2]
    assert article.verdict is Verdict.STUB


def test_a_sentence_about_subscribers_is_no_wall() -> None:
    line = "La sala è riservata agli abbonati del faro, dice il custode."
    assert lines_of(f"<article>{FIRST}{SECOND}<p>{line}</p></article>") == [*SENTENCES[:2], line]


def test_a_lead_that_is_the_body_begun_again_is_left_out() -> None:
    described = f"<meta name=description content='{SENTENCES[0]}'>"
    hidden = f"<div><div>{SENTENCES[0]}</div></div>"
    body = f"<main>{hidden}<h1>The lamp of Grey Ness</h1><div class='x-1'>{FIRST}{SECOND}{THIRD * 4}</div></main>"
    assert lines_of(body, described) == [*SENTENCES, *SENTENCES[2:] * 3]


@pytest.mark.parametrize("field", ["type='email'", "placeholder='you@work.example'", "name='EMAIL'"])
def test_a_small_box_that_asks_for_an_address_goes(field: str) -> None:
    box = f"<p>Ness Weekly</p><p>What matters on the islands, every Friday.</p><div><input {field}></div>"
    assert lines_of(f"<article>{FIRST * 3}<div class='x-1'>{box}</div>{SECOND}</article>") == [
        *[SENTENCES[0]] * 3, SENTENCES[1]
    ]  # fmt: skip


def test_a_box_says_its_area() -> None:
    box = "<div data-area='newsletter'><div><p>The island in five minutes, every evening at six.</p></div></div>"
    assert lines_of(f"<article>{FIRST}{box}{SECOND}{THIRD}</article>") == SENTENCES


@pytest.mark.parametrize("mark", ["<a href='#n1'>1</a>", "<sup><a href='/lamp#n1'>1</a></sup>"])
def test_the_number_of_a_footnote_does_not_run_into_the_word(mark: str) -> None:
    line = "<p>Nobody comes to the tower only for the lamp.{}</p>"
    assert lines_of(f"<article>{FIRST}{line.format(mark)}{SECOND}</article>")[1] == line.format("")[3:-4]
    linked = "<p>The lamp has its own page, number <a href='#n1'>1</a>, in the book of the society.</p>"
    assert "number 1," in lines_of(f"<article>{FIRST}{linked}{SECOND}</article>")[1]


def test_agency_and_place_below_the_date_go() -> None:
    header = f"<h1>The lamp of Grey Ness</h1><h2>{SENTENCES[2]}</h2><div>2 March 2031</div><div>NA - GREY NESS</div>"
    assert lines_of(f"<article><header>{header}</header>{FIRST}{SECOND}</article>") == [SENTENCES[2], *SENTENCES[:2]]


def test_points_below_the_date_stay() -> None:
    points = "<div><h3>In short</h3><ul><li>A lamp is back</li><li>It is paid for</li></ul></div>"
    header = f"<h1>The lamp of Grey Ness</h1><h2>{SENTENCES[2]}</h2><div>2 March 2031</div>"
    lines = [SENTENCES[2], "In short", "A lamp is back", "It is paid for", *SENTENCES[:2]]
    assert lines_of(f"<article><header>{header}</header>{points}{FIRST}{SECOND}</article>") == lines
