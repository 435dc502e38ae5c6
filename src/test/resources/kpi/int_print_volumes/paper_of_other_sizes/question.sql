select a4_sheets from int_print_volumes where scope_kind = 'organisation'
