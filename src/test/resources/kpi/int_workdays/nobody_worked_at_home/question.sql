select telework_days, working_days, working_coverage, home_hours, home_coverage, timed_share from int_workdays where scope_kind = 'organisation'
