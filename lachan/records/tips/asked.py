"""What can be asked of a tip's terms without having the tip."""

from lachan.procedures.asking import Askable
from lachan.procedures.model import Field
from lachan.records.tips.procedure import KINDS, TIP_2018
from lachan.records.tips.procedure_2003 import TIP_2003

RECEIVED_BY = (
    ("commune_police", "Công an cấp xã"),
    ("investigation_body", "Cơ quan điều tra"),
    ("procuracy", "Viện kiểm sát"),
    ("border_guard", "Bộ đội Biên phòng"),
    ("hotline", "Tổng đài"),
    ("people_committee", "Ủy ban nhân dân"),
    ("other", "Cơ quan, tổ chức khác"),
)
TIP = Askable(
    kind="tip",
    label="Tố giác, tin báo",
    procedures=(TIP_2003, TIP_2018),
    fields=(
        Field("kind", "Loại nguồn tin", "choice", choices=KINDS),
        Field("received_by", "Nơi tiếp nhận", "choice", choices=RECEIVED_BY),
        Field("remote", "Xã vùng sâu, vùng xa, hải đảo", "yes_no"),
    ),
)
