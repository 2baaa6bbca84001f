"""People in the database."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from octavo.accounts.models import User
from octavo.accounts.roles import Role
from octavo.core.errors import BadInput


def create_admin(name: str, email: str, password: str) -> User:
    """Make a person who may do everything in the admin.

    Raises BadInput where the name is taken or not allowed, or the password is weak.
    """
    person = User(username=name, email=email, role=Role.ADMINISTRATOR)
    try:
        person.clean_fields(exclude=["password"])
        validate_password(password, person)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages)) from None
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise BadInput(f"there is somebody called {name!r} already; choose another name") from None
    return person
