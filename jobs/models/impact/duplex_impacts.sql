-- A year of what measures changed of the share of pages that lie on both sides of a sheet: of the
-- pages of the last twelve months that would fit on both, each two that do save one sheet. Fewer
-- sheets are a change below zero.
-- grain: measure
-- saves: sheets
with page_years as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        cast(kpi_values.denominator as double) as page_count
    from kpi_values
    inner join period using (month)
    where kpi_values.kpi_id = 'duplex_ratio'
        and kpi_values.period = 'rolling_year'
        and kpi_values.value is not null
)
select
    measure_results.measure_id,
    case when page_years.page_count is null then 'print_log_of_a_year' end as missing,
    cast(null as bigint) as days,
    -cast(measure_results.effect as double) * page_years.page_count / 2 as sheets,
    -cast(measure_results.effect_high as double) * page_years.page_count / 2 as sheets_low,
    -cast(measure_results.effect_low as double) * page_years.page_count / 2 as sheets_high
from measure_results
left join page_years
    on page_years.scope_kind = measure_results.scope_kind
    and page_years.scope_id = measure_results.scope_id
where measure_results.kpi_id = 'duplex_ratio'
