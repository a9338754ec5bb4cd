"""Words of targets as plans write them, and the declared figure that measures each."""

import pytest

from lachan.program.bindings import BINDINGS, choices_for, propose
from lachan.statistics.declared import INDICATORS


@pytest.mark.parametrize(
    ("indicator", "unit", "before", "code"),
    [
        ("100% tố giác, tin báo về tội phạm được tiếp nhận, phân loại", "%", "", "tips.classified_rate"),
        ("tỷ lệ giải quyết tố giác, tin báo", "%", "", "tips.resolved_rate"),
        ("tỷ lệ giải quyết", "%", "100% tố giác, tin báo được tiếp nhận; ", "tips.resolved_rate"),
        ("tỷ lệ giải quyết", "%", "", ""),
        ("thông tin liên quan đến mua bán người được phân loại", "%", "", "tips.classified_rate"),
        ("tin báo, tố giác tội phạm mua bán người được xử lý", "%", "", "tips.resolved_rate"),
        ("văn bản pháp luật liên quan đến phòng, chống mua bán người được phổ biến", "%", "", ""),
        ("Tỷ lệ điều tra, khám phá các vụ án mua bán người", "%", "", "cases.cleared_rate"),
        ("số vụ án mua bán người được giải quyết và truy tố", "%", "", "cases.indicted_rate"),
        ("số vụ án mua bán người được giải quyết, xét xử", "%", "tin báo; ", "cases.tried_rate"),
        ("nạn nhân bị mua bán được tiếp nhận, xác minh, xác định", "%", "", "victims.verified_rate"),
        ("xã, phường có mô hình truyền thông", "%", "", ""),
        ("tin báo được tiếp nhận", "tin", "", ""),
    ],
)
def test_a_target_is_measured_by_the_figure_that_its_words_name(indicator, unit, before, code):
    assert propose(indicator, unit=unit, before=before) == code


def test_every_row_names_a_declared_figure():
    assert {row.code for row in BINDINGS} <= set(INDICATORS)


def test_percentages_are_offered_rates_and_counts_are_offered_counts():
    assert all(each.unit == "%" for each in choices_for("%"))
    assert all(each.unit != "%" for each in choices_for("vụ"))
