select scope_kind, scope_id, round(numerator, 2) as numerator, denominator, coverage, measured_share from paper_mass
