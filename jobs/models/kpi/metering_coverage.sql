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
with hour_counts as (
    -- Of a month that is not over, hours that lie ahead cannot be known.
    select
        month,
        micros_between(started_at, known_until_at) / 3600000000 as most_count
    from period
)
select
    -- A room is covered in the hours in which EDC and IT are known together, or the one that is
    -- metered. The organisation is that of its meters. Where gaps are estimated, measured_share
    -- tells how much of what is known is not.
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    decimal_6(covered_s / 3600) as numerator,
    cast(hour_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    case
        when completed_s = 0 then 1
        else cast(covered_s - completed_s as double) / covered_s
    end as measured_share
from int_meter_months
union all
select
    int_room_energy.month,
    'room' as scope_kind,
    int_room_energy.room_id as scope_id,
    decimal_6(
        least(
            case
                when int_room_energy.has_edc_meter and int_room_energy.has_it_meter
                    then int_room_energy.paired_hour_count
                when int_room_energy.has_edc_meter then int_room_energy.edc_hour_count
                else int_room_energy.it_hour_count
            end,
            hour_counts.most_count
        )
    ) as numerator,
    decimal_6(least(int_room_energy.hour_count, hour_counts.most_count)) as denominator,
    cast(1 as double) as coverage,
    case
        when settings.gap_estimate_most_share is null then 1
        when int_room_energy.has_edc_meter and int_room_energy.has_it_meter
            then cast(int_room_energy.paired_measured_wh as double)
                / nullif(
                    cast(
                        int_room_energy.paired_edc_wh + int_room_energy.paired_it_wh as double
                    ),
                    0
                )
        when int_room_energy.has_edc_meter
            then cast(int_room_energy.edc_measured_wh as double)
                / nullif(cast(int_room_energy.edc_wh as double), 0)
        else
            cast(int_room_energy.it_measured_wh as double)
            / nullif(cast(int_room_energy.it_wh as double), 0)
    end as measured_share
from int_room_energy
inner join hour_counts using (month)
cross join settings
where int_room_energy.has_edc_meter
    or int_room_energy.has_it_meter
