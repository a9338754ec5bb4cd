"""What every room stands on: text, days, terms, periods, code lists, sealed fields, refusals. Knows no domain and no other room."""
