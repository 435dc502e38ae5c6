-- Sheets as A4 and printed sides, each by its price.
select
    print_jobs.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    sum(print_jobs.sheets * print_jobs.a4_per_sheet) * max(sheet_prices.value)
    + sum(print_jobs.impressions) * max(side_prices.value) as numerator,
    null as denominator,
    numerator as value,
    1 as coverage
from print_jobs
inner join factors as sheet_prices
    on sheet_prices.factor_id = 'sheet_price_2025'
inner join factors as side_prices
    on side_prices.factor_id = 'impression_price_2025'
group by print_jobs.month
