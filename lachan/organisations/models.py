"""The register of areas and units: what each was, from which day to which day, and who became whom.

Nothing here is renamed or overwritten when the state rearranges itself: the old row gets its `valid_to`, the new one its `valid_from`,
and a succession links them, so that a plan of 2024 resolves to the units of 2024 and to those that answer today.
All periods are half-open: `valid_to` is the first day on which the row no longer holds.
"""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lachan.foundation.sources import Mark

from .querysets import AreaQuerySet, DatedQuerySet, UnitQuerySet

MARK_CHOICES = [(mark.value, mark.label) for mark in Mark]


class Extent(models.TextChoices):
    """How much of the predecessor went to the successor."""

    UNCHANGED = "unchanged", _("giữ nguyên")
    WHOLE = "whole", _("nhập toàn bộ")
    PART = "part", _("nhập một phần")


class Area(models.Model):
    """An administrative unit as a place: one row for each period in which its name, type and extent held."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("cấp tỉnh")
        DISTRICT = "district", _("cấp huyện")
        COMMUNE = "commune", _("cấp xã")

    ref = models.CharField(_("mã tham chiếu"), max_length=24, unique=True)
    code = models.CharField(_("mã số"), max_length=8, help_text=_("Mã của cơ quan thống kê, giữ nguyên số 0 ở đầu."))
    level = models.CharField(_("cấp"), max_length=10, choices=Level.choices)
    type_name = models.CharField(_("loại"), max_length=20)
    name = models.CharField(_("tên"), max_length=80)
    search_name = models.CharField(max_length=80, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("trực thuộc"))
    path = models.CharField(max_length=80, editable=False, help_text=_("Mã tham chiếu từ cấp tỉnh xuống, ngăn bằng dấu /."))
    valid_from = models.DateField(_("có từ ngày"), null=True, blank=True, help_text=_("Để trống khi không rõ ngày bắt đầu."))
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"), blank=True)
    mark = models.CharField(_("mức xác nhận"), max_length=12, choices=MARK_CHOICES, default=Mark.UNCONFIRMED)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("địa bàn")
        verbose_name_plural = _("địa bàn")
        ordering = ["code", "ref"]
        indexes = [
            models.Index(fields=["search_name"], name="area_search_name"),
            models.Index(fields=["path"], name="area_path"),
            models.Index(fields=["code"], name="area_code"),
        ]
        constraints = [
            models.CheckConstraint(
                name="area_ends_after_it_begins",
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return self.titled_name

    def title_on(self, day: datetime.date) -> Area | FormerTitle:
        """What carried this area's `code`, `type_name` and `name` on `day`: a former title, or the area itself."""
        ended = [title for title in self.former_titles.all() if title.valid_to > day]
        return min(ended, key=lambda title: title.valid_to, default=self)

    @property
    def titled_name(self) -> str:
        """Type and name as the register writes them: "Phường Tân Hiệp"."""
        return f"{self.type_name} {self.name}"

    @property
    def typed_name(self) -> str:
        """Type and name as running text writes them: "phường Tân Hiệp"."""
        return f"{self.type_name[:1].lower()}{self.type_name[1:]} {self.name}"

    @property
    def full_name(self) -> str:
        """The name with the names above it: "phường Tân Hiệp, thành phố Biên Hòa, tỉnh Đồng Nai". Each parent not yet read is a query."""
        parts: list[str] = []
        area: Area | None = self
        while area is not None:
            parts.append(area.typed_name)
            area = area.parent
        return ", ".join(parts)

    @property
    def ancestor_refs(self) -> list[str]:
        """Refs above this area, province first."""
        return self.path.split("/")[:-1]


