"""Publishers' slugs: readable in any script, and none given twice."""

from octavo.sources.slugs import FreeSlugs


def test_a_name_that_is_taken_gets_a_number() -> None:
    slugs = FreeSlugs(["the-elster-post", "the-elster-post-2"])
    assert [slugs.take("The Elster Post") for _ in range(2)] == ["the-elster-post-3", "the-elster-post-4"]


def test_a_number_that_is_another_publishers_name_is_left_to_it() -> None:
    slugs = FreeSlugs([])
    assert [slugs.take(name) for name in ("Tide 2", "Tide", "Tide")] == ["tide-2", "tide", "tide-3"]


def test_names_of_any_script_stay_readable_and_no_name_is_nothing() -> None:
    slugs = FreeSlugs([])
    assert [slugs.take(name) for name in ("강변 신문", "!?", "…")] == ["강변-신문", "publisher", "publisher-2"]
