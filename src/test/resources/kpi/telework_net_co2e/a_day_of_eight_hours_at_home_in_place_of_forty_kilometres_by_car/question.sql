select scope_kind, scope_id, round(numerator, 3) as numerator, coverage, measured_share from telework_net_co2e