class FormerTitle(models.Model):
    """What an area was called, or its code was, before a day, when the area itself went on: a province that became a city, a xã a phường.

    `Area` carries the title of today; a past day is asked with `Area.title_on(day)`.
    """

    area = models.ForeignKey(Area, models.CASCADE, related_name="former_titles", verbose_name=_("địa bàn"))
    code = models.CharField(_("mã số"), max_length=8)
    type_name = models.CharField(_("loại"), max_length=20)
    name = models.CharField(_("tên"), max_length=80)
    search_name = models.CharField(max_length=80, editable=False)
    valid_from = models.DateField(_("có từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"))
    source = models.TextField(_("nguồn"), blank=True)
    mark = models.CharField(_("mức xác nhận"), max_length=12, choices=MARK_CHOICES, default=Mark.UNCONFIRMED)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tên gọi cũ")
        verbose_name_plural = _("tên gọi cũ")
        ordering = ["area", "valid_to"]
        constraints = [models.UniqueConstraint(name="one_former_title_per_end", fields=["area", "valid_to"])]

    def __str__(self) -> str:
        return f"{self.type_name} {self.name}"


class AreaSuccession(models.Model):
    """One area passing, wholly or in part, into another on a day."""

    predecessor = models.ForeignKey(Area, models.CASCADE, related_name="successions", verbose_name=_("đơn vị cũ"))
    successor = models.ForeignKey(Area, models.CASCADE, related_name="precessions", verbose_name=_("đơn vị mới"))
    on = models.DateField(_("ngày"))
    extent = models.CharField(_("phạm vi"), max_length=12, choices=Extent.choices)
    share = models.DecimalField(
        _("phần"),
        max_digits=7,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Phần dân số của đơn vị cũ chuyển sang đơn vị mới; để trống khi không rõ."),
    )
    is_default = models.BooleanField(
        _("mặc định"),
        default=False,
        help_text=_("Nguồn dữ liệu chọn đơn vị này khi chỉ biết tên cũ; chỉ là gợi ý, không bao giờ tự áp dụng."),
    )
    source = models.TextField(_("nguồn"), blank=True)
    mark = models.CharField(_("mức xác nhận"), max_length=12, choices=MARK_CHOICES, default=Mark.UNCONFIRMED)

    class Meta:
        verbose_name = _("kế thừa địa bàn")
        verbose_name_plural = _("kế thừa địa bàn")
        ordering = ["on", "predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(name="one_area_succession_per_day", fields=["predecessor", "successor", "on"]),
            models.CheckConstraint(name="area_does_not_succeed_itself", condition=~Q(predecessor=F("successor"))),
            models.CheckConstraint(name="area_share_is_a_fraction", condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on:%d/%m/%Y})"


