"""People in the admin: their role says what they may do, there are no permissions beside it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import models
from django.http import HttpRequest

from octavo.accounts.models import User


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Who signs in, as what, and whether they still may. Roles and bans are given on the page of people."""

    list_display = ("username", "email", "role", "is_active", "last_login", "date_joined")
    list_filter = ("role", "is_active")
    search_fields = ("username", "email")
    filter_horizontal = ()
    readonly_fields = ("role", "is_active", "last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password", "email")}),
        ("What they may do", {"fields": ("role", "is_active")}),
        ("When", {"fields": ("last_login", "date_joined")}),
    )

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Refuse: people erase themselves with all that is theirs, and are banned where they must not come back."""
        return False


# Permissions are by role alone; keys and sessions are secrets of those whom they let in.
for secret in (Group, EmailAddress, Authenticator, UserSession):
    admin.site.unregister(secret)
