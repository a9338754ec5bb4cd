"""Every declared figure by its code. Codes are stable: a retired one keeps its meaning."""

from lachan.statistics.declared import cases, tips, victims
from lachan.statistics.model import Indicator

INDICATORS: dict[str, Indicator] = {each.code: each for each in (*tips.INDICATORS, *cases.INDICATORS, *victims.INDICATORS)}
