"""Pictures, films and sounds of an article, and what they are called."""

import json

import pytest

from octavo.core.types import Image
from octavo.extract import extract

URL = "https://courier.example/2031/wall"
LINE = "The council of Port Alder voted on Sunday to rebuild the sea wall in four places, after a debate of nine hours."
TEXT = f"<p>{LINE}</p>" * 4


def html_of(between: str) -> str:
    article = extract(f"<html><body><article>{TEXT}{between}{TEXT}</article></body></html>", URL)
    assert set(article.text.split("\n")) == {LINE}
    return article.html


@pytest.mark.parametrize(
    ("embedded", "link"),
    [
        (
            "<iframe src='https://www.youtube.com/embed/abcdef12345?rel=0'></iframe>",
            '<a href="https://www.youtube.com/watch?v=abcdef12345" rel="noopener nofollow">YouTube</a>',
        ),
        (
            "<iframe data-src='//www.youtube-nocookie.com/embed/abcdef12345' title='The wall from above'></iframe>",
            '<a href="https://www.youtube.com/watch?v=abcdef12345" rel="noopener nofollow">The wall from above</a>',
        ),
        (
            "<div class='video-player'><div><iframe src='https://player.vimeo.com/video/123'></iframe></div></div>",
            '<a href="https://vimeo.com/123" rel="noopener nofollow">Vimeo</a>',
        ),
        (
            "<video poster='x.jpg'><source src='/wall.mp4' type='video/mp4'>Your browser is old.</video>",
            '<a href="https://courier.example/wall.mp4" rel="noopener nofollow">video</a>',
        ),
        (
            "<audio src='https://media.courier.example/wall.mp3' controls></audio>",
            '<a href="https://media.courier.example/wall.mp3" rel="noopener nofollow">media.courier.example</a>',
        ),
        (
            "<figure><iframe src='https://open.spotify.com/embed/track/1'></iframe></figure>",
            '<a href="https://open.spotify.com/embed/track/1" rel="noopener nofollow">Spotify</a>',
        ),
    ],
)
def test_what_plays_is_kept_as_a_link(embedded: str, link: str) -> None:
    html = html_of(embedded)
    assert f"<figure>{link}" in html
    assert "iframe" not in html


@pytest.mark.parametrize(
    "embedded",
    [
        "<iframe src='https://ads.example/frame'></iframe>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<video src='blob:https://courier.example/1'></video>",
        "<iframe src='https://[bad'></iframe>",
        "<img src='https://count.example/p.gif' width='1' height='1'>",
        "<img alt='Nothing'>",
        "<img src='data:image/gif;base64,R0lGOD'>",
    ],
)
def test_what_does_not_is_dropped(embedded: str) -> None:
    html = html_of(embedded)
    assert "<figure>" not in html
    assert "<img" not in html


def image_of(body: str, node: object = None, meta: str = "") -> Image | None:
    stated = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node else ""
    head = f'<meta property="og:image" content="https://pics.example/1200/wall.jpg?w=1200">{meta}{stated}'
    return extract(f"<html><head>{head}</head><body><article>{body}{TEXT}</article></body></html>", URL).image


ADDRESS = "https://pics.example/1200/wall.jpg?w=1200"


@pytest.mark.parametrize(
    ("body", "alt", "credit"),
    [
        ("", "", ""),
        (
            "<figure><img src='https://pics.example/640/wall.jpg' alt='The wall'>"
            "<figcaption>Stones. Photo: Ada Lind</figcaption></figure>",
            "The wall",
            "Ada Lind",
        ),
        (
            "<figure><img src='/x.jpg' data-src='https://pics.example/640/wall.jpg' alt='The wall'>"
            "<figcaption>Stones <span class='credit'>Foto: Max Frank / ANP</span></figcaption></figure>",
            "The wall",
            "Max Frank / ANP",
        ),
        ("<figure><img src='/other.jpg' alt='A boat'><figcaption>Photo: Ada Lind</figcaption></figure>", "", ""),
        (
            "<figure><img src='/640/wall.jpg' alt=''><figcaption>돌이 쌓여 있다. (사진=김보람)</figcaption></figure>",
            "",
            "김보람",
        ),
        (
            "<figure><img src='/wall.jpg' alt='Mur'><figcaption>Le mur © Inès Rue</figcaption></figure>",
            "Mur",
            "Inès Rue",
        ),
    ],
)
def test_the_lead_image_is_told_from_its_figure(body: str, alt: str, credit: str) -> None:
    assert image_of(body) == Image(ADDRESS, alt, credit)


