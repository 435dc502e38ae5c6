select started_at, quantity, energy_wh, covered_s, interpolated_s, estimated_s from hourly_energy where started_at < timestamptz '2026-01-01 02:00:00+00'
