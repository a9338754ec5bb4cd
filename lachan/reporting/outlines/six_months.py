"""The report of six months on a plan against human trafficking.

The parts follow the six-month and yearly reports that plans of 2024 ask for (situation and direction, results, targets, difficulties, next
tasks); the identities are those of form B1 as we read it.
"""

from lachan.foundation.sources import Mark, Source
from lachan.reporting.outlines.model import (
    FigureTable,
    Identity,
    Narrative,
    Outline,
    Passage,
    Section,
    Sentence,
    TargetTable,
    Term,
)

SITUATION = Passage(
    (
        Sentence(
            "Trong kỳ, trên địa bàn tiếp nhận {tips.received} tố giác, tin báo về tội phạm, kiến nghị khởi tố về mua bán người, "
            "{change:tips.received}.",
            on="tips.received",
            otherwise="Trong kỳ, trên địa bàn không phát sinh tố giác, tin báo về tội phạm, kiến nghị khởi tố về mua bán người.",
        ),
        Sentence(
            "Khởi tố {cases.opened} vụ, {change:cases.opened}.",
            on="cases.opened",
            otherwise="Không phát sinh vụ án mới khởi tố.",
        ),
        Sentence(
            "Xác định {victims.identified} nạn nhân, {change:victims.identified}.",
            on="victims.identified",
            otherwise="Không phát sinh nạn nhân mới được xác định.",
        ),
    )
)

TIPS = Passage(
    (
        Sentence(
            "Trong kỳ đã tiếp nhận {tips.received} tin (tố giác {tips.received.denunciation}, tin báo {tips.received.report}, "
            "kiến nghị khởi tố {tips.received.petition}), {change:tips.received}.",
            on="tips.received",
            otherwise="Trong kỳ không phát sinh tin mới, {change:tips.received}.",
        ),
        Sentence(
            "Kỳ trước chuyển sang {tips.carried_over} tin; tổng số phải giải quyết trong kỳ là {tips.to_resolve} tin.",
            on="tips.carried_over",
            otherwise="Không có tin kỳ trước chuyển sang.",
        ),
        Sentence(
            "Đã phân loại {tips.classified_of_received} trên {tips.received} tin tiếp nhận, đạt {tips.classified_rate}.",
            on="tips.received",
        ),
        Sentence(
            "Đã giải quyết {tips.resolved} tin, đạt tỷ lệ {tips.resolved_rate}, trong đó khởi tố vụ án {tips.prosecuted} tin, "
            "không khởi tố vụ án {tips.not_prosecuted} tin.",
            on="tips.resolved",
            otherwise="Chưa có tin được giải quyết xong trong kỳ.",
            given="tips.to_resolve",
        ),
        Sentence("Tạm đình chỉ giải quyết {tips.suspended} tin.", on="tips.suspended"),
        Sentence(
            "Đến cuối kỳ còn {tips.pending} tin đang giải quyết.",
            on="tips.pending",
            otherwise="Đến cuối kỳ không còn tin chưa giải quyết.",
            given="tips.to_resolve",
        ),
    )
)

CASES = Passage(
    (
        Sentence(
            "Cơ quan điều tra khởi tố {cases.opened} vụ, {change:cases.opened}.",
            on="cases.opened",
            otherwise="Trong kỳ không phát sinh vụ án mới khởi tố, {change:cases.opened}.",
        ),
        Sentence("Khởi tố {accused.charged} bị can, {change:accused.charged}.", on="accused.charged"),
        Sentence(
            "Đã điều tra, làm rõ {cases.cleared_of_opened} trên {cases.opened} vụ án khởi tố trong kỳ, đạt {cases.cleared_rate}.",
            on="cases.opened",
        ),
        Sentence(
            "Kết luận điều tra đề nghị truy tố {cases.concluded} lượt vụ; chuyển hồ sơ sang Viện kiểm sát {cases.sent_to_procuracy} lượt vụ.",
            on="cases.concluded",
        ),
        Sentence("Tạm đình chỉ điều tra {cases.suspended} vụ.", on="cases.suspended"),
        Sentence("Đình chỉ {cases.discontinued} vụ.", on="cases.discontinued"),
        Sentence(
            "Viện kiểm sát nhân dân truy tố {cases.indicted} trên {cases.to_indict} vụ phải giải quyết, đạt {cases.indicted_rate}.",
            on="cases.to_indict",
            otherwise="Không phát sinh vụ án phải giải quyết ở giai đoạn truy tố.",
        ),
        Sentence(
            "Tòa án nhân dân xét xử sơ thẩm {cases.tried} trên {cases.to_try} vụ phải giải quyết, đạt {cases.tried_rate}.",
            on="cases.to_try",
            otherwise="Không phát sinh vụ án phải giải quyết ở giai đoạn xét xử.",
        ),
        Sentence("Thụ lý mới {cases.accepted_at_court} vụ.", on="cases.accepted_at_court"),
    )
)

