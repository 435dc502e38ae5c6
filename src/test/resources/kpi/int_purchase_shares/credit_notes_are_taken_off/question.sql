select met_weight, known_weight, coverage from int_purchase_shares where criterion = 'type1_value' and scope_kind = 'organisation'
