-- What the grid gives and, from April 2026 on, the solar panels; scaled to the whole month. The
-- generator's fuel has no meter.
with sums as (
    select
        grid.month,
        sum(grid.wh + coalesce(panels.wh, 0)) / 1000 as kwh,
        count(*) * 3600 / max(months.until_s - months.from_s) as coverage
    from meter_hours as grid
    inner join months using (month)
    left join meter_hours as panels
        on panels.hour_s = grid.hour_s
        and panels.meter_key = 'PV-VENT'
        and panels.month >= '2026-04'
    where grid.meter_key = '541400000000000000'
    group by grid.month
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
