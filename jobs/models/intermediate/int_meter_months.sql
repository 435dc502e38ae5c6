-- How much of the computed month each meter is known for, of the hours in which it stands and that
-- can be known: of a month that is not over, those up to the day on which it is computed. A meter
-- of two kinds of energy is known in an hour as far as the less known one. completed_s are those of
-- the known seconds that are estimated where gaps are, and so tell nothing of the metering.
-- grain: one row per meter_id
with meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at,
        min(hourly_energy.covered_s) as covered_s,
        max(
            case
                when settings.gap_estimate_most_share is null then 0
                else hourly_energy.estimated_s
            end
        ) as completed_s
    from hourly_energy
    inner join period using (month)
    cross join settings
    where hourly_energy.started_at < period.known_until_at
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at
)
select
    month,
    meter_id,
    cast(sum(covered_s) as bigint) as covered_s,
    cast(sum(least(completed_s, covered_s)) as bigint) as completed_s,
    count(*) as hour_count
from meter_hours
group by
    month,
    meter_id
