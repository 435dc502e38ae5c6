-- Pages on one side that would fit on both.
-- grain: organisation
-- source: arithmetic: two pages on one sheet
-- grade: A
-- thresholds: duplex_aim, duplex_gap_closed_low, duplex_gap_closed_high
-- values: duplex_ratio month, duplex_ratio rolling_year
-- facts: duplex_share share, aimed_duplex_share share, pages_of_a_year impressions,
--     sheets_to_save sheets
-- saves: sheets
with gaps as (
    select
        told.duplex_ratio as duplex_share,
        told.duplex_ratio_of_a_year_denominator as page_count,
        (bounds.duplex_aim - told.duplex_ratio) * told.duplex_ratio_of_a_year_denominator / 2
            as sheet_count,
        told.coverage
    from period
    cross join bounds
    left join told
        on told.scope_kind = 'organisation'
)
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case
        when gaps.duplex_share is null then 'print_log'
        when gaps.page_count is null then 'print_log_of_a_year'
    end as missing,
    gaps.duplex_share < bounds.duplex_aim as is_found,
    gaps.duplex_share,
    bounds.duplex_aim as aimed_duplex_share,
    gaps.page_count as pages_of_a_year,
    gaps.sheet_count as sheets_to_save,
    gaps.sheet_count * bounds.duplex_gap_closed_low as sheets_low,
    gaps.sheet_count * bounds.duplex_gap_closed_high as sheets_high,
    gaps.coverage
from gaps
cross join bounds
