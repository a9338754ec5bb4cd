from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VictimsConfig(AppConfig):
    name = "lachan.records.victims"
    label = "victims"

    def ready(self):
        from lachan.interface import navigation
        from lachan.procedures import registry
        from lachan.procedures.menu import is_visible_to, overdue_badge
        from lachan.records.victims import facts, queries
        from lachan.records.victims.asked import VICTIM
        from lachan.records.victims.procedure import VICTIM_2011, VICTIM_2024

        registry.register(
            registry.Kind(
                "victim",
                "Nạn nhân",
                "NN",
                "hand-heart",
                (VICTIM_2011, VICTIM_2024),
                "victims:detail",
                dimensions=facts.dimensions,
                course_facts=facts.course_facts,
                title=queries.standing,
                note=queries.outline,
                related=("person",),
                search=queries.titled,
                askable=VICTIM,
            )
        )
        navigation.register(
            navigation.Item(
                "victims",
                _("Nạn nhân"),
                "hand-heart",
                "victims:list",
                order=50,
                key="n",
                short_label=_("Nạn nhân"),
                is_visible=is_visible_to("victim.view"),
                badge=overdue_badge("victim"),
            )
        )
        navigation.register_quick_action(
            navigation.Item(
                "victims.new", _("Tiếp nhận người"), "plus", "victims:new", order=20, is_visible=is_visible_to("victim.receive")
            )
        )
