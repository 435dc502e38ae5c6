select scope_kind, scope_id, met_weight, known_weight, coverage, measured_share from int_purchase_shares where criterion = 'type1_value'
