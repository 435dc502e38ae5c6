select impressions, two_sided_impressions, duplexable_impressions from int_print_volumes where scope_kind = 'organisation'
