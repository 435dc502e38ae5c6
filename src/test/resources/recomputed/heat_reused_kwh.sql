-- What the heat meter of the library counted since the pipe was laid, on 15 January 2026; before,
-- the facts of the room in config/ say that there was no recovery of heat.
with sums as (
    select
        meter_hours.month,
        sum(meter_hours.wh) / 1000 as kwh,
        count(*) * 3600.0
        / max(months.until_s - case meter_hours.month
            when '2026-01' then epoch(timestamp '2026-01-14 23:00:00') else months.from_s
        end) as coverage
    from meter_hours
    inner join months using (month)
    where meter_hours.meter_key = 'WARMTE-BIB'
        and meter_hours.hour_s >= epoch(timestamp '2026-01-14 23:00:00')
    group by meter_hours.month
    union all
    select months.month, 0, 1
    from months
    inner join read_csv(
        'config/rooms.csv', header = true, comment = '#', all_varchar = true
    ) as facts
        on facts.fact = 'heat_recovery'
        and facts.value = 'no'
        and cast(facts.valid_from as date) <= months.first_on
        and cast(facts.valid_to as date) >= months.last_on
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
