select scope_kind, impressions, paper_sheets, two_sided_sheets, paper_coverage from int_print_volumes
