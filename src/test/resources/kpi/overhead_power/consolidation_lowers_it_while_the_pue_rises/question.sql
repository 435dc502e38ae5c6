select scope_id, round(numerator / denominator, 3) as kw from overhead_power where scope_kind = 'room'
