"""What stands at the head and the foot of a unit's report, proposed from what the unit is; the officer may change each.

Authority prefixes and the order of the parts are those of NĐ 30/2020/NĐ-CP, Phụ lục I; titles of heads and symbols are usage of offices.
"""

from dataclasses import dataclass

from lachan.foundation.sources import Mark, Source
from lachan.organisations.models import Unit

FORM = Source("NĐ 30/2020/NĐ-CP", "Phụ lục I, III", Mark.VERIFIED)
USAGE = Source("Cách ghi thường dùng của cơ quan", "", Mark.UNCONFIRMED)

F, L = Unit.Function, Unit.Level

# Who signs: (authority prefix, title), by function.
_SIGNERS = {
    F.POLICE: ("", "Trưởng Công an"),
    F.PROCURACY: ("", "Viện trưởng"),
    F.COURT: ("", "Chánh án"),
    F.PEOPLES_COMMITTEE: ("TM. Ủy ban nhân dân", "Chủ tịch"),
    F.STEERING_COMMITTEE: ("TM. Ban Chỉ đạo", "Trưởng ban"),
    F.WOMENS_UNION: ("TM. Ban Thường vụ", "Chủ tịch"),
    F.FATHERLAND_FRONT: ("TM. Ban Thường trực", "Chủ tịch"),
    F.YOUTH_UNION: ("TM. Ban Thường vụ", "Bí thư"),
}
_OTHER_SIGNER = ("", "Thủ trưởng đơn vị")
_SYMBOLS = {
    F.PEOPLES_COMMITTEE: "UBND",
    F.STEERING_COMMITTEE: "BCĐ",
    F.PROCURACY: "VKS",
    F.COURT: "TA",
    F.WOMENS_UNION: "BTV",
    F.FATHERLAND_FRONT: "BTT",
    F.YOUTH_UNION: "BTV",
}
_POLICE_SYMBOLS = {"thành phố": "CATP", "huyện": "CAH", "thị xã": "CATX", "quận": "CAQ", "phường": "CAP", "xã": "CAX", "tỉnh": "CAT"}


@dataclass(frozen=True, kw_only=True)
class Head:
    """The fields of a report's head and foot, as the model names them."""

    number_symbol: str
    place_name: str
    superior_body: str
    addressees: str
    recipients: str
    archive: str
    signer_prefix: str
    signer_title: str
    signer_name: str = ""


def usual_head(unit: Unit, committee: Unit | None) -> Head:
    """The head that a report of `unit` to `committee` (its superior, when there is none) usually has."""
    prefix, title = _SIGNERS.get(F(unit.function), _OTHER_SIGNER)
    addressee = committee or unit.superior
    return Head(
        number_symbol=f"BC-{_symbol(unit)}" if _symbol(unit) else "BC",
        place_name=unit.area.name if unit.area else "",
        superior_body=unit.superior.name if unit.superior else "",
        addressees=addressee.name if addressee else "",
        recipients="Như trên",
        archive="Lưu: VT",
        signer_prefix=prefix,
        signer_title=title,
    )


def _symbol(unit: Unit) -> str:
    if unit.function != F.POLICE:
        return _SYMBOLS.get(F(unit.function), "")
    name = unit.name.removeprefix("Công an ")
    return next((symbol for kind, symbol in _POLICE_SYMBOLS.items() if name.startswith(kind)), "CA")
