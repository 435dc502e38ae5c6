-- What goes into each UPS and comes out of it in an hour of the computed month, where
-- config/meters.csv says which meters stand below the one of its input: those of its output
-- (ups_out), or of the IT equipment where there are none. in_wh and out_wh are known in the same
-- hours only; measured_wh is the part of both that is neither interpolated nor estimated.
-- grain: one row per meter_id of the input and hour
with meter_hours as (
    select
        hourly_energy.meter_id,
        hourly_energy.started_at,
        hourly_energy.role,
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
    where hourly_energy.role in ('ups_in', 'ups_out', 'it')
        and coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
    group by
        hourly_energy.meter_id,
        hourly_energy.started_at,
        hourly_energy.role
),
output_hours as (
    select
        meters.parent_meter_id as input_id,
        meter_hours.started_at,
        meter_hours.role,
        count(*) = count(meter_hours.energy_wh) as is_known,
        sum(meter_hours.energy_wh) as energy_wh,
        cast(sum(exact(meter_hours.measured_wh)) as double) as measured_wh
    from meter_hours
    inner join meters
        on meters.meter_id = meter_hours.meter_id
        and meter_hours.started_at >= start_of_day(meters.valid_from)
        and (
            meters.valid_to is null
            or meter_hours.started_at < start_of_day(add_days(meters.valid_to, 1))
        )
    where meter_hours.role in ('ups_out', 'it')
        and meters.parent_meter_id is not null
    group by
        meters.parent_meter_id,
        meter_hours.started_at,
        meter_hours.role
),
chosen_outputs as (
    select
        input_id,
        started_at,
        is_known,
        energy_wh,
        measured_wh,
        row_number() over (
            partition by input_id, started_at
            order by role desc
        ) as preference
    from output_hours
)
select
    period.month,
    inputs.meter_id,
    inputs.started_at,
    cast(micros_between(period.started_at, period.ended_at) / 3600000000 as double)
        as hour_count,
    cast(
        case when chosen_outputs.is_known then inputs.energy_wh end as decimal(18, 3)
    ) as in_wh,
    cast(
        case
            when chosen_outputs.is_known and inputs.energy_wh is not null
                then chosen_outputs.energy_wh
        end as decimal(18, 3)
    ) as out_wh,
    decimal_3(
        case
            when chosen_outputs.is_known and inputs.energy_wh is not null
                then inputs.measured_wh + chosen_outputs.measured_wh
        end
    ) as measured_wh
from meter_hours as inputs
cross join period
inner join chosen_outputs
    on chosen_outputs.input_id = inputs.meter_id
    and chosen_outputs.started_at = inputs.started_at
    and chosen_outputs.preference = 1
where inputs.role = 'ups_in'
