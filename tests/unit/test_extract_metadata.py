"""Facts beside the text: who wrote it and what it is called."""

import json
from datetime import UTC, datetime

import pytest

from octavo.extract import extract, titles

PUBLISHER = {"@type": "NewsMediaOrganization", "@id": "#house", "name": "The Ness Post"}
PERSON = {"@type": "Person", "name": "Ada Lind"}
JAVANESE = "Lampu ing mercusuar Grey Ness wis urip maneh, lan wong-wong ing pulo iku padha seneng banget."


def authors_of(author: object, head: str = "") -> tuple[str, ...]:
    node = {"@type": "NewsArticle", "headline": "The lamp", "author": author, "publisher": PUBLISHER}
    html = (
        f'<html><head><script type="application/ld+json">{json.dumps(node)}</script>{head}</head><body></body></html>'
    )
    return extract(html, "https://ness.example/lamp").authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Organization", "name": "The Ness Post"}, ("The Ness Post",)),
        ({"@type": ["Thing", "Organization"], "name": "the ness post"}, ("the ness post",)),
        ({"@id": "#house"}, ("The Ness Post",)),
        ([{"@type": "Organization", "name": "The Ness Post"}, PERSON], ("Ada Lind",)),
        ({"@type": "Organization", "name": "Sea Wire"}, ("Sea Wire",)),
        ({"@type": "Person", "name": "The Ness Post"}, ("The Ness Post",)),
        (PERSON, ("Ada Lind",)),
    ],
)
def test_the_publishing_house_is_an_author_only_where_nobody_else_is(author: object, names: tuple[str, ...]) -> None:
    assert authors_of(author) == names


def test_where_json_ld_names_the_house_the_page_may_name_a_person() -> None:
    house = {"@type": "Organization", "name": "The Ness Post"}
    assert authors_of(house, '<meta name="author" content="Max Frank">') == ("Max Frank",)


def test_the_house_beside_a_person_is_no_author() -> None:
    assert authors_of(None, '<meta name="author" content="The Ness Post, Max Frank">') == ("Max Frank",)


@pytest.mark.parametrize("desk", ["Redakcja", "Super User", "admin", "Redaktion", "編集部", "F_1019"])
def test_a_desk_or_a_login_gives_way_to_a_person(desk: str) -> None:
    head = f'<meta name="author" content="{desk}">'
    html = f"<html><head>{head}</head><body><h1>The lamp</h1><p class='byline'>Ada Lind</p></body></html>"
    assert extract(html, "https://ness.example/lamp").authors == ("Ada Lind",)


