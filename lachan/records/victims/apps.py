from django.apps import AppConfig


class VictimsConfig(AppConfig):
    name = "lachan.records.victims"
    label = "victims"

    def ready(self):
        from lachan.procedures import registry
        from lachan.records.victims import facts
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
            )
        )
