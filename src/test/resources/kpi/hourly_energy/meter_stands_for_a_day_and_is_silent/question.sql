select meter_id, role, quantity, count(*) as hour_count, count(energy_wh) as known_count, sum(covered_s) as covered_s from hourly_energy group by all
