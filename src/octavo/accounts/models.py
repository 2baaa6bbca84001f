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
        """Tell whether this person may do `act`; a banned one is nobody."""
        return may(Role(self.role) if self.is_active else None, act)

    @property
    def is_staff(self) -> bool:  # type: ignore[override]
        return self.may(Act.ADMINISTER)

    @property
    def is_superuser(self) -> bool:  # type: ignore[override]
        return self.may(Act.ADMINISTER)


class Invitation(models.Model):
    """A link that works once: it makes somebody new, or lets one person back in."""

    token_hash = models.CharField(max_length=64, unique=True)
    """SHA-256 of what stands in the link; the link itself is kept nowhere."""
    role = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Role], default=Role.READER.value)
    person = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="ways_back")
    """Whom it lets back in; none: it makes somebody new."""
    note = models.CharField(max_length=80, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="invitations")
    made = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    used_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="came_by")

    def __str__(self) -> str:
        return self.note or self.role
