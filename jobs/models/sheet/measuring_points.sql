-- of: year
-- The register of measuring points of rooms and sites: each row of config/meters.csv with what its
-- source delivered of it, as far back as the threshold eed_record_years asks for. A meter that
-- stands and has no reading shows that.
-- grain: one row per row of a meter, definition and kind of reading
with record_bounds as (
    select
        period.month,
        period.last_on,
        add_months(period.last_on, -12 * int_thresholds.value) as first_on
    from period
    left join int_thresholds
        on int_thresholds.threshold = 'eed_record_years'
)
select
    record_bounds.month,
    every_meter.site_id,
    every_meter.room_id,
    every_meter.meter_id,
    every_meter.valid_from,
    every_meter.valid_to,
    every_meter.meter_key,
    every_meter.role,
    every_meter.parent_meter_id,
    every_meter.multiplier,
    every_meter.register_max,
    every_meter.max_power_w,
    reading_spans.definition,
    reading_spans.kind,
    reading_spans.quantity,
    min(reading_spans.first_at) as first_reading_at,
    max(reading_spans.last_at) as last_reading_at,
    cast(sum(reading_spans.reading_count) as bigint) as reading_count
from every_meter
cross join record_bounds
left join reading_spans
    on reading_spans.meter_key = every_meter.meter_key
    and reading_spans.read_on >= every_meter.valid_from
    and (every_meter.valid_to is null or reading_spans.read_on <= every_meter.valid_to)
    and (record_bounds.first_on is null or reading_spans.read_on > record_bounds.first_on)
where every_meter.valid_from <= record_bounds.last_on
    and (
        every_meter.valid_to is null
        or record_bounds.first_on is null
        or every_meter.valid_to > record_bounds.first_on
    )
group by
    record_bounds.month,
    every_meter.site_id,
    every_meter.room_id,
    every_meter.meter_id,
    every_meter.valid_from,
    every_meter.valid_to,
    every_meter.meter_key,
    every_meter.role,
    every_meter.parent_meter_id,
    every_meter.multiplier,
    every_meter.register_max,
    every_meter.max_power_w,
    reading_spans.definition,
    reading_spans.kind,
    reading_spans.quantity
