select a4_sheets, sheets_known_share, two_sided_impressions, duplexable_impressions, duplexable_known_share from int_print_volumes where scope_kind = 'organisation'
