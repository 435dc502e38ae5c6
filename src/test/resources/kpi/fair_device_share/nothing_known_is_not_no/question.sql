select numerator, denominator, coverage from fair_device_share where scope_kind = 'organisation'
