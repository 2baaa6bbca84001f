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
