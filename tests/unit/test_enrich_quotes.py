"""Who said what: word for word, with the speaker that the report names, or not at all."""

import pytest

from octavo.enrich import SourceArticle
from octavo.enrich.quotes import quotes

SPOKEN = [
    ("en", '"We carried them down by torchlight all night," said Nesrin Aldou, the mayor of Ullam.', "Nesrin Aldou"),
    ("en", 'Tarvan\'s president, Orhan Belisar, told reporters: "We have no coast and no quarrel with anyone."',
     "Orhan Belisar"),
    ("de", "„Wir haben den Westflügel halten können“, sagte Volker Ahlfeld am Morgen.", "Volker Ahlfeld"),
    ("de", "Bürgermeisterin Antje Wolkenhauer sagte: „Das ist nur ein Bruchteil der ganzen Kosten.“",
     "Antje Wolkenhauer"),
    ("en", '"We do not know who holds the mill now," Jonas Weller told The Tidewater Post on Monday.', "Jonas Weller"),
    ("en", '"We do not know who holds the mill now," Attorney-General George Brand told reporters.', "George Brand"),
    ("en", '"We do not know how deep the tunnel is or who dug it," said retired Maj. Gen. Gadi Sham, a neighbour.',
     "Gadi Sham"),
    ("de", "»Wir haben den Westflügel halten können«, sagte Kreisbrandmeister Volker Ahlfeld am Morgen.",
     "Volker Ahlfeld"),
    ("ar", "وقالت رئيسة البلدية نسرين الدو: «لم يبق أحد يقدر على حمل مجرفة إلا وحفر».", "نسرين الدو"),
    ("es", "«Suena como debajo del agua en invierno», dice la alcaldesa, Pura Llinares.", "Pura Llinares"),
    ("ko", "물류를 아는 표선우 교수는 “선단은 비를 피하는 우산이지 날씨를 바꾸는 도구가 아니다”라고 말했다.", "표선우"),
    ("en", 'In a statement read by her lawyer Philip Marsh, Susan Tate said: "I regret what I have done."',
     "Susan Tate"),
    ("en", 'Prime Minister Jane Holt said Victor Crane had told her: "I never took a penny from anyone."',
     "Victor Crane"),
    ("en", 'Opal Jern, a nurse and a friend of the Valley League, said: "We do not know who holds it now."',
     "Opal Jern"),
    ("en", '"We do not know who holds the mill now," said Harbour Board chief Ada Lorne.', "Ada Lorne"),
    ("en", '"We do not know who holds it," said the lawyer of Karl Weiss, Ada Lorne.', "Ada Lorne"),
    ("en", '"We do not know who holds it," said the head of the self-styled Harbour League, Ada Lorne.', "Ada Lorne"),
    ("es", '"Es un mentiroso y un ladrón", dijo el abogado de Ana Ferrer, Juan Mora.', "Juan Mora"),
    ("fr", "« C'est un menteur et un voleur », a dit l'avocat de Marie Dolain, Luc Tessier.", "Luc Tessier"),
    ("de", "„Sie ist eine Lügnerin und eine Diebin“, sagte der Anwalt Karl Weiss über Olga Brandt.", "Karl Weiss"),
    ("de", "Olga Brandt, die Karl Weiss kannte, sagte: „Er war ein Lügner und ein Dieb dazu.“", "Olga Brandt"),
    ("ko", "이장 도만복(71) 씨는 “장날에는 버스를 꼭 늘려 달라”고 말했다.", "도만복"),
    ("de", "Am Montag kam sie. Olga Brandt (LUV) sagte: „Wir werden das nicht mitmachen, niemals.“", "Olga Brandt"),
    ("de", "Nach einem Treffen mit Olga Brandt sagte Karl Weiss: „Wir werden das nicht mitmachen, niemals.“",
     "Karl Weiss"),
    ("fr", "« Nous n'avons jamais vu une telle chose », explique à l'AFP Marie Dolain, 45 ans.", "Marie Dolain"),
    ("zh", "“水来得太快了，不到十分钟就进了屋。”村民李秀云说。", "李秀云"),
    ("zh", "县长周建邦表示：“我们将全力搜救失联人员，不放弃任何希望。”", "周建邦"),
    ("zh", "周建邦说，“我们将全力搜救失联人员，不放弃任何希望。”", "周建邦"),
    ("zh", "县长周建邦对记者李秀云说：“我们将全力搜救失联人员。”", "周建邦"),
    ("ja", "「通りが丸ごと消えてしまった」と高橋恵市長は話した。", "高橋恵"),
    ("ko", "박정후 해양수산부 장관은 “배가 늦으면 식탁이 오래 빈다”고 말했다.", "박정후"),
    ("ar", "وقال سامر الحداد \"هذه خطوة أولى نحو سلام دائم في البلاد\".", "سامر الحداد"),
    ("ar", "وأضاف وزير الخارجية سامر الحداد \"هذه خطوة أولى نحو سلام دائم\".", "سامر الحداد"),
    ("ar", "وقال الحداد: «هذه خطوة أولى نحو سلام دائم في البلاد».", "الحداد"),
    ("ar", "وقال الدكتور فادي قرداحي: «النتيجة ممتازة لكننا نحتاج إلى سنتين من المتابعة».", "فادي قرداحي"),
]  # fmt: skip


