"""The code lists that every room needs: sex, age bands, purposes and means of trafficking, ethnic groups, nationalities.

Codes are never renumbered; what ends gets an end date. Labels are the law's words.
"""

from datetime import date

from lachan.foundation.codes import Code, CodeList
from lachan.foundation.sources import Mark, Source

__all__ = ["AGE_BANDS", "ETHNIC_GROUPS", "EXPLOITATION_PURPOSE", "MEANS", "NATIONALITIES", "SEX", "Code", "CodeList", "age_band"]

_OUR_OWN = Source("Lá Chắn", "", Mark.INFERRED)
_LAW_2024 = Source("Luật 53/2024/QH15", "Điều 2", Mark.VERIFIED)
_LAW_2024_FOETUS = Source("Luật 53/2024/QH15", "", Mark.VERIFIED)
_DECREE_62 = Source("NĐ 62/2012/NĐ-CP", "Điều 5", Mark.VERIFIED)
_RESOLUTION_02 = Source("NQ 02/2019/NQ-HĐTP", "", Mark.UNCONFIRMED)
_HTCDS = Source("HTCDS 2.0", "", Mark.VERIFIED)
_LAW_2024_BEGINS = date(2025, 7, 1)

SEX = CodeList(
    "giới tính",
    (
        Code("male", "Nam", source=_HTCDS, aliases=("M",)),
        Code("female", "Nữ", source=_HTCDS, aliases=("F",)),
        Code("unknown", "Chưa rõ", source=_OUR_OWN),
    ),
)

EXPLOITATION_PURPOSE = CodeList(
    "mục đích bóc lột",
    (
        Code("prostitution", "Ép buộc bán dâm", source=_DECREE_62),
        Code("pornography", "Ép buộc sản xuất văn hóa phẩm khiêu dâm", source=_DECREE_62),
        Code("erotic_performance", "Ép buộc trình diễn khiêu dâm", source=_DECREE_62),
        Code("sexual_slavery", "Làm nô lệ tình dục", source=_DECREE_62),
        Code("forced_labour", "Cưỡng bức lao động", source=_DECREE_62),
        Code("organ_removal", "Lấy bộ phận cơ thể trái pháp luật", source=_DECREE_62),
        Code("forced_begging", "Ép buộc đi ăn xin", source=_DECREE_62),
        Code("forced_marriage", "Ép buộc kết hôn", source=_DECREE_62),
        Code("forced_childbirth", "Ép buộc sinh con", source=_DECREE_62),
        Code("forced_crime", "Ép buộc thực hiện hành vi phạm tội", source=_DECREE_62),
        Code("online_fraud", "Ép buộc lừa đảo trên không gian mạng", source=_OUR_OWN),
        Code("illegal_adoption", "Cho, nhận con nuôi trái pháp luật", source=_HTCDS),
        Code("commercial_surrogacy", "Mang thai hộ vì mục đích thương mại", source=_HTCDS),
        Code("foetus_sale", "Thỏa thuận mua bán người từ khi còn là bào thai", _LAW_2024_BEGINS, source=_LAW_2024_FOETUS),
        Code("material_benefit", "Lấy tiền, tài sản hoặc lợi ích vật chất khác", source=_LAW_2024),
        Code("other_inhuman", "Mục đích vô nhân đạo khác", source=_DECREE_62),
        Code("unknown", "Chưa rõ", source=_OUR_OWN),
    ),
)

# For a victim under 18 no means is required (Law 53/2024, Điều 2), so none of these may be demanded of a record.
MEANS = CodeList(
    "thủ đoạn",
    (
        Code("force", "Dùng vũ lực", source=_LAW_2024),
        Code("threat", "Đe dọa dùng vũ lực", source=_LAW_2024),
        Code("deception", "Lừa gạt", source=_LAW_2024),
        Code("abduction", "Bắt cóc", source=_RESOLUTION_02),
        Code("drugging", "Cho uống thuốc ngủ, thuốc mê, rượu, chất kích thích", source=_RESOLUTION_02),
        Code("poisoning", "Đầu độc", source=_RESOLUTION_02),
        Code("marriage_brokering", "Lợi dụng môi giới hôn nhân", source=_RESOLUTION_02),
        Code("labour_brokering", "Lợi dụng môi giới đưa người đi lao động", source=_RESOLUTION_02),
        Code("vulnerability", "Lợi dụng sự lệ thuộc, tình thế dễ bị tổn thương hoặc quẫn bách", source=_RESOLUTION_02),
        Code("debt", "Dùng nợ để ràng buộc", source=_OUR_OWN),
        Code("adoption", "Lợi dụng cho, nhận con nuôi", source=_OUR_OWN),
        Code("online_recruitment", "Tuyển mộ qua mạng xã hội, không gian mạng", source=_OUR_OWN),
        Code("other", "Thủ đoạn khác", source=_LAW_2024),
    ),
)