@pytest.mark.parametrize(
    ("social", "stated", "shown", "title"),
    [
        ("The 'lamp' of Grey Ness", "The ‘lamp’ of Grey Ness", "The ‘lamp’ of Grey Ness", "The ‘lamp’ of Grey Ness"),
        ("Ness's lamp", "Ness’s lamp", "Ness’s lamp", "Ness’s lamp"),
        ("A lamp for Ness", "The lamp", "The lamp", "A lamp for Ness"),
        ("Ness's lamp", "Ness’s lamp", "Another heading", "Ness's lamp"),
    ],
)
def test_the_title_is_set_as_the_page_shows_it(social: str, stated: str, shown: str, title: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": stated}, ensure_ascii=False)
    head = f'<meta property="og:title" content="{social}"><script type="application/ld+json">{node}</script>'
    assert extract(f"<html><head>{head}</head><body><h1>{shown}</h1></body></html>").title == title


HOUSE = {"@type": "Organization", "name": "The Ness Post"}


def shown_authors(body: str, author: object = HOUSE) -> tuple[str, ...]:
    node = json.dumps({"@type": "NewsArticle", "headline": "The lamp", "author": author, "publisher": PUBLISHER})
    head = f'<meta property="og:title" content="The lamp of Ness"><script type="application/ld+json">{node}</script>'
    return extract(f"<html><head>{head}</head><body>{body}</body></html>", "https://ness.example/lamp").authors


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<h1>The lamp of Ness</h1><p class='x'>By Ada Lind</p>", ("Ada Lind",)),
        ("<h1>The lamp of Ness</h1><div>von <a href='/team/3'>Dr. Max Frank</a></div>", ("Dr. Max Frank",)),
        ("<h1>The lamp of Ness</h1><p>By ANP,</p>", ("ANP",)),
        ("<h1>The lamp of Ness</h1><p>Par Inès de la Rue et Max Frank</p>", ("Inès de la Rue", "Max Frank")),
        ("<h1>The lamp of Ness</h1><p>Text.</p><ul><li><b>Autorin/Autor</b> Ada Lind</li></ul>", ("Ada Lind",)),
        ("<h1>灯塔</h1><p>本报记者  林  安</p><p>灯塔重新点亮。</p><div>（责编：周平）</div>", ("林安",)),
        ("<h1>灯塔</h1><p>记者 林安、周小平</p><p>灯塔重新点亮。</p>", ("林安", "周小平")),
        ("<h1>灯塔</h1><p>灯塔重新点亮。</p><div>（责编：林安、周平）</div>", ("林安", "周平")),
        (
            "<h1>등대</h1><p>등대가 다시 불을 밝힌다.<br>이서연·김도윤 기자 seoyeon@ness.example</p>",
            ("이서연", "김도윤"),
        ),
        ("<h1>등대</h1><p>박하늘 특파원</p><p>등대가 다시 불을 밝힌다.</p>", ("박하늘",)),
        ("<h1>등대</h1><p>사진기자</p><p>등대가 다시 불을 밝힌다.</p>", ("The Ness Post",)),
        ("<h1>The lamp of Ness</h1><p>By the sea stands a tower.</p>", ("The Ness Post",)),
        ("<h1>The lamp of Ness</h1><p>Von Anfang an brannte Licht.</p>", ("The Ness Post",)),
        ("<p class='byline'>By Ada Lind March 2, 2031 10:30 AM</p>", ("Ada Lind",)),
        ("<p class='byline'>Par Ada Lind (avec Max Frank et Ole Brandt)</p>", ("Ada Lind",)),
        (
            "<div class='author-info'><a href='/sea'>Sea News</a> <b itemprop='author'>Ada Lind</b></div>",
            ("Ada Lind",),
        ),
        (
            "<article class='author-7'><a href='#x'>Skip Ahead</a><p class='byline'>Ada Lind</p></article>",
            ("Ada Lind",),
        ),
        ("<b class='comment-author-link'>Ole Brandt</b><b class='byline'>Ada Lind</b>", ("Ada Lind",)),
        ("<div class='byline'>red, Agenturen</div>", ("The Ness Post",)),
        ("<div class='byline'>Ada Lind, Agenturen</div>", ("Ada Lind",)),
        (
            "<p>Por <b class='author-name'>Ada Lind</b> e <b class='author-name'>Max Frank</b></p>",
            ("Ada Lind", "Max Frank"),
        ),
        ("<a rel='author'>Ada Lind</a> <a rel='author'>Max Frank</a> <a>Sea News</a>", ("Ada Lind", "Max Frank")),
        ("<p class='byline'>Ada Lind, Staff Writer</p>", ("Ada Lind",)),
        ("<p class='byline'>Ada Lind, Senior Sea Correspondent and Max Frank</p>", ("Ada Lind", "Max Frank")),
        ("<p class='byline'>By Ada Lind <i>Tuesday, Mar. 2, 2031</i></p>", ("Ada Lind",)),
        ("<p class='byline'>By Ada Lind posted Mar 2nd 2031 7:00PM</p>", ("Ada Lind",)),
        ("<p class='byline'>Ada Lind on 2 March 2031</p>", ("Ada Lind",)),
        ("<p class='byline'>Von Ada Lind, Dienstag, 2. März 2031</p>", ("Ada Lind",)),
        ("<p class='byline'>Ada Lind and MAX FRANK - Sea News Writers</p>", ("Ada Lind", "MAX FRANK")),
        ("<p class='byline'>Ada Lind, Max Frank, and Ole Brandt</p>", ("Ada Lind", "Max Frank", "Ole Brandt")),
        ("<p class='byline'>이서연 바다 칼럼니스트</p>", ("이서연",)),
        ("<h1>灯塔</h1><p>灯塔重新点亮。</p><p>【编辑：林安】</p>", ("林安",)),
        ("<h1>灯塔</h1><p>灯塔重新点亮。</p><p>[责任编辑：林安_LT1204]</p>", ("林安",)),
        ("<b>作者</b><i>全部</i><h1>The lamp of Ness</h1><p>灯塔重新点亮。</p><p>作者：林安</p>", ("林安",)),
        ("<h1>The lamp of Ness</h1><p>作者：网络整理</p><p>灯塔重新点亮。</p><p>责编：林安</p>", ("林安",)),
        (
            "<div class='author'><a href='/'>首页</a><a href='/a'>新闻资讯</a><a href='/b'>社会关注</a></div>",
            ("The Ness Post",),
        ),
        ("<p class='says-author'><a href='/u'>爱看海的人</a></p>" * 3 + "<p>责编：林安</p>", ("林安",)),
        ("<div class='author'><a href='/lin'>林安 海岛大学灯塔研究所所长</a></div>", ("林安",)),
        ("<div class='authorbio'><b>来源：</b><a href='/lamp'>The lamp of Ness</a></div>", ("The Ness Post",)),
    ],
)
def test_a_byline_in_the_text_names_who_the_head_does_not(body: str, names: tuple[str, ...]) -> None:
    assert shown_authors(body) == names


