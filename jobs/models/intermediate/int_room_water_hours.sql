-- The water that goes into a room in one hour of the computed month, by its meters of role water: a
-- segment that crosses hours is split linearly in time. An hour is known when each meter is known
-- for all of it; a meter below another one of the room is a part of that. While no meter stands and
-- a document of config/rooms.csv says that the cooling is dry, it is 0; nobody's word is not a 0.
-- input_l is the water that counts in WUE by the threshold wue_potable_only: all of it, or the
-- potable part, known where the record says that all that is metered is potable. measured_l is
-- neither interpolated nor estimated.
-- grain: one row per room_id and hour in which a meter of water stands or the cooling is dry
with standing_hours as (
    select
        meters.room_id,
        meters.meter_id,
        period_hours.started_at,
        period_hours.ended_at
    from meters
    inner join period_hours
        on period_hours.started_at >= start_of_day(meters.valid_from)
        and (
            meters.valid_to is null
            or period_hours.started_at < start_of_day(add_days(meters.valid_to, 1))
        )
    where meters.role = 'water'
        and meters.room_id is not null
        and not exists (
            select 1
            from meters as higher_meters
            where higher_meters.meter_id = meters.parent_meter_id
                and higher_meters.role = 'water'
                and higher_meters.room_id = meters.room_id
        )
    group by
        meters.room_id,
        meters.meter_id,
        period_hours.started_at,
        period_hours.ended_at
),
shared_times as (
    select
        standing_hours.meter_id,
        standing_hours.started_at,
        int_water_segments.water_l,
        micros_between(
            greatest(int_water_segments.started_at, standing_hours.started_at),
            least(int_water_segments.ended_at, standing_hours.ended_at)
        ) as shared_us,
        micros_between(int_water_segments.started_at, int_water_segments.ended_at)
            as elapsed_us,
        int_water_segments.is_estimated
    from standing_hours
    inner join int_water_segments
        on int_water_segments.meter_id = standing_hours.meter_id
        and int_water_segments.started_at < standing_hours.ended_at
        and int_water_segments.ended_at > standing_hours.started_at
),
meter_sums as (
    select
        meter_id,
        started_at,
        sum(shared_us) as covered_us,
        cast(sum(exact(water_l * shared_us / elapsed_us)) as double) as water_l,
        cast(
            sum(
                exact(
                    case
                        when not is_estimated and elapsed_us <= 3600000000
                            then water_l * shared_us / elapsed_us
                        else 0
                    end
                )
            ) as double
        ) as measured_l
    from shared_times
    group by
        meter_id,
        started_at
),
meter_hours as (
    select
        standing_hours.room_id,
        standing_hours.started_at,
        coalesce(meter_sums.covered_us, 0) as covered_us,
        meter_sums.water_l,
        meter_sums.measured_l
    from standing_hours
    left join meter_sums using (meter_id, started_at)
),
metered_hours as (
    select
        room_id,
        started_at,
        case
            when min(covered_us) = 3600000000 then cast(sum(exact(water_l)) as double)
        end as water_l,
        case
            when min(covered_us) = 3600000000 then cast(sum(exact(measured_l)) as double)
        end as measured_l
    from meter_hours
    group by
        room_id,
        started_at
),
recorded_hours as (
    select
        room_facts.room_id,
        period_hours.started_at,
        count(
            case when room_facts.fact = 'dry_cooling' and room_facts.document is not null then 1 end
        ) > 0 as is_dry,
        count(case when room_facts.fact = 'potable_water' then 1 end) > 0 as is_potable
    from room_facts
    inner join period_hours
        on period_hours.started_at >= start_of_day(room_facts.valid_from)
        and (
            room_facts.valid_to is null
            or period_hours.started_at < start_of_day(add_days(room_facts.valid_to, 1))
        )
    where room_facts.fact in ('dry_cooling', 'potable_water')
        and room_facts.value = 'yes'
    group by
        room_facts.room_id,
        period_hours.started_at
),
room_hours as (
    select
        metered_hours.room_id,
        metered_hours.started_at,
        metered_hours.water_l,
        metered_hours.measured_l,
        coalesce(recorded_hours.is_potable, false) as is_potable
    from metered_hours
    left join recorded_hours using (room_id, started_at)
    union all
    select
        recorded_hours.room_id,
        recorded_hours.started_at,
        cast(0 as double) as water_l,
        cast(0 as double) as measured_l,
        true as is_potable
    from recorded_hours
    left join metered_hours using (room_id, started_at)
    where recorded_hours.is_dry
        and metered_hours.room_id is null
)
select
    period.month,
    room_hours.room_id,
    room_hours.started_at,
    decimal_6(
        case
            when int_thresholds.value = 0 or room_hours.is_potable then room_hours.water_l
        end
    ) as input_l,
    decimal_6(
        case
            when int_thresholds.value = 0 or room_hours.is_potable then room_hours.measured_l
        end
    ) as measured_l
from room_hours
cross join period
left join int_thresholds
    on int_thresholds.threshold = 'wue_potable_only'
