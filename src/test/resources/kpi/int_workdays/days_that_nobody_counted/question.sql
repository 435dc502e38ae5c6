select office_days, office_coverage, telework_days, working_days, working_coverage, home_hours, home_coverage from int_workdays where scope_kind = 'organisation'