def test_what_the_head_states_of_the_image_counts_more() -> None:
    node = {"@type": "NewsArticle", "image": {"url": ADDRESS, "caption": "A caption", "creditText": "Sea Wire"}}
    body = "<figure><img src='/wall.jpg' alt='Mur'><figcaption>Le mur © Inès Rue</figcaption></figure>"
    assert image_of(body, node) == Image(ADDRESS, "A caption", "Sea Wire")
    assert image_of(body, node, '<meta property="og:image:alt" content="Wall">') == Image(ADDRESS, "Wall", "Sea Wire")


def test_the_lead_image_is_told_outside_figures_and_in_other_sizes_too() -> None:
    assert image_of("<div><img src='/wall.jpg' alt='The wall'></div>") == Image(ADDRESS, "The wall", "")
    assert image_of("<img src='/wall_1200.jpg' alt='The wall'>") == Image(ADDRESS, "The wall", "")
    assert image_of("<img src='/wall_wd640.jpg' alt='The wall'>") == Image(ADDRESS, "The wall", "")
    assert image_of("<img src='/wall.jpg.webp' alt='The wall'>") == Image(ADDRESS, "The wall", "")
    assert image_of("<img src='/9/?url=https%3A%2F%2Fp.example%2Fwall.jpg' alt='Wall'>") == Image(ADDRESS, "Wall", "")
    assert image_of("<amp-img src='/wall.jpg' alt='The wall'></amp-img>") == Image(ADDRESS, "The wall", "")
    assert image_of("<img src='/wall.jpg' alt=''><img src='/wall.jpg' alt='Wall'>") == Image(ADDRESS, "Wall", "")


@pytest.mark.parametrize("alt", ["wall.JPG", "IMG_2031", "DSC-0042", "great-wall-1200.webp"])
def test_a_files_name_is_no_alternative_text(alt: str) -> None:
    assert image_of(f"<figure><img src='/wall.jpg' alt='{alt}'></figure>") == Image(ADDRESS, "", "")


def test_a_picture_marked_as_the_articles_is_its_image() -> None:
    body = f"{TEXT}<img src='/a.jpg'><img itemprop='image' src='/wall.jpg#local' alt='The wall'>"
    article = extract(f"<html><body>{body}</body></html>", URL)
    assert article.image == Image("https://courier.example/wall.jpg", "The wall", "")


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("<img src='/wall.jpg'>", "/wall.jpg"),
        ("<img data-src='https://pics.example/wall?w=640&amp;h=480' src='data:image/gif;base64,R0'>", None),
        ("<p><img src='/face_75x75.jpg'></p><p><img src='/wall.jpg' width='600px' height='400'></p>", "/wall.jpg"),
        ("<img src='/face.jpg' width='75' height='75'><img src='/wall.jpg' width='100%'>", "/wall.jpg"),
        ("<img src='/dots.gif'><img src='/site-logo.png'><img src='/x.png' alt='LOGO'>", ""),
        ("<img src='/bar.png' width='600' height='20'>", ""),
        ("<img src='/silicon-blankets.jpg' alt='Iconic blankets'>", "/silicon-blankets.jpg"),
    ],
)
def test_the_first_picture_of_the_text_is_the_image_of_a_page_that_names_none(shown: str, address: str | None) -> None:
    picture = extract(f"<body><article>{TEXT}<div>{shown}</div>{TEXT}</article></body>", URL).image
    wanted = "https://pics.example/wall?w=640&h=480" if address is None else f"https://courier.example{address}"
    assert (picture.url if picture else "https://courier.example") == wanted


def test_the_sites_sign_gives_way_to_a_picture_of_the_text() -> None:
    head = '<meta property="og:image" content="https://pics.example/courier_logo_1200.png">'
    html = f"<head>{head}</head><body><article>{TEXT}{{}}</article></body>"
    shown = extract(html.format("<img src='/wall.jpg' alt='The wall'>"), URL).image
    assert shown == Image("https://courier.example/wall.jpg", "The wall")
    kept = extract(html.format(""), URL).image
    assert kept is not None
    assert kept.url == "https://pics.example/courier_logo_1200.png"


def test_a_page_that_is_no_article_has_no_picture_but_what_it_names() -> None:
    links = "".join(f"<li><a href='/{i}'>Headline number {i} of the day</a></li>" for i in range(40))
    assert extract(f"<body><ul>{links}</ul><img src='/wall.jpg'></body>", URL).image is None


@pytest.mark.parametrize(
    "caption",
    [
        "<figcaption>Le mur. Photo : Inès Rue</figcaption>",
        "<figcaption class='caption'>Le mur. Photo : Inès Rue</figcaption>",
        "<div class='caption'>Le mur. Photo : Inès Rue</div>",
        "<span class='caption'>Le mur. Photo : Inès Rue</span>",
    ],
)
def test_a_caption_below_its_picture_stays_one(caption: str) -> None:
    html = html_of(f"<figure><img src='/wall.jpg' alt='Mur'>{caption}</figure>")
    assert "<figcaption>Le mur. Photo : Inès Rue</figcaption></figure>" in html
