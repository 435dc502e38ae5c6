-- What the grid gives, by the factor of 2024: the last year that the source has.
with sums as (
    select
        grid.month,
        sum(grid.wh) / 1000 as kwh,
        count(*) * 3600 / max(months.until_s - months.from_s) as coverage
    from meter_hours as grid
    inner join months using (month)
    where grid.meter_key = '541400000000000000'
    group by grid.month
)
select
    sums.month,
    scopes.scope_kind,
    scopes.scope_id,
    sums.kwh * factors.value as numerator,
    null as denominator,
    round(sums.kwh * factors.value, 6) / round(sums.coverage, 9) as value,
    sums.coverage
from sums
inner join factors
    on factors.factor_id = 'elec_eea_be_2024'
cross join scopes
