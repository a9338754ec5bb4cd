from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "lachan.records.cases"
    label = "cases"

    def ready(self):
        from lachan.procedures import registry
        from lachan.records.cases import facts, operations
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
            )
        )
        registry.after_step("tip", "decide_prosecute", operations.open_case_of_tip)
        registry.before_withdrawal("tip", operations.refuse_while_case_stands)
