-- unit: share
-- decimals: 3
-- better: context
-- grain: meter
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring
-- frames: EU Code of Conduct, ISO 50001 EnPI
with rated_hours as (
    -- Of the ratings of a UPS the one that began last holds.
    select
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at,
        max_by(ups_ratings.rated_kw, ups_ratings.valid_from) as rated_kw,
        max(
            case when hourly_energy.covered_s = 3600 then hourly_energy.energy_wh end
        ) as energy_wh,
        max(
            cast(hourly_energy.energy_wh as double)
            * (
                hourly_energy.covered_s - hourly_energy.interpolated_s
                - hourly_energy.estimated_s
            ) / nullif(hourly_energy.covered_s, 0)
        ) as measured_wh
    from hourly_energy
    inner join period using (month)
    inner join ups_ratings
        on ups_ratings.meter_id = hourly_energy.meter_id
        and hourly_energy.started_at >= start_of_day(ups_ratings.valid_from)
        and (
            ups_ratings.valid_to is null
            or hourly_energy.started_at < start_of_day(add_days(ups_ratings.valid_to, 1))
        )
    where coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at
)
select
    -- Below: what the UPS could have given in the hours that are known.
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    decimal_6(cast(sum(energy_wh) as double) / 1000) as numerator,
    cast(sum(case when energy_wh is not null then rated_kw end) as decimal(18, 6))
        as denominator,
    count(energy_wh) / nullif(count(*), 0) as coverage,
    cast(sum(exact(case when energy_wh is not null then measured_wh end)) as double)
    / nullif(cast(sum(energy_wh) as double), 0) as measured_share
from rated_hours
group by
    month,
    meter_id
