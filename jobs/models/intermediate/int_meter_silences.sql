-- How long each meter that stands on the last day of the month has been silent at its end, or as
-- far as a month that is not over can be known: since its last reading, or since it stands where it
-- never gave one. Readings of the month tell it, and
-- of the eleven months before it the hours that a meter of energy is known in by measuring; a
-- sensor or a water meter that is silent all month is known to be so for the month alone. may_s is
-- how far apart readings may be by config/wattpeil.yaml; one that comes as late does not make a
-- meter silent.
-- grain: one row per meter_id
with standing_meters as (
    select
        meters.meter_id,
        min(start_of_day(meters.valid_from)) as stood_from_at,
        max_by(meters.role, meters.valid_from) as role
    from meters
    cross join period
    where meters.valid_from <= period.last_on
    group by meters.meter_id
    having count(
        case when meters.valid_to is null or meters.valid_to >= period.last_on then 1 end
    ) > 0
),
measured_hours as (
    select
        hourly_energy.meter_id,
        add_seconds(
            max(
                case
                    when hourly_energy.covered_s > hourly_energy.estimated_s
                        then hourly_energy.started_at
                end
            ),
            3600
        ) as read_at,
        min(hourly_energy.started_at) as kept_from_at
    from hourly_energy
    cross join period
    where hourly_energy.month <= period.month
        and hourly_energy.month >= month_of(add_months(period.first_on, -11))
    group by hourly_energy.meter_id
),
last_readings as (
    select
        standing_meters.meter_id,
        standing_meters.role,
        coalesce(int_last_readings.read_at, measured_hours.read_at) as read_at,
        greatest(
            standing_meters.stood_from_at,
            coalesce(measured_hours.kept_from_at, period.started_at)
        ) as known_from_at,
        period.known_until_at
    from standing_meters
    cross join period
    left join int_last_readings using (meter_id)
    left join measured_hours using (meter_id)
)
select
    last_readings.meter_id,
    last_readings.role,
    last_readings.read_at,
    greatest(
        cast(
            micros_between(
                coalesce(last_readings.read_at, last_readings.known_from_at),
                last_readings.known_until_at
            ) / 1000000 as bigint
        ),
        0
    ) as silent_s,
    greatest(settings.counter_max_gap_s, settings.power_max_gap_s) as may_s
from last_readings
cross join settings