@pytest.mark.parametrize("nobody", ["name, mail@ness.example", "佚名", "Anonymous", "网络整理", "+ 复制"])
def test_what_stands_where_a_name_was_to_be_put_is_nobody(nobody: str) -> None:
    assert shown_authors("", nobody) == ()
    assert shown_authors("<p class='byline'>Ada Lind</p>", nobody) == ("Ada Lind",)


@pytest.mark.parametrize(
    ("title", "author", "names"),
    [
        ("灯塔重新点亮了_海岛新闻", "海岛", ("林安",)),
        ("灯塔重新点亮了-海岛网", "海岛网", ("林安",)),
        ("灯塔重新点亮了", "海岛传媒有限公司", ("林安",)),
        ("灯塔重新点亮了", "Wydawnictwo Latarnia Sp. z o.o.", ("林安",)),
        ("灯塔重新点亮了_周平的博客", "林海", ("林海",)),
        ("The lamp is lit | Ada Lind's Log", "Ada Lind", ("Ada Lind",)),
    ],
)
def test_who_is_called_as_the_title_ends_is_the_house(title: str, author: str, names: tuple[str, ...]) -> None:
    head = f'<title>{title}</title><meta name="author" content="{author}">'
    html = f"<html><head>{head}</head><body><h1>灯塔重新点亮了</h1><p>责任编辑：林安</p></body></html>"
    assert extract(html).authors == names


def test_brackets_within_a_name_belong_to_it() -> None:
    assert shown_authors("", "Max (Ole Jon) Frank (Port Alder, Ness) and Ada Lind") == (
        "Max (Ole Jon) Frank",
        "Ada Lind",
    )


def test_a_byline_in_the_text_does_not_outrank_the_head() -> None:
    assert shown_authors("<h1>The lamp of Ness</h1><p>By Max Frank</p>", PERSON) == ("Ada Lind",)


