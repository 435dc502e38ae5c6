select month, site_id, kind, is_known, substance, amount, factor_id, factor_value from int_refills