_ETHNIC_SOURCE = Source("Danh mục các thành phần dân tộc Việt Nam (Tổng cục Thống kê, 1979)", "", Mark.VERIFIED)
_ETHNIC_REST_SOURCE = Source("Danh mục dân tộc dùng trong đăng ký", "", Mark.UNCONFIRMED)
_ETHNIC_NAMES = (
    "Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, HMông, Dao, Gia-rai, Ngái, Ê-đê, Ba-na, Xơ-đăng, Sán Chay, Cơ-ho, Chăm, Sán Dìu, Hrê, "
    "Mnông, Ra-glai, Xtiêng, Bru-Vân Kiều, Thổ, Giáy, Cơ-tu, Gié-Triêng, Mạ, Khơ-mú, Co, Tà-ôi, Chơ-ro, Kháng, Xinh-mun, Hà Nhì, "
    "Chu-ru, Lào, La Chí, La Ha, Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, Ơ Đu, Rơ-măm"
)
_ETHNIC_ALIASES = {"HMông": ("Mông", "H'Mông", "Mèo"), "Sán Chay": ("Cao Lan", "Sán Chỉ"), "Bru-Vân Kiều": ("Vân Kiều",)}

ETHNIC_GROUPS = CodeList(
    "dân tộc",
    (
        *(
            Code(f"{number:02d}", name, source=_ETHNIC_SOURCE, aliases=_ETHNIC_ALIASES.get(name, ()))
            for number, name in enumerate(_ETHNIC_NAMES.split(", "), start=1)
        ),
        Code("55", "Người nước ngoài", source=_ETHNIC_REST_SOURCE),
        Code("56", "Không xác định", source=_ETHNIC_REST_SOURCE),
    ),
)

_ISO = Source("ISO 3166-1", "", Mark.VERIFIED)
_NATIONALITY_NAMES = {
    "VN": "Việt Nam",
    "KH": "Cam-pu-chia | Campuchia | Cambodia",
    "LA": "Lào | Laos",
    "CN": "Trung Quốc | China",
    "MM": "Mi-an-ma | Myanmar | Miến Điện",
    "TH": "Thái Lan | Thailand",
    "MY": "Ma-lai-xi-a | Malaysia",
    "PH": "Phi-líp-pin | Philippines",
    "ID": "In-đô-nê-xi-a | Indonesia",
    "SG": "Xin-ga-po | Singapore",
    "TW": "Đài Loan | Taiwan",
    "KR": "Hàn Quốc",
    "JP": "Nhật Bản",
    "RU": "Liên bang Nga | Nga | Russia",
    "GB": "Vương quốc Anh | Anh",
}

NATIONALITIES = CodeList(
    "quốc tịch",
    (
        *(Code(code, (names := text.split(" | "))[0], source=_ISO, aliases=tuple(names[1:])) for code, text in _NATIONALITY_NAMES.items()),
        Code("OTHER", "Nước khác", source=_OUR_OWN),
        Code("UNKNOWN", "Chưa rõ", source=_OUR_OWN),
    ),
)

# Two ages divide the law, and a record is counted by both: a victim under 16 falls under Điều 151, from 16 under Điều 150 of the Penal
# Code; under 18 it is trafficking without any means by the law of 2024.
_PENAL_CODE = Source("BLHS 2015", "Điều 150, 151", Mark.VERIFIED)
AGE_BANDS = CodeList(
    "nhóm tuổi",
    (
        Code("<16", "Dưới 16 tuổi", source=_PENAL_CODE),
        Code("16-17", "Từ đủ 16 đến dưới 18 tuổi", source=_LAW_2024),
        Code(">=18", "Từ đủ 18 tuổi trở lên", source=_LAW_2024),
        Code("unknown", "Chưa rõ", source=_OUR_OWN),
    ),
)
# Of a birth known by its year alone the last day of that year counts, which is the younger reading.
YEAR_ONLY_SOURCE = Source("BLTTHS 2015", "Điều 417", Mark.UNCONFIRMED)


def age_band(born: date | int | None, on: date) -> str:
    """The code of AGE_BANDS for a birth (a day, a year or nothing) on a day; "unknown" also when the birth lies after that day."""
    if born is None:
        return "unknown"
    if isinstance(born, int):
        if born > on.year:
            return "unknown"
        born = date(born, 12, 31)
    elif born > on:
        return "unknown"
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age < 16:
        return "<16"
    return "16-17" if age < 18 else ">=18"