@pytest.mark.parametrize(
    ("claims", "title"),
    [
        (titles.Claims(sent="Ness lit again", social="You will not believe this lamp"), "Ness lit again"),
        # The h1 of breadcrumbs is search engines' title, and one that repeats it is too.
        (titles.Claims(social="Lamp Ness", stated="Ness is lit again", crumb="Lamp Ness"), "Ness is lit again"),
        (titles.Claims(social="Ness is lit again", stated="Lamp Ness", crumb="Lamp Ness"), "Ness is lit again"),
        # Nor is one the headline that neither the h1 nor the headings below say.
        (
            titles.Claims(social="This lamp!", stated="Lamp Ness", crumb="Lamp Ness", below=("Ness is lit", "More")),
            "Lamp Ness",
        ),
        (
            titles.Claims(social="Ness is lit", stated="Lamp", crumb="Lamp", below=("More", "Isles Ness is lit")),
            "Ness is lit",
        ),
        # One against all the others.
        (
            titles.Claims("", "Lit!", "A lamp is lit", "A lamp is lit", ("A lamp is lit",), title="A lamp is lit | X"),
            "A lamp is lit",
        ),
        (titles.Claims("", "Lit!", "Lit!", "Ness is lit again", ("Ness is lit again",)), "Lit!"),
        # A kicker that is worded in two ways is none of the headline's.
        (
            titles.Claims(
                social="Storm: Ness is lit", shown=("Isles - Ness is lit",), parts=("Isles", "Ness is lit")
            ),
            "Ness is lit",
        ),
        (
            titles.Claims(social="Storm: Ness is lit", shown=("Storm - Ness is lit",), parts=("Storm", "Ness is lit")),
            "Storm: Ness is lit",
        ),
        (titles.Claims(social="Storm: Ness is lit", shown=("Ness is lit",)), "Storm: Ness is lit"),
        # All contradict each other: the page's own.
        (
            titles.Claims("", "A lamp!", "Lamp Ness", "Lamp Ness", ("The tower of Ness is lit again",)),
            "The tower of Ness is lit again",
        ),
        (titles.Claims("", "A lamp!", "Lamp Ness", "Lamp Ness", ("The Isles",)), "A lamp!"),
        # What the head states twice keeps its end unless that is the site's name.
        (titles.Claims("", "Ness - the lamp", "", "Ness - the lamp", ("Ness",)), "Ness - the lamp"),
        (titles.Claims("", "Ness is lit - The Post", "", "Ness is lit - The Post"), "Ness is lit"),
        (titles.Claims(shown=("Ness is lit",), title="Ness is lit — Isles"), "Ness is lit"),
        (titles.Claims(title="Ness is lit — The Post"), "Ness is lit"),
        (titles.Claims(), ""),
        (titles.Claims(social="灯台に灯（岬新聞）", stated="灯台に灯（岬新聞）", shown=("灯台に灯",)), "灯台に灯"),
        (titles.Claims(social="The lamp (The Post)", shown=("The lamp",), title="The lamp (The Post)"), "The lamp"),
        (titles.Claims(social="The lamp (2031)", shown=("The lamp (2031)",)), "The lamp (2031)"),
        (titles.Claims(title="灯塔重新点亮了_The Post"), "灯塔重新点亮了"),
        (titles.Claims(title="灯塔重新点亮了-The Post"), "灯塔重新点亮了"),
        (titles.Claims(title="The re-lit lamp-The Post"), "The re-lit lamp-The Post"),
        # One of several h1 is the headline if it is long.
        (
            titles.Claims(shown=("The lamp of Ness is lit again", "Isles"), title="The lamp of Ness is lit again - X"),
            "The lamp of Ness is lit again",
        ),
        (titles.Claims(shown=("Isles", "More"), title="Isles - the lamp is lit"), "Isles - the lamp is lit"),
        # Two titles that end alike end with the site.
        (titles.Claims(social="A lamp! | Isles News", title="Ness is lit | Isles News"), "A lamp!"),
        (titles.Claims(social="A lamp – the day", title="Ness – the day"), "A lamp – the day"),
        # A quotation mark ended the attribute.
        (titles.Claims(social="岛民：", shown=('岛民："灯塔"亮了',)), '岛民："灯塔"亮了'),
        (titles.Claims(social="The lamp", shown=("The lamp of Ness",)), "The lamp"),
    ],
)  # fmt: skip
def test_the_headline_among_the_titles(claims: titles.Claims, title: str) -> None:
    assert titles.headline(claims, ["The Post"]) == title


