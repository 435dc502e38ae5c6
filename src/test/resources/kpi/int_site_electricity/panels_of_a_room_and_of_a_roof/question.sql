select site_id, pv_kwh, pv_coverage from int_site_electricity
