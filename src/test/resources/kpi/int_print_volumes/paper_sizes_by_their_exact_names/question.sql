select a4_sheets, sheets_coverage from int_print_volumes where scope_kind = 'organisation'