@pytest.mark.parametrize(
    ("title", "body", "headline"),
    [
        ("海岛的灯塔重新点亮了_海岛新闻网", "<h2>海岛的灯塔重新点亮了</h2>", "海岛的灯塔重新点亮了"),
        ("海岛的灯塔重新点亮了-海岛-海岛新闻网", "<p>海岛的灯塔重新点亮了</p>", "海岛的灯塔重新点亮了"),
        ("The lamp is lit again · Ness", "<h2>The lamp is lit again</h2>", "The lamp is lit again"),
        ("The lamp is lit again · Ness", "<h2>Lamps</h2>", "The lamp is lit again · Ness"),
        ("Isles - the lamp is lit", "<a>Isles</a><h2>Isles - the lamp is lit</h2>", "Isles - the lamp is lit"),
        ("Isles - the lamp is lit", "<a>Isles</a>", "Isles - the lamp is lit"),
        ("The lamp is lit — Ness Sea Log", "<h1><a href='/'>Ness Sea Log</a></h1>", "The lamp is lit"),
        ("The lamp | Log", "<h1><a href='https://ness.example/log/'>Sea Log</a></h1><h1>The lamp</h1>", "The lamp"),
        ("The lamp | Log", "<h1><a href='https://ness.example/log/2031/lamp'>The lamp</a></h1>", "The lamp"),
        ("The lamp | Log", "<h1><a href='#top'>The lamp</a></h1>", "The lamp"),
        ("The Post", "<span class='headline entry-title'>The lamp is lit</span>", "The lamp is lit"),
        ("The Post", "<p class='entry-title'>The lamp</p><p class='entry-title'>The sea</p>", "The Post"),
        ("The Post", "<meta name='ArticleTitle' content='The lamp'><h1>The isles</h1>", "The lamp"),
    ],
)
def test_the_page_shows_what_of_its_title_is_the_headline(title: str, body: str, headline: str) -> None:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert extract(html, "https://ness.example/log/2031/lamp").title == headline


@pytest.mark.parametrize(
    ("around", "title"),
    [
        ("<nav aria-label='x'><ol><li><a href='/'>Isles</a></li><li><h1>{}</h1></li></ol></nav>", "The lamp is lit"),
        ("<div class='page__breadcrumbs'><h1>{}</h1></div>", "The lamp is lit"),
        ("<div data-testid='BreadcrumbArea'><div><h1>{}</h1></div></div>", "The lamp is lit"),
        ("<main><h1>{}</h1></main>", "Lamp Ness 2031"),
    ],
)
def test_a_heading_in_breadcrumbs_is_not_the_headline(around: str, title: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "The lamp is lit"})
    head = f'<meta property="og:title" content="Lamp Ness 2031"><script type="application/ld+json">{node}</script>'
    body = around.format("Lamp Ness 2031") + "<h2>The lamp is lit</h2>"
    assert extract(f"<html><head>{head}</head><body>{body}</body></html>").title == title


@pytest.mark.parametrize(("heading", "title"), [("This lamp!", "This lamp!"), ("Ness is lit", "Lamp Ness")])
def test_the_heading_below_breadcrumbs_tells_whether_the_title_for_sharing_is_shown(heading: str, title: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "Lamp Ness"})
    head = f'<meta property="og:title" content="This lamp!"><script type="application/ld+json">{node}</script>'
    body = f"<nav><h1>Lamp Ness</h1></nav><h2><span>Isles</span> <span>{heading}</span></h2>"
    assert extract(f"<html><head>{head}</head><body>{body}</body></html>").title == title


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<![CDATA[", "]]>"),
        ("// <![CDATA[\n", "\n// ]]>"),
        ("/* <![CDATA[ */", "/* ]]> */"),
        ("<!--", "-->"),
        ("", ";"),
        ("  \n" * 2_000, " \n" * 2_000),
    ],
)
def test_json_ld_is_read_out_of_what_it_is_wrapped_in(before: str, after: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "The lamp is lit", "author": PERSON})
    html = f'<html><head><script type="application/ld+json">{before}{node}{after}</script></head><body></body></html>'
    assert extract(html).title == "The lamp is lit"


