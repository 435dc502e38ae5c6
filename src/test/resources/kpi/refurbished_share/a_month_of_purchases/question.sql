select numerator, denominator, coverage from refurbished_share where scope_kind = 'organisation'
