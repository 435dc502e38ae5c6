select numerator, denominator, coverage from ecolabel_type1_count_share where scope_kind = 'organisation'
