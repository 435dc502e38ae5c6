select numerator, denominator, coverage from refurbished_value_share where scope_kind = 'organisation'
