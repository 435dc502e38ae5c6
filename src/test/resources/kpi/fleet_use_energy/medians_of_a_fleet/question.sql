select scope_id, numerator from fleet_use_energy where scope_kind = 'category'
