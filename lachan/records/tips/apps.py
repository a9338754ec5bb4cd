from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TipsConfig(AppConfig):
    name = "lachan.records.tips"
    label = "tips"

    def ready(self):
        from lachan.audit import vocabulary
        from lachan.interface import navigation
        from lachan.procedures import registry
        from lachan.procedures.menu import is_visible_to, overdue_badge
        from lachan.records.tips import facts, queries
        from lachan.records.tips.asked import TIP
        from lachan.records.tips.models import Tip
        from lachan.records.tips.procedure import TIP_2018

        registry.register(
            registry.Kind(
                "tip",
                "Tố giác, tin báo",
                "TB",
                "msg",
                (TIP_2018,),
                "tips:detail",
                dimensions=facts.dimensions,
                course_facts=facts.course_facts,
                title=Tip.title,
                note=Tip.get_channel_display,
                search=queries.titled,
                askable=TIP,
            )
        )
        vocabulary.register({"tip.read_content": _("Xem nội dung tin")})
        navigation.register(
            navigation.Item(
                "tips",
                _("Tố giác, tin báo"),
                "msg",
                "tips:list",
                order=30,
                short_label=_("Tin báo"),
                key="t",
                is_visible=is_visible_to("tip.view"),
                badge=overdue_badge("tip"),
            )
        )
        navigation.register_quick_action(
            navigation.Item("tips.new", _("Ghi nhận tin mới"), "plus", "tips:new", order=10, is_visible=is_visible_to("tip.receive"))
        )
