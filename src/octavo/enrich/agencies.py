"""Names of news agencies, which are never what a story is about."""

AGENCIES = frozenset(
    "reuters afp ap associatedpress agencefrancepresse yonhap yonhapnews yonhapnewsagency dpa dpaafx sid kna epd apa efe "
    "europapress ansa lusa tass ria rianovosti interfax xinhua xinhuanews kyodo kyodonews jiji bloomberg upi pti ani ians "
    "anadolu anadoluagency aa wafa spa petra mena bna kuna wam pa pamedia aap ntb tt ritzau stt belga anp pap ctk mti "
    "ukrinform unian gettyimages getty epa shutterstock 연합뉴스 뉴시스 뉴스1 로이터 共同 共同通信 時事通信 新华社 رويترز واس "
    "тасс интерфакс риановости".split()
)
"""Keys of hashtags: case-folded, without spaces."""
