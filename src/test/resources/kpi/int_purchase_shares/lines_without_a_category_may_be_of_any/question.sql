select scope_kind, scope_id, met_weight, known_weight, coverage from int_purchase_shares where criterion = 'fair_count'
