-- What the cooling units take; scaled to the whole month.
with sums as (
    select
        month,
        sum(wh) / 1000 as kwh,
        count(*) * 3600 / max(until_s - from_s) as coverage
    from meter_hours
    inner join months using (month)
    where meter_key = 'COOL1'
    group by month
)
select
    sums.month,
    scopes.scope_kind,
    scopes.scope_id,
    sums.kwh as numerator,
    null as denominator,
    sums.kwh / round(sums.coverage, 9) as value,
    sums.coverage
from sums
cross join scopes