VICTIMS = Passage(
    (
        Sentence(
            "Tiếp nhận {victims.received} người, {change:victims.received}; đã xác minh ban đầu {victims.verified_of_received} người, "
            "đạt {victims.verified_rate}.",
            on="victims.received",
            otherwise="Trong kỳ không phát sinh người được tiếp nhận, {change:victims.received}.",
        ),
        Sentence(
            "Xác định {victims.identified} nạn nhân (nữ {victims.identified.female}, dưới 18 tuổi {victims.identified.minor}), "
            "{change:victims.identified}.",
            on="victims.identified",
            otherwise="Không phát sinh nạn nhân mới được xác định.",
        ),
        Sentence("Kết luận không phải là nạn nhân {victims.not_identified} người.", on="victims.not_identified"),
        Sentence(
            "Đến cuối kỳ còn {victims.pending} người đang trong quá trình xác định.",
            on="victims.pending",
        ),
        Sentence("Cấp giấy xác nhận cho {victims.certified} nạn nhân.", on="victims.certified"),
        Sentence(
            "Hỗ trợ {victims.supported} lượt theo các chế độ; {victims.supported_persons} người được hỗ trợ lần đầu trong kỳ.",
            on="victims.supported",
            otherwise="Không phát sinh lượt hỗ trợ trong kỳ.",
        ),
    )
)

TIPS_TABLE = FigureTable(
    "Bảng 1. Tiếp nhận, giải quyết tố giác, tin báo về tội phạm, kiến nghị khởi tố",
    (("", ("tips.carried_over", "tips.received", "tips.resolved", "tips.suspended", "tips.pending", "tips.resolved_rate")),),
)

ANNEX = FigureTable(
    "",
    (
        (
            "Tố giác, tin báo về tội phạm, kiến nghị khởi tố",
            (
                "tips.carried_over",
                "tips.received",
                "tips.received.denunciation",
                "tips.received.report",
                "tips.received.petition",
                "tips.to_resolve",
                "tips.classified",
                "tips.verified",
                "tips.resolved",
                "tips.prosecuted",
                "tips.not_prosecuted",
                "tips.suspended",
                "tips.pending",
                "tips.classified_rate",
                "tips.resolved_rate",
            ),
        ),
        (
            "Điều tra, truy tố, xét xử",
            (
                "cases.opened",
                "cases.opened.150",
                "cases.opened.151",
                "cases.opened.152",
                "cases.opened.153",
                "cases.opened.154",
                "accused.charged",
                "cases.concluded",
                "cases.sent_to_procuracy",
                "cases.indicted",
                "cases.accepted_at_court",
                "cases.tried",
                "cases.final",
                "cases.suspended",
                "cases.discontinued",
                "cases.cleared_rate",
                "cases.indicted_rate",
                "cases.tried_rate",
            ),
        ),
        (
            "Tiếp nhận, xác minh, xác định và hỗ trợ nạn nhân",
            (
                "victims.received",
                "victims.identified",
                "victims.identified.female",
                "victims.identified.minor",
                "victims.not_identified",
                "victims.pending",
                "victims.certified",
                "victims.supported",
                "victims.supported_persons",
                "victims.verified_rate",
            ),
        ),
    ),
)

