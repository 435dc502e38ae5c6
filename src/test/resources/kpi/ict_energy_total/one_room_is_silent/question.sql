select scope_kind, scope_id, numerator, coverage from ict_energy_total
