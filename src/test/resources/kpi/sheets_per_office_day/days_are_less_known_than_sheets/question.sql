select denominator, coverage from sheets_per_office_day where scope_kind = 'organisation'
