select impressions, a4_sheets, round(two_sided_impressions / 2 / a4_sheets, 3) as by_sheets from int_print_volumes where scope_kind = 'organisation'
