-- Grid and panels by the UPS output, of the hours in which both are known, in twelve months of
-- which each is known enough.
with paired_months as (
    select
        months.month,
        months.first_on,
        months.until_s - months.from_s as month_s,
        count(it.hour_s) * 3600 as known_s,
        sum(grid.wh + coalesce(panels.wh, 0)) as edc_wh,
        sum(it.wh) as it_wh
    from months
    inner join meter_hours as it
        on it.month = months.month
        and it.meter_key = 'UPS1'
    inner join meter_hours as grid
        on grid.hour_s = it.hour_s
        and grid.meter_key = '541400000000000000'
    left join meter_hours as panels
        on panels.hour_s = grid.hour_s
        and panels.meter_key = 'PV-VENT'
        and panels.month >= '2026-04'
    group by all
),
years as (
    select
        months.month,
        sum(paired_months.edc_wh) / 1000 as numerator,
        sum(paired_months.it_wh) / 1000 as denominator,
        sum(paired_months.known_s) / sum(paired_months.month_s) as hour_coverage,
        count(case when paired_months.known_s >= 0.95 * paired_months.month_s then 1 end)
            as known_count
    from months
    inner join paired_months
        on paired_months.first_on > months.first_on - interval 12 month
        and paired_months.first_on <= months.first_on
    group by months.month
)
select
    years.month,
    scopes.scope_kind,
    scopes.scope_id,
    years.numerator,
    years.denominator,
    years.numerator / years.denominator as value,
    case when years.known_count < 12 then years.known_count / 12 else years.hour_coverage end
        as coverage,
    case when years.known_count < 12 then 'period_incomplete' end as reason
from years
cross join scopes