IDENTITIES = (
    Identity(
        "Tin chuyển sang + tiếp nhận + phục hồi = giải quyết + tạm đình chỉ + đang giải quyết",
        (Term("tips.to_resolve"),),
        (Term("tips.resolved"), Term("tips.suspended"), Term("tips.pending")),
    ),
    Identity(
        "Tin chuyển sang đầu kỳ = tin đang giải quyết cuối kỳ trước",
        (Term("tips.carried_over"),),
        (Term("tips.pending", when="before"),),
    ),
    Identity(
        "Tin tiếp nhận = tố giác + tin báo + kiến nghị khởi tố",
        (Term("tips.received"),),
        (Term("tips.received.denunciation"), Term("tips.received.report"), Term("tips.received.petition")),
    ),
    Identity(
        "Vụ án khởi tố = tổng theo Điều 150 đến Điều 154",
        (Term("cases.opened"),),
        tuple(Term(f"cases.opened.{article}") for article in (150, 151, 152, 153, 154)),
    ),
    Identity(
        "Người tiếp nhận + đang xác định đầu kỳ = nạn nhân + không phải nạn nhân + đang xác định cuối kỳ",
        (Term("victims.received"), Term("victims.pending", when="before")),
        (Term("victims.identified"), Term("victims.not_identified"), Term("victims.pending")),
    ),
)

SIX_MONTHS = Outline(
    code="six_months",
    label="Báo cáo 6 tháng thực hiện kế hoạch phòng, chống mua bán người",
    subject="Kết quả thực hiện công tác phòng, chống mua bán người {period}",
    source=Source("Kế hoạch phòng, chống mua bán người hằng năm của Ban Chỉ đạo", "phần Tổ chức thực hiện", Mark.INFERRED),
    sections=(
        Section("I", 1, "I.", "Tình hình, công tác chỉ đạo"),
        Section(
            "situation",
            2,
            "1.",
            "Tình hình",
            (SITUATION, Narrative("Diễn biến, phương thức, thủ đoạn, địa bàn, đối tượng; nguyên nhân tăng, giảm.")),
        ),
        Section(
            "direction",
            2,
            "2.",
            "Công tác chỉ đạo, triển khai",
            (Narrative("Văn bản đã ban hành, hội nghị, đoàn kiểm tra, tập huấn; ghi số, ngày văn bản."),),
        ),
        Section("II", 1, "II.", "Kết quả thực hiện"),
        Section(
            "tips",
            2,
            "1.",
            "Công tác tiếp nhận, giải quyết tố giác, tin báo về tội phạm, kiến nghị khởi tố",
            (TIPS, TIPS_TABLE, Narrative("Đánh giá kết quả, nguyên nhân tin tạm đình chỉ hoặc chậm giải quyết.", is_required=False)),
        ),
        Section(
            "cases",
            2,
            "2.",
            "Công tác điều tra, truy tố, xét xử",
            (CASES, Narrative("Tóm tắt vụ án điển hình; không ghi thông tin nhận biết nạn nhân.", is_required=False)),
        ),
        Section(
            "victims",
            2,
            "3.",
            "Công tác tiếp nhận, xác minh, xác định và hỗ trợ nạn nhân",
            (VICTIMS, Narrative("Kết quả bảo vệ, hỗ trợ, tái hòa nhập; không ghi thông tin nhận biết nạn nhân.", is_required=False)),
        ),
        Section(
            "prevention",
            2,
            "4.",
            "Công tác phòng ngừa, truyền thông",
            (Narrative("Số buổi, hình thức, địa điểm, người tham dự, thông điệp; quản lý tuyến, địa bàn, cơ sở kinh doanh có điều kiện."),),
        ),
        Section(
            "targets",
            1,
            "III.",
            "Kết quả thực hiện chỉ tiêu của kế hoạch",
            (
                TargetTable("Bảng 2. Kết quả thực hiện chỉ tiêu"),
                Narrative("Giải trình chỉ tiêu chưa đạt, biện pháp và thời gian khắc phục.", is_required=False),
            ),
        ),
        Section("difficulties", 1, "IV.", "Khó khăn, vướng mắc", (Narrative("Khó khăn, vướng mắc, nguyên nhân; kiến nghị, đề xuất."),)),
        Section(
            "tasks",
            1,
            "V.",
            "Phương hướng, nhiệm vụ",
            (Narrative("Nhiệm vụ trọng tâm kỳ tới, cơ quan chủ trì, thời hạn; mỗi dòng bắt đầu bằng dấu gạch là một ý."),),
        ),
    ),
    annex_title="Số liệu công tác phòng, chống mua bán người",
    annex=ANNEX,
    identities=IDENTITIES,
)
