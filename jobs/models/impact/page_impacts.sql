-- A year of what measures changed of the printed sides of a day. A day without a print job has no
-- effect, so that only as many days count as the last twelve months have with one; each side takes
-- as much paper as the mean of these months.
-- grain: measure
-- saves: sheets, impressions
with print_years as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(case when kpi_values.kpi_id = 'impressions' then cast(kpi_values.value as double) end)
            as impression_count,
        max(case when kpi_values.kpi_id = 'sheets' then cast(kpi_values.value as double) end)
            as sheet_count
    from kpi_values
    inner join period using (month)
    where kpi_values.kpi_id in ('impressions', 'sheets')
        and kpi_values.period = 'rolling_year'
    group by
        kpi_values.scope_kind,
        kpi_values.scope_id
),
print_days as (
    select
        daily_values.scope_kind,
        daily_values.scope_id,
        count(*) as day_count
    from daily_values
    cross join period
    where daily_values.kpi_id = 'impressions'
        and daily_values.month <= period.month
        and daily_values.month >= month_of(add_months(period.first_on, -11))
    group by
        daily_values.scope_kind,
        daily_values.scope_id
),
page_effects as (
    select
        measure_results.measure_id,
        case
            when print_years.impression_count is null then 'print_log_of_a_year'
            when print_years.sheet_count is null then 'sheets_of_a_year'
        end as missing,
        case when print_years.impression_count is not null then print_days.day_count end as days,
        cast(measure_results.effect as double) as effect,
        cast(measure_results.effect_low as double) as effect_low,
        cast(measure_results.effect_high as double) as effect_high,
        print_years.sheet_count / nullif(print_years.impression_count, 0) as sheets_per_side
    from measure_results
    left join print_years
        on print_years.scope_kind = measure_results.scope_kind
        and print_years.scope_id = measure_results.scope_id
    left join print_days
        on print_days.scope_kind = measure_results.scope_kind
        and print_days.scope_id = measure_results.scope_id
    where measure_results.kpi_id = 'impressions'
)
select
    measure_id,
    missing,
    days,
    effect * days * sheets_per_side as sheets,
    effect_low * days * sheets_per_side as sheets_low,
    effect_high * days * sheets_per_side as sheets_high,
    effect * days as impressions,
    effect_low * days as impressions_low,
    effect_high * days as impressions_high
from page_effects
