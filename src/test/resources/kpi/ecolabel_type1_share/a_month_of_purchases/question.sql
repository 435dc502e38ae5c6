select numerator, denominator, coverage from ecolabel_type1_share where scope_kind = 'organisation'
