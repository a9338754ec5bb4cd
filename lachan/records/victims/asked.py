"""What can be asked of the terms of a victim's file without having the file."""

from lachan.procedures.asking import Askable
from lachan.procedures.model import Field
from lachan.records.victims.procedure import ROUTES, VICTIM_2011, VICTIM_2024

VICTIM = Askable(
    kind="victim",
    label="Nạn nhân",
    procedures=(VICTIM_2011, VICTIM_2024),
    fields=(
        Field("route", "Trường hợp", "choice", choices=ROUTES),
        Field("received_on", "Ngày tiếp nhận (quyết định luật áp dụng)", "date"),
    ),
    law_fact="received_on",
)
