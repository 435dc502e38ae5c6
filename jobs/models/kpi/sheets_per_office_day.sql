-- unit: sheets/day
-- decimals: 2
-- better: lower
-- grain: department, organisation
-- numerator-unit: sheets
-- denominator-unit: days
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1
select
    -- Both are completed for what their records do not cover; the completed part is not measured.
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    decimal_6(
        cast(int_print_volumes.a4_sheets as double)
        / nullif(int_print_volumes.sheets_coverage, 0)
    ) as numerator,
    decimal_6(
        cast(int_workdays.office_days as double) / nullif(int_workdays.office_coverage, 0)
    ) as denominator,
    least(int_print_volumes.sheets_coverage, coalesce(int_workdays.office_coverage, 0))
    as coverage,
    int_print_volumes.sheets_coverage as measured_share
from int_print_volumes
left join int_workdays using (scope_kind, scope_id)
