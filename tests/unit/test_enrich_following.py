"""A question that follows another is asked whole: with what is new, or with what it leaves to the one before."""

import pytest

from octavo.enrich.answering import understood


@pytest.mark.parametrize(
    ("before", "question", "language", "added"),
    [
        ("When was the bridge at Tolverne built?", "What does it cost?", "en", " (Tolverne)"),
        ("When was the bridge at Tolverne built?", "How many people were hurt in the storm of last winter?", "en",
         " (Tolverne)"),
        ("When was the bridge built?", "Who pays?", "en", " (bridge, built)"),
        ("¿Cuándo se construyó el puente de Tolverne?", "¿Cuánto cuesta?", "es", " (Tolverne)"),
        ("Wann wurde die Brücke in Tolvern gebaut?", "Was kostet das?", "de", " (Brücke, Tolvern, gebaut)"),
        ("벨모라 다리는 언제 지어졌나요?", "비용은 얼마인가요?", "ko", " (벨모라, 다리는, 지어졌나요)"),
        ("كم عدد المصابين في حريق الرملة؟", "ومتى يعاد فتحه؟", "ar", " (المصابين, حريق, الرملة)"),
    ],
)  # fmt: skip
def test_a_question_that_names_nothing_follows_the_one_before(
    before: str, question: str, language: str, added: str
) -> None:
    assert understood(question, before, language) == understood(question, before) == question + added


@pytest.mark.parametrize(
    ("before", "question", "language", "added"),
    [
        ("When did Hollis meet Brandreth?", "And where?", "en", " (Hollis, meet, Brandreth)"),
        ("How many people died in Tarvan?", "Why?", "en", " (people, died, Tarvan)"),
        ("How many people died in Tarvan?", "Who said so?", "en", " (people, died, Tarvan)"),
        ("Wie viele Menschen starben in Tarvan?", "Wer sagt das?", "de", " (Menschen, starben, Tarvan)"),
        ("¿Cuántos heridos hubo en Almera?", "¿Por qué?", "es", " (heridos, hubo, Almera)"),
        ("한림시 사고로 몇 명이 다쳤나?", "원인은?", "ko", " (한림시, 사고로, 명이, 다쳤나)"),
        ("浜坂病院で何人が転院したか？", "原因は？", "ja", " (浜坂病院で, 転院したか)"),
        ("江岸地铁影响了多少乘客？", "为什么？", "zh", " (江岸, 地, 铁, 影响, 乘客)"),
    ],
)
def test_a_question_that_only_asks_is_about_all_that_the_one_before_asks(
    before: str, question: str, language: str, added: str
) -> None:
    assert understood(question, before, language) == question + added


@pytest.mark.parametrize(
    ("before", "question", "language", "added"),
    [
        ("Who is Anton Rehse?", "What did he say about Keldwater?", "en", " (Anton Rehse)"),
        ("Did Mayor Anton Rehse visit Tarvan?", "What did he say?", "en", " (Anton Rehse)"),
        ("Who is Mira Delund?", "Did she meet Anton Rehse?", "en", " (Mira Delund)"),
        ("When will the Marrow Bridge open?", "How much will it cost Ostrel?", "en", " (Marrow Bridge)"),
        ("Wer ist Mira Delund?", "Hat sie Anton Rehse getroffen?", "de", " (Mira, Delund)"),
        ("¿Quién es Carmen Saldaña?", "¿Qué dijo ella sobre Almera?", "es", " (Carmen Saldaña)"),
        ("Qui est Élise Fournel ?", "Qu'a-t-elle dit de Brenne ?", "fr", " (Élise Fournel)"),
        ("Кто такая Ирина Лосева?", "Что она обещала в Озёрске?", "ru", " (Ирина Лосева)"),
        ("박서윤은 누구인가?", "그는 무엇을 약속했나?", "ko", " (박서윤은)"),
        ("高梨恵子とは誰ですか？", "彼女は何と述べた？", "ja", " (高梨恵子とは)"),
        ("林可欣是谁？", "她承诺了什么？", "zh", " (林, 可欣)"),
        ("Siapakah Mira Delund?", "Apa kata beliau di Tarvan?", "ms", " (Mira Delund)"),
    ],
)
def test_a_pronoun_takes_whom_the_one_before_names(before: str, question: str, language: str, added: str) -> None:
    assert understood(question, before, language) == question + added


