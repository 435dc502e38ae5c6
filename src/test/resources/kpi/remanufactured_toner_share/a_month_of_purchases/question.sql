select numerator, denominator, coverage from remanufactured_toner_share where scope_kind = 'organisation'
