-- unit: sheets
-- decimals: 0
-- better: lower
-- grain: department, organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1, SDG 12.2, SDG 12.5
select
    month,
    scope_kind,
    scope_id,
    a4_sheets as numerator,
    cast(null as decimal(18, 6)) as denominator,
    sheets_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
