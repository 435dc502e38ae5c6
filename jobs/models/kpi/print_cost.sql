-- unit: EUR
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: sheet_price, impression_price
-- grade: P
-- practices: less-printing
-- frames: GHG scope 3 category 1
select
    -- Sheets are known for less than the sides are where a paper has no known size: the sides that
    -- are known beyond that are left to the completion.
    int_print_volumes.month,
    int_print_volumes.scope_kind,
    int_print_volumes.scope_id,
    decimal_6(
        cast(int_print_volumes.a4_sheets as double) * sheet_prices.value
        + cast(int_print_volumes.impressions as double) * int_print_volumes.sheets_coverage
        / nullif(int_print_volumes.log_coverage, 0) * impression_prices.value
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_print_volumes.sheets_coverage as coverage,
    cast(1 as double) as measured_share
from int_print_volumes
left join int_factors as sheet_prices
    on sheet_prices.purpose = 'sheet_price'
    and sheet_prices.unit = 'EUR/sheet'
left join int_factors as impression_prices
    on impression_prices.purpose = 'impression_price'
    and impression_prices.unit = 'EUR/impression'
where int_print_volumes.scope_kind = 'organisation'
