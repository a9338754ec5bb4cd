"""The accounts of the demonstration: one for each role that a visitor may try, and the invented colleagues who only appear in records."""

from dataclasses import dataclass
from datetime import date

from lachan.access.models import Account, Grant
from lachan.demo.password import DEMO_PASSWORD
from lachan.organisations.models import Unit

SINCE = date(2023, 1, 1)
UNIT, BELOW = Grant.Reach.UNIT, Grant.Reach.BELOW


@dataclass(frozen=True)
class Seat:
    """One account: who, at which unit (by code), in which role, how far it reaches. A visitor can sign in only to an open one."""

    username: str
    full_name: str
    title: str
    unit: str
    role: str
    reach: Grant.Reach = UNIT
    is_open: bool = True


OPEN_SEATS = (
    Seat("thuongtruc", "Nguyễn Thị Minh Họa", "Cán bộ thường trực Ban Chỉ đạo", "ca-bien-hoa", "standing_officer", BELOW),
    Seat("chihuy", "Trần Văn Ví Dụ", "Chỉ huy đơn vị", "ca-bien-hoa", "commander", BELOW),
    Seat("trucban", "Lê Hữu Làm Mẫu", "Cán bộ trực ban", "ca-p-tan-hiep", "duty_officer"),
    Seat("trucban2", "Phạm Thu Giả Định", "Cán bộ trực ban", "ca-p-tan-mai", "duty_officer"),
    Seat("kiemsat", "Đỗ Thanh Tượng Trưng", "Kiểm sát viên", "vksnd-bien-hoa", "procurator"),
    Seat("toaan", "Hồ Đức Hư Cấu", "Cán bộ Tòa án", "tand-bien-hoa", "court_officer"),
    Seat("hotro", "Vũ Ngọc Minh Họa", "Cán bộ hỗ trợ nạn nhân", "ldtbxh-bien-hoa", "support_officer"),
    Seat("phuong", "Ngô Thị Ví Dụ", "Công chức phường", "ubnd-p-tan-hiep", "commune_clerk"),
    Seat("hoiphunu", "Bùi Thu Tượng Trưng", "Cán bộ Hội Phụ nữ", "hlhpn-bien-hoa", "member_clerk"),
)
INVESTIGATORS = (
    Seat("dieutra1", "Đặng Văn Không Thật", "Điều tra viên", "ca-bien-hoa", "duty_officer", is_open=False),
    Seat("dieutra2", "Lý Minh Thử Nghiệm", "Điều tra viên", "ca-bien-hoa", "duty_officer", is_open=False),
)
# Wards where tips arrive, and how many of a hundred. The city has thirty; the others had none.
WARDS = {
    "tan-hiep": 15,
    "tan-mai": 10,
    "trang-dai": 15,
    "long-binh": 14,
    "ho-nai": 9,
    "tan-phong": 8,
    "phuoc-tan": 8,
    "tam-phuoc": 6,
    "long-binh-tan": 5,
    "buu-hoa": 4,
    "an-binh": 4,
    "quang-vinh": 2,
}
WARD_NAMES = ("Hoàng Đức", "Phan Văn", "Dương Hữu", "Bùi Minh", "Ngô Thanh", "Trần Hữu", "Lê Đức", "Vũ Văn", "Hồ Minh", "Đỗ Hữu")


def ward_seats() -> list[Seat]:
    """The duty officers of the wards beyond those that have an open seat."""
    taken = {seat.unit for seat in OPEN_SEATS}
    wards = [ward for ward in WARDS if f"ca-p-{ward}" not in taken]
    return [
        Seat(f"trucban.{ward}", f"{name} Hư Cấu", "Cán bộ trực ban", f"ca-p-{ward}", "duty_officer", is_open=False)
        for ward, name in zip(wards, WARD_NAMES, strict=True)
    ]


def create_accounts(units: dict[str, Unit]) -> dict[str, Account]:
    """Every account by its username; those that are not open cannot be signed in to and are not listed."""
    accounts = {}
    for seat in (*OPEN_SEATS, *INVESTIGATORS, *ward_seats()):
        account = Account(username=seat.username, full_name=seat.full_name, title=seat.title, unit=units[seat.unit], is_active=seat.is_open)
        if seat.is_open:
            account.set_password(DEMO_PASSWORD)
        else:
            account.set_unusable_password()
        account.save()
        Grant.objects.create(account=account, role=seat.role, unit=account.unit, reach=seat.reach, valid_from=SINCE)
        accounts[seat.username] = account
    return accounts


def describe_accounts() -> str:
    """The accounts that a visitor may try, a line each, and their password."""
    heading = f"Tài khoản minh họa, mật khẩu chung (demo accounts, one password): {DEMO_PASSWORD}"
    return "\n".join([heading, *(f"  {seat.username:<11} {seat.title}, {seat.unit}" for seat in OPEN_SEATS)])
