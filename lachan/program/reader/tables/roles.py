"""The words by which a plan gives agencies their parts."""

from lachan.program.reader.tables import listed

LEAD = listed(
    """
    chủ trì | là cơ quan chủ trì | là đơn vị chủ trì | chịu trách nhiệm chủ trì | chủ động chủ trì | làm đầu mối | là đầu mối
    là cơ quan đầu mối | có trách nhiệm chủ trì | chịu trách nhiệm chính | trực tiếp chủ trì | đồng chủ trì | là cơ quan thường trực
    """
)
"""Leading (chủ trì)."""

COORDINATE_WITH = listed(
    """
    phối hợp chặt chẽ với | phối hợp cùng với | phối hợp với | phối hợp cùng | phối, kết hợp với | phối kết hợp với | có sự phối hợp của
    với sự tham gia của | chủ động phối hợp với | thường xuyên phối hợp với | tích cực phối hợp với | tiếp tục phối hợp với
    tăng cường phối hợp với | có trách nhiệm phối hợp với | với sự phối hợp của
    """
)
"""The agencies that follow work together with the lead."""

COORDINATE = ("phối hợp", "cùng phối hợp", "tham gia phối hợp", "phối hợp tham gia", "có trách nhiệm phối hợp", "chủ động phối hợp")
"""Working together; whose part it is depends on what follows: agencies, or an action."""

JOIN = ("tham gia", "cùng tham gia", "cùng tham gia thực hiện")
"""Taking part: the agencies before it."""

REQUEST = ("đề nghị", "kính đề nghị", "trân trọng đề nghị")
"""Asked, not ordered: bodies that the issuer does not command."""

ORDER = ("giao cho", "giao", "yêu cầu", "phân công", "ủy quyền cho", "Thường trực giao")
"""Ordered by the issuer: the agencies that follow are to do it."""

DIRECT = ("chỉ đạo",)
"""Directing others: neither leading nor coordinating where another leads."""

FILLERS = listed(
    """
    theo chức năng, nhiệm vụ được giao | theo chức năng, nhiệm vụ, quyền hạn | theo chức năng, nhiệm vụ của mình
    theo chức năng nhiệm vụ được giao | theo chức năng, nhiệm vụ | theo chức năng nhiệm vụ | theo chức năng | theo nhiệm vụ được giao
    căn cứ chức năng, nhiệm vụ được giao | căn cứ chức năng, nhiệm vụ | căn cứ chức năng nhiệm vụ được giao
    căn cứ vào chức năng, nhiệm vụ được giao | trong phạm vi chức năng, nhiệm vụ của mình | trong phạm vi chức năng, nhiệm vụ được giao
    trong phạm vi chức năng, nhiệm vụ, quyền hạn của mình | trong phạm vi nhiệm vụ của mình | có trách nhiệm | chịu trách nhiệm
    có nhiệm vụ | căn cứ nhiệm vụ được giao | tùy theo chức năng, nhiệm vụ | phù hợp với chức năng, nhiệm vụ | và tình hình thực tế
    của mình | được giao | căn cứ tình hình thực tế | thực hiện nhiệm vụ | căn cứ nội dung kế hoạch này
    căn cứ kế hoạch này | căn cứ kế hoạch | của ngành mình | của đơn vị mình | của đơn vị, địa phương mình
    """
)
"""Words between an agency and its part that say nothing of the part."""

BASES = listed(
    """
    chức năng | nhiệm vụ | quyền hạn | nội dung | kế hoạch | chương trình | tình hình | điều kiện | các nội dung | các nhiệm vụ
    phạm vi | thẩm quyền | trách nhiệm | chỉ thị này | quyết định này | lĩnh vực | phụ lục | mục tiêu | tinh thần
    """
)
"""What an agency acts on: "căn cứ chức năng, nhiệm vụ của mình", "theo nội dung phân công"."""

BASIS_LEADS = ("căn cứ", "căn cứ vào", "theo", "trên cơ sở", "trong phạm vi", "tùy theo", "bám sát", "bám sát vào", "dựa trên")
"""Words before what an agency acts on."""

FIRST_VERBS = listed(
    """
    chủ động | chủ trì | phối hợp | xây dựng | tổ chức | triển khai | chỉ đạo | tăng cường | đẩy mạnh | lồng ghép | hướng dẫn | tham mưu
    tiếp tục | tiến hành | rà soát | bố trí | cân đối | thực hiện | ban hành | kiểm tra | tuyên truyền | cụ thể hóa | quán triệt
    đề xuất | tham gia | nghiên cứu | tập trung | đảm bảo | bảo đảm | vận động
    """
)
"""Verbs that begin what is to be done after such a basis."""

LABELLED = {
    "lead": listed(
        """
        cơ quan chủ trì | đơn vị chủ trì | chủ trì | cơ quan chủ trì thực hiện | đơn vị thực hiện | cơ quan thực hiện | chủ trì thực hiện
        cơ quan, đơn vị chủ trì | cơ quan đơn vị chủ trì | đơn vị chủ trì thực hiện | đơn vị đầu mối | cơ quan đầu mối
        trách nhiệm thực hiện | phân công thực hiện | đơn vị chịu trách nhiệm | trách nhiệm chủ trì | ngành chủ trì
        """
    ),
    "coordinating": listed(
        """
        cơ quan phối hợp | đơn vị phối hợp | phối hợp | cơ quan phối hợp thực hiện | đơn vị phối hợp thực hiện | phối hợp thực hiện
        cơ quan, đơn vị phối hợp | cơ quan tham gia | đơn vị tham gia | cơ quan đơn vị phối hợp | trách nhiệm phối hợp | thành phần phối hợp
        tham gia | ngành phối hợp
        """
    ),
    "due": listed(
        """
        thời gian thực hiện | thời gian hoàn thành | thời gian | thời hạn | thời hạn hoàn thành | thời hạn thực hiện | tiến độ
        tiến độ thực hiện | thời điểm thực hiện
        """
    ),
}
"""Words before a colon: "Cơ quan chủ trì: ...", "Thời gian thực hiện: ..."."""

EXECUTE_WORDS = listed(
    """
    tổ chức | triển khai | thực hiện | tiến hành | hoạt động | các | nhiệm vụ | nội dung | công việc | này | trên | nêu trên | đã nêu
    tại | và | ở | theo | kế hoạch | cùng | tham gia | những | phần việc | hoạt động này | có hiệu quả | hiệu quả | tốt | nghiêm túc
    giải pháp | mục | tiết | điểm | khoản | phần | đề án | dự án | tiểu dự án | tiểu đề án | còn lại | sau | sau đây | cụ thể | như
    cụ thể như sau | nhiệm vụ của ngành | địa phương mình | được giao | được phân công | chỉ tiêu | nhóm | số | ý | gạch đầu dòng
    chương trình | phối hợp | chỉ đạo | lồng ghép | của | ngành | mình | với
    """
)
"""Words of a mere "carry it out": when nothing else is left after the roles, the line assigns and asks nothing new."""

REFERENCES = listed(
    """
    tiết | điểm | mục | khoản | ý | nội dung | đề án | dự án | tiểu đề án | tiểu dự án | nhiệm vụ | phần | hoạt động
    """
)
"""Words before the labels that an assignment refers back to: "tại tiết (1), (2)", "Đề án 2", "điểm a, b khoản 1"."""
