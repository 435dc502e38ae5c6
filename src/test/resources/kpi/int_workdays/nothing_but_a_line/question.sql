select office_days, office_coverage, working_days, working_coverage, home_hours, home_coverage from int_workdays where scope_kind = 'organisation'
