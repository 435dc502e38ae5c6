-- unit: sheets/FTE
-- decimals: 0
-- better: lower
-- grain: department, organisation
-- numerator-unit: sheets
-- denominator-unit: FTE
-- per: working_day
-- over-time: mean
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1, SDG 12.2, SDG 12.5
select
    -- The sheets are completed for what the logs do not cover, as in the KPI sheets, so that the
    -- two agree; the completed part is not measured.
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    decimal_6(
        cast(int_print_volumes.a4_sheets as double)
        / nullif(int_print_volumes.sheets_coverage, 0)
    ) as numerator,
    int_headcount.fte as denominator,
    int_print_volumes.sheets_coverage as coverage,
    int_print_volumes.sheets_coverage as measured_share
from int_print_volumes
left join int_headcount using (scope_kind, scope_id)
