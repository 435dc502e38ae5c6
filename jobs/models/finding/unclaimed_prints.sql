-- Printing that does not wait for its owner, where a part of what waits is never claimed.
-- grain: organisation
-- source: vendors of printing on release, as quoted by others: 8 to 14 % of jobs are never claimed,
--     and 15 to 25 % less is printed
-- grade: B
-- thresholds: most_unclaimed, unclaimed_effect_low, unclaimed_effect_high
-- values: uncollected_share rolling_year, impressions rolling_year, sheets rolling_year
-- facts: unclaimed_share share, pages_of_a_year_on_release impressions,
--     pages_of_a_year_without_release impressions, sheets_to_save sheets
-- saves: sheets
with print_years as (
    -- What was never claimed was not printed: only what does not wait can still be saved.
    select
        told.uncollected_share_of_a_year as unclaimed_share,
        told.uncollected_share_of_a_year_denominator
        - told.uncollected_share_of_a_year_numerator as released_count,
        greatest(
            told.impressions_of_a_year - told.uncollected_share_of_a_year_denominator
            + told.uncollected_share_of_a_year_numerator, 0
        ) as other_count,
        told.impressions_of_a_year as page_count,
        told.sheets_of_a_year as sheet_count,
        told.coverage
    from period
    left join told
        on told.scope_kind = 'organisation'
),
print_savings as (
    select
        unclaimed_share,
        case when unclaimed_share is not null then released_count end as released_count,
        case
            when unclaimed_share is not null and page_count is not null then other_count
        end as other_count,
        sheet_count,
        sheet_count * other_count / cast(nullif(page_count, 0) as double) * unclaimed_share
            as sheets_to_save,
        coverage
    from print_years
)
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case
        when print_savings.unclaimed_share is null then 'unclaimed_pages_of_a_year'
        when print_savings.other_count is null or print_savings.sheet_count is null
            then 'print_log_of_a_year'
    end as missing,
    print_savings.unclaimed_share > bounds.most_unclaimed and print_savings.other_count > 0
        as is_found,
    print_savings.unclaimed_share,
    print_savings.released_count as pages_of_a_year_on_release,
    print_savings.other_count as pages_of_a_year_without_release,
    print_savings.sheets_to_save,
    print_savings.sheets_to_save * bounds.unclaimed_effect_low as sheets_low,
    print_savings.sheets_to_save * bounds.unclaimed_effect_high as sheets_high,
    print_savings.coverage
from print_savings
cross join bounds
