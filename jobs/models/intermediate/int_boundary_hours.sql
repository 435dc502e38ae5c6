-- Energy of each meter that counts in the energy of a room or a site, in each hour, with the sign
-- with which it counts. Bought cold counts by the factor of chilled_water_energy; without one it is
-- not known. measured_wh is the part that is neither interpolated nor estimated.
-- grain: one row per boundary, place_id, meter_id, quantity and hour
with boundary_meters as (
    select
        'edc' as boundary,
        room_id as place_id,
        from_at,
        until_at,
        meter_id,
        stream,
        sign
    from int_edc_meters
    union all
    select
        'it' as boundary,
        room_id as place_id,
        from_at,
        until_at,
        meter_id,
        'feed' as stream,
        sign
    from int_it_meters
    union all
    select
        'site' as boundary,
        site_id as place_id,
        from_at,
        until_at,
        meter_id,
        stream,
        sign
    from int_site_meters
)
select
    hourly_energy.month,
    boundary_meters.boundary,
    boundary_meters.place_id,
    boundary_meters.meter_id,
    boundary_meters.stream,
    boundary_meters.sign,
    -- A feed that gave nothing at all may be one of electricity.
    hourly_energy.quantity is null or hourly_energy.quantity = 'electricity' as is_electricity,
    hourly_energy.quantity,
    hourly_energy.started_at,
    case
        when boundary_meters.stream = 'cold' and int_cold_factors.value is null then 0
        else hourly_energy.covered_s
    end as covered_s,
    case
        when boundary_meters.stream = 'cold'
            then decimal_3(cast(hourly_energy.energy_wh as double) * int_cold_factors.value)
        else hourly_energy.energy_wh
    end as energy_wh,
    hourly_energy.interpolated_s,
    hourly_energy.estimated_s,
    cast(hourly_energy.energy_wh as double)
    * (hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s)
    / nullif(hourly_energy.covered_s, 0)
    * case when boundary_meters.stream = 'cold' then int_cold_factors.value else 1 end
    as measured_wh
from hourly_energy
inner join boundary_meters
    on boundary_meters.meter_id = hourly_energy.meter_id
    and boundary_meters.from_at <= hourly_energy.started_at
    and (
        boundary_meters.until_at is null or boundary_meters.until_at > hourly_energy.started_at
    )
left join int_cold_factors
    on int_cold_factors.month = hourly_energy.month
