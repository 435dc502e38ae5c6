select home_hours, home_coverage from int_workdays where scope_kind = 'organisation'
