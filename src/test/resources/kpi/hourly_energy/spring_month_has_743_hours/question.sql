select count(*) as hour_count, sum(energy_wh) as energy_wh, sum(covered_s) as covered_s from hourly_energy
