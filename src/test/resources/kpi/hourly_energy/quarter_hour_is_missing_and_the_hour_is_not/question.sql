select started_at, energy_wh, covered_s, interpolated_s, estimated_s from hourly_energy where covered_s > 0
