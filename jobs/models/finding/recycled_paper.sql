-- Paper of new fibre, where recycled paper would do.
-- grain: organisation
-- source: Öko-Institut, 520 against 440 kgCO2e for 100 000 sheets; UK conversion factors of 2025
-- grade: B
-- thresholds: recycled_sheet_saving_low, recycled_sheet_saving_high
-- values: recycled_paper_share rolling_year, sheets rolling_year
-- facts: recycled_share share, sheets_of_a_year sheets, sheets_of_new_fibre sheets
-- saves: kgco2e
with paper_years as (
    select
        told.recycled_paper_share_of_a_year as recycled_share,
        told.sheets_of_a_year as sheet_count,
        told.sheets_of_a_year * (1 - told.recycled_paper_share_of_a_year) as new_sheet_count,
        told.coverage
    from period
    left join told
        on told.scope_kind = 'organisation'
)
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case
        when paper_years.recycled_share is null then 'paper_purchases_of_a_year'
        when paper_years.sheet_count is null then 'sheets_of_a_year'
    end as missing,
    case when paper_years.sheet_count is not null then paper_years.recycled_share < 1 end
        as is_found,
    paper_years.recycled_share,
    paper_years.sheet_count as sheets_of_a_year,
    paper_years.new_sheet_count as sheets_of_new_fibre,
    paper_years.new_sheet_count * bounds.recycled_sheet_saving_low as kgco2e_low,
    paper_years.new_sheet_count * bounds.recycled_sheet_saving_high as kgco2e_high,
    paper_years.coverage
from paper_years
cross join bounds
