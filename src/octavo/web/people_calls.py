"""What the pages of people and accounts may call."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib.messages import get_messages
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from octavo.config import settings
from octavo.web import addresses, people_words

CALLS: Mapping[str, Callable[..., Any]] = {
    "account_url": addresses.account_url,
    "browser_words": people_words.browser_words,
    "confirming_words": people_words.confirming_words,
    "invitations_url": addresses.invitations_url,
    "json_of": partial(json.dumps, cls=DjangoJSONEncoder),
    "messages_of": get_messages,
    "people_url": addresses.people_url,
    "role_name": people_words.role_name,
    "route": reverse,
    "sends_mail": lambda: settings.current().smtp is not None,
    "sign_in_url": addresses.sign_in_url,
    "sign_out_url": addresses.sign_out_url,
    "sign_up_mode": lambda: settings.current().sign_up,
    "sign_up_url": addresses.sign_up_url,
}
