-- Energy of each meter in each hour of the month in which it stands: what its readings tell
-- (int_meter_hours) and, where config/wattpeil.yaml says so, what is estimated of its gaps
-- (int_gap_estimates). covered_s are the seconds whose energy is known. Of those, interpolated_s
-- come from a segment of more than one hour, whose spread over its hours is a guess, and
-- estimated_s from readings that the source itself estimated or from an estimate of ours; no second
-- is in both, and none of them is measured.
-- grain: one row per meter_id, quantity and hour; quantity is null for a meter without any energy
-- materialise: month
with metered_quantities as (
    select
        meter_id,
        quantity
    from int_meter_hours
    where hour_number >= 0
    group by
        meter_id,
        quantity
)
select
    int_standing_hours.month,
    int_standing_hours.started_at,
    int_standing_hours.meter_id,
    int_standing_hours.room_id,
    int_standing_hours.site_id,
    int_standing_hours.role,
    metered_quantities.quantity,
    case
        when int_gap_estimates.energy_wh is null then int_meter_hours.energy_wh
        else cast(
            coalesce(int_meter_hours.energy_wh, cast(0 as decimal(18, 3)))
            + int_gap_estimates.energy_wh as decimal(18, 3)
        )
    end as energy_wh,
    coalesce(int_meter_hours.covered_s, 0) + coalesce(int_gap_estimates.estimated_s, 0)
        as covered_s,
    coalesce(int_meter_hours.interpolated_s, 0) as interpolated_s,
    coalesce(int_meter_hours.estimated_s, 0) + coalesce(int_gap_estimates.estimated_s, 0)
        as estimated_s
from int_standing_hours
left join metered_quantities using (meter_id)
left join int_meter_hours using (meter_id, quantity, hour_number)
left join int_gap_estimates using (meter_id, quantity, hour_number)
