select site_id, energy_kwh, coverage, measured_share from int_site_electricity
