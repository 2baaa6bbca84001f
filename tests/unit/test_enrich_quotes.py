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
    ("ar", "وقال الدكتور فادي قرداحي: «النتيجة ممتازة لكننا نحتاج إلى سنتين من المتابعة».", "فادي قرداحي"),
]  # fmt: skip


def _article(text: str, language: str = "en", identity: str = "1", copy_of: str = "") -> SourceArticle:
    return SourceArticle(identity, "A title of its own", text, language, copy_of=copy_of)


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN)
def test_a_quotation_goes_to_whom_its_sentence_names(language: str, text: str, speaker: str) -> None:
    (found,) = quotes([_article(text, language)])
    assert speaker == found.speaker
    assert text[found.start : found.end] == found.text
    assert text[found.start - 1] in '"“„«»'


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


def test_a_quotation_goes_on_after_its_speaker() -> None:
    text = '"We dug through the whole night," said Nesrin Aldou. "We brought eleven people out alive."'
    assert [one.speaker for one in quotes([_article(text)])] == ["Nesrin Aldou", "Nesrin Aldou"]


def test_the_next_paragraph_is_nobody_s_until_it_says_whose_it_is() -> None:
    text = '"We dug through the whole night," said Nesrin Aldou.\n"We brought eleven people out alive."'
    assert len(quotes([_article(text)])) == 1


def test_one_quotation_in_two_reports_is_told_once_and_copies_not_at_all() -> None:
    first = _article('"We dug through the whole night," said Nesrin Aldou on Monday.')
    cut = _article('Nesrin Aldou said: "We dug through the night."', identity="2")
    copy = _article('"Nothing at all was left of the mill," said Nesrin Aldou.', identity="3", copy_of="1")
    assert [one.article for one in quotes([first, cut, copy])] == ["1"]
