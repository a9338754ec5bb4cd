from django.apps import AppConfig


class TipsConfig(AppConfig):
    name = "lachan.records.tips"
    label = "tips"

    def ready(self):
        from lachan.procedures import registry
        from lachan.records.tips import facts
        from lachan.records.tips.procedure import TIP_2018

        registry.register(
            registry.Kind(
                "tip",
                "Tố giác, tin báo",
                "TB",
                "message",
                (TIP_2018,),
                "tips:detail",
                dimensions=facts.dimensions,
                course_facts=facts.course_facts,
            )
        )
