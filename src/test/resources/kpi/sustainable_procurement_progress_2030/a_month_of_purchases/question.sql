select numerator, denominator, coverage from sustainable_procurement_progress_2030 where scope_kind = 'organisation'
