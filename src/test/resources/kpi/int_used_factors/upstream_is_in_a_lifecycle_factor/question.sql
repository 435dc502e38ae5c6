select purpose, scope_kind, scope_id, factor_id from int_used_factors