@pytest.mark.parametrize(("kind", "title"), [(5, "Lamp"), ([5, "NewsArticle"], "The lamp is lit"), (None, "Lamp")])
def test_json_ld_of_a_strange_type_breaks_nothing(kind: object, title: str) -> None:
    node = json.dumps({"@type": kind, "headline": "The lamp is lit"})
    html = f'<head><title>Lamp</title><script type="application/ld+json">{node}</script></head><body></body>'
    assert extract(html).title == title


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        ('<meta name="keywords" content="lamp, Ness ,lamp">', ("lamp", "Ness")),
        ('<meta name="keywords" content="등대, 노을섬">', ("등대", "노을섬")),
        ('<meta name="keywords" content="灯塔 海岛 灯光">', ("灯塔", "海岛", "灯光")),
        ('<meta name="keywords" content="lamp,8f507083-bac4-423a-9015-2eb31e1bce50,100312362">', ("lamp",)),
        ('<meta property="article:tag" content="Ness"><meta name="keywords" content="lamp,tower">', ("Ness",)),
        (
            '<meta property="article:tag" content="Lamp Ada Lind Grey Ness Harbour">'
            '<meta name="keywords" content="Lamp,Ada Lind,Grey Ness Harbour">',
            ("Lamp", "Ada Lind", "Grey Ness Harbour"),
        ),
        (
            '<meta property="article:tag" content="Lamps"><meta property="article:tag" content="Fishing, Sport">',
            ("Lamps", "Fishing, Sport"),
        ),
        ('<meta name="parsely-tags" content="lamp,Ness">', ("lamp", "Ness")),
        (
            '<meta property="article:tag" content="Lite:true"><meta property="article:tag" content="Tag:Lamps">',
            ("Lamps",),
        ),
        ('<a rel="tag">Lamps</a><a rel="category tag">Sea</a><a rel="tag">Ness</a>', ("Lamps", "Ness")),
    ],
)
def test_tags_are_split_as_they_are_listed(head: str, tags: tuple[str, ...]) -> None:
    assert extract(f"<html><head>{head}</head><body></body></html>").tags == tags


@pytest.mark.parametrize(
    ("title", "body", "day"),
    [
        ("The lamp is lit", "<h1>The lamp is lit</h1><p>Ada Lind</p><p>2 March 2031</p>", (2031, 3, 2)),
        ("The lamp is lit", "<h1>The lamp is lit</h1><span>02.03.2031 - 14:05</span>", (2031, 3, 2)),
        ("The lamp is lit", "<h1>The lamp is lit</h1><time datetime='2031-03-01 8:05 PM'>1st</time>", (2031, 3, 1)),
        ("The lamp is lit | The Post | 02.03.2031", "<h1>The lamp is lit</h1>", (2031, 3, 2)),
        ("The lamp is lit", "<p>1 January 2031</p><h1>The lamp is lit</h1>", None),
        ("The lamp is lit", "<p>2 March 2031, 08:00 (GMT+7)</p><h1>The lamp is lit</h1>", (2031, 3, 2)),
        ("The lamp is lit", "<p>2 March 2031, 08:00</p><p>News</p><p>Sea</p><h1>The lamp is lit</h1>", None),
        ("Lampu", "<h1>Lampu</h1><abbr class='published' title='2031-03-02T19:20:00+07:00'>19.20</abbr>", (2031, 3, 2)),
        ("Lamp", "<h1>Lamp</h1><time itemprop='dateModified' datetime='2031-03-09'>9th</time>", None),
        ("海岛的灯塔重新点亮_海岛网", "<h2>海岛的灯塔重新点亮</h2><p>发布日期：2031-03-02</p>", (2031, 3, 2)),
        ("灯塔", "<h2>灯塔亮了</h2><p>四十年后。</p><p>发布时间：2031-03-02 来源：岛报</p>", (2031, 3, 2)),
        ("灯塔", "<h2>灯塔亮了</h2><p>四十年后。</p><p>发布日期：<b>2031年3月2日</b> 责编：林安</p>", (2031, 3, 2)),
        ("등대", "<h2>등대 소식</h2><p>사십 년.</p><span>입력 2031.03.02 14:05</span>", (2031, 3, 2)),
        ("灯台", "<h2>灯台の灯</h2><p>四十年。</p><dt>掲載日</dt><dd>公開日：2031年3月2日</dd>", (2031, 3, 2)),
        ("Lampe", "<h2>Die Lampe</h2><p>Nach 40 Jahren.</p><p>Veröffentlicht am 2. März 2031</p>", (2031, 3, 2)),
        ("Lamp", "<h2>The lamp</h2><p>Forty years.</p><p>Meeting: 2 March 2031</p>", None),
        ("The lamp is lit", "<h1>The lamp is lit</h1><li>The tower dates from 2 March 1911</li>", None),
        ("The lamp is lit", f"<h1>The lamp is lit</h1><p>{'It was dark. ' * 9}That was on 2 March 2031.</p>", None),
    ],
)
def test_a_day_is_read_where_no_machine_is_told_one(title: str, body: str, day: tuple[int, int, int] | None) -> None:
    published = extract(f"<html><head><title>{title}</title></head><body>{body}</body></html>").published
    assert (published and (published.year, published.month, published.day)) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2031/03/02/lamp", (2031, 3, 2)),
        ("isles/2031/mar/02/lamp", (2031, 3, 2)),
        ("2031/Mar/2/lamp/", (2031, 3, 2)),
        ("2031/sea/12/lamp", None),
        ("2031/mar/lamp", None),
    ],
)
def test_a_day_is_read_from_the_address(path: str, day: tuple[int, int, int] | None) -> None:
    published = extract("<h1>The lamp is lit</h1>", f"https://ness.example/{path}").published
    assert (published and (published.year, published.month, published.day)) == day


