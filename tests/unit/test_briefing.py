"""Which stories five minutes hold."""

from octavo.editions.briefing import LEAD_SENTENCES, MINUTES, SENTENCES, STORIES_MOST, WORDS_PER_MINUTE, brief, words_of

SENTENCE = "The keeper of the old lighthouse lit the lamp again on Monday after forty years. "


def test_the_first_story_is_told_at_length_and_the_others_briefly() -> None:
    chosen, _ = brief([[SENTENCE] * 9] * 3, ["Lamp lit"] * 3)
    assert [one.sentences_count for one in chosen] == [LEAD_SENTENCES, SENTENCES, SENTENCES]


def test_it_ends_before_it_takes_longer_than_it_may() -> None:
    chosen, minutes = brief([[SENTENCE * 8] * 4] * 30, ["Lamp lit"] * 30)
    assert 3 < minutes <= MINUTES
    assert 0 < len(chosen) < STORIES_MOST


def test_short_stories_are_not_told_by_the_dozen_and_more() -> None:
    chosen, minutes = brief([["It rained."]] * 30, ["Rain"] * 30)
    assert len(chosen) == STORIES_MOST
    assert minutes < 1


def test_a_story_without_a_sentence_to_quote_is_left_out_and_takes_nobodys_place() -> None:
    chosen, _ = brief([[], [SENTENCE], [], [SENTENCE]], ["One", "Two", "Three", "Four"])
    assert [one.place for one in chosen] == [1, 3]
    assert brief([], []) == ([], 0.0)


def test_one_endless_story_is_still_told() -> None:
    chosen, _ = brief([[SENTENCE * 100]], ["Lamp lit"])
    assert len(chosen) == 1


def test_scripts_without_spaces_are_measured_as_they_are_spoken() -> None:
    assert 4 <= words_of("포트 알메라의 등대가 다시 켜졌다") <= 12
    assert 4 <= words_of("阿尔梅拉港的灯塔重新点亮") <= 12
    assert words_of("The lighthouse was lit again") == 5
    assert WORDS_PER_MINUTE > 100
