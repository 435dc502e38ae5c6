-- Grid electricity and what was refilled, by the UPS output, of the hours in which both are known;
-- refills belong to the month, so to known hours by their share.
with refills as (
    select
        strftime(cast(told.happened_on as date), '%Y-%m') as month,
        sum(cast(told.amount as double) * factors.value) as kilograms
    from read_csv(
        'config/refills.csv', header = true, comment = '#', all_varchar = true
    ) as told
    inner join factors
        on factors.factor_id
            = case told.series
                when 'refrigerant_r32' then 'refrigerant_r32_desnz'
                when 'diesel_desnz' then 'diesel_desnz_2025'
            end
    where told.is_first_fill = 'false'
    group by all
),
sums as (
    select
        it.month,
        sum(grid.wh) / 1000 as electricity_kwh,
        sum(it.wh) / 1000 as it_kwh,
        count(*) * 3600 / max(months.until_s - months.from_s) as coverage
    from meter_hours as it
    inner join months using (month)
    inner join meter_hours as grid
        on grid.hour_s = it.hour_s
        and grid.meter_key = '541400000000000000'
    where it.meter_key = 'UPS1'
    group by it.month
)
select
    sums.month,
    scopes.scope_kind,
    scopes.scope_id,
    sums.electricity_kwh * factors.value + coalesce(refills.kilograms, 0) * sums.coverage
        as numerator,
    sums.it_kwh as denominator,
    round(numerator, 6) / sums.it_kwh as value,
    sums.coverage
from sums
inner join factors
    on factors.factor_id = 'elec_eea_be_2024'
left join refills using (month)
cross join (values ('organisation', 'all'), ('site', 'town-hall')) as scopes(scope_kind, scope_id)
