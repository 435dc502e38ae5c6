select meter_id, started_at, energy_wh, covered_s from hourly_energy where covered_s > 0
