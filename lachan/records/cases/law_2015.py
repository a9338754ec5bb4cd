"""What the declaration of the case names again and again: articles, bodies, states."""

from lachan.foundation.sources import Mark, Source

OPEN = Source("BLTTHS 2015", "Điều 153, 154", Mark.UNCONFIRMED)
CHARGE = Source("BLTTHS 2015", "Điều 179", Mark.UNCONFIRMED)
INVESTIGATE = Source("BLTTHS 2015", "Điều 172", Mark.VERIFIED)
SUSPEND = Source("BLTTHS 2015", "Điều 229, 247, 281", Mark.UNCONFIRMED)
CONCLUDE = Source("BLTTHS 2015", "Điều 232, 233", Mark.UNCONFIRMED)
PROSECUTE = Source("BLTTHS 2015", "Điều 240", Mark.VERIFIED)
TRY = Source("BLTTHS 2015", "Điều 277", Mark.VERIFIED)
APPEAL = Source("BLTTHS 2015", "Điều 333", Mark.UNCONFIRMED)
FURTHER = Source("BLTTHS 2015", "Điều 174", Mark.UNCONFIRMED)
PROSECUTE_AGAIN = Source("BLTTHS 2015", "Điều 249", Mark.UNCONFIRMED)
PREPARE_AGAIN = Source("BLTTHS 2015", "Điều 283", Mark.UNCONFIRMED)

BODIES = ("police:district", "police:province", "border_guard")
INVESTIGATORS = frozenset(BODIES)
PROCURACY, COURT = frozenset({"procuracy"}), frozenset({"court"})
SUPREME_PROCURACY = frozenset({"procuracy:central"})

INVESTIGATING, SUSPENDED, CONCLUDED, PROSECUTING = "investigating", "suspended", "concluded", "prosecuting"
INDICTED, PREPARING, SET, TRIED, APPEALED = "indicted", "preparing_trial", "set_for_trial", "tried", "appealed"
PROSECUTION_SUSPENDED, TRIAL_SUSPENDED, RETURNED = "prosecution_suspended", "trial_suspended", "returned_by_court"
APPEAL_DECIDED = "appeal_decided"
