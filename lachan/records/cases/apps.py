from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "lachan.records.cases"
    label = "cases"

    def ready(self):
        from lachan.audit import vocabulary
        from lachan.interface import navigation
        from lachan.procedures import registry
        from lachan.procedures.menu import is_visible_to, overdue_badge
        from lachan.records.cases import facts, operations, queries
        from lachan.records.cases.asked import CASE
        from lachan.records.cases.models import Case
        from lachan.records.cases.procedure import CASE_2018

        registry.register(
            registry.Kind(
                "case",
                "Vụ án",
                "VA",
                "scale",
                (CASE_2018,),
                "cases:detail",
                dimensions=facts.dimensions,
                course_facts=facts.course_facts,
                party_dimensions=facts.party_dimensions,
                party_choices=facts.party_choices,
                title=Case.get_offence_display,
                note=Case.get_purpose_display,
                search=queries.titled,
                askable=CASE,
            )
        )
        vocabulary.register({"case.add_accused": _("Vụ án: thêm bị can"), "case.link_victim": _("Vụ án: liên kết hồ sơ nạn nhân")})
        registry.after_step("tip", "decide_prosecute", operations.open_case_of_tip)
        registry.before_withdrawal("tip", operations.refuse_while_case_stands)
        navigation.register(
            navigation.Item(
                "cases",
                _("Vụ án"),
                "scale",
                "cases:list",
                order=40,
                key="v",
                short_label=_("Vụ án"),
                is_visible=is_visible_to("case.view"),
                badge=overdue_badge("case"),
            )
        )
