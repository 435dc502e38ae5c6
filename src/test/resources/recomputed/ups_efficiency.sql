-- UPS output by its input, of the hours in which both are known.
with sums as (
    select
        it.month,
        sum(it.wh) / 1000 as numerator,
        sum(other.wh) / 1000 as denominator,
        count(*) * 3600 / max(months.until_s - months.from_s) as coverage
    from meter_hours as it
    inner join months using (month)
    inner join meter_hours as other
        on other.hour_s = it.hour_s
        and other.meter_key = 'UPS-IN'
    where it.meter_key = 'UPS1'
    group by it.month
)
select
    sums.month,
    scopes.scope_kind,
    scopes.scope_id,
    sums.numerator,
    sums.denominator,
    sums.numerator / sums.denominator as value,
    sums.coverage
from sums
cross join (
    values ('organisation', 'all'), ('room', 'town-hall-sr'), ('meter', 'ups-in')
) as scopes(scope_kind, scope_id)
