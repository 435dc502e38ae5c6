select site_id, supply_id, kind, round(supplied_kwh, 6) as supplied_kwh, factor_id, factor_value from int_site_supplies