def _article(text: str, language: str = "en", identity: str = "1", copy_of: str = "") -> SourceArticle:
    return SourceArticle(identity, "A title of its own", text, language, copy_of=copy_of)


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN)
def test_a_quotation_goes_to_whom_its_sentence_names(language: str, text: str, speaker: str) -> None:
    (found,) = quotes([_article(text, language)])
    assert speaker == found.speaker
    assert text[found.start : found.end] == found.text
    assert text[: found.start].rstrip()[-1] in '"“„«»「'


@pytest.mark.parametrize(
    "text",
    [
        '"We carried them down by torchlight all night," she said. Nesrin Aldou left early.',
        '"We do not know who holds the mill now," a Syrian official told Reuters, which said he spoke on Monday.',
        '"The conditions are helpful for all of us," he told Al Manor television, run by friends of Tarik Assal.',
        '"It is alarming that Homsa suffers again," the diplomat said in a statement distributed at UN headquarters.',
        'The Harbour Board called it "a matter of the greatest possible urgency" on Monday.',
        '"Nobody told us anything before the morning." Nesrin Aldou said that the road was blocked.',
        'Nesrin Aldou said the road was blocked. The sign reads "no way through for any vehicle".',
        '"Expensive and right," said Nesrin Aldou.',
    ],
)
def test_without_a_named_speaker_or_with_few_words_there_is_no_quote(text: str) -> None:
    assert quotes([_article(text)]) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'A spokesman for Olga Brandt said: "The prime minister knows nothing about this letter."'),
        ("en", 'Olga Brandt\'s lawyer said: "The prime minister knows nothing about this letter."'),
        ("en", '"We will send all of this to the people," a Harbour Board volunteer told the press.'),
        ("en", '"We will send all of this to the people," said one man as Karl Weiss left.'),
        ("en", 'After a meeting with Karl Weiss, the minister said: "We will not give in to anyone."'),
        ("en", 'The witness warned Karl Weiss: "They will come for you before the morning."'),
        ("en", 'Karl Weiss said that the sign on the gate was clear: "No way through for any vehicle".'),
        ("en", 'The film "The Long Road to Velmar" by Ada Lorne said much about the war.'),
        ("en", '"We do not know who holds it now," said a Harbour League spokesperson on Monday.'),
        ("en", '"You are a liar and a cheat," read the letter that Karl Weiss wrote.'),
        ("en", 'Ada Lorne said that Karl Weiss had written: "I am a liar and a cheat and a thief."'),
        ("en", 'Ada Lorne, whose brother Karl Weiss said the same, left: "You are a liar and a cheat."'),
        ("de", "Der Richter sagte Karl Weiss: „Sie sind ein Lügner und ein Dieb dazu.“"),
        ("ja", "高橋恵市長は、佐藤誠知事が「通りが丸ごと消えてしまった」と述べたと話した。"),
        ("zh", "周建邦批评李秀云说：“我们将全力搜救失联人员。”"),
        ("de", "Ein Sprecher von Olga Brandt sagte: „Die Ministerin weiß nichts von diesem Brief.“"),
        ("es", "Un portavoz de Olga Brandt dijo: «La ministra no sabe nada de esta carta»."),
        ("fr", "L'avocat de Marie Dolain a dit : « Elle ne sait rien de cette lettre. »"),
        ("ko", "외교부 관계자는 “박정후 장관이 곧 사퇴할 것으로 본다”고 말했다."),
        ("ko", "박정후 장관을 만난 시민은 “배가 늦으면 식탁이 오래 빈다”고 말했다."),
        ("ja", "外務省の関係者は「高橋恵市長は辞めるだろうと思う」と述べた。"),
        ("zh", "周建邦的发言人表示：“我们将全力搜救失联人员。”周建邦说没有。"),
        ("ar", "وقال متحدث باسم سامر الحداد: «هذه خطوة أولى نحو سلام دائم في البلاد»."),
    ],
)
def test_nobody_is_given_what_somebody_without_a_name_said(language: str, text: str) -> None:
    assert quotes([_article(text, language)]) == ()


def test_a_quotation_goes_on_after_its_speaker() -> None:
    text = '"We dug through the whole night," said Nesrin Aldou. "We brought eleven people out alive."'
    assert [one.speaker for one in quotes([_article(text)])] == ["Nesrin Aldou", "Nesrin Aldou"]


def test_a_quotation_that_its_speaker_parts_is_all_the_speaker_s() -> None:
    text = '"We never knew who held it," says Ada Lorne, "and nobody asked us about the mill."'
    assert [one.speaker for one in quotes([_article(text)])] == ["Ada Lorne", "Ada Lorne"]


def test_the_next_paragraph_is_nobody_s_until_it_says_whose_it_is() -> None:
    text = '"We dug through the whole night," said Nesrin Aldou.\n"We brought eleven people out alive."'
    assert len(quotes([_article(text)])) == 1


def test_one_quotation_in_two_reports_is_told_once_and_copies_not_at_all() -> None:
    first = _article('"We dug through the whole night," said Nesrin Aldou on Monday.')
    cut = _article('Nesrin Aldou said: "We dug through the night."', identity="2")
    copy = _article('"Nothing at all was left of the mill," said Nesrin Aldou.', identity="3", copy_of="1")
    assert [one.article for one in quotes([first, cut, copy])] == ["1"]
