"""People in scripts without capitals who have no office beside them; and words that only look like names."""

import pytest

from octavo.enrich import EntityKind
from octavo.enrich.naming import entities


def people(text: str, language: str) -> set[str]:
    return {one.surface for one in entities(text, "", language) if one.kind is EntityKind.PERSON}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ko", "가온도에서 민박을 하는 주순례(61) 씨는 연기 냄새에 잠을 깼다.", "주순례"),
        ("ko", "면접은 변만옥(83) 할머니가 본다.", "변만옥"),
        ("ko", "커브에 방망이가 헛돌자 포수 진서후가 마운드로 뛰어갔다.", "진서후"),
        ("ko", "공을 줍던 도현결에게 기회가 왔다. 도현결은 웃었다.", "도현결"),
        ("ko", "설아림 외교장관은 배가 늦으면 식탁이 빈다고 말했다.", "설아림"),
        ("ko", "연구를 이끈 유스라 할라비 박사는 값이 같았다고 했다.", "유스라 할라비"),
        ("ko", "브렌다크 프랑스 대통령은 회담을 미뤘다.", "브렌다크"),
        ("ko", "박민서 서림시장은 3일 대책 회의를 연다. 서림시는 요금을 돌려준다.", "박민서"),
        ("ja", "近くに住む会社員、小松陽斗さん（34）が煙に気づいた。", "小松陽斗"),
        ("ja", "作家の水野さくらは受賞を喜んだ。", "水野さくら"),
        ("ja", "田辺航平は「風が変わった」と語った。", "田辺航平"),
        ("ja", "エドゥ・マルケルは「まだ走れる」と話した。", "エドゥ・マルケル"),
        ("ja", "警察は無職谷口誠容疑者（52）を逮捕した。", "谷口誠"),
        ("zh", "村民罗大槐说，水是半夜涨起来的。", "罗大槐"),
        ("zh", "现年62岁的卖花人不肯走。龚秀禾（62岁）守着花摊。", "龚秀禾"),
        ("zh", "维尔玛大学的钟砚秋教授指出，样本太小。", "钟砚秋"),
        ("zh", "顾晓岚表示不会退赛。赛后顾晓岚向对手致意。", "顾晓岚"),
        ("zh", "门将埃杜·马尔凯尔在补时扑出点球。", "埃杜·马尔凯尔"),
        ("ar", "وقال فادي قرداحي إن النتيجة ممتازة.", "فادي قرداحي"),
        ("ar", "سلمى الرواشدة، وعمرها أحد عشر عاما، فازت أمس.", "سلمى الرواشدة"),
        ("ar", "حك بطل البلاد مازن العكاوي ذقنه طويلا.", "مازن العكاوي"),
        ("ar", "وتساءلت زعيمتها كاريس وينلو عن سبب الإهمال.", "كاريس وينلو"),
        ("ar", "وقال الصحفي عبد القادر فرزان إن الطريق مغلق.", "عبد القادر فرزان"),
        ("ar", "ووصفت مستشارة كاستريل ماتيلده براور النص بأنه مكلف.", "ماتيلده براور"),
    ],
)
def test_people_without_an_office_are_found_by_what_stands_beside_them(language: str, text: str, name: str) -> None:
    assert name in people(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "정부는 외교장관 회담을 준비한다. 한국이 의장 성명을 냈다."),
        ("ko", "오래된 재래시장은 문을 닫았다. 상인들이 울었다."),
        ("ko", "현장에서 이재민(120) 가구와 노동자(30)들이 옮겨졌다."),
        ("ko", "소비자에게 알렸다. 소비자는 화가 났다. 공무원에게 물었다. 공무원은 모른다."),
        ("ko", "카카나 코리아 대표와 프랑스 재무 장관이 만났다."),
        ("ja", "石川県は「避難を続ける」と説明した。山口大学は結果を発表すると話した。"),
        ("ja", "本田重工は「原因を調べる」と述べた。清水建設も工事を止めると強調した。"),
        ("ja", "関係者（30）は集まった。原告（45）は訴えた。"),
        ("ja", "市は「安全だ」と述べ、東京は「広い」と説明した。"),
        ("zh", "高层表示满意，方面表示反对。高层表示会继续，方面说不。"),
        ("zh", "周三说要开会，周三又说取消。白宫表示，白宫说，石油公司称。"),
        ("zh", "居民张先生说没听见。居民方才说听见了。"),
        ("ar", "وقال مسؤول أمني إن الطريق مغلق. وقالت مصادر طبية إن الجرحى بخير."),
        ("ar", "وقال وزير الخارجية إن الاتفاق قريب. المدرب غادر الملعب مسرعا."),
        ("ar", "تعلمت سلمى اللعبة من جدها. صياد فقد قاربه."),
    ],
)
def test_words_that_look_like_names_are_nobody(language: str, text: str) -> None:
    assert people(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "name", "times"),
    [
        ("ko", "은새론(24) 씨가 왔다. 새론 씨는 웃었다. 은새론이 남았다.", "은새론", 3),
        ("ar", "حك بطل البلاد مازن العكاوي ذقنه. وأشاد العكاوي بها.", "مازن العكاوي", 2),
        ("zh", "门将埃杜·马尔凯尔扑出点球。马尔凯尔哭了。", "埃杜·马尔凯尔", 2),
        ("ja", "歌手のエドゥ・マルケルが倒れた。マルケルは戻った。", "エドゥ・マルケル", 2),
    ],
)
def test_a_short_form_is_the_same_person(language: str, text: str, name: str, times: int) -> None:
    found = [one for one in entities(text, "", language) if one.kind is EntityKind.PERSON]
    assert [(one.surface, one.count) for one in found] == [(name, times)]
