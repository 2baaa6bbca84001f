"""Reporters as East Asian articles name them."""

import pytest

from octavo.extract import extract, reporters


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海岛网10月4日讯（记者林安 整合） 灯塔亮了。", ("林安",)),
        ("新海社岛城12月9日电（记者林小安）灯塔亮了。", ("林小安",)),
        ("岛报讯（记者 林小安、周平 通讯员 陈海）灯塔亮了。", ("林小安", "周平")),
        ("（中央海社記者林小安島城2日電）燈塔亮了。", ("林小安",)),
        ("〔記者林小安／島城報導〕燈塔亮了。", ("林小安",)),
        ("灯塔亮了。\n他说，灯会一直亮着。（本报记者 林 安 周平）", ("林安", "周平")),
        ("灯塔四十年没有亮过。\n岛报讯（记者 林安）灯塔亮了。", ("林安",)),
        ("(노을=바다통신) 민가람 기자 = 등대가 켜졌다.", ("민가람",)),
        ("(노을=바다통신) 민가람 김노을 특파원 = 등대가 켜졌다.", ("민가람", "김노을")),
        ("灯塔亮了（记者注：四十年来第一次）。", ()),
        ("岛报讯（通讯员 陈海）灯塔亮了。", ()),
        ("灯塔四十年没有亮过。岛上的人说，去年来过一位（记者林安），写了灯塔。", ()),
        ("知事は2日、（記者会見）で灯台について話した。", ()),
        ("The lamp is lit (said Ada Lind).", ()),
        ("", ()),
    ],
)
def test_reporters_beside_the_dateline(text: str, names: tuple[str, ...]) -> None:
    assert reporters.in_text(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("海岛新闻记者 林小安 周平", ("林小安", "周平")),
        ("本报记者  林  安", ("林安",)),
        ("记者 林安、周小平", ("林安", "周小平")),
        ("記者林小安／島城報導", ("林小安",)),
        ("记者从海岛获悉", ()),
        ("记者 从海岛管理处获悉，灯塔将在十月点亮。", ()),
    ],
)
def test_reporters_on_a_line_of_their_own(line: str, names: tuple[str, ...]) -> None:
    assert reporters.in_line(line) == names


LINES = [
    "海岛上的灯塔将在十月重新点亮，四十年前守塔人把灯带上了岸，从此塔里只剩下海鸥，台阶也一级一级地锈坏了。",
    "岛上两百位居民凑钱买了新的透镜，又请人修好了上塔的楼梯，他们说灯塔亮起来的那天，全岛的人都会上山去看。",
]


def test_a_reporter_is_an_author_before_the_editor_is_and_no_line_of_the_text() -> None:
    own = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<body><h1>灯塔重新点亮</h1><div><p>海岛新闻记者 林小安</p>{own}</div><p>责任编辑：周平</p></body>"
    article = extract(html)
    assert (article.authors, article.text.split("\n")) == (("林小安",), LINES)
    dated = own.replace("海岛上的", "岛报讯（记者 林小安）海岛上的")
    assert extract(f"<body><h1>灯塔重新点亮</h1><div>{dated}</div><p>责编：周平</p></body>").authors == ("林小安",)
