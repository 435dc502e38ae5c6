select numerator, denominator, coverage from recycled_paper_share where scope_kind = 'organisation'
