select met_weight, known_weight, coverage, measured_share from int_purchase_shares where criterion = 'recycled_mass' and scope_kind = 'organisation'