@pytest.mark.parametrize(
    "shown",
    [
        "<time itemprop='dateModified' datetime='2031-03-02T14:55Z'>14:55</time>",
        "<span itemprop='dateModified' content='2031-03-02T15:55CET'>15:55</span>",
    ],
)
def test_the_body_may_tell_when_an_article_was_changed(shown: str) -> None:
    updated = extract(f"<html><body><h1>The lamp is lit</h1>{shown}</body></html>").updated
    assert updated == datetime(2031, 3, 2, 14, 55, tzinfo=UTC)


@pytest.mark.parametrize(
    ("claimed", "text", "language"),
    [
        ("en-GB", "The lamp of Grey Ness has been lit, and they who paid for it hope that visitors come.", "en"),
        ("en-US", "De lamp van Grey Ness is weer aan, en de bewoners van het eiland zijn daar blij om.", "nl"),
        ("en", "Das Licht von Grey Ness brennt wieder, und die Leute auf der Insel freuen sich sehr.", "de"),
        ("es", "O farol de Grey Ness voltou a acender, e os moradores da ilha esperam que venham visitantes.", "pt"),
        ("", "Le phare de Grey Ness brille de nouveau, et les gens de l'île s'en réjouissent beaucoup.", "fr"),
        ("ko", "", "ko"),
        ("id-ID", JAVANESE, "id"),
        ("en", JAVANESE, "jv"),
        ("", "GREY NESS ANNOUNCES AGREEMENT TO ACQUIRE RIGHTS TO THE LAMP IN THE ISLES FROM SEA-TAU, INC.", "en"),
        ("sk", "Maják na ostrově Grey Ness opět svítí a lidé, kteří ho zaplatili, se velmi těší.", "sk"),
    ],
)
def test_the_language_is_the_texts_and_not_what_the_page_claims(claimed: str, text: str, language: str) -> None:
    assert extract(f'<html lang="{claimed}"><body><p>{text}</p></body></html>').language == language


@pytest.mark.parametrize(
    "told",
    [
        '<meta itemprop="articleSection" content="Sea">',
        '<meta property="og:section" content="Sea">',
        '<meta name="parsely-section" content="Sea">',
        '<a rel="tag">Lamps</a><a rel="category tag">Sea</a>',
    ],
)
def test_the_section_is_read_wherever_it_is_told(told: str) -> None:
    assert extract(f"<html><body>{told}<p>The lamp is lit.</p></body></html>").section == "Sea"
