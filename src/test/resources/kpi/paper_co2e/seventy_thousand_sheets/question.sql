select scope_kind, scope_id, round(numerator, 2) as numerator, coverage from paper_co2e
