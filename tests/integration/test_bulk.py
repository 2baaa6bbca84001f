"""What is written by COPY comes back as it was."""

import pytest

from octavo.config.settings import Settings


@pytest.mark.parametrize(
    "texts",
    [(), ("",), ("NULL", "null"), ('Ada "Ferry" Quill', "a\\b", "{x,y}", " spaced ", "두 줄\n이름\t"), ("\\", '"')],
)
def test_arrays_of_texts(house: Settings, texts: tuple[str, ...]) -> None:
    from django.db import transaction

    from octavo.config.bulk import copied, returned, text_array

    with transaction.atomic():
        name = copied("feeds_entry", ("key", "authors"), [("one", text_array(texts))])
        assert returned(f"SELECT authors FROM {name}") == [(list(texts),)]


def test_rows_are_written_by_their_ids(house: Settings) -> None:
    from django.db import transaction

    from octavo.config.bulk import text_array, updated
    from octavo.sources.models import Publisher

    ours, theirs, other = (Publisher.objects.create(slug=name, name=name) for name in ("post", "bote", "voz"))
    rows = [(ours.pk, text_array(["de"]), "https://post.example/i"), (theirs.pk, text_array(["es", "ca"]), "")]
    with transaction.atomic():
        updated("sources_publisher", ("languages", "icon_url"), rows)
    kept = Publisher.objects.in_bulk([ours.pk, theirs.pk, other.pk])
    said = [(kept[one.pk].languages, kept[one.pk].icon_url) for one in (ours, theirs, other)]
    assert said == [(["de"], "https://post.example/i"), (["es", "ca"], ""), ([], "")]
