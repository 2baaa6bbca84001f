"""What enrichment keeps of a person: their podcast, and what they had a language model do."""

from octavo.accounts import belongings
from octavo.accounts.models import User
from octavo.enrich.models import Episode, ModelCall, Podcast


def _podcast(person: User) -> object:
    own = Podcast.objects.filter(person=person).first()
    episodes = Episode.objects.filter(person=person).order_by("added").values("recording__title", "added")
    told = [{"title": one["recording__title"], "added": one["added"]} for one in episodes]
    return {"token": own.token, "language": own.language, "made": own.made, "episodes": told} if own else None


def _calls(person: User) -> object:
    facts = ("purpose", "host", "model", "article_ids", "tokens_in", "tokens_out", "outcome", "made")
    return list(ModelCall.objects.filter(person=person).order_by("made").values(*facts))


def _forget_calls(person: User) -> None:
    """Leave what was spent, which the house must account for, and not on whose articles."""
    ModelCall.objects.filter(person=person).update(person=None, article_ids=[])


belongings.register("podcast", _podcast)
belongings.register("model_calls", _calls, _forget_calls)
