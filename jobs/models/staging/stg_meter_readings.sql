-- What meters say, tied to the meters of config/meters.csv; of a reading that came twice the last
-- one counts. A reading of a meter that is not in config/meters.csv on its day is left out.
-- grain: one row per meter_id, quantity, kind, started_at, measured_at
-- months: -1 to 1
with visible_window as (
    -- A longer time between two readings is a gap, so readings further away change no hour, but for
    -- an estimate of a gap: it is made by four weeks before, and where the meter speaks again.
    select
        add_seconds(
            case
                when settings.gap_estimate_most_share is null then period.started_at
                else start_of_day(add_days(period.first_on, -28))
            end,
            -greatest(settings.counter_max_gap_s, settings.power_max_gap_s) - 3600
        ) as from_at,
        add_seconds(
            case
                when settings.gap_estimate_most_share is null then period.ended_at
                else start_of_day(add_days(period.last_on, 28))
            end,
            greatest(settings.counter_max_gap_s, settings.power_max_gap_s) + 3600
        ) as to_at
    from period
    cross join settings
),
standing_meters as (
    select
        dense_rank() over (order by meter_id) as meter_number,
        row_number() over (order by meter_id, valid_from, meter_key) as stand_number,
        meter_id,
        meter_key,
        multiplier,
        cast(register_max * 1000 as decimal(18, 3)) as register_max_wh,
        max_power_w,
        start_of_day(valid_from) as stood_from_at,
        start_of_day(add_days(valid_to, 1)) as stood_until_at
    from meters
),
arrivals as (
    select
        document_id,
        row_number() over (order by batch, name, document_id) as arrival
    from documents
),
matched_readings as (
    select
        standing_meters.meter_number,
        standing_meters.stand_number,
        meter_readings.quantity,
        meter_readings.kind,
        meter_readings.started_at,
        meter_readings.measured_at,
        coalesce(meter_readings.started_at, meter_readings.measured_at) as placed_at,
        meter_readings.value,
        coalesce(meter_readings.quality = 'estimated', false) as is_estimated,
        arrivals.arrival,
        meter_readings.line
    from meter_readings
    inner join arrivals using (document_id)
    inner join standing_meters
        on standing_meters.meter_key = meter_readings.meter_key
        and standing_meters.stood_from_at
            <= coalesce(meter_readings.started_at, meter_readings.measured_at)
        and (
            standing_meters.stood_until_at is null
            or standing_meters.stood_until_at
                > coalesce(meter_readings.started_at, meter_readings.measured_at)
        )
    cross join visible_window
    where meter_readings.measured_at >= visible_window.from_at
        and meter_readings.measured_at <= visible_window.to_at
),
followed_readings as (
    -- One sort per series finds what came twice: far cheaper than a group per instant. It carries
    -- no more than it must.
    select
        stand_number,
        quantity,
        kind,
        started_at,
        measured_at,
        value,
        is_estimated,
        placed_at,
        lead(placed_at) over arrival_order as next_placed_at,
        lead(measured_at) over arrival_order as next_measured_at
    from matched_readings
    window arrival_order as (
        partition by meter_number, quantity, kind
        order by placed_at, measured_at, arrival, line
    )
)
select
    standing_meters.meter_id,
    standing_meters.meter_key,
    standing_meters.multiplier,
    standing_meters.register_max_wh,
    standing_meters.max_power_w,
    followed_readings.quantity,
    followed_readings.kind,
    followed_readings.started_at,
    followed_readings.measured_at,
    followed_readings.value,
    followed_readings.is_estimated
from followed_readings
inner join standing_meters using (stand_number)
where followed_readings.next_placed_at is null
    or followed_readings.next_placed_at <> followed_readings.placed_at
    or followed_readings.next_measured_at <> followed_readings.measured_at
