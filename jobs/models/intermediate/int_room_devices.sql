-- Energy in a year of the devices in use that the inventory places in a room: what the maker
-- declares, else that of their class. coverage is the share of the devices whose energy is known.
-- grain: one row per room_id with such a device
with room_devices as (
    select
        int_inventory.room_id,
        int_inventory.quantity,
        coalesce(
            int_inventory.declared_kwh_per_year,
            case when int_series_factors.unit = 'kWh/year' then int_series_factors.value end
        ) as year_kwh
    from int_inventory
    left join int_series_factors
        on int_series_factors.series = int_inventory.energy_series
    where int_inventory.status = 'in_use'
        and int_inventory.room_id is not null
)
select
    room_id,
    cast(sum(exact(year_kwh * quantity)) as double) as year_kwh,
    sum(case when year_kwh is not null then quantity else 0 end)
    / nullif(sum(quantity), 0) as coverage
from room_devices
group by room_id
