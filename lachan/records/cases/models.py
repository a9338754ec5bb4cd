"""What a case holds beside its head and steps."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.foundation.code_lists import EXPLOITATION_PURPOSE
from lachan.people.models import Person
from lachan.procedures.models import Record
from lachan.records.cases.offences import CLAUSES, TITLES
from lachan.records.tips.models import Tip
from lachan.records.victims.models import Victim


class Case(Record):
    """`offence` is the article that the decision to prosecute names; the charges say more."""

    offence = models.CharField(_("tội danh khởi tố"), max_length=5, choices=list(TITLES.items()))
    purpose = models.CharField(
        _("mục đích"), max_length=30, blank=True, choices=[(code.code, code.label) for code in EXPLOITATION_PURPOSE.codes]
    )
    tips = models.ManyToManyField(Tip, verbose_name=_("nguồn tin"), related_name="cases")
    victims = models.ManyToManyField(Victim, verbose_name=_("người bị hại"), related_name="cases")


class Accused(models.Model):
    """A person charged, or about to be, in a case. `ordinal` is what lists call them while the name is sealed: "Bị can 1"."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="accused")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["case", "ordinal"]
        constraints = [models.UniqueConstraint(fields=["case", "ordinal"], name="one_ordinal")]

    def __str__(self):
        return _("Bị can %(number)d") % {"number": self.ordinal}

    def clause(self) -> str:
        """The clause of the last charge that stands ("150.2"), empty before any."""
        steps = self.case.steps.filter(code="charge", withdrawal=None, data__accused=str(self.uid)).order_by("on", "id")
        last = steps.last()
        return last.data["clause"] if last else ""

    def clause_label(self) -> str:
        clause = CLAUSES.get(self.clause())
        return clause.label if clause else ""
