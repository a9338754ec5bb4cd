"""A six-month report of an invented unit's work: every number is made up, every kind of block occurs."""

from dataclasses import replace
from datetime import date

from lachan.reporting.document import Annex, Column, Figure, Heading, ListBlock, OfficialDocument, Paragraph, Row, Run, Table, Text


def figure(text: str, code: str = "tips.received", *, url: str | None = "/thong-ke/tin-bao/") -> Figure:
    return Figure(text, code, float(text.rstrip("%").replace(".", "").replace(",", ".")), url)


def runs(*parts: str | Run) -> tuple[Run, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph(runs(*parts))


def row(*parts: str | Run, is_total: bool = False) -> Row:
    return Row(tuple(runs(part) for part in parts), is_total=is_total)


_TIPS = Table(
    columns=(
        Column("TT", share=0.6),
        Column("Nội dung", "left", share=4),
        Column("6 tháng đầu năm 2023", share=1.6),
        Column("6 tháng đầu năm 2024", share=1.6),
        Column("Tăng, giảm", "right", share=1.4),
    ),
    rows=(
        row("1", "Tố giác về tội phạm", figure("9"), figure("12"), figure("3")),
        row("2", "Tin báo về tội phạm", figure("5"), figure("4"), "−1"),
        row("3", "Kiến nghị khởi tố", figure("0"), figure("1"), figure("1")),
        row("", "Cộng", figure("14"), figure("17"), figure("3"), is_total=True),
    ),
    caption="Bảng 1. Nguồn tin về tội phạm mua bán người đã tiếp nhận",
    unit_note="Đơn vị tính: tin",
)


def _by_ward() -> Table:
    labels = (
        "Tin tiếp nhận",
        "Tin đã giải quyết",
        "Vụ khởi tố",
        "Bị can",
        "Nạn nhân được xác định",
        "Nạn nhân được hỗ trợ",
        "Buổi truyền thông",
    )
    counts = [[(ward * step) % 8 for step in range(1, 8)] for ward in range(1, 31)]
    rows = [
        row(str(ward), f"Phường Mẫu {ward}", *(figure(str(count), url=None) for count in numbers))
        for ward, numbers in enumerate(counts, start=1)
    ]
    totals = [figure(str(sum(column)), url=None) for column in zip(*counts, strict=True)]
    return Table(
        columns=(Column("TT", share=0.5), Column("Phường, xã", "left", share=2.4), *(Column(label, share=1.2) for label in labels)),
        rows=(*rows, row("", "Cộng", *totals, is_total=True)),
        unit_note="Đơn vị tính: tin, vụ, người, buổi",
    )


REPORT = OfficialDocument(
    superior_body="Công an tỉnh Đồng Nai",
    issuing_body="Công an thành phố Biên Hòa",
    number_symbol="BC-CATP",
    number=8,
    place="Biên Hòa",
    date=date(2024, 6, 7),
    type_name="Báo cáo",
    subject="Kết quả thực hiện công tác phòng, chống mua bán người 06 tháng đầu năm 2024",
    addressees=(
        "Ban Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố Biên Hòa",
        "Công an tỉnh Đồng Nai (Phòng Cảnh sát hình sự)",
    ),
    bases=(
        "Căn cứ Luật Phòng, chống mua bán người ngày 29 tháng 3 năm 2011",
        "Căn cứ Kế hoạch phòng, chống mua bán người năm 2024 trên địa bàn thành phố",
    ),
    blocks=(
        paragraph(
            "Công an thành phố Biên Hòa báo cáo kết quả thực hiện công tác phòng, chống mua bán người 06 tháng đầu năm 2024, ",
            "số liệu tính từ ngày 15/12/2023 đến ngày 31/5/2024, như sau:",
        ),
        Heading(1, "I.", "Tình hình và công tác chỉ đạo"),
        Heading(2, "1.", "Tình hình"),
        paragraph(
            "Trong kỳ, các cơ quan có thẩm quyền trên địa bàn tiếp nhận ",
            figure("17"),
            " tố giác, tin báo về tội phạm và kiến nghị khởi tố về mua bán người; tăng ",
            figure("3"),
            " tin (",
            figure("21,4%"),
            ") so với cùng kỳ năm 2023. Đã giải quyết ",
            figure("14"),
            " tin, đạt ",
            figure("82,4%"),
            ", trong đó khởi tố ",
            figure("5", "cases.opened"),
            " vụ, không khởi tố ",
            figure("8"),
            " tin, tạm đình chỉ ",
            figure("1"),
            " tin. Số liệu cụ thể như sau:",
        ),
        _TIPS,
        paragraph("Nguồn tin chủ yếu từ người dân và thân nhân (", figure("58,8%"), "), qua Tổng đài 111 (", figure("17,6%"), ")."),
        Heading(2, "2.", "Công tác chỉ đạo, triển khai"),
        ListBlock(
            (
                runs("Ban hành ", figure("6", "directions.issued"), " văn bản chỉ đạo, hướng dẫn Công an các phường, xã;"),
                runs("Tổ chức ", figure("2", "inspections"), " đoàn kiểm tra việc thực hiện kế hoạch tại cơ sở."),
            )
        ),
        Heading(1, "II.", "Kết quả thực hiện"),
        Heading(2, "1.", "Công tác phòng ngừa, truyền thông"),
        Heading(3, "a)", "Truyền thông, phổ biến, giáo dục pháp luật"),
        paragraph(
            "Phối hợp tổ chức ",
            figure("42", "outreach.sessions"),
            " buổi truyền thông tại trường học, khu công nghiệp và khu nhà trọ với ",
            figure("5.120", "outreach.people"),
            " lượt người tham dự; đăng, phát ",
            figure("36", "outreach.posts"),
            " tin, bài về phương thức, thủ đoạn mới, nhất là thủ đoạn lừa đi làm “việc nhẹ lương cao” ở nước ngoài.",
        ),
        Heading(3, "b)", "Quản lý cơ sở kinh doanh có điều kiện và tuyến, địa bàn trọng điểm"),
        paragraph(
            "Kiểm tra ",
            figure("118", "premises.checked"),
            " lượt cơ sở lưu trú, karaoke, xoa bóp; nhắc nhở ",
            figure("9", "premises.warned"),
            " cơ sở, xử phạt vi phạm hành chính ",
            figure("4", "premises.fined"),
            " cơ sở. Rà soát ",
            figure("30"),
            " phường, xã, lập danh sách các trường hợp vắng mặt lâu ngày không rõ lý do để theo dõi, hỗ trợ.",
        ),
        Heading(2, "2.", "Công tác điều tra, truy tố, xét xử"),
        paragraph(
            "Khởi tố ",
            figure("5", "cases.opened"),
            " vụ, ",
            figure("9", "cases.accused"),
            " bị can về các tội quy định tại Điều 150 và Điều 151 Bộ luật Hình sự; kết thúc điều tra, chuyển Viện kiểm sát nhân dân ",
            figure("3", "cases.concluded"),
            " vụ. Công tác phối hợp giữa Cơ quan điều tra, Viện kiểm sát nhân dân và Tòa án nhân dân thành phố được duy trì "
            "thường xuyên; các vụ án được đưa ra xét xử đúng người, đúng tội, đúng pháp luật, phục vụ tốt công tác tuyên truyền.",
        ),
        Heading(2, "3.", "Tiếp nhận, xác minh, xác định và hỗ trợ nạn nhân"),
        paragraph(
            "Tiếp nhận ",
            figure("7", "victims.received"),
            " người tự trở về; xác định ",
            figure("6", "victims.identified"),
            " nạn nhân. ",
            Text("100%", bold=True),
            " nạn nhân có nhu cầu được hỗ trợ theo quy định: hỗ trợ nhu cầu thiết yếu ",
            figure("6", "support.essential"),
            " người, hỗ trợ tâm lý ",
            figure("5", "support.counselling"),
            " người, trợ giúp pháp lý ",
            figure("4", "support.legal_aid"),
            " người, học nghề ",
            figure("2", "support.vocational"),
            " người. Thông tin của nạn nhân được giữ bí mật theo quy định của pháp luật.",
        ),
        Heading(1, "III.", "Nhận xét, đánh giá; phương hướng 06 tháng cuối năm"),
        Heading(2, "1.", "Tồn tại, hạn chế"),
        paragraph(
            "Tỷ lệ giải quyết tố giác, tin báo (",
            figure("82,4%"),
            ") thấp hơn chỉ tiêu trên 90% của Kế hoạch; nguyên nhân do ",
            figure("2"),
            " tin có yếu tố nước ngoài phải chờ kết quả tương trợ tư pháp. Một số phường, xã gửi báo cáo chậm, số liệu phải đối chiếu "
            "nhiều lần; việc sử dụng bộ công cụ sàng lọc tại cơ sở lưu trú còn hình thức.",
        ),
        Heading(2, "2.", "Phương hướng, nhiệm vụ"),
        ListBlock(
            (
                runs("Tiếp tục quán triệt, thực hiện nghiêm các văn bản chỉ đạo của cấp trên về công tác phòng, chống mua bán người;"),
                runs("Tập trung giải quyết dứt điểm các tố giác, tin báo còn trong thời hạn; không để quá hạn;"),
                runs("Phối hợp rà soát, lập danh sách nạn nhân chưa được hỗ trợ để hướng dẫn thủ tục, hỗ trợ theo quy định."),
            )
        ),
        Heading(2, "3.", "Kiến nghị, đề xuất"),
        paragraph(
            "Đề nghị Công an tỉnh tổ chức tập huấn kỹ năng sàng lọc, phỏng vấn nạn nhân cho Công an các phường, xã trong quý III năm 2024."
        ),
        Annex("Kết quả công tác phòng, chống mua bán người theo phường, xã", (_by_ward(),), landscape=True),
        Annex(
            "Giải thích cách tính",
            (
                Heading(1, "1.", "Nguồn số liệu"),
                paragraph(
                    "Số liệu lấy từ hồ sơ đã nhập đến hết ngày 31/5/2024. Tỷ lệ giải quyết bằng tin đã giải quyết chia tin tiếp nhận."
                ),
            ),
        ),
    ),
    recipients=("Như trên", "Ban Chỉ huy Công an thành phố", "Viện kiểm sát nhân dân thành phố (phối hợp)"),
    archive="Lưu: VT, CSHS",
    signer_prefix="KT. Trưởng Công an",
    signer_title="Phó Trưởng Công an",
    signer_name="Thượng tá Người Ký Mẫu",
)

COMMITTEE_DRAFT = replace(
    REPORT,
    superior_body="Ban Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố Biên Hòa",
    number=None,
    date=None,
    addressees=("Ban Chỉ đạo phòng, chống tội phạm tỉnh Đồng Nai",),
    bases=(),
    signer_prefix="TM. Ban Chỉ đạo",
    signer_title="Phó Trưởng ban Thường trực",
    signer_name="",
    is_draft=True,
)