@pytest.mark.parametrize(
    ("before", "question", "language", "asked"),
    [
        ("How many people died in Tarvan?", "And in Ostrel?", "en", "How many people died in Ostrel?"),
        ("How many people died in Tarvan?", "What about New Ostrel?", "en", "How many people died in New Ostrel?"),
        ("How many people died in Tarvan?", "In Ostrel?", "en", "How many people died in Ostrel?"),
        ("Who is the mayor of Tarvan?", "And in Ostrel?", "en", "Who is the mayor of Ostrel?"),
        ("How many people died?", "And in Ostrel?", "en", "How many people died in Ostrel?"),
        ("How many people died in Tarvan?", "And in 2019?", "en", "How many people died in Tarvan in 2019?"),
        ("What happened in Tarvan on Thursday?", "And on Friday?", "en", "What happened in Tarvan on Friday?"),
        ("How many were evacuated in Tarvan?", "And injured?", "en", "How many were injured in Tarvan?"),
        ("Who is Mira Delund?", "And Anton Rehse?", "en", "Who is Anton Rehse?"),
        ("Wie viele starben in Tarvan?", "Und in Ostrel?", "de", "Wie viele starben in Ostrel?"),
        ("Wann öffnet das Bad im Ostertal?", "Und im Westtal?", "de", "Wann öffnet das Bad im Westtal?"),
        ("Wann öffnet das Bad am Montag?", "Und am Freitag?", "de", "Wann öffnet das Bad am Freitag?"),
        ("Wer ist Mira Delund?", "Und Anton Rehse?", "de", "Wer ist Anton Rehse?"),
        ("¿Cuántos heridos hubo en Almera?", "¿Y en Tarvan?", "es", "¿Cuántos heridos hubo en Tarvan?"),
        ("¿Cuántos heridos hubo en Almera?", "¿Y muertos?", "es", "¿Cuántos muertos hubo en Almera?"),
        ("¿Qué pasó en Almera el jueves?", "¿Y el viernes?", "es", "¿Qué pasó en Almera el viernes?"),
        ("Combien de blessés à Brenne ?", "Et à Tarvan ?", "fr", "Combien de blessés à Tarvan ?"),
        ("Qui est Élise Fournel ?", "Et Karim Daouda ?", "fr", "Qui est Karim Daouda ?"),
        ("Сколько человек пострадали в Озёрне?", "А в Тарване?", "ru", "Сколько человек пострадали в Тарване?"),
        ("Berapa orang terkorban di Tarvan?", "Dan di Ostrel?", "ms", "Berapa orang terkorban di Ostrel?"),
        ("오스트렐에서 몇 명이 사망했나?", "타르반에서는?", "ko", "타르반에서 몇 명이 사망했나?"),
        ("서울에서 몇 명이 다쳤나?", "부산은요?", "ko", "부산에서 몇 명이 다쳤나?"),
        ("박서윤은 누구인가?", "김도윤은?", "ko", "김도윤은 누구인가?"),
        ("オストレルで何人が死亡したか？", "タルバンでは？", "ja", "タルバンで何人が死亡したか？"),
        ("浜坂市で何人がけがをしたか？", "では東京は？", "ja", "東京で何人がけがをしたか？"),
        ("在塔尔万有多少人死亡？", "在奥斯特尔呢？", "zh", "在奥斯特尔有多少人死亡？"),
        ("林可欣是谁？", "陈志远呢？", "zh", "陈志远是谁？"),
        ("كم شخصا قتل في الرملة الجديدة؟", "وفي القاهرة؟", "ar", "كم شخصا قتل في القاهرة؟"),
    ],
)
def test_an_elliptic_question_asks_the_one_before_anew(before: str, question: str, language: str, asked: str) -> None:
    assert understood(question, before, language) == asked


@pytest.mark.parametrize(
    ("before", "question", "language", "added"),
    [
        ("When did Hollis meet Brandreth?", "And Tarin?", "en", " (Hollis, meet, Brandreth)"),
        ("How many people died in Tarvan?", "And Anton Rehse?", "en", " (people, died, Tarvan)"),
        ("How many people died in Tarvan?", "And the cause?", "en", " (people, died, Tarvan)"),
        ("오스트렐에서 몇 명이 사망했나?", "그럼 타르반은?", "ko", " (오스트렐에서, 명이, 사망했나)"),
        ("浜坂病院の停電で何人が転院したか？", "東京では？", "ja", " (浜坂病院の, 停電で, 転院したか)"),
    ],
)
def test_what_cannot_be_placed_is_asked_with_all_the_words_before_it(
    before: str, question: str, language: str, added: str
) -> None:
    assert understood(question, before, language) == question + added


@pytest.mark.parametrize(
    ("before", "question", "language"),
    [
        ("", "What does it cost?", "en"),
        ("When was the bridge at Tolverne built?", "Who is Ottilie Brandreth?", "en"),
        ("How many people died in Tarvan?", "And what did Anton Rehse promise?", "en"),
        ("Did Hollis meet Brandreth?", "How old is Hollis?", "en"),
        ("How many people died in Tarvan?", "And the mayor of Ostrel?", "en"),
        ("Wie viele Menschen starben in Tarvan?", "Und der Bürgermeister in Ostrel?", "de"),
        ("浜坂市で何人がけがをしたか？", "日本の首都は？", "ja"),
        ("When will the Marrow Bridge open?", "Is it true that Anton Rehse resigned?", "en"),
        ("When was the bridge built?", "How many people were hurt in the storm of last winter?", "en"),
        ("When was it built?", "When was it built?", "en"),
        ("Wann wurde die Brücke in Tolvern gebaut?", "Wie viele Hektoliter erwarten die Winzer im Ostertal?", "de"),
        ("Combien de blessés à Brenne ?", "Combien y a-t-il de morts à Tarvan ?", "fr"),
        ("???", "Who pays?", "en"),
    ],
)
def test_a_question_that_says_of_what_it_asks_stands_by_itself(before: str, question: str, language: str) -> None:
    assert understood(question, before, language) == question
