select impressions, a4_sheets, sheets_coverage, two_sided_impressions, duplexable_coverage
from int_print_volumes where scope_kind = 'organisation'
