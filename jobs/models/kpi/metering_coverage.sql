-- unit: share
-- decimals: 3
-- better: higher
-- grain: meter, room
-- numerator-unit: h
-- denominator-unit: h
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring, insight
-- frames: EU Code of Conduct, SDG 7.3
select
    -- A room is covered in the hours in which EDC and IT are known together, or the one that is
    -- metered. The organisation is that of its meters.
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    cast(covered_s / 3600 as decimal(18, 6)) as numerator,
    cast(hour_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_meter_months
union all
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(
        case
            when has_edc_meter and has_it_meter then paired_hour_count
            when has_edc_meter then edc_hour_count
            else it_hour_count
        end as decimal(18, 6)
    ) as numerator,
    cast(hour_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_room_energy
where has_edc_meter
    or has_it_meter
