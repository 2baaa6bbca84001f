"""People."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from octavo.accounts import state_models as state_models
from octavo.accounts.roles import Act, Role, may


class PeopleManager(UserManager["User"]):
    """Makes people without the permissions that Django would give beside the role."""

    use_in_migrations = False

    def create_user(self, username: str, email: str | None = None, password: str | None = None, **facts: Any) -> "User":
        person = self.model(username=username, email=self.normalize_email(email), **facts)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **facts: Any
    ) -> "User":
        return self.create_user(username, email, password, **{"role": Role.ADMINISTRATOR, **facts})


class User(AbstractUser):
    """A person who signs in. What they may do follows from their role alone."""

    role = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Role], default=Role.READER.value)

    objects: ClassVar[PeopleManager] = PeopleManager()

    def may(self, act: Act) -> bool:
        """Return whether this person may do `act`; a banned one is nobody."""
        return may(Role(self.role) if self.is_active else None, act)

    @property
    def is_staff(self) -> bool:  # type: ignore[override]
        return self.may(Act.ADMINISTER)

    @property
    def is_superuser(self) -> bool:  # type: ignore[override]
        return self.may(Act.ADMINISTER)
