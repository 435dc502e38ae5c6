select scope_id, round(numerator / denominator, 3) as share, coverage, measured_share from duplex_sheet_share
