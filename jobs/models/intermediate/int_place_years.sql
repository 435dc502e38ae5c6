-- Electricity and fuel that each room and each site is known to have used in the calendar year up
-- to the month, of the hours in which all its meters are known. Fuel is in m³ of natural gas: a m³
-- of it is one, of another fuel it is the energy that counts. Bought cold is neither.
-- grain: one row per boundary and place_id
with bounds as (
    select max(case when threshold = 'natural_gas_equivalent' then value end) as mj_per_m3
    from int_thresholds
),
place_hours as (
    select
        int_boundary_hours.boundary,
        int_boundary_hours.place_id,
        int_boundary_hours.started_at,
        min(
            case when int_boundary_hours.is_electricity then int_boundary_hours.covered_s end
        ) as electricity_covered_s,
        sum(
            case
                when int_boundary_hours.is_electricity
                    then int_boundary_hours.sign * int_boundary_hours.energy_wh
            end
        ) as electricity_wh,
        min(
            case when not int_boundary_hours.is_electricity then int_boundary_hours.covered_s end
        ) as fuel_covered_s,
        cast(
            sum(
                exact(
                    case
                        when int_boundary_hours.is_electricity then null
                        when int_boundary_hours.quantity = 'natural_gas'
                            then cast(int_boundary_hours.energy_wh as double)
                                / nullif(int_fuel_contents.natural_gas_wh * 1000, 0)
                        else
                            cast(int_boundary_hours.energy_wh as double) * 3600 / 1000000
                            / nullif(bounds.mj_per_m3, 0)
                    end
                )
            ) as double
        ) as fuel_m3
    from int_boundary_hours
    cross join period
    cross join bounds
    cross join int_fuel_contents
    where int_boundary_hours.boundary in ('edc', 'site')
        and int_boundary_hours.stream <> 'cold'
        and int_boundary_hours.month <= period.month
        and substr(int_boundary_hours.month, 1, 4) = substr(period.month, 1, 4)
    group by
        int_boundary_hours.boundary,
        int_boundary_hours.place_id,
        int_boundary_hours.started_at
)
select
    boundary,
    place_id,
    count(case when electricity_covered_s = 3600 then 1 end) as electricity_hour_count,
    cast(
        sum(case when electricity_covered_s = 3600 then electricity_wh end) as double
    ) / 1000 as electricity_kwh,
    count(case when fuel_covered_s = 3600 then 1 end) as fuel_hour_count,
    cast(sum(exact(case when fuel_covered_s = 3600 then fuel_m3 end)) as double) as fuel_m3
from place_hours
group by
    boundary,
    place_id
