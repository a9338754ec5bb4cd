"""Accounts and what each is granted."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.access.roles import ROLES
from lachan.foundation import clock
from lachan.foundation.text import nfc
from lachan.organisations.models import Unit


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=nfc(username or "").lower())


class Account(AbstractBaseUser):
    """One official in one unit. Whoever holds two posts has two accounts, so that the journal says in which one they acted."""

    username = models.CharField(_("tên đăng nhập"), max_length=80, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="accounts")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects = AccountManager()

    def __str__(self):
        return self.full_name

    @property
    def audit_ref(self) -> str:
        return f"account:{self.pk}"

    @property
    def audit_label(self) -> str:
        return self.full_name

    @property
    def audit_unit_ref(self) -> str:
        return self.unit.code

    @property
    def audit_unit_label(self) -> str:
        return self.unit.name

    @property
    def initials(self) -> str:
        """Last two words' first letters, for the round badge of the top bar."""
        return "".join(word[0] for word in self.full_name.split()[-2:]).upper()

    def grants_on(self, day: date) -> list["Grant"]:
        """The grants in force on a day, read once per request (the account object lives as long as the request)."""
        cache: dict[date, list[Grant]] = self.__dict__.setdefault("_grants", {})
        if day not in cache:
            cache[day] = list(self.grants.in_force(day).select_related("unit"))
        return cache[day]

    def acts(self, day: date | None = None) -> frozenset[str]:
        """Every act that some grant allows on the day (today by default)."""
        day = day or clock.today()
        return frozenset().union(*(ROLES[grant.role].acts for grant in self.grants_on(day)))

    def may(self, act: str) -> bool:
        return act in self.acts()


class GrantQuerySet(models.QuerySet["Grant"]):
    def in_force(self, day: date) -> "GrantQuerySet":
        return self.filter(valid_from__lte=day).exclude(valid_to__lte=day)


class Grant(models.Model):
    """A role within a unit, or within it and all below, from a day to a day (the last one not included)."""

    class Reach(models.TextChoices):
        UNIT = "unit", _("trong đơn vị")
        BELOW = "below", _("đơn vị và cấp dưới")

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=40, choices=[(role.code, role.label) for role in ROLES.values()])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reach = models.CharField(max_length=10, choices=Reach, default=Reach.UNIT)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.account}: {self.role} @ {self.unit}"