class Unit(models.Model):
    """An agency, committee or organisation that a plan can name, that people belong to and that reports."""

    class Function(models.TextChoices):
        POLICE = "police", _("Công an")
        PROCURACY = "procuracy", _("Viện kiểm sát")
        COURT = "court", _("Tòa án")
        LABOUR = "labour", _("Lao động, xã hội")
        HEALTH = "health", _("Y tế")
        JUSTICE = "justice", _("Tư pháp")
        EDUCATION = "education", _("Giáo dục và đào tạo")
        MILITARY = "military", _("Quân sự")
        BORDER_GUARD = "border_guard", _("Biên phòng")
        WOMENS_UNION = "womens_union", _("Hội Liên hiệp Phụ nữ")
        PEOPLES_COMMITTEE = "peoples_committee", _("Ủy ban nhân dân")
        STEERING_COMMITTEE = "steering_committee", _("Ban Chỉ đạo")
        FATHERLAND_FRONT = "fatherland_front", _("Mặt trận Tổ quốc")
        YOUTH_UNION = "youth_union", _("Đoàn Thanh niên")
        MEDIA = "media", _("Thông tin, truyền thông")
        FINANCE = "finance", _("Tài chính")
        OFFICE = "office", _("Văn phòng")
        PARTY = "party", _("Cơ quan Đảng")
        OTHER = "other", pgettext_lazy("unit function", "Khác")

    class Level(models.TextChoices):
        CENTRAL = "central", _("trung ương")
        PROVINCE = "province", _("cấp tỉnh")
        DISTRICT = "district", _("cấp huyện")
        COMMUNE = "commune", _("cấp xã")

    code = models.SlugField(_("mã đơn vị"), max_length=80, unique=True)
    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=120)
    search_name = models.CharField(max_length=200, editable=False)
    function = models.CharField(_("lĩnh vực"), max_length=20, choices=Function.choices)
    level = models.CharField(_("cấp"), max_length=10, choices=Level.choices)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("địa bàn"))
    superior = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="subordinates", verbose_name=_("cơ quan cấp trên")
    )
    valid_from = models.DateField(_("có từ ngày"), null=True, blank=True, help_text=_("Để trống khi không rõ ngày bắt đầu."))
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    aliases = models.JSONField(_("tên gọi khác"), default=list, blank=True)
    source = models.TextField(_("nguồn"), blank=True)
    mark = models.CharField(_("mức xác nhận"), max_length=12, choices=MARK_CHOICES, default=Mark.UNCONFIRMED)
    is_demo = models.BooleanField(_("dữ liệu mẫu"), default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["code"]
        indexes = [models.Index(fields=["search_name"], name="unit_search_name")]
        constraints = [
            models.CheckConstraint(
                name="unit_ends_after_it_begins",
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return self.name


class UnitSuccession(models.Model):
    """A unit whose functions, all or some, another unit took over on a day."""

    predecessor = models.ForeignKey(Unit, models.CASCADE, related_name="successions", verbose_name=_("đơn vị cũ"))
    successor = models.ForeignKey(Unit, models.CASCADE, related_name="precessions", verbose_name=_("đơn vị mới"))
    on = models.DateField(_("ngày"))
    extent = models.CharField(_("phạm vi"), max_length=12, choices=Extent.choices)
    functions = models.JSONField(_("nhiệm vụ tiếp nhận"), default=list, blank=True)
    is_default = models.BooleanField(_("mặc định"), default=False)
    source = models.TextField(_("nguồn"), blank=True)
    mark = models.CharField(_("mức xác nhận"), max_length=12, choices=MARK_CHOICES, default=Mark.UNCONFIRMED)

    class Meta:
        verbose_name = _("kế thừa đơn vị")
        verbose_name_plural = _("kế thừa đơn vị")
        ordering = ["on", "predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(name="one_unit_succession_per_day", fields=["predecessor", "successor", "on"]),
            models.CheckConstraint(name="unit_does_not_succeed_itself", condition=~Q(predecessor=F("successor"))),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on:%d/%m/%Y})"


class Membership(models.Model):
    """A unit's seat in a committee, for a time."""

    class Role(models.TextChoices):
        HEAD = "head", _("trưởng ban")
        STANDING_AGENCY = "standing_agency", _("cơ quan thường trực")
        MEMBER = "member", _("thành viên")

    committee = models.ForeignKey(Unit, models.CASCADE, related_name="seats", verbose_name=_("ban chỉ đạo"))
    member = models.ForeignKey(Unit, models.CASCADE, related_name="memberships", verbose_name=_("đơn vị thành viên"))
    role = models.CharField(_("vai trò"), max_length=16, choices=Role.choices, default=Role.MEMBER)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("thành viên ban chỉ đạo")
        verbose_name_plural = _("thành viên ban chỉ đạo")
        ordering = ["committee", "member"]
        constraints = [models.UniqueConstraint(name="one_seat_per_member_and_role", fields=["committee", "member", "role", "valid_from"])]

    def __str__(self) -> str:
        return f"{self.member_id} / {self.committee_id} ({self.get_role_display()})"


class ReportingLine(models.Model):
    """Whom a unit reports to under a regime, and through which unit the paper goes."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="reporting_lines", verbose_name=_("đơn vị báo cáo"))
    recipient = models.ForeignKey(Unit, models.CASCADE, related_name="incoming_lines", verbose_name=_("nơi nhận báo cáo"))
    via = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="relayed_lines", verbose_name=_("gửi qua"))
    regime = models.CharField(_("chế độ báo cáo"), max_length=200)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tuyến báo cáo")
        verbose_name_plural = _("tuyến báo cáo")
        ordering = ["unit", "recipient"]
        constraints = [
            models.UniqueConstraint(name="one_line_per_regime", fields=["unit", "recipient", "regime", "valid_from"]),
            models.CheckConstraint(name="unit_does_not_report_to_itself", condition=~Q(unit=F("recipient"))),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} → {self.recipient_id}"
