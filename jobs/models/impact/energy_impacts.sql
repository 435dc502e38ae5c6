-- A year of what measures changed of the energy of a room, or of all rooms. Of a room that bought
-- cold or another energy enters, or that is run by fuel, nobody can tell how much of a change is
-- electricity from the grid; what goes to the IT equipment always is. Cooling that follows the
-- equipment is no part of what the equipment takes.
-- grain: measure
-- saves: kwh
with room_sums as (
    select
        hourly_energy.room_id,
        sum(
            case
                when hourly_energy.role = 'chilled_water'
                    or (
                        hourly_energy.role in ('room_total', 'cooling')
                        and hourly_energy.quantity <> 'electricity'
                    )
                    then hourly_energy.energy_wh
            end
        ) as other_wh,
        sum(
            case
                when hourly_energy.role in ('fuel', 'generator') then hourly_energy.energy_wh
            end
        ) as fuel_wh,
        sum(
            case
                when hourly_energy.role = 'room_total'
                    and coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
                    then hourly_energy.energy_wh
            end
        ) as feed_wh
    from hourly_energy
    cross join period
    where hourly_energy.month <= period.month
        and hourly_energy.month >= month_of(add_months(period.first_on, -11))
        and hourly_energy.room_id is not null
    group by hourly_energy.room_id
),
mixed_rooms as (
    select room_id
    from room_sums
    where other_wh > 0
        or fuel_wh > coalesce(feed_wh, 0)
),
energy_effects as (
    select
        measure_results.measure_id,
        case
            when measure_results.kpi_id <> 'it_energy'
                and exists (
                    select 1
                    from mixed_rooms
                    where measure_results.scope_kind = 'organisation'
                        or mixed_rooms.room_id = measure_results.scope_id
                )
                then 'electricity_of_the_change'
        end as missing,
        365 as days,
        cast(measure_results.effect as double) as effect,
        cast(measure_results.effect_low as double) as effect_low,
        cast(measure_results.effect_high as double) as effect_high
    from measure_results
    where measure_results.kpi_id in ('it_energy', 'dc_energy_total', 'cooling_energy')
)
select
    measure_id,
    missing,
    days,
    case when missing is null then effect * days end as kwh,
    case when missing is null then effect_low * days end as kwh_low,
    case when missing is null then effect_high * days end as kwh_high
from energy_effects
